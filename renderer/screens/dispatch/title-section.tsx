import { Button, Heading, Paragraph } from '@digdir/designsystemet-react';
import { useState } from 'react';
import type { Finding } from '../../../domain/findings.ts';
import { titleLength } from '../../../domain/title.ts';
import type { DispatchPrepareView } from '../../../preload/contract/dispatch.ts';
import { dispatchTexts } from '../../../texts/dispatch.ts';
import { findingSentence } from '../../../texts/findings.ts';
import { useLanguage, useTexts } from '../../api/session.ts';
import { TitleForm } from './title-form.tsx';

type Props = {
  readonly prepared: DispatchPrepareView;
  readonly findings: readonly Finding[];
  readonly say: (text: string) => void;
  readonly onSaved: () => void;
};

/** The two titles a recipient may meet. They belong to the entry, so they are saved there. */
export function TitleSection({ prepared, findings, say, onSaved }: Props) {
  const t = useTexts(dispatchTexts);
  const language = useLanguage();
  const [editing, setEditing] = useState(false);
  const length = titleLength(prepared.title);
  const over = length > prepared.limits.maxTitle;
  return (
    <section className="dispatch-section" aria-labelledby="dispatch-title-heading">
      <div className="dispatch-section-head">
        <Heading level={3} data-size="2xs" id="dispatch-title-heading">
          {t.sections.title}
        </Heading>
        <span className="dispatch-count" data-over={over || undefined}>
          {t.title.counter(length, prepared.limits.maxTitle)}
        </span>
      </div>
      {editing ? (
        <TitleForm
          prepared={prepared}
          first="title"
          onClose={() => setEditing(false)}
          onSaved={() => {
            setEditing(false);
            say(t.title.saved);
            onSaved();
          }}
        />
      ) : (
        <>
          <Paragraph className="dispatch-title">{prepared.title}</Paragraph>
          <Paragraph>
            <span className="dispatch-subtle">{t.title.nonSensitive}:</span>{' '}
            {prepared.nonSensitiveTitle || t.title.nonSensitiveMissing}
          </Paragraph>
          {findings
            .filter((finding) => finding.field === 'title' || finding.field === 'nonSensitiveTitle')
            .map((finding) => (
              <p
                key={`${finding.code} ${finding.field}`}
                className={finding.severity === 'stop' ? 'ds-validation-message' : 'dispatch-field-warning'}
              >
                {findingSentence(finding, language)}
              </p>
            ))}
          <Button id="dispatch-title" variant="secondary" data-size="sm" onClick={() => setEditing(true)}>
            {t.title.change}
          </Button>
        </>
      )}
    </section>
  );
}
