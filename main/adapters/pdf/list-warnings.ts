import { type PDF, PdfArray, PdfDict, type PdfObject } from '@libpdf/core';
import type { FileWarning } from '../../../domain/files.ts';
import { dictsIn, follow, type Resolve, resolveIn } from './pdf-objects.ts';

const a4 = { short: 595.28, long: 841.89 };
/** 3 mm: more than any rounding of A4, less than the way to US Letter. */
const sizeTolerance = 8.5;
const deepest = 50;

/** What a clerk should know of a readable PDF before it is merged, in the order of the port's list. */
export function listWarnings(pdf: PDF): readonly FileWarning[] {
  const resolve = resolveIn(pdf);
  const catalog = pdf.getCatalog();
  const pages = pdf.getPages().map((page) => page.dict);
  const annotations = annotationsOf(pages, resolve);
  const form = catalog.getDict('AcroForm', resolve);
  const fields = fieldsOf(catalog, annotations, resolve);
  const names = catalog.getDict('Names', resolve);
  const found: readonly (readonly [FileWarning, boolean])[] = [
    ['signed', fields.some((field) => signatureOf(field, resolve))],
    ['form-fields', fields.some((field) => !signatureOf(field, resolve))],
    ['xfa', form?.has('XFA') ?? false],
    ['embedded-files', embedsFiles(catalog, names, annotations, resolve)],
    ['javascript', runsScript([catalog, ...pages, ...annotations, ...fields], names, resolve)],
    ['odd-page-size', pdf.getPages().some((page) => !isA4(page.width, page.height))],
    ['restricted', pdf.isEncrypted],
  ];
  return found.filter(([, holds]) => holds).map(([warning]) => warning);
}

/** Every signature that has been given in the file, each once, in the order of the form. */
export function listSignatures(pdf: PDF): readonly PdfDict[] {
  const resolve = resolveIn(pdf);
  const pages = pdf.getPages().map((page) => page.dict);
  const fields = fieldsOf(pdf.getCatalog(), annotationsOf(pages, resolve), resolve);
  return [...new Set(fields.flatMap((field) => signatureOf(field, resolve) ?? []))];
}

const annotationsOf = (pages: readonly PdfDict[], resolve: Resolve): readonly PdfDict[] =>
  pages.flatMap((page) => dictsIn(page.get('Annots', resolve), resolve));

/** Fields the form lists, and those that only stand on a page. */
const fieldsOf = (
  catalog: PdfDict,
  annotations: readonly PdfDict[],
  resolve: Resolve,
): readonly PdfDict[] => [
  ...fieldsBelow(catalog.getDict('AcroForm', resolve)?.get('Fields', resolve), resolve, new Set()),
  ...annotations.filter((annotation) => annotation.getName('Subtype', resolve)?.value === 'Widget'),
];

function fieldsBelow(list: PdfObject | undefined, resolve: Resolve, seen: Set<PdfDict>): readonly PdfDict[] {
  return dictsIn(list, resolve).flatMap((field) => {
    if (seen.has(field) || seen.size > 100_000) return [];
    seen.add(field);
    const kids = fieldsBelow(field.get('Kids', resolve), resolve, seen);
    return kids.length > 0 && !field.has('V') ? kids : [field, ...kids];
  });
}

function signatureOf(field: PdfDict, resolve: Resolve): PdfDict | undefined {
  const value = field.get('V', resolve) ?? field.getDict('Parent', resolve)?.get('V', resolve);
  return value instanceof PdfDict && value.has('ByteRange') ? value : undefined;
}

function embedsFiles(
  catalog: PdfDict,
  names: PdfDict | undefined,
  annotations: readonly PdfDict[],
  resolve: Resolve,
): boolean {
  const tree = names?.getDict('EmbeddedFiles', resolve);
  const lists = [
    tree?.getArray('Names', resolve),
    tree?.getArray('Kids', resolve),
    catalog.getArray('AF', resolve),
  ];
  return (
    lists.some((list) => list !== undefined && list.length > 0) ||
    annotations.some((annotation) => annotation.getName('Subtype', resolve)?.value === 'FileAttachment')
  );
}

function runsScript(holders: readonly PdfDict[], names: PdfDict | undefined, resolve: Resolve): boolean {
  if (names?.has('JavaScript')) return true;
  return holders.some((holder) => {
    const own = ['OpenAction', 'A'].map((key) => holder.get(key, resolve));
    const triggered = [...(holder.getDict('AA', resolve) ?? [])].map(([, action]) => follow(action, resolve));
    return [...own, ...triggered].some((action) => isScript(action, resolve, 0));
  });
}

function isScript(action: PdfObject | undefined, resolve: Resolve, depth: number): boolean {
  if (!(action instanceof PdfDict) || depth > deepest) return false;
  if (action.getName('S', resolve)?.value === 'JavaScript') return true;
  const next = action.get('Next', resolve);
  const all = next instanceof PdfArray ? dictsIn(next, resolve) : [next];
  return all.some((one) => isScript(one, resolve, depth + 1));
}

const isA4 = (width: number, height: number): boolean =>
  Math.abs(Math.min(width, height) - a4.short) <= sizeTolerance &&
  Math.abs(Math.max(width, height) - a4.long) <= sizeTolerance;
