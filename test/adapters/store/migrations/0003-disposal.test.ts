import Database from 'better-sqlite3';
import { expect, onTestFinished, test } from 'vitest';
import type { Disposal } from '../../../../domain/disposal.ts';
import { openArchiveStore } from '../../../../main/adapters/store/open-archive-store.ts';
import { archiveAtVersion } from '../support/at-version.ts';
import { at, id, identity, openSample } from '../support/sample.ts';

test('classes from before stay undecided, and new ones keep what becomes of their cases', async () => {
  const { path, sqlite } = await archiveAtVersion(2);
  const [part, system, old] = [id(), id(), id<'class'>()];
  sqlite
    .prepare(
      "INSERT INTO archive VALUES (?, 1, 'training', 'Opplæring', 'Opprettet', 'Fjordvik kommune', '999999999', ?, 'Odd')",
    )
    .run(identity.id, at);
  sqlite
    .prepare("INSERT INTO archive_part VALUES (?, ?, 'Saksarkiv', 'Aktiv periode', ?, 'Odd')")
    .run(part, identity.id, at);
  sqlite
    .prepare("INSERT INTO classification_system VALUES (?, ?, 'K-koder', 'K-koder', ?, 'Odd')")
    .run(system, part, at);
  sqlite.prepare("INSERT INTO archive_class VALUES (?, ?, NULL, '221', 'Ansettelser')").run(old, system);

  const store = await openArchiveStore(path);
  onTestFinished(() => store.close());
  const given: readonly Disposal[] = [
    { decision: 'B' },
    { decision: 'B', legalBasis: 'Plan, punkt 1' },
    { decision: 'K', retentionYears: 10 },
    { decision: 'G', retentionYears: 5, legalBasis: 'Plan, punkt 2' },
  ];
  await store.change(async (archive) => {
    for (const [position, disposal] of given.entries())
      await archive.addClass({ id: id(), code: `3${position}`, title: 'Ny', disposal });
  });
  expect(await store.read.classes()).toEqual([
    { id: old, code: '221', title: 'Ansettelser', hasChildren: false },
    ...given.map((disposal, position) => expect.objectContaining({ code: `3${position}`, disposal })),
  ]);
  expect(sqlite.prepare('SELECT decision FROM class_disposal ORDER BY rowid').pluck().all()).toEqual([
    'Bevares',
    'Bevares',
    'Kasseres',
    'Vurderes senere',
  ]);
});

test.each<[why: string, decision: unknown, legalBasis: unknown, years: unknown]>([
  ['a code instead of its text', 'K', null, 10],
  ['another text', 'Slettes', null, 10],
  ['discarding without a time', 'Kasseres', null, null],
  ['assessing without a time', 'Vurderes senere', null, null],
  ['keeping for a time', 'Bevares', null, 10],
  ['no years', 'Kasseres', null, 0],
  ['years that no date can hold', 'Kasseres', null, 1000],
  ['years that are no number', 'Kasseres', null, 'ti'],
  ['an empty legal basis', 'Bevares', '', null],
])('the archive refuses %s', async (_why, decision, legalBasis, years) => {
  const store = await openSample();
  const [known] = await store.read.classes();
  await store.close();
  const sqlite = new Database(store.path);
  onTestFinished(() => {
    sqlite.close();
  });
  const insert = sqlite.prepare('INSERT INTO class_disposal VALUES (?, ?, ?, ?)');
  expect(() => insert.run(known?.id, decision, legalBasis, years)).toThrow(/CHECK|cannot store TEXT/);
  expect(insert.run(known?.id, 'Kasseres', 'Plan', 10).changes).toBe(1);
});
