import { Alert, Button, Checkbox, Heading, Link, Paragraph } from '@digdir/designsystemet-react';
import { useEffect, useRef } from 'react';
import type { OrderTerms } from '../../../domain/dispatch-order.ts';
import type { OutputOf } from '../../../preload/contract/contract.ts';
import { findingSentence } from '../../../texts/findings.ts';
import { formatDate } from '../../../texts/format.ts';
import { mailingTexts } from '../../../texts/mailing.ts';
import { useLanguage, useTexts } from '../../api/session.ts';

type Props = {
  readonly title: string;
  readonly count: number;
  readonly terms: OrderTerms;
  readonly check: OutputOf<'mailing.check'>;
  readonly busy: boolean;
  readonly onRights: (confirmed: boolean) => void;
  readonly onSend: () => void;
  readonly onBack: () => void;
};

/** What would happen, before anything does. */
export function SummaryStep({ title, count, terms, check, busy, onRights, onSend, onBack }: Props) {
  const t = useTexts(mailingTexts);
  const language = useLanguage();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const told = (severity: 'stop' | 'warning') => {
    const found = check.findings.filter((finding) => finding.severity === severity);
    if (found.length === 0) return null;
    return (
      <Alert data-color={severity === 'stop' ? 'danger' : 'warning'}>
        {severity === 'stop' && <Paragraph>{t.summary.stops}</Paragraph>}
        <ul>
          {found.map((finding) => (
            <li key={`${finding.code} ${finding.field}`}>{findingSentence(finding, language)}</li>
          ))}
        </ul>
      </Alert>
    );
  };
  return (
    <>
      <Heading level={3} data-size="2xs" ref={heading} tabIndex={-1}>
        {t.summary.heading}
      </Heading>
      <dl className="dispatch-summary">
        <div>
          <dt>{t.summary.who}</dt>
          <dd>{t.summary.people(count)}</dd>
        </div>
        <div>
          <dt>{t.summary.what}</dt>
          <dd>
            {t.summary.pages(title, check.merged?.pages ?? 0)}{' '}
            {check.merged && (
              <Link href={check.merged.url} target="_blank" rel="noreferrer">
                {t.summary.see}
              </Link>
            )}
          </dd>
        </div>
        <div>
          <dt>{t.summary.until}</dt>
          <dd>{formatDate(check.latestEnd)}</dd>
        </div>
      </dl>
      {told('stop')}
      {told('warning')}
      {check.findings.some(({ field }) => field === 'rights') && (
        <Checkbox
          label={t.rights}
          checked={terms.rightsConfirmed}
          onChange={(event) => onRights(event.target.checked)}
        />
      )}
      <Paragraph>{t.summary.irreversible}</Paragraph>
      <div className="form-dialog-buttons">
        {check.maySend && (
          <Button loading={busy} onClick={onSend}>
            {t.summary.send(count)}
          </Button>
        )}
        <Button variant="secondary" onClick={onBack}>
          {t.back}
        </Button>
      </div>
    </>
  );
}
