import { type PDF, PdfArray, PdfDict } from '@libpdf/core';
import { dictsIn, resolveIn } from './pdf-objects.ts';

/** Entries of a document that put something else before the reader than its pages, or act on their own. */
const catalogEntries = ['AA', 'Collection', 'Requirements', 'NeedsRendering', 'URI'] as const;
const nameTrees = ['JavaScript', 'Templates', 'AlternatePresentations', 'Renditions'] as const;
const pageEntries = ['AA', 'PresSteps', 'Trans', 'TemplateInstantiated'] as const;

/** What a signed document has besides pages, attachments and its seal, and must not; its name in the file. */
export function findAdditions(pdf: PDF): string | undefined {
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
    (form?.has('XFA') ? 'XFA' : undefined);
  if (found) return found;
  const fields = dictsIn(form?.get('Fields', resolve), resolve);
  if (fields.some((field) => field.getName('FT', resolve)?.value !== 'Sig' || field.has('Kids')))
    return 'Fields';
  const pages = pdf.getPages().map(({ dict }) => dict);
  return pageEntries.find((key) => pages.some((page) => page.get(key, resolve) !== undefined));
}

/** An action that goes to a page of the document is harmless; every other does something. */
function startsMore(catalog: PdfDict, resolve: ReturnType<typeof resolveIn>): boolean {
  const action = catalog.getDict('OpenAction', resolve);
  return (
    action?.getName('S', resolve)?.value !== 'GoTo' ||
    action.has('Next') ||
    !(action.get('D', resolve) instanceof PdfArray)
  );
}
