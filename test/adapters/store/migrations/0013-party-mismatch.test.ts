import type Database from 'better-sqlite3';
import { expect, onTestFinished, test } from 'vitest';
import { toId } from '../../../../domain/basics.ts';
import { readMigrations } from '../../../../main/adapters/store/migrate.ts';
import { openArchiveStore } from '../../../../main/adapters/store/open-archive-store.ts';
import { actorIn } from '../../../support/actor.ts';
import { archiveAtVersion, putEntry, putJob } from '../support/at-version.ts';
import { id } from '../support/sample.ts';

type Party = readonly [name: string, more?: { kind?: string; firm?: string; person?: string }];
type Signer = readonly [name: string, onBehalfOf?: string];

/** One entry in an archive as it was first made, by SQL alone. */
function putParties(sqlite: Database.Database, entryId: string, parties: readonly Party[]): void {
  const insert = sqlite.prepare(
    `INSERT INTO correspondence_party (id, entry_id, position, kind, name, is_firm, contact_person)
     VALUES (?, ?, ?, ?, ?, ?, ?)`,
  );
  for (const [position, [name, more]] of parties.entries())
    insert.run(
      id(),
      entryId,
      position,
      more?.kind ?? 'Mottaker',
      name,
      more?.person === undefined ? 0 : 1,
      more?.person,
    );
}
function putSigners(sqlite: Database.Database, jobId: string, signers: readonly Signer[]): void {
  const insert = sqlite.prepare(
    `INSERT INTO signer (id, job_id, position, name, signing_group, on_behalf_of, state)
     VALUES (?, ?, ?, ?, 0, ?, 'waiting')`,
  );
  for (const [position, [name, onBehalfOf]] of signers.entries())
    insert.run(id(), jobId, position, name, onBehalfOf);
}

const cases: readonly [what: string, Party[], Signer[], listed: boolean, state?: string][] = [
  [
    'sent to those it names, however written and ordered',
    [['KARI  NES'], ['Bygg AS', { person: 'Ola Vik' }], ['Per Li', { kind: 'Kopimottaker' }]],
    [['Ola Vik', 'Bygg AS'], ['Kari Nes']],
    false,
  ],
  ['a signer that was added', [['Kari Nes']], [['Kari Nes'], ['Ola Vik']], true],
  ['a signer that was typed over', [['Kari Nes']], [['Ola Vik']], true],
  ['one named twice, asked once', [['Kari Nes'], ['Kari Nes']], [['Kari Nes']], true],
  ['another who signs for the firm', [['Bygg AS', { person: 'Per Li' }]], [['Ola Vik', 'Bygg AS']], true],
  ['never sent', [['Kari Nes']], [['Ola Vik']], false, 'sendFailed'],
];

/** From the first version one step at a time, as an archive from long ago is opened. */
test.each(cases)(
  'an archive from the beginning: %s',
  async (_what, parties, signers, listed, state = 'completed') => {
    const { path, sqlite } = await archiveAtVersion(1);
    const put = putEntry(sqlite);
    putParties(sqlite, put.entryId, parties);
    putSigners(sqlite, putJob(sqlite, put, { state: 'sendFailed' }), [['Somebody Before']]);
    putSigners(sqlite, putJob(sqlite, put, { state }), signers);
    sqlite.close();
    const store = await openArchiveStore(path);
    onTestFinished(() => store.close());
    const found = await store.read.findPartyMismatch(toId(put.entryId));
    expect(found !== undefined).toBe(listed);
    const newest = (await store.read.jobsOf(toId(put.entryId)))[0];
    if (found)
      expect(found).toEqual({ entryId: put.entryId, jobId: newest?.id, foundAt: expect.any(String) });
    const entry = await store.read.findEntry(toId(put.entryId));
    const unitOf = entry ? [entry.adminUnit] : [];
    const centre = actorIn('Personal', ['documentCentre']);
    const [grant] = centre.access.grants;
    const keeper = {
      ...centre,
      access: { ...centre.access, grants: grant ? [{ ...grant, units: unitOf }] : [] },
    };
    const page = { offset: 0, limit: 9 };
    expect((await store.read.basket('party-mismatch', keeper, page)).total).toBe(listed ? 1 : 0);
    expect((await store.read.basketCounts(keeper)).get('party-mismatch')).toBe(listed ? 1 : 0);
    for (const other of [actorIn('Personal', ['caseworker']), actorIn('Dokumentsenter', ['documentCentre'])])
      expect((await store.read.basketCounts(other)).get('party-mismatch')).toBe(0);
  },
);

test('nothing is looked at twice: what was settled stays so, and what is right is not kept', async () => {
  const { path, sqlite } = await archiveAtVersion(9);
  const put = putEntry(sqlite);
  putParties(sqlite, put.entryId, [['Kari Nes']]);
  putSigners(sqlite, putJob(sqlite, put, { state: 'completed', arrival: 'known' }), [['Ola Vik']]);
  sqlite.close();
  const first = await openArchiveStore(path);
  await first.change((tx) =>
    tx.settlePartyMismatch(toId(put.entryId), 'left', '2026-11-20T10:00:00.000Z', 'Odd Arkivar'),
  );
  await first.close();
  const again = await openArchiveStore(path);
  onTestFinished(() => again.close());
  expect(await again.read.findPartyMismatch(toId(put.entryId))).toBeUndefined();
  expect((await readMigrations())[12]?.name).toBe('0013-party-mismatch.sql');
});
