import type { PDFDocumentProxy, PDFPageProxy } from 'pdfjs-dist';
import { useEffect, useRef, useState } from 'react';
import './pdf-view.css';
import type { PageSize } from './use-pdf.ts';
import { pixelsPerPoint } from './zoom.ts';

type Props = {
  readonly document: PDFDocumentProxy;
  readonly number: number;
  readonly label: string;
  readonly scale: number;
  readonly guessedSize: PageSize;
};

const NEAR = '800px 0px';
/** Browsers give up on larger canvases. */
const MAX_PIXELS = 16_000_000;

/** One page: drawn when it comes near, and let go of when it is far away. */
export function PdfPage({ document: pdf, number, label, scale, guessedSize }: Props) {
  const frame = useRef<HTMLElement>(null);
  const canvasPlace = useRef<HTMLDivElement>(null);
  const textPlace = useRef<HTMLDivElement>(null);
  const [near, setNear] = useState(false);
  const [page, setPage] = useState<PDFPageProxy>();

  useEffect(() => {
    const watched = frame.current;
    if (!watched) return;
    const observer = new IntersectionObserver(([entry]) => setNear(entry?.isIntersecting === true), {
      root: watched.parentElement,
      rootMargin: NEAR,
    });
    observer.observe(watched);
    return () => observer.disconnect();
  }, []);

  useEffect(() => {
    if (!near) return;
    let wanted = true;
    pdf.getPage(number).then(
      (read) => wanted && setPage(read),
      // A page that cannot be read stays blank; the others are still worth seeing.
      () => undefined,
    );
    return () => {
      wanted = false;
    };
  }, [near, pdf, number]);

  useEffect(() => {
    const place = canvasPlace.current;
    if (!near || !page || !place) return;
    const canvas = document.createElement('canvas');
    const viewport = page.getViewport({ scale: scale * pixelsPerPoint });
    const wish = Math.min(window.devicePixelRatio || 1, 3);
    const density = Math.min(wish, Math.sqrt(MAX_PIXELS / (viewport.width * viewport.height)));
    canvas.width = Math.floor(viewport.width * density);
    canvas.height = Math.floor(viewport.height * density);
    canvas.setAttribute('aria-hidden', 'true');
    const drawing = page.render({ canvas, viewport, transform: [density, 0, 0, density, 0, 0] });
    let wanted = true;
    drawing.promise.then(
      // Shown first when it is done, so that zooming does not flash white.
      () => wanted && place.replaceChildren(canvas),
      () => undefined,
    );
    return () => {
      wanted = false;
      drawing.cancel();
    };
  }, [near, page, scale]);

  useEffect(() => {
    const place = textPlace.current;
    if (!near || !page || !place) return;
    let cancel = () => {};
    import('pdfjs-dist')
      .then(({ TextLayer }) => {
        place.replaceChildren();
        const layer = new TextLayer({
          textContentSource: page.streamTextContent(),
          container: place,
          viewport: page.getViewport({ scale: pixelsPerPoint }),
        });
        cancel = () => layer.cancel();
        return layer.render();
      })
      .catch(() => undefined);
    return () => cancel();
  }, [near, page]);

  useEffect(() => {
    if (!near) canvasPlace.current?.replaceChildren();
  }, [near]);

  const size = page?.getViewport({ scale: 1 }) ?? guessedSize;
  const variables = {
    '--total-scale-factor': scale * pixelsPerPoint,
    width: `${size.width * pixelsPerPoint * scale}px`,
    height: `${size.height * pixelsPerPoint * scale}px`,
  };
  return (
    <article ref={frame} className="pdf-page" aria-label={label} data-page={number} style={variables}>
      <div ref={canvasPlace} className="pdf-canvas" />
      <div ref={textPlace} className="pdf-text" />
    </article>
  );
}
