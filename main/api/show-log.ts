import type { Actor } from '../../domain/access/actor.ts';
import { showLogRow } from '../../domain/access/show-log.ts';
import { hiddenBy, type Shown } from '../../domain/access/shown.ts';
import { guardedCase, guardedEntry } from '../../domain/access/sight.ts';
import type { CaseId, EntryId } from '../../domain/basics.ts';
import type { CaseFile } from '../../domain/case-file.ts';
import type { LogRow } from '../../domain/change-log.ts';
import type { CaseReader } from '../ports/archive/cases.ts';
import type { PlacedLogRow } from '../ports/archive/change-log.ts';
import type { EntryReader } from '../ports/archive/entries.ts';

type Reading = Pick<CaseReader, 'findCase'> & Pick<EntryReader, 'findEntry'>;

/** Rows of one case's log by the sight that this person has today, be they as old as they may. */
export async function showLog(
  archive: Reading,
  actor: Actor,
  caseId: CaseId | undefined,
  rows: readonly PlacedLogRow[],
): Promise<readonly Shown<LogRow>[]> {
  const file = caseId && (await archive.findCase(caseId));
  const ofCase = file ? hiddenBy(actor, guardedCase(file)) : 'gone';
  const entries = [...new Set(rows.flatMap(({ entryId }) => entryId ?? []))];
  const hidden = new Map(
    await Promise.all(entries.map(async (id) => [id, await hiddenOf(archive, actor, id, file)] as const)),
  );
  return rows.map(({ entryId, ...row }) => showLogRow(row, entryId ? hidden.get(entryId) : ofCase));
}

async function hiddenOf(archive: Reading, actor: Actor, id: EntryId, file: CaseFile | undefined) {
  const entry = await archive.findEntry(id);
  return entry && file ? hiddenBy(actor, guardedEntry(entry, file)) : 'gone';
}
