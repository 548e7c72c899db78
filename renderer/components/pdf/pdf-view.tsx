import { Alert, Button, Link, Spinner } from '@digdir/designsystemet-react';
import {
  ArrowDownIcon,
  ArrowUpIcon,
  DownloadIcon,
  ExpandIcon,
  ZoomMinusIcon,
  ZoomPlusIcon,
} from '@navikt/aksel-icons';
import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react';
import { documentTexts } from '../../../texts/documents.ts';
import { useTexts } from '../../api/session.ts';
import { PdfPage } from './pdf-page.tsx';
import './pdf-view.css';
import { type OpenPdf, type PdfPart, usePdf } from './use-pdf.ts';
import { scaleToFit, stepZoom, type Zoom } from './zoom.ts';

type Props = {
  readonly url: string;
  readonly title: string;
  /** Suggested when it is downloaded. */
  readonly fileName?: string;
};

/** Shows a PDF in the window: pages drawn as they come near, text to select and to read aloud, parts to jump to. */
export function PdfView({ url, title, fileName }: Props) {
  const t = useTexts(documentTexts).viewer;
  const pdf = usePdf(url);
  return (
    <section className="pdf-view" aria-label={t.region(title)}>
      {pdf.state === 'loading' && (
        <p className="pdf-notice" role="status">
          <Spinner aria-hidden="true" data-size="xs" /> {t.loading}
        </p>
      )}
      {pdf.state === 'failed' && (
        <Alert data-color="warning" className="pdf-notice">
          <p>
            <strong>{t.faults[pdf.fault]}</strong>
          </p>
          {pdf.fault === 'unreadable' && <p>{t.failedHelp}</p>}
          {(pdf.fault === 'password' || pdf.fault === 'unreadable') && (
            <Link href={url} download={fileName ?? true}>
              {t.download}
            </Link>
          )}
        </Alert>
      )}
      {pdf.state === 'open' && <Pages {...pdf} key={url} url={url} fileName={fileName} />}
    </section>
  );
}

function Pages({
  document,
  pages,
  firstSize,
  parts,
  url,
  fileName,
}: OpenPdf & { readonly url: string; readonly fileName: string | undefined }) {
  const t = useTexts(documentTexts).viewer;
  const scroller = useRef<HTMLElement>(null);
  const [zoom, setZoom] = useState<Zoom>('fit');
  const [room, setRoom] = useState(0);
  const [page, setPage] = useState(1);
  const keysId = useId();
  const numbers = Array.from({ length: pages }, (_, index) => index + 1);

  useEffect(() => {
    const watched = scroller.current;
    if (!watched) return;
    const observer = new ResizeObserver(() => setRoom(watched.clientWidth - 24));
    observer.observe(watched);
    return () => observer.disconnect();
  }, []);

  const scale = zoom === 'fit' ? scaleToFit(room, firstSize.width) : zoom;
  const navigate = (wanted: number) => {
    const bounded = Math.min(pages, Math.max(1, wanted));
    const target = scroller.current?.querySelector<HTMLElement>(`[data-page="${bounded}"]`);
    if (target && scroller.current) scroller.current.scrollTop = target.offsetTop - 8;
    setPage(bounded);
  };
  const noteScroll = () => {
    const watched = scroller.current;
    if (!watched) return;
    const line = watched.scrollTop + watched.clientHeight / 3;
    const passed = [...watched.querySelectorAll<HTMLElement>('[data-page]')].findLast(
      (candidate) => candidate.offsetTop <= line,
    );
    setPage(Number(passed?.dataset.page ?? 1));
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === '+') setZoom(stepZoom(scale, 1));
    else if (event.key === '-' || event.key === '−') setZoom(stepZoom(scale, -1));
    else if (event.key === '0') setZoom('fit');
    else return;
    event.preventDefault();
  };

  return (
    <>
      <div className="pdf-toolbar" role="toolbar" aria-label={t.toolbar}>
        <Button
          icon
          variant="tertiary"
          data-size="sm"
          aria-label={t.previous}
          disabled={page <= 1}
          onClick={() => navigate(page - 1)}
        >
          <ArrowUpIcon aria-hidden />
        </Button>
        <Button
          icon
          variant="tertiary"
          data-size="sm"
          aria-label={t.next}
          disabled={page >= pages}
          onClick={() => navigate(page + 1)}
        >
          <ArrowDownIcon aria-hidden />
        </Button>
        <span className="pdf-count">{t.page(page, pages)}</span>
        <span className="pdf-gap" />
        <Button
          icon
          variant="tertiary"
          data-size="sm"
          aria-label={t.zoomOut}
          onClick={() => setZoom(stepZoom(scale, -1))}
        >
          <ZoomMinusIcon aria-hidden />
        </Button>
        <span className="pdf-count">{t.zoom(Math.round(scale * 100))}</span>
        <Button
          icon
          variant="tertiary"
          data-size="sm"
          aria-label={t.zoomIn}
          onClick={() => setZoom(stepZoom(scale, 1))}
        >
          <ZoomPlusIcon aria-hidden />
        </Button>
        <Button
          icon
          variant="tertiary"
          data-size="sm"
          aria-label={t.fitWidth}
          aria-pressed={zoom === 'fit'}
          onClick={() => setZoom('fit')}
        >
          <ExpandIcon aria-hidden />
        </Button>
        <Button icon variant="tertiary" data-size="sm" asChild>
          <a href={url} download={fileName ?? true} aria-label={t.download}>
            <DownloadIcon aria-hidden />
          </a>
        </Button>
      </div>
      {parts.length > 1 && <Parts parts={parts} page={page} navigate={navigate} />}
      <p id={keysId} className="ds-sr-only">
        {t.keys}
      </p>
      {/* Scrolling with the keyboard needs focus here. */}
      <section
        ref={scroller}
        className="pdf-scroller"
        aria-label={t.sheets}
        aria-describedby={keysId}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable with the keyboard
        tabIndex={0}
        onScroll={noteScroll}
        onKeyDown={onKeyDown}
      >
        {room > 0 &&
          numbers.map((number) => (
            <PdfPage
              key={number}
              document={document}
              number={number}
              label={t.page(number, pages)}
              scale={scale}
              guessedSize={firstSize}
            />
          ))}
      </section>
    </>
  );
}

function Parts({
  parts,
  page,
  navigate,
}: {
  readonly parts: readonly PdfPart[];
  readonly page: number;
  readonly navigate: (page: number) => void;
}) {
  const t = useTexts(documentTexts).viewer;
  const current = parts.findLastIndex((part) => part.page <= page);
  return (
    <details className="pdf-parts">
      <summary>{t.parts}</summary>
      <ul>
        {parts.map((part, index) => (
          <li key={`${part.page}-${part.title}`} style={{ marginInlineStart: `${part.depth}rem` }}>
            <button
              type="button"
              aria-current={index === current ? 'location' : undefined}
              onClick={() => navigate(part.page)}
            >
              <span>{part.title}</span>
              <span>{part.page}</span>
            </button>
          </li>
        ))}
      </ul>
    </details>
  );
}
