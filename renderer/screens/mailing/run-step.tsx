import { Alert, Button, Heading, Link, Paragraph } from '@digdir/designsystemet-react';
import type { MailingView } from '../../../preload/contract/mailing.ts';
import { codes } from '../../../texts/codes.ts';
import { findingSentence } from '../../../texts/findings.ts';
import { formatDateTime } from '../../../texts/format.ts';
import { mailingTexts } from '../../../texts/mailing.ts';
import { useLanguage, useTexts } from '../../api/session.ts';
import { ErrorNotice } from '../../components/error-notice.tsx';
import { addressOf } from '../../routing/route.ts';
import type { MailingRun } from './use-run.ts';

type Props = {
  readonly mailing: MailingView;
  readonly run: MailingRun;
  readonly onEnd: () => void;
};

/** How far it has come, and who has got what. */
export function RunStep({ mailing, run, onEnd }: Props) {
  const t = useTexts(mailingTexts).run;
  const c = useTexts(codes);
  const language = useLanguage();
  const all = mailing.people.length;
  const sent = mailing.people.filter(({ entry }) => entry?.jobState !== undefined).length;
  const running = run.running !== 'no';
  const done = Math.min(all, running ? Math.max(sent, run.done) : sent);
  const left = mailing.people.filter(({ entry, waits }) => waits || (entry && !entry.jobState)).length;
  const gone = mailing.people.filter(({ entry, waits }) => !waits && !entry).length;
  const state = () => {
    if (run.running === 'stopping') return t.stopping;
    if (running) return t.progress(done, all);
    if (mailing.endedAt === undefined) return t.stopped(left);
    return gone > 0 ? t.ended(gone) : t.done;
  };
  const what = ({ entry, waits }: MailingView['people'][number]) => {
    if (entry) return entry.jobState ? c.jobState[entry.jobState] : t.unsent;
    return waits ? t.waits : t.gone;
  };
  return (
    <section className="mailing-list" aria-label={t.heading}>
      <Heading level={3} data-size="2xs">
        {t.heading}
      </Heading>
      <Paragraph>{t.started(mailing.startedBy, formatDateTime(mailing.startedAt, language))}</Paragraph>
      <progress value={done} max={all} aria-label={t.heading} />
      <p role="status">{state()}</p>
      {run.refusal && (
        <Alert data-color="warning" role="alert">
          <Paragraph>{t.refused}</Paragraph>
          {run.refusal.findings ? (
            <ul>
              {run.refusal.findings
                .filter(({ severity }) => severity === 'stop')
                .map((finding) => (
                  <li key={finding.code}>{findingSentence(finding, language)}</li>
                ))}
            </ul>
          ) : (
            <ErrorNotice refusal={run.refusal} />
          )}
        </Alert>
      )}
      {mailing.endedAt === undefined && (
        <div className="form-dialog-buttons">
          {running ? (
            <Button variant="secondary" disabled={run.running === 'stopping'} onClick={run.stop}>
              {t.stop}
            </Button>
          ) : (
            <>
              <Button onClick={() => void run.run(mailing.id)}>{t.resume}</Button>
              <Button variant="secondary" data-color="danger" onClick={onEnd}>
                {t.end}
              </Button>
            </>
          )}
        </div>
      )}
      <Heading level={4} data-size="2xs">
        {t.results}
      </Heading>
      <ul className="mailing-results">
        {mailing.people.map((person, position) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the list stands as it was written down
          <li key={position}>
            {person.firm ? `${person.name} (${person.firm})` : person.name}
            {': '}
            {person.entry && (
              <>
                <Link href={addressOf({ at: 'entry', entryId: person.entry.id })}>
                  {t.entry} {person.entry.recordNumber}
                </Link>
                {', '}
              </>
            )}
            {what(person)}
          </li>
        ))}
      </ul>
    </section>
  );
}
