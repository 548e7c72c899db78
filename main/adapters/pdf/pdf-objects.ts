import { type PDF, PdfArray, PdfDict, PdfNumber, type PdfObject, PdfRef } from '@libpdf/core';

export type Resolve = (ref: PdfRef) => PdfObject | null;
export const resolveIn =
  (pdf: PDF): Resolve =>
  (ref) =>
    pdf.getObject(ref);

/** The library drops its cache of references when it grows large, so references are compared by number. */
export const refKey = (ref: PdfRef): string => `${ref.objectNumber} ${ref.generation}`;

/** The object itself, or the one a reference leads to; nothing where that is missing. */
export function follow(object: PdfObject | undefined, resolve: Resolve): PdfObject | undefined {
  const found = object instanceof PdfRef ? resolve(object) : object;
  return found ?? undefined;
}

/** The dictionaries in an array; its other elements are skipped. */
export const dictsIn = (object: PdfObject | undefined, resolve: Resolve): readonly PdfDict[] =>
  object instanceof PdfArray
    ? [...object].map((item) => follow(item, resolve)).filter((item) => item instanceof PdfDict)
    : [];

/** A page attribute, from the page or the nearest node above it in the page tree. */
export function inherited(page: PdfDict, key: string, resolve: Resolve): PdfObject | undefined {
  let node: PdfDict | undefined = page;
  for (let depth = 0; node && depth < 200; depth += 1) {
    const value = node.get(key);
    if (value) return value;
    node = node.getDict('Parent', resolve);
  }
  return undefined;
}

/** Every leaf of a name or number tree as [key, value]; broken branches are passed over, loops are cut. */
export function treeLeaves(
  tree: PdfDict | undefined,
  list: 'Names' | 'Nums',
  resolve: Resolve,
): readonly (readonly [PdfObject, PdfObject])[] {
  const leaves: (readonly [PdfObject, PdfObject])[] = [];
  const seen = new Set<PdfDict>();
  const waiting = tree ? [tree] : [];
  for (let node = waiting.shift(); node; node = waiting.shift()) {
    if (seen.has(node)) continue;
    seen.add(node);
    const pairs = node.getArray(list, resolve)?.toArray() ?? [];
    for (let at = 0; at + 1 < pairs.length; at += 2) {
      const [key, value] = [follow(pairs[at], resolve), pairs[at + 1]];
      if (key && value) leaves.push([key, value]);
    }
    waiting.unshift(...dictsIn(node.get('Kids', resolve), resolve));
  }
  return leaves;
}

/** The numbers of an array; `undefined` where the object is no array, or holds anything but numbers. */
export function numbersOf(object: PdfObject | undefined, resolve: Resolve): readonly number[] {
  const items = object instanceof PdfArray ? [...object].map((item) => follow(item, resolve)) : [];
  const numbers = items.filter((item) => item instanceof PdfNumber).map(({ value }) => value);
  return numbers.length === items.length ? numbers : [];
}

const hiddenFlags = 0b10_0010;
export const isWidget = (annotation: PdfDict, resolve: Resolve): boolean =>
  annotation.getName('Subtype', resolve)?.value === 'Widget';
/** A form field that is seen on the screen. */
export const isShownWidget = (annotation: PdfDict, resolve: Resolve): boolean =>
  isWidget(annotation, resolve) && ((annotation.getNumber('F', resolve)?.value ?? 0) & hiddenFlags) === 0;

/** The first `count` numbers of an array; `undefined` where it holds fewer, or anything else among them. */
export function numbersIn(
  object: PdfObject | undefined,
  count: number,
  resolve: Resolve,
): readonly number[] | undefined {
  if (!(object instanceof PdfArray) || object.length < count) return undefined;
  const values = [...object].map((item) => follow(item, resolve));
  return values.every((value) => value instanceof PdfNumber) ? values.map((value) => value.value) : undefined;
}
