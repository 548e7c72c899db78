import { expect, onTestFinished, test } from 'vitest';
import { toId } from '../../../../domain/basics.ts';
import { openArchiveStore } from '../../../../main/adapters/store/open-archive-store.ts';
import { archiveAtVersion, putEntry } from '../support/at-version.ts';

test('what was screened before has the time of the log, or that of its registration where the log says nothing', async () => {
  const { path, sqlite } = await archiveAtVersion(9);
  const { caseId, entryId } = putEntry(sqlite);
  for (const table of ['case_file', 'journal_entry'])
    sqlite
      .prepare(
        `UPDATE ${table} SET screening_restriction = 'Unntatt offentlighet', screening_legal_basis = 'Offl. § 14',
         screening_hides_title = 1, screening_hides_parties = 1`,
      )
      .run();
  const log = sqlite.prepare(
    `INSERT INTO change_log (subject, subject_id, case_id, entry_id, code, facts, changed_at, changed_by)
     VALUES ('entry', ?, ?, ?, 'field-changed', json_object('field', ?, 'before', '(tom)', 'after', ?), ?, ?)`,
  );
  const say = (field: string, after: string, at: string, by: string) =>
    log.run(entryId, caseId, entryId, field, after, at, by);
  say('tilgangsrestriksjon', 'Personalsaker', '2026-11-21T08:00:00.000Z', 'Ola');
  say('tilgangsrestriksjon', 'Unntatt offentlighet', '2026-11-22T08:00:00.000Z', 'Kari');
  say('skjermingshjemmel', 'Offl. § 14', '2026-11-23T08:00:00.000Z', 'Odd');
  const createdAt = sqlite.prepare('SELECT created_at FROM case_file WHERE id = ?').pluck().get(caseId);
  sqlite.close();
  const store = await openArchiveStore(path);
  onTestFinished(() => store.close());
  expect(await store.read.screenedSince(toId(entryId))).toEqual({
    at: '2026-11-22T08:00:00.000Z',
    by: 'Kari',
    isKnown: true,
  });
  expect(await store.read.screenedSince(toId(caseId))).toMatchObject({ at: createdAt, isKnown: false });
});
