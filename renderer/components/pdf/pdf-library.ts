import { GlobalWorkerOptions, getDocument, type PDFDocumentLoadingTask } from 'pdfjs-dist';
import workerUrl from 'pdfjs-dist/build/pdf.worker.min.mjs?url';

GlobalWorkerOptions.workerSrc = workerUrl;

// Everything a page may need lies in the program itself: no address outside of it is ever asked.
const addresses: Readonly<Record<string, string>> = {
  ...import.meta.glob<string>('../../../node_modules/pdfjs-dist/cmaps/*.bcmap', {
    query: '?url',
    import: 'default',
    eager: true,
  }),
  ...import.meta.glob<string>('../../../node_modules/pdfjs-dist/standard_fonts/*.{pfb,ttf}', {
    query: '?url',
    import: 'default',
    eager: true,
  }),
  ...import.meta.glob<string>('../../../node_modules/pdfjs-dist/wasm/*.wasm', {
    query: '?url',
    import: 'default',
    eager: true,
  }),
};
const byName = new Map(
  Object.entries(addresses).map(([path, address]) => [path.slice(path.lastIndexOf('/') + 1), address]),
);

/** Answers PDF.js when it asks for a character map, a standard font or a decoder by name. */
class PackedResources {
  async fetch({ filename }: { readonly filename: string }): Promise<Uint8Array> {
    const address = byName.get(filename);
    if (address === undefined) throw new Error(`not packed with the program: ${filename}`);
    const response = await fetch(address);
    if (!response.ok) throw new Error(`${response.status} for ${filename}`);
    return new Uint8Array(await response.arrayBuffer());
  }
}

/** Starts reading the PDF at `url`; destroy the task when the page is no longer shown. */
export const openPdf = (url: string): PDFDocumentLoadingTask =>
  getDocument({
    url,
    useWorkerFetch: false,
    cMapPacked: true,
    BinaryDataFactory: PackedResources,
    // Files are local and small; ranges would only make many requests of one.
    disableRange: true,
    disableStream: true,
  });
