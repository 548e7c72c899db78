import type { CaseId, EntryId } from '../../../domain/basics.ts';
import type { Screening } from '../../../domain/screening.ts';
import type { AccessUseReader, Borne } from '../../ports/archive/access-use.ts';
import type { CaseChange, CaseReader, CaseWriter } from '../../ports/archive/cases.ts';
import type { LogWriter } from '../../ports/archive/change-log.ts';
import type { EntryChange, EntryReader, EntryWriter } from '../../ports/archive/entries.ts';
import { logDifferences, screeningDifferences } from '../audit-log.ts';

export type MovingBorne = AccessUseReader & CaseReader & EntryReader & CaseWriter & EntryWriter & LogWriter;
type Where = { readonly adminUnit: CaseChange['adminUnit'] & string; readonly screening?: Screening };
type Change = (before: Where) => Pick<CaseChange & EntryChange, 'adminUnit' | 'screening'>;

/** Changes every case and entry that bears this, with a row in the log for each; gives those that were changed. */
export async function moveBorne(
  tx: MovingBorne,
  borne: Borne,
  change: Change,
  who: Parameters<typeof logDifferences>[4],
): Promise<{ readonly caseIds: readonly CaseId[]; readonly entryIds: readonly EntryId[] }> {
  const { rows } = await tx.bearersOf(borne, { offset: 0, limit: Number.MAX_SAFE_INTEGER });
  for (const { caseId, entryId } of rows) {
    const before = entryId ? await tx.findEntry(entryId) : await tx.findCase(caseId);
    if (!before) continue;
    const after = entryId
      ? await tx.changeEntry(entryId, change(before))
      : await tx.changeCase(caseId, change(before));
    await logDifferences(
      tx,
      entryId ? 'entry' : 'case',
      entryId ?? caseId,
      {
        administrativEnhet: [before.adminUnit, after.adminUnit],
        ...screeningDifferences(before.screening, after.screening),
      },
      who,
    );
  }
  return { caseIds: rows.map((row) => row.caseId), entryIds: rows.flatMap((row) => row.entryId ?? []) };
}
