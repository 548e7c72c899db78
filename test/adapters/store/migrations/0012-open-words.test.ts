import { expect, onTestFinished, test } from 'vitest';
import { toId } from '../../../../domain/basics.ts';
import { openArchiveStore } from '../../../../main/adapters/store/open-archive-store.ts';
import { actorIn } from '../../../support/actor.ts';
import { archiveAtVersion, putEntry } from '../support/at-version.ts';

test('what was screened before is found and put in order by open words only, for those who may not see it', async () => {
  const { path, sqlite } = await archiveAtVersion(9);
  const { caseId, entryId } = putEntry(sqlite);
  for (const table of ['case_file', 'journal_entry'])
    sqlite
      .prepare(
        `UPDATE ${table} SET screening_restriction = 'Personalsaker', screening_legal_basis = 'Offl. § 25',
         screening_hides_title = 1, screening_hides_parties = 1, public_title = 'Søknad'`,
      )
      .run();
  const index = sqlite.prepare(
    'INSERT INTO search_text (unit_id, case_id, is_entry, words) VALUES (?, ?, ?, ?)',
  );
  index.run(caseId, caseId, 0, ' 2026/1 2026 1 tilsetting søknad ');
  index.run(entryId, caseId, 1, ' 2026/1-1 1/2026 arbeidsavtale søknad ');
  sqlite.close();
  const store = await openArchiveStore(path);
  onTestFinished(() => store.close());
  const file = await store.read.findCase(toId(caseId));
  const stranger = actorIn('Personal', ['caseworker']);
  const cleared = actorIn('Personal', ['caseworker'], {
    clearances: [{ accessCode: toId('P'), units: file ? [file.adminUnit] : [] }],
  });
  const found = async (who: typeof stranger, text: string) =>
    (await store.read.searchCases(who, { text, statuses: [], orderBy: 'title', offset: 0, limit: 9 })).total;
  for (const text of ['tilsetting', 'arbeidsavtale']) {
    expect(await found(stranger, text), text).toBe(0);
    expect(await found(cleared, text), text).toBe(1);
  }
  for (const text of ['søknad', '2026/1', '1/2026']) expect(await found(stranger, text), text).toBe(1);
});
