import { Heading, Link, Paragraph } from '@digdir/designsystemet-react';
import { type ReactNode, useId } from 'react';
import type { EntryView } from '../../../preload/contract/entries.ts';
import type { JobView } from '../../../preload/contract/views.ts';
import { codes } from '../../../texts/codes.ts';
import { common as commonTexts } from '../../../texts/common.ts';
import { documentTexts } from '../../../texts/documents.ts';
import { followUpTexts } from '../../../texts/follow-up.ts';
import { formatBytes, formatDateTime } from '../../../texts/format.ts';
import { signingTexts } from '../../../texts/signing.ts';
import { dropped } from '../../../texts/succession.ts';
import { useLanguage, useTexts } from '../../api/session.ts';
import { DateText, DateTimeText } from '../../components/date-text.tsx';
import { jobLooks } from '../../components/job-look.ts';
import { DownloadNotice } from '../desk/desk-notices.tsx';
import { AnswerPanel } from './answer-panel.tsx';
import { DoubtfulPanel } from './doubtful-panel.tsx';
import { FollowUpPart } from './follow-up-part.tsx';
import { JobActions } from './job-actions.tsx';
import { faultKind, groupPlaces, refusalOfOrder } from './job-words.ts';
import { SignerTable } from './signer-table.tsx';
import { SuccessionActions } from './succession-actions.tsx';

type Props = {
  readonly job: JobView;
  readonly entry: Pick<EntryView, 'caseId' | 'caseNumber' | 'lock'>;
};

/** One signing job: where it stands in words, who has signed, and what can be done. */
export function JobPanel({ job, entry }: Props) {
  const t = useTexts(signingTexts);
  const c = useTexts(codes);
  const d = useTexts(documentTexts);
  const language = useLanguage();
  const heading = useId();
  const common = useTexts(commonTexts);
  const groups = groupPlaces(job.signers).size;
  const { Icon, tone } = jobLooks[job.state];
  const state = job.failure ? c.failureReason[job.failure] : c.jobState[job.state];
  const explained =
    job.state === 'failed' && job.failure ? t.failureExplain[job.failure] : t.explain[job.state];
  return (
    <section className="entry-job" aria-labelledby={heading}>
      <div className="entry-job-state" data-color={tone}>
        <Icon aria-hidden />
        <div>
          <Heading level={2} data-size="2xs" id={heading}>
            {state}
          </Heading>
          <Paragraph>{explained}</Paragraph>
          {job.cancelReason && <Paragraph>{t.cancel.because(job.cancelReason)}</Paragraph>}
          {job.cancelRequestedAt && !job.endedAt && (
            <Paragraph>{t.cancel.pending(formatDateTime(job.cancelRequestedAt, language))}</Paragraph>
          )}
        </div>
      </div>
      {job.fetchBefore && <DownloadNotice entryId={job.entryId} />}
      <ChainNote job={job} />
      {job.answer && !job.answer.kept && <AnswerPanel answer={job.answer} entry={entry} />}
      {job.doubtful && <DoubtfulPanel jobId={job.id} doubtful={job.doubtful} />}
      {job.state === 'uncertain' && (
        <div className="entry-job-block">
          <Heading level={3} data-size="2xs">
            {t.uncertain.heading}
          </Heading>
          <ol>
            <li>{t.uncertain.wait}</li>
            <li>{t.uncertain.declare}</li>
          </ol>
        </div>
      )}
      <SignerTable job={job} />
      <dl className="entry-facts">
        <Fact term={t.deadline}>
          {groups > 1 ? t.deadlineDays(job.deadlineDays) : common.days(job.deadlineDays)}
        </Fact>
        <Fact term={t.latestEnd}>
          <DateText value={job.latestEnd} />
        </Fact>
        {job.turn && job.turn.of > 1 && (
          <Fact term={t.turnUntil(job.turn.place, job.turn.of)}>
            <DateText value={job.turn.until} />
          </Fact>
        )}
        {job.sentAt && (
          <Fact term={t.sentAt}>
            <DateTimeText value={job.sentAt} />
          </Fact>
        )}
        {job.endedAt && (
          <Fact term={t.endedAt}>
            <DateTimeText value={job.endedAt} />
          </Fact>
        )}
        {job.fetchBefore && (
          <Fact term={t.fetchBefore}>
            <DateText value={job.fetchBefore} /> <span className="entry-subtle">{t.fetchBeforeHelp}</span>
          </Fact>
        )}
        <Fact term={t.merged}>
          {job.merged.url ? (
            <Link href={job.merged.url} target="_blank" rel="noreferrer">
              {t.openMerged(d.pages(job.merged.pages), formatBytes(job.merged.bytes, language))}
            </Link>
          ) : (
            t.mergedWithheld
          )}
        </Fact>
        {job.message && <Fact term={t.message}>{job.message}</Fact>}
      </dl>
      {job.lastFault && (
        <div className="entry-job-block">
          <Paragraph>
            <strong>{t.lastFault(formatDateTime(job.lastFault.at, language))}</strong>{' '}
            {refusalOfOrder(job.lastFault.code, language) ?? t.faults[faultKind(job.lastFault.code)]}
          </Paragraph>
          <details>
            <summary>{t.forSupport}</summary>
            <p className="entry-digest">
              {job.lastFault.code}: {job.lastFault.detail}
            </p>
          </details>
        </div>
      )}
      <FollowUpPart job={job} />
      <SuccessionActions job={job} />
      <JobActions job={job} />
      <p className="entry-subtle">{t.panel(formatDateTime(job.orderedAt, language), job.orderedBy)}</p>
    </section>
  );
}

/** What shall follow the job, what came of that, and which jobs stand before and after it. */
function ChainNote({ job }: { readonly job: JobView }) {
  const t = useTexts(followUpTexts);
  const why = useTexts(dropped);
  const { plan } = job;
  return (
    <>
      {plan && !plan.settledAt && <Paragraph>{t.planned(plan.plannedBy, plan.deadlineDays)}</Paragraph>}
      {plan?.dropped && <Paragraph>{t.dropped(why[plan.dropped])}</Paragraph>}
      {job.answer?.kept && <Paragraph>{t.followed}</Paragraph>}
      {job.succeeds && <Paragraph>{t.follows}</Paragraph>}
    </>
  );
}

const Fact = ({ term, children }: { readonly term: string; readonly children: ReactNode }) => (
  <div>
    <dt>{term}</dt>
    <dd>{children}</dd>
  </div>
);
