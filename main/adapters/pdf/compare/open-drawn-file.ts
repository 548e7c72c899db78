import { fileURLToPath } from 'node:url';
import type { OPS, PDFDocumentProxy } from 'pdfjs-dist';

/** A file as pdf.js draws it, which is what the clerk is shown. */
export type DrawnFile = {
  readonly pages: number;
  /** Pixels of a page, from 0, on white: four bytes each, and how many to a row. */
  draw(page: number, dotsPerInch: number, options?: DrawOptions): Promise<Drawing>;
  /** The text that stands on a page, without white space. */
  text(page: number): Promise<string>;
  readonly document: PDFDocumentProxy;
  /** Numbers of the operations in a page's list. */
  readonly operations: typeof OPS;
  close(): Promise<void>;
};
export type DrawOptions = {
  /** Draws everything but text. */
  readonly withoutText?: boolean;
  /** A page of more pixels is drawn smaller. */
  readonly mostPixels?: number;
};
export type Drawing = {
  readonly width: number;
  readonly height: number;
  readonly pixels: Buffer;
  /** Two corners in the page's own measure, as pixels. */
  readonly toPixels: (rect: readonly number[]) => readonly number[];
};

/** Most pixels of a page that is drawn to be compared; a larger page is drawn smaller. */
const pixelsToCompare = 4_000_000;

/** Throws what pdf.js throws where the file cannot be opened. */
export async function openDrawnFile(bytes: Uint8Array): Promise<DrawnFile> {
  const { createCanvas, getDocument, operations } = await loadPdfjs();
  const task = getDocument({
    // pdf.js detaches the buffer that it is given, so it gets a copy.
    data: new Uint8Array(bytes),
    verbosity: 0,
    useSystemFonts: false,
    standardFontDataUrl: folder('standard_fonts'),
    cMapUrl: folder('cmaps'),
    wasmUrl: folder('wasm'),
    iccUrl: folder('iccs'),
  });
  const document = await task.promise.catch(async (fault: unknown) => {
    await task.destroy();
    throw fault;
  });
  return {
    document,
    operations,
    pages: document.numPages,
    draw: async (number, dotsPerInch, { withoutText = false, mostPixels = pixelsToCompare } = {}) => {
      const page = await document.getPage(number + 1);
      const natural = page.getViewport({ scale: 1 });
      const wanted = dotsPerInch / 72;
      const scale = Math.min(wanted, Math.sqrt(mostPixels / (natural.width * natural.height)));
      const viewport = page.getViewport({ scale });
      const canvas = createCanvas(
        Math.max(1, Math.ceil(viewport.width)),
        Math.max(1, Math.ceil(viewport.height)),
      );
      // pdf.js types the context as the browser's; this canvas implements the part of it that pdf.js uses.
      const canvasContext = canvas.getContext('2d') as unknown as CanvasRenderingContext2D;
      await page.render({
        canvas: null,
        canvasContext,
        viewport,
        background: 'white',
        ...(withoutText && {
          operationsFilter: (at: number, list?: { readonly fnArray: readonly number[] }) =>
            list?.fnArray[at] !== operations.showText,
        }),
      }).promise;
      const { width, height } = canvas;
      const pixels = Buffer.from(canvas.data());
      page.cleanup();
      // What the canvas holds lies outside of the heap, where nothing hurries to free it.
      canvas.width = 0;
      canvas.height = 0;
      return {
        width,
        height,
        pixels,
        toPixels: (rect) => [
          ...viewport.convertToViewportPoint(rect[0] ?? 0, rect[1] ?? 0),
          ...viewport.convertToViewportPoint(rect[2] ?? 0, rect[3] ?? 0),
        ],
      };
    },
    text: async (number) => {
      const page = await document.getPage(number + 1);
      const { items } = await page.getTextContent();
      return items
        .map((item) => ('str' in item ? item.str : ''))
        .join('')
        .replace(/\s+/gu, '');
    },
    close: () => task.destroy(),
  };
}

const folder = (name: string): string =>
  fileURLToPath(new URL(`./${name}/`, import.meta.resolve('pdfjs-dist/package.json')));

/** Both are loaded when first needed: most merges are compared without drawing anything. */
async function loadPdfjs() {
  // In an Electron utility process pdf.js believes it runs in a browser, and would use the DOM.
  if (process.versions.electron && Reflect.get(process, 'type') === 'utility')
    Object.defineProperty(process, 'type', { value: 'browser' });
  const [{ getDocument, OPS: operations }, { createCanvas }] = await Promise.all([
    import('pdfjs-dist/legacy/build/pdf.mjs'),
    import('@napi-rs/canvas'),
  ]);
  return { getDocument, createCanvas, operations };
}
