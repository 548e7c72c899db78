import type Database from 'better-sqlite3';
import { expect, onTestFinished, test } from 'vitest';
import { openArchiveStore } from '../../../../main/adapters/store/open-archive-store.ts';
import { archiveAtVersion, putEntry } from '../support/at-version.ts';
import { at, id } from '../support/sample.ts';

/** A case of an archive of version 9, with an entry in it that is in the same unit and screened alike. */
function putScreened(
  sqlite: Database.Database,
  sequence: number,
  unit: string,
  screening?: readonly [restriction: string, basis: string],
): void {
  const [restriction = null, basis = null] = screening ?? [];
  const hides = screening ? 1 : null;
  const caseId = id();
  sqlite
    .prepare(
      `INSERT INTO case_file (id, year, sequence, case_number, title, title_key, status, case_date, admin_unit, case_owner,
        class_id, screening_restriction, screening_legal_basis, screening_hides_title, screening_hides_parties, created_at,
        created_by, changed_at)
      SELECT ?, 2026, ?, ?, 'Sak', 'sak', 'Under behandling', '2026-11-20', ?, case_owner, class_id, ?, ?, ?, ?, ?, 'Odd', ?
      FROM case_file WHERE sequence = 1`,
    )
    .run(caseId, sequence, `2026/${sequence}`, unit, restriction, basis, hides, hides && 0, at, at);
  sqlite
    .prepare(
      `INSERT INTO journal_entry (id, case_id, journal_year, journal_sequence, entry_number, record_number, type, status,
        title, journal_date, caseworker, admin_unit, screening_restriction, screening_legal_basis, screening_hides_title,
        screening_hides_parties, ever_final, created_at, created_by)
      SELECT ?, ?, 2026, ?, 1, ?, type, status, title, journal_date, caseworker, ?, ?, ?, ?, ?, 1, ?, 'Odd'
      FROM journal_entry WHERE journal_sequence = 1`,
    )
    .run(id(), caseId, sequence, `2026/${sequence}-1`, unit, restriction, basis, hides && 0, hides, at);
}

function putUser(sqlite: Database.Database, name: string, unit: string, ...roles: readonly string[]): string {
  const user = String(id());
  sqlite
    .prepare('INSERT INTO archive_user (id, name, initials, admin_unit) VALUES (?, ?, ?, ?)')
    .run(user, name, 'XX', unit);
  for (const [position, role] of roles.entries())
    sqlite
      .prepare('INSERT INTO user_role (user_id, position, role) VALUES (?, ?, ?)')
      .run(user, position, role);
  return user;
}

async function migrated() {
  const { path, sqlite } = await archiveAtVersion(9);
  putEntry(sqlite);
  putScreened(sqlite, 2, 'Helse og omsorg', ['Unntatt offentlighet', 'Offl. § 13 jf. fvl. § 13']);
  putScreened(sqlite, 3, 'helse og omsorg', ['Personalsaker', ' offl § 25 ']);
  putScreened(sqlite, 4, '  ', ['Klientsaker', 'offl § 25']);
  putScreened(sqlite, 5, ' Helse og omsorg ', ['Midlertidig sperret', 'Offl. § 5']);
  putScreened(sqlite, 6, 'Fjordvik kommune');
  const users = {
    lise: putUser(sqlite, 'Lise Leder', 'Helse og omsorg', 'caseworker', 'leader'),
    siri: putUser(sqlite, 'Siri Senter', 'Arkiv', 'documentCentre', 'systemOwner'),
    rune: putUser(sqlite, 'Rune Revisor', '', 'reader', 'caseworker'),
  };
  const store = await openArchiveStore(path);
  onTestFinished(() => store.close());
  return { store, sqlite, users };
}

test('every spelling of a unit becomes a unit below the municipality, and what had none stands at the top', async () => {
  const { store, sqlite } = await migrated();
  const units = await store.read.units();
  const top = units.find((unit) => unit.parentId === undefined);
  expect(top).toMatchObject({ name: 'Fjordvik kommune', openedOn: at.slice(0, 10) });
  expect(units.filter((unit) => unit !== top).map(({ name, parentId }) => ({ name, parentId }))).toEqual(
    ['Arkiv', 'helse og omsorg', 'Helse og omsorg', 'Personal'].map((name) => ({ name, parentId: top?.id })),
  );
  const placed = sqlite
    .prepare(
      `SELECT case_number, admin_unit.name FROM case_file JOIN admin_unit ON admin_unit.id = admin_unit
      UNION ALL SELECT record_number, admin_unit.name FROM journal_entry JOIN admin_unit ON admin_unit.id = admin_unit`,
    )
    .raw()
    .all();
  expect(placed.toSorted()).toEqual([
    ['2026/1', 'Personal'],
    ['2026/1-1', 'Personal'],
    ['2026/2', 'Helse og omsorg'],
    ['2026/2-1', 'Helse og omsorg'],
    ['2026/3', 'helse og omsorg'],
    ['2026/3-1', 'helse og omsorg'],
    ['2026/4', 'Fjordvik kommune'],
    ['2026/4-1', 'Fjordvik kommune'],
    ['2026/5', 'Helse og omsorg'],
    ['2026/5-1', 'Helse og omsorg'],
    ['2026/6', 'Fjordvik kommune'],
    ['2026/6-1', 'Fjordvik kommune'],
  ]);
  expect(sqlite.pragma('foreign_key_check')).toEqual([]);
});

test('each restriction becomes its code, a basis of free text joins the list, and no screening hides less than before', async () => {
  const { store, sqlite } = await migrated();
  const screened = (table: string, number: string) =>
    sqlite
      .prepare(
        `SELECT ${number}, screening_code, screening_legal_basis, screening_hides_title, screening_hides_parties,
          screening_hides_documents FROM ${table} WHERE screening_code IS NOT NULL ORDER BY ${number}`,
      )
      .raw()
      .all();
  expect(screened('case_file', 'case_number')).toEqual([
    ['2026/2', 'UO', 'Offl. § 13 jf. fvl. § 13', 1, 0, 1],
    ['2026/3', 'P', 'offl § 25', 1, 0, 1],
    ['2026/4', 'KL', 'offl § 25', 1, 0, 1],
    ['2026/5', 'XX', 'Offl. § 5', 1, 0, 1],
  ]);
  expect(screened('journal_entry', 'record_number')).toEqual([
    ['2026/2-1', 'UO', 'Offl. § 13 jf. fvl. § 13', 0, 1, 1],
    ['2026/3-1', 'P', 'offl § 25', 0, 1, 1],
    ['2026/4-1', 'KL', 'offl § 25', 0, 1, 1],
    ['2026/5-1', 'XX', 'Offl. § 5', 0, 1, 1],
  ]);
  const { codes, bases } = await store.read.accessLists();
  const free = bases.filter(({ text }) => text === 'offl § 25');
  expect(free).toHaveLength(1);
  expect(
    codes.filter((code) => code.bases.some((basis) => basis === free[0]?.id)).map(({ id }) => id),
  ).toEqual(['KL', 'P']);
});

test('roles are held in a unit, nobody is cleared or put in a group, and the review is due', async () => {
  const { store, users } = await migrated();
  const names = new Map((await store.read.units()).map((unit) => [unit.id, unit.name]));
  const rights = await store.read.rights();
  const held = (user: string) =>
    rights
      .filter(({ userId }) => userId === user)
      .flatMap(({ roles }) => roles.map(({ role, unit }) => `${role}: ${names.get(unit)}`));
  expect(held(users.lise)).toEqual(['caseworker: Helse og omsorg', 'leader: Helse og omsorg']);
  expect(held(users.siri)).toEqual(['documentCentre: Fjordvik kommune', 'systemOwner: Fjordvik kommune']);
  expect(held(users.rune)).toEqual(['reader: Fjordvik kommune', 'caseworker: Fjordvik kommune']);
  expect(rights.flatMap(({ clearances, groups }) => [...clearances, ...groups])).toEqual([]);
  expect(await store.read.deputyships()).toEqual([]);
  expect(await store.read.accessReviewDue()).toBe(true);
  await store.change((archive) => archive.endAccessReview(at, 'Siri Senter'));
  expect(await store.read.accessReviewDue()).toBe(false);
});
