import { Heading, Paragraph } from '@digdir/designsystemet-react';
import type { ReactNode } from 'react';
import type { Finding } from '../../../domain/findings.ts';
import type { DispatchCheckView, WeighedView } from '../../../preload/contract/dispatch.ts';
import { dispatchTexts } from '../../../texts/dispatch.ts';
import { findingSentence } from '../../../texts/findings.ts';
import { useLanguage, useTexts } from '../../api/session.ts';
import { SizeMeter } from '../../components/size-meter.tsx';
import { findingKey } from './findings-by-field.ts';

type Props = {
  readonly view: DispatchCheckView | undefined;
  readonly checking: boolean;
  readonly maxBytes: number;
  readonly findings: readonly Finding[];
  readonly actsOn?: (document: WeighedView['documents'][number], position: number) => ReactNode;
};

/** The merged document as it will be signed: how large, how many pages, and what each document takes of it. */
export function DocumentSection({ view, checking, maxBytes, findings, actsOn }: Props) {
  const t = useTexts(dispatchTexts);
  const language = useLanguage();
  const merged = view?.merged;
  return (
    <section className="dispatch-section" aria-labelledby="dispatch-documents">
      <Heading level={3} data-size="2xs" id="dispatch-documents" tabIndex={-1}>
        {t.sections.document}
      </Heading>
      {merged ? (
        <span className="dispatch-count">
          {t.document.pages(merged.pages)}
          {merged.pdfa && ` · ${t.document.pdfa(merged.pdfa)}`}
        </span>
      ) : (
        <Paragraph className="dispatch-subtle">{checking ? t.document.building : t.document.none}</Paragraph>
      )}
      {view && <SizeMeter weighed={{ ...view, maxBytes }} actsOn={actsOn} />}
      {findings
        .filter((finding) => finding.severity === 'stop' && finding.field.startsWith('documents'))
        .map((finding) => (
          <p key={findingKey(finding)} className="ds-validation-message">
            {findingSentence(finding, language)}
          </p>
        ))}
    </section>
  );
}
