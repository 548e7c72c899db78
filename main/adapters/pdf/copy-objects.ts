import { deflateSync } from 'node:zlib';
import {
  type PDF,
  PdfArray,
  PdfDict,
  PdfName,
  PdfNull,
  PdfNumber,
  type PdfObject,
  PdfRef,
  PdfStream,
} from '@libpdf/core';
import { exactNumber } from './exact-values.ts';
import { type Resolve, refKey, resolveIn } from './pdf-objects.ts';

/** Below this, packing costs more than it saves. */
const worthPacking = 512;

export type Copier = {
  /** The copy of any object; what it refers to is copied by {@link Copier.finish}. */
  readonly copy: (object: PdfObject) => PdfObject;
  /** Says that `from` in the source is `to` in the target, so that it is not copied. */
  readonly stand: (from: PdfRef, to: PdfRef) => void;
  /** Copies everything that what was copied so far refers to. */
  readonly finish: () => void;
  /** Whether any colour met was described by itself, and not just named by its device. */
  readonly metDescribedColour: () => boolean;
};

/** Colour spaces that say what their colours look like, ISO 32000-1, 8.6.5. */
const describedFamilies: ReadonlySet<string> = new Set(['ICCBased', 'CalRGB', 'CalGray', 'Lab']);

/** Changes one copied dictionary in place before what it refers to is followed. */
export type Adjust = (dict: PdfDict) => void;

/**
 * Copies objects between files, each referenced object once. The library's own copier takes a page's whole tree
 * along through the back links of annotations and tags; here pages are made to stand for their copies first. The
 * walk keeps a list instead of recursing, since chains of links can be longer than the stack.
 */
export function openCopier(
  source: PDF,
  target: PDF,
  adjust: Adjust,
  restore: (name: PdfName) => PdfName,
): Copier {
  const resolve: Resolve = resolveIn(source);
  const registry = target.context.registry;
  const copies = new Map<string, PdfRef>();
  let described = false;
  const waiting: { readonly from: PdfRef; readonly to: PdfRef }[] = [];

  const copy = (object: PdfObject): PdfObject => {
    if (object instanceof PdfRef) return copyRef(object);
    if (object instanceof PdfStream) return new PdfStream(copyEntries(object), object.data);
    if (object instanceof PdfDict) return copyEntries(object);
    if (object instanceof PdfArray) {
      const [family] = object;
      if (family instanceof PdfName && describedFamilies.has(family.value)) described = true;
      return new PdfArray([...object].map(copy));
    }
    if (object instanceof PdfNumber) return exactNumber(object);
    return object instanceof PdfName ? restore(object) : object;
  };
  const copyEntries = (dict: PdfDict): PdfDict => {
    const adjusted = new PdfDict(dict);
    adjust(adjusted);
    return new PdfDict(
      [...adjusted].map(([key, value]): [PdfName, PdfObject] => [restore(key), copy(value)]),
    );
  };
  const copyRef = (ref: PdfRef): PdfObject => {
    const known = copies.get(refKey(ref));
    if (known) return known;
    const found = resolve(ref);
    if (found === null || isWholeFile(found)) return PdfNull.instance;
    // A name or number is written where it is used: pages may change it in one place only.
    if (!(found instanceof PdfDict || found instanceof PdfArray))
      return found instanceof PdfRef ? PdfNull.instance : copy(found);
    const to = registry.allocateRef();
    copies.set(refKey(ref), to);
    waiting.push({ from: ref, to });
    return to;
  };
  return {
    copy,
    metDescribedColour: () => described,
    stand: (from, to) => void copies.set(refKey(from), to),
    finish: () => {
      for (let next = waiting.shift(); next; next = waiting.shift()) {
        const found = resolve(next.from);
        registry.registerAt(next.to, found ? packed(copy(found)) : PdfNull.instance);
      }
    },
  };
}

/** The root of the file or a node of its page tree: reached by a stray back link, it would bring everything along. */
const isWholeFile = (object: PdfObject): boolean => {
  const type =
    object instanceof PdfDict && !(object instanceof PdfStream) ? object.getName('Type')?.value : '';
  return type === 'Catalog' || type === 'Pages';
};

function packed(object: PdfObject): PdfObject {
  if (!(object instanceof PdfStream) || object.has('Filter') || object.data.length < worthPacking)
    return object;
  // PDF/A-1 wants metadata readable without unpacking.
  if (object.getName('Type')?.value === 'Metadata') return object;
  const smaller = deflateSync(object.data);
  const stream = new PdfStream(object, smaller);
  stream.set('Filter', PdfName.of('FlateDecode'));
  stream.set('Length', PdfNumber.of(smaller.length));
  return stream;
}
