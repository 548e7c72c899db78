import { Tag } from '@digdir/designsystemet-react';
import { CheckmarkCircleIcon, XMarkOctagonIcon } from '@navikt/aksel-icons';
import type { ReactNode } from 'react';
import type { WeighedView } from '../../preload/contract/dispatch.ts';
import { documentTexts } from '../../texts/documents.ts';
import { formatBytes } from '../../texts/format.ts';
import { weightTexts } from '../../texts/weight.ts';
import { useLanguage, useTexts } from '../api/session.ts';
import './size-meter.css';

type Weighed = WeighedView['documents'][number];
type Props = {
  readonly weighed: WeighedView;
  /** What can be done about one of the documents. */
  readonly actsOn?: (document: Weighed, position: number) => ReactNode;
};

/** How much of the limit the merged file takes, and which document takes most of it. */
export function SizeMeter({ weighed, actsOn }: Props) {
  const { documents, mergeableBytes: bytes, maxBytes: max } = weighed;
  const t = useTexts(weightTexts);
  const d = useTexts(documentTexts);
  const language = useLanguage();
  const shown = (value: number) => formatBytes(value, language);
  if (bytes === undefined) return null;
  const over = bytes > max;
  const scale = Math.max(bytes, max);
  const words = over ? t.over(shown(bytes - max)) : t.within(shown(max - bytes));
  const measured = documents.flatMap((document) => document.bytes ?? []);
  const most = Math.max(...measured);
  const shared = bytes - measured.reduce((sum, one) => sum + one, 0);
  const some = documents.some(({ pages }) => pages === undefined);
  const percent = (value: number) => `${(100 * value) / scale}%`;
  return (
    <div className="size-meter" data-over={over || undefined}>
      {/* biome-ignore lint/a11y/useSemanticElements: a meter element cannot show what is beyond its limit */}
      <div
        className="size-meter-track"
        role="meter"
        aria-label={t.meter}
        aria-valuemin={0}
        aria-valuemax={scale}
        aria-valuenow={bytes}
        aria-valuetext={`${t.size(shown(bytes), shown(max))}. ${words}`}
      >
        <span className="size-meter-fill" style={{ inlineSize: percent(Math.min(bytes, max)) }} />
        {over && <span className="size-meter-excess" style={{ inlineSize: percent(bytes - max) }} />}
        <span className="size-meter-limit" style={{ insetInlineStart: percent(max) }} />
      </div>
      <p className="size-meter-words">
        {over ? <XMarkOctagonIcon aria-hidden /> : <CheckmarkCircleIcon aria-hidden />}
        <span>
          <strong>{t.size(shown(bytes), shown(max))}.</strong> {words} {some && t.some}
        </span>
      </p>
      <ol className="size-meter-parts" aria-label={t.parts}>
        {documents.map((document, position) => (
          <li key={document.id}>
            <span className="size-meter-part">
              <span className="size-meter-role">{position === 0 ? t.main : t.attachment(position)}</span>{' '}
              {document.title}
            </span>
            <span className="size-meter-weight">
              {document.pages === undefined && t.unknown}
              {document.bytes !== undefined && shown(document.bytes)}
              {document.pages !== undefined && ` · ${d.pages(document.pages)}`}
              {measured.length > 1 && document.bytes === most && (
                <Tag data-size="sm" data-color={over ? 'danger' : 'neutral'}>
                  {t.heaviest}
                </Tag>
              )}
            </span>
            {document.bytes !== undefined && (
              <span className="size-meter-share" aria-hidden>
                <span style={{ inlineSize: `${(100 * document.bytes) / Math.max(1, most)}%` }} />
              </span>
            )}
            {actsOn?.(document, position)}
          </li>
        ))}
      </ol>
      <p className="size-meter-how">
        {t.how} {shared > 0 && t.shared(shown(shared))}
      </p>
    </div>
  );
}
