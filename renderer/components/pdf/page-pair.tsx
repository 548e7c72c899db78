import { Button, Spinner } from '@digdir/designsystemet-react';
import { type RefObject, type UIEvent, useRef, useState } from 'react';
import { shrinkingTexts } from '../../../texts/shrinking.ts';
import { useTexts } from '../../api/session.ts';
import { PdfPage } from './pdf-page.tsx';
import { type PdfState, usePdf } from './use-pdf.ts';
import { stepZoom } from './zoom.ts';
import './page-pair.css';

type Props = { readonly before: string; readonly after: string; readonly pages: number };

/** One page of two files beside each other, at the same zoom and the same place. */
export function PagePair({ before, after, pages }: Props) {
  const t = useTexts(shrinkingTexts);
  const [page, setPage] = useState(1);
  const [scale, setScale] = useState(0.5);
  const one = useRef<HTMLDivElement>(null);
  const other = useRef<HTMLDivElement>(null);
  const follow = (to: RefObject<HTMLDivElement | null>) => (event: UIEvent<HTMLDivElement>) => {
    const { scrollTop, scrollLeft } = event.currentTarget;
    to.current?.scrollTo(scrollLeft, scrollTop);
  };
  const side = (label: string, pdf: PdfState, ref: typeof one, to: typeof one) => (
    <figure className="page-pair-side">
      <figcaption>{label}</figcaption>
      <section
        className="page-pair-frame"
        ref={ref}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is reached by keyboard
        tabIndex={0}
        aria-label={label}
        onScroll={follow(to)}
      >
        {pdf.state === 'open' ? (
          <PdfPage
            key={page}
            document={pdf.document}
            number={page}
            label={`${label}: ${t.page(page, pages)}`}
            scale={scale}
            guessedSize={pdf.firstSize}
          />
        ) : (
          <Spinner aria-hidden="true" data-size="xs" />
        )}
      </section>
    </figure>
  );
  return (
    <section className="page-pair" aria-label={t.pages}>
      <div className="page-pair-tools">
        <Button
          variant="secondary"
          data-size="sm"
          aria-disabled={page === 1 || undefined}
          onClick={() => setPage(Math.max(1, page - 1))}
        >
          {t.previous}
        </Button>
        <span role="status">{t.page(page, pages)}</span>
        <Button
          variant="secondary"
          data-size="sm"
          aria-disabled={page === pages || undefined}
          onClick={() => setPage(Math.min(pages, page + 1))}
        >
          {t.next}
        </Button>
        <Button variant="secondary" data-size="sm" onClick={() => setScale(stepZoom(scale, -1))}>
          {t.zoomOut}
        </Button>
        <Button variant="secondary" data-size="sm" onClick={() => setScale(stepZoom(scale, 1))}>
          {t.zoomIn}
        </Button>
      </div>
      <div className="page-pair-sides">
        {side(t.before, usePdf(before), one, other)}
        {side(t.after, usePdf(after), other, one)}
      </div>
    </section>
  );
}
