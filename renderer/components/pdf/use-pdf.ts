import type { PDFDocumentProxy } from 'pdfjs-dist';
import { useEffect, useState } from 'react';

export type PdfPart = { readonly title: string; readonly page: number; readonly depth: number };
export type OpenPdf = {
  readonly document: PDFDocumentProxy;
  readonly pages: number;
  /** Of the first page, in points; stands for the others until they are read. */
  readonly firstSize: PageSize;
  readonly parts: readonly PdfPart[];
};
export type PageSize = { readonly width: number; readonly height: number };
export type PdfFault = 'password' | 'missing' | 'withheld' | 'key-missing' | 'unreadable';
export type PdfState =
  | { readonly state: 'loading' }
  | { readonly state: 'failed'; readonly fault: PdfFault }
  | ({ readonly state: 'open' } & OpenPdf);

const loading: PdfState = { state: 'loading' };

/** Opens the PDF at `url`, and closes it when the address changes or the part is gone. */
export function usePdf(url: string): PdfState {
  const [shown, setShown] = useState<{ readonly url: string; readonly state: PdfState }>();
  useEffect(() => {
    let wanted = true;
    let destroy = async () => {};
    const show = (state: PdfState) => {
      if (wanted) setShown({ url, state });
    };
    // The library is large, so it is read when the first PDF is looked at.
    import('./pdf-library.ts')
      .then(async ({ openPdf }) => {
        if (!wanted) return;
        const task = openPdf(url);
        destroy = () => task.destroy();
        const document = await task.promise;
        const first = await document.getPage(1);
        const { width, height } = first.getViewport({ scale: 1 });
        const parts = await readParts(document);
        show({ state: 'open', document, pages: document.numPages, firstSize: { width, height }, parts });
      })
      .catch((fault: unknown) => show({ state: 'failed', fault: faultOf(fault) }));
    return () => {
      wanted = false;
      void destroy();
    };
  }, [url]);
  return shown?.url === url ? shown.state : loading;
}

/** The library names its exceptions; their classes are not the same across its two bundles. */
export function faultOf(fault: unknown): PdfFault {
  const name = fault instanceof Error ? fault.name : '';
  if (name === 'PasswordException') return 'password';
  if (name !== 'ResponseException') return 'unreadable';
  const status = fault instanceof Error && 'status' in fault ? fault.status : undefined;
  if (status === 403) return 'withheld';
  return status === 423 ? 'key-missing' : 'missing';
}

type OutlineItems = Awaited<ReturnType<PDFDocumentProxy['getOutline']>>;

async function readParts(document: PDFDocumentProxy): Promise<readonly PdfPart[]> {
  const parts: PdfPart[] = [];
  const walk = async (items: OutlineItems | null | undefined, depth: number): Promise<void> => {
    for (const item of items ?? []) {
      const page = await pageOf(document, item.dest);
      if (page !== undefined) parts.push({ title: item.title, page, depth });
      if (depth < 1) await walk(item.items, depth + 1);
    }
  };
  await walk(await document.getOutline().catch(() => null), 0);
  return parts;
}

async function pageOf(
  document: PDFDocumentProxy,
  destination: string | readonly unknown[] | null,
): Promise<number | undefined> {
  try {
    const found = typeof destination === 'string' ? await document.getDestination(destination) : destination;
    const target = found?.[0];
    if (typeof target === 'number') return target + 1;
    return isPageReference(target) ? (await document.getPageIndex(target)) + 1 : undefined;
  } catch {
    return undefined;
  }
}

/** An explicit destination begins with a reference to its page (PDF 32000, 12.3.2.2). */
const isPageReference = (target: unknown): target is { readonly num: number; readonly gen: number } =>
  typeof target === 'object' &&
  target !== null &&
  'num' in target &&
  'gen' in target &&
  typeof target.num === 'number' &&
  typeof target.gen === 'number';
