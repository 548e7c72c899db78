import { expect, test } from 'vitest';
import { openFreeTextArchive } from '../support/free-text-archive.ts';
import { at } from '../support/sample.ts';

test('every spelling of a unit becomes a unit below the municipality, and what had none stands at the top', async () => {
  const { store, sqlite } = await openFreeTextArchive();
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
  const { store, sqlite } = await openFreeTextArchive();
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
  const { store, users } = await openFreeTextArchive();
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
