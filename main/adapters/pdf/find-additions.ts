import { type PDF, PdfArray, PdfDict } from '@libpdf/core';
import type { Same } from './compare-objects.ts';
import { hasPlainPageTree } from './page-tree.ts';
import { dictsIn, type Resolve, resolveIn } from './pdf-objects.ts';
import type { PageParts } from './read-page.ts';

/** Catalog entries that show something else than the pages, or run by themselves. */
const catalogEntries = ['AA', 'Collection', 'Requirements', 'NeedsRendering', 'URI'] as const;
const nameTrees = ['JavaScript', 'Templates', 'AlternatePresentations', 'Renditions'] as const;
const pageEntries = ['AA', 'PresSteps', 'Trans', 'Dur', 'TemplateInstantiated', 'OutputIntents'] as const;
/** Viewer preferences that choose which part of a page is shown. */
const areas = ['ViewArea', 'ViewClip', 'PrintArea', 'PrintClip'] as const;

/** What a signed document has besides pages, attachments and its seal, and must not; its name in the file. */
export function findAdditions(pdf: PDF): string | undefined {
  if (!hasPlainPageTree(pdf)) return 'Pages';
  const resolve = resolveIn(pdf);
  const catalog = pdf.getCatalog();
  const names = catalog.getDict('Names', resolve);
  const form = catalog.getDict('AcroForm', resolve);
  const found =
    catalogEntries.find((key) => catalog.get(key, resolve) !== undefined) ??
    nameTrees.find((key) => names?.get(key, resolve) !== undefined) ??
    (catalog.get('OpenAction', resolve) instanceof PdfDict && startsMore(catalog, resolve)
      ? 'OpenAction'
      : undefined) ??
    areas.find((key) => catalog.getDict('ViewerPreferences', resolve)?.has(key)) ??
    (form?.has('XFA') ? 'XFA' : undefined);
  if (found) return found;
  const fields = dictsIn(form?.get('Fields', resolve), resolve);
  if (
    fields.some(
      (field) => field.getName('FT', resolve)?.value !== 'Sig' || field.has('Kids') || field.has('AA'),
    )
  )
    return 'Fields';
  const pages = pdf.getPages().map(({ dict }) => dict);
  return pageEntries.find((key) => pages.some((page) => page.get(key, resolve) !== undefined));
}

/** An action that goes to a page of the document is harmless; every other does something. */
function startsMore(catalog: PdfDict, resolve: Resolve): boolean {
  const action = catalog.getDict('OpenAction', resolve);
  return (
    action?.getName('S', resolve)?.value !== 'GoTo' ||
    action.has('Next') ||
    !(action.get('D', resolve) instanceof PdfArray)
  );
}

/**
 * Whether a page that a service adds is passive: it may hold links to an address or a page and a signature field, but
 * nothing that runs, plays or opens by itself.
 */
export const isQuiet = ({ annotations, resolve }: PageParts): boolean =>
  annotations.every((one) => {
    if (one.has('AA')) return false;
    const kind = one.getName('Subtype', resolve)?.value;
    if (kind === 'Widget') return one.getName('FT', resolve)?.value === 'Sig' && !one.has('A');
    if (kind !== 'Link') return false;
    const action = one.get('A', resolve);
    if (!action) return true;
    const does = action instanceof PdfDict ? action.getName('S', resolve)?.value : undefined;
    return action instanceof PdfDict && (does === 'URI' || does === 'GoTo') && !action.has('Next');
  });

/** Whether colours are to be shown as in the document that was sent, or are left to the reader. */
export function keepsColours(sent: PDF, signed: PDF, same: Same): boolean {
  const intents = (pdf: PDF) =>
    dictsIn(pdf.getCatalog().get('OutputIntents', resolveIn(pdf)), resolveIn(pdf));
  const own = intents(sent).map((intent) => intent.get('DestOutputProfile'));
  return intents(signed).every((intent) =>
    own.some((profile) => same(profile, intent.get('DestOutputProfile'))),
  );
}
