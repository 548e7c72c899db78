import { Link, Paragraph } from '@digdir/designsystemet-react';
import { jobList } from '../../../texts/job-list.ts';
import { useTexts } from '../../api/session.ts';
import { addressOf } from '../../routing/route.ts';
import type { BulkOutcome } from './use-bulk.ts';

/** How far it has come. */
export function BulkProgress({ done, of }: { readonly done: number; readonly of: number }) {
  const t = useTexts(jobList).bulk;
  return (
    <div role="status">
      <progress value={done} max={of} aria-label={t.progress(done, of)} /> {t.progress(done, of)}
    </div>
  );
}

/** What happened to each, with what was made of it. */
export function BulkSummary({
  outcomes,
  of,
}: {
  readonly outcomes: readonly BulkOutcome[];
  readonly of: number;
}) {
  const t = useTexts(jobList).bulk;
  const failed = outcomes.filter(({ fault }) => fault !== undefined);
  const made = outcomes.filter(({ entryId }) => entryId !== undefined);
  const done = outcomes.length - failed.length;
  return (
    <div className="bulk-rows">
      <Paragraph>{outcomes.length < of ? t.stopped(outcomes.length, of) : t.done(done, of)}</Paragraph>
      <ul>
        {made.map(({ row, entryId }) => (
          <li key={row.jobId}>
            {row.recordNumber}:{' '}
            {entryId && <Link href={addressOf({ at: 'entry', entryId })}>{t.created}</Link>}
          </li>
        ))}
      </ul>
      {failed.length > 0 ? (
        <>
          <Paragraph>{t.failed}</Paragraph>
          <ul>
            {failed.map(({ row, fault }) => (
              <li key={row.jobId}>
                {row.recordNumber} {row.title}: {fault}
              </li>
            ))}
          </ul>
        </>
      ) : null}
    </div>
  );
}
