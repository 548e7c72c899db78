import { Paragraph, Textfield } from '@digdir/designsystemet-react';
import { useState } from 'react';
import { common } from '../../../texts/common.ts';
import { formatDate } from '../../../texts/format.ts';
import { jobList } from '../../../texts/job-list.ts';
import { refusalSentence } from '../../../texts/refusals.ts';
import { useLanguage, useTexts } from '../../api/session.ts';
import { useAsk } from '../../api/use-ask.ts';
import { FormDialog } from '../../components/form-dialog.tsx';
import { useDebounced } from '../../components/use-debounced.ts';
import { stepOf } from './bulk-steps.ts';
import { BulkProgress, BulkSummary } from './bulk-summary.tsx';
import { type BulkAct, type BulkRow, decisionFor } from './bulk-words.ts';
import { useBulk } from './use-bulk.ts';

type Props = {
  readonly act: BulkAct;
  readonly rows: readonly BulkRow[];
  /** Days that a new deadline begins with. */
  readonly days?: number;
  readonly onClose: () => void;
};

/** One act on one or many jobs: what would happen, how far it has come, and what happened. */
export function BulkDialog({ act, rows, days = 14, onClose }: Props) {
  const t = useTexts(jobList).bulk;
  const c = useTexts(common);
  const language = useLanguage();
  const [typed, setTyped] = useState(act === 'extend' ? String(days) : '');
  const [tried, setTried] = useState(false);
  const { phase, outcomes, run, stop } = useBulk();
  const deadline = useDeadlineCheck(act, rows, Number(typed));
  const decided = (row: BulkRow) => deadline?.get(row.jobId)?.decision ?? decisionFor(act, row);
  const taken = rows.filter((row) => decided(row).may);
  const left = rows.filter((row) => !decided(row).may);
  const missing = act === 'cancel' && typed.trim() === '';
  const submit = () => {
    setTried(true);
    if (!missing && taken.length > 0)
      void run(
        taken,
        stepOf(act, typed, (row) => (row ? refusalSentence(row, language) : t.tooLate)),
      );
  };
  if (phase !== 'before')
    return (
      <FormDialog
        title={t.headings[act]}
        submit={{ after: c.close, stopping: t.stopping, during: t.stop }[phase]}
        onSubmit={phase === 'after' ? onClose : stop}
        onClose={phase === 'after' ? onClose : stop}
        dismiss={false}
      >
        <BulkProgress done={outcomes.length} of={taken.length} />
        {phase === 'after' ? <BulkSummary outcomes={outcomes} of={taken.length} /> : null}
      </FormDialog>
    );
  return (
    <FormDialog
      title={t.headings[act]}
      submit={t.submit[act](taken.length)}
      dismiss={act === 'cancel' ? t.keep : undefined}
      tone={act === 'cancel' ? 'danger' : undefined}
      onSubmit={submit}
      onClose={onClose}
    >
      <Paragraph>{t.explain[act]}</Paragraph>
      {act === 'extend' ? (
        <Textfield
          label={t.days}
          inputMode="numeric"
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
        />
      ) : null}
      {act === 'cancel' || act === 'followUp' ? (
        <Textfield
          label={act === 'cancel' ? t.reason : t.comment}
          description={act === 'cancel' ? t.reasonHelp : undefined}
          error={tried && missing ? t.reasonMissing : undefined}
          maxLength={500}
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
        />
      ) : null}
      <div className="bulk-rows">
        <Paragraph>{taken.length === 0 ? t.nothing : t.will(taken.length, rows.length)}</Paragraph>
        <ul>
          {taken.map((row) => {
            const check = deadline?.get(row.jobId);
            return (
              <li key={row.jobId}>
                {row.recordNumber} {row.title}
                {check ? ` – ${t.newEnd(formatDate(check.newLatestEnd))}` : null}
                {check && check.signed.length > 0 ? `; ${t.mustSignAgain(check.signed.join(', '))}` : null}
              </li>
            );
          })}
        </ul>
        {left.length > 0 ? (
          <>
            <Paragraph>{t.wont(left.length)}</Paragraph>
            <ul>
              {left.map((row) => (
                <li key={row.jobId}>
                  {row.recordNumber} {row.title}: {sentenceOf(decided(row), language)}
                </li>
              ))}
            </ul>
          </>
        ) : null}
      </div>
    </FormDialog>
  );
}

const sentenceOf = (decision: ReturnType<typeof decisionFor>, language: 'nb' | 'nn' | 'en'): string =>
  decision.may ? '' : refusalSentence(decision, language);

/** What a new deadline would do to each job, by job. */
function useDeadlineCheck(act: BulkAct, rows: readonly BulkRow[], days: number) {
  const settled = useDebounced(days);
  const possible = act === 'extend' && Number.isInteger(settled) && settled > 0;
  const checked = useAsk(
    'signing.checkDeadline',
    { jobIds: rows.slice(0, 500).map((row) => row.jobId), deadlineDays: settled },
    { enabled: possible, keepPrevious: true },
  );
  if (act !== 'extend' || !checked.data) return undefined;
  return new Map(checked.data.jobs.map((job) => [job.jobId, job]));
}
