import type { EntryId, Instant } from '../../../domain/basics.ts';
import type { NumberFinding, Screening } from '../../../domain/screening.ts';
import type { LogWriter } from '../../ports/archive/change-log.ts';
import { logDifferences, screeningDifferences } from '../audit-log.ts';

/** What an answer is screened by from the day it is filed, and that it is so because of what its file shows. */
export async function logScreeningOf(
  tx: LogWriter,
  entryId: EntryId,
  screening: Screening | undefined,
  numbers: NumberFinding,
  who: { readonly at: Instant; readonly by: string },
): Promise<void> {
  await logDifferences(tx, 'entry', entryId, screeningDifferences(undefined, screening), who);
  if (numbers === 'none') return;
  await tx.log({
    subject: 'entry',
    subjectId: entryId,
    code: 'screened-for-numbers',
    facts: { file: numbers },
    ...who,
  });
}
