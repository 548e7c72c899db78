import { Heading, Paragraph } from '@digdir/designsystemet-react';
import type { Finding } from '../../../domain/findings.ts';
import type { DispatchCheckView } from '../../../preload/contract/dispatch.ts';
import { dispatchTexts } from '../../../texts/dispatch.ts';
import { findingSentence } from '../../../texts/findings.ts';
import { formatBytes } from '../../../texts/format.ts';
import { useLanguage, useTexts } from '../../api/session.ts';

type Props = {
  readonly merged: DispatchCheckView['merged'];
  readonly checking: boolean;
  readonly maxBytes: number;
  readonly findings: readonly Finding[];
};

/** The merged document as it will be signed: how large, how many pages, of which parts. */
export function DocumentSection({ merged, checking, maxBytes, findings }: Props) {
  const t = useTexts(dispatchTexts);
  const language = useLanguage();
  const over = merged !== undefined && merged.bytes > maxBytes;
  return (
    <section className="dispatch-section" aria-labelledby="dispatch-documents">
      <Heading level={3} data-size="2xs" id="dispatch-documents" tabIndex={-1}>
        {t.sections.document}
      </Heading>
      {merged ? (
        <>
          <div className="dispatch-meter" data-over={over || undefined}>
            <meter
              aria-label={t.document.meter}
              min={0}
              max={maxBytes}
              value={Math.min(merged.bytes, maxBytes)}
              aria-valuetext={t.document.size(
                formatBytes(merged.bytes, language),
                formatBytes(maxBytes, language),
              )}
            />
            <span className="dispatch-count" data-over={over || undefined}>
              {t.document.size(formatBytes(merged.bytes, language), formatBytes(maxBytes, language))} ·{' '}
              {t.document.pages(merged.pages)}
              {merged.pdfa && ` · ${t.document.pdfa(merged.pdfa)}`}
            </span>
          </div>
          <ol className="dispatch-parts" aria-label={t.document.parts}>
            {merged.parts.map((part, position) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: parts may share a title, and their place is what they are
              <li key={position}>
                <span>{part.title}</span>
                <span className="dispatch-subtle">{t.document.pages(part.pages)}</span>
              </li>
            ))}
          </ol>
        </>
      ) : (
        <Paragraph className="dispatch-subtle">{checking ? t.document.building : t.document.none}</Paragraph>
      )}
      {findings
        .filter((finding) => finding.severity === 'stop' && finding.field.startsWith('documents'))
        .map((finding) => (
          <p key={`${finding.code} ${finding.field}`} className="ds-validation-message">
            {findingSentence(finding, language)}
          </p>
        ))}
    </section>
  );
}
