import { join } from 'node:path';
import Database from 'better-sqlite3';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Actor } from '../../../domain/access/actor.ts';
import { decideSight, guardedCase, guardedEntry } from '../../../domain/access/sight.ts';
import { type AccessCodeId, type AccessGroupId, type Id, toId } from '../../../domain/basics.ts';
import type { Screening } from '../../../domain/screening.ts';
import { cacheStatements, queryArchive } from '../../../main/adapters/store/connection.ts';
import { titleKey } from '../../../main/adapters/store/fold-text.ts';
import { openArchiveStore } from '../../../main/adapters/store/open-archive-store.ts';
import { seesCase, seesEntry } from '../../../main/adapters/store/sight-condition.ts';
import { actorIn } from '../../support/actor.ts';
import { addUnits, unit } from '../../support/units.ts';
import {
  id,
  identity,
  kari,
  newCase,
  newEntry,
  odd,
  party,
  personnel,
  temporaryFolder,
} from './support/sample.ts';

const units = ['Personal', 'Dokumentsenter', 'Helse'];
const codes: readonly AccessCodeId[] = ['UO', 'P', 'KL'].map((code) => toId(code));
const groups: readonly AccessGroupId[] = ['g1', 'g2'].map((group) => toId(group));
const someUnit = fc.constantFrom(...units).map(unit);
const owner = fc.constantFrom(kari.id, odd.id);

const screening: fc.Arbitrary<Screening | undefined> = fc.option(
  fc.record(
    {
      accessCode: fc.constantFrom(...codes),
      legalBasis: fc.constant('Offl. § 13'),
      hidesTitle: fc.boolean(),
      hidesParties: fc.boolean(),
      hidesDocuments: fc.boolean(),
      accessGroup: fc.constantFrom(...groups),
    },
    { requiredKeys: ['accessCode', 'legalBasis', 'hidesTitle', 'hidesParties', 'hidesDocuments'] },
  ),
  { nil: undefined },
);
const things = fc.array(
  fc.record({
    caseUnit: someUnit,
    caseOwner: owner,
    ofCase: screening,
    publicTitle: fc.option(fc.constantFrom('Apple', 'Zebra'), { nil: undefined }),
    entryUnit: someUnit,
    caseworker: owner,
    ofEntry: screening,
    isScreened: fc.boolean(),
  }),
  { minLength: 1, maxLength: 6 },
);
const many = <Kind extends string>(kind: Kind, count: number): readonly Id<Kind>[] =>
  Array.from({ length: count }, (_, number) => toId(`other-${kind}-${number}`));
const actor: fc.Arbitrary<Actor> = fc
  .record({
    clearances: fc.array(
      fc.record({ accessCode: fc.constantFrom(...codes), units: fc.array(someUnit, { maxLength: 2 }) }),
      { maxLength: 2 },
    ),
    groups: fc.subarray([...groups]),
    deputyOf: fc.subarray([kari.id, odd.id], { maxLength: 1 }),
    others: fc.constantFrom(0, 3, 20),
  })
  .map(({ others, clearances, groups: of, deputyOf }) =>
    actorIn('Personal', ['caseworker'], {
      // Besides, what opens nothing here: SQL has long lists in another form than short ones.
      clearances: clearances.map(({ accessCode, units: some }) => ({
        accessCode,
        units: [...some, ...many('unit', others)],
      })),
      groups: [...of, ...many('access-group', others)],
      deputyOf: [...deputyOf, ...many('user', others)],
    }),
  );

async function openTestArchive() {
  const path = join(await temporaryFolder(), 'archive.db');
  const store = await openArchiveStore(path, { create: identity });
  await store.change(async (tx) => {
    await addUnits(tx, ...units);
    for (const user of [kari, odd]) await tx.addUser(user);
    await tx.addClass(personnel);
    for (const group of groups) await tx.putAccessGroup({ id: group, name: group, members: [] });
  });
  return { path, store };
}

test('SQL decides as the domain does: who sees what, by which words it is found, in what order it stands', async () => {
  const { path, store } = await openTestArchive();
  const sqlite = new Database(path, { readonly: true });
  const db = queryArchive(cacheStatements(sqlite));
  await fc.assert(
    fc.asyncProperty(things, actor, async (drawn, who) => {
      const mark = `m${id().slice(0, 8)}`;
      const made = await store.change((tx) =>
        Promise.all(
          drawn.map(async (thing, at) => {
            const file = await tx.addCase(
              newCase({
                title: `${mark} q${at} hemmeligsak`,
                ...(thing.publicTitle && { publicTitle: `${mark} ${thing.publicTitle}` }),
                adminUnit: thing.caseUnit,
                caseOwner: thing.caseOwner,
                ...(thing.ofCase && { screening: thing.ofCase }),
              }),
            );
            const entry = await tx.addEntry(
              newEntry(file.id, {
                title: `hemmeligpost${mark}`,
                adminUnit: thing.entryUnit,
                caseworker: thing.caseworker,
                ...(thing.ofEntry && { screening: thing.ofEntry }),
              }),
            );
            await tx.setParties(entry.id, [
              party(`hemmeligpart${mark}`, { ...(thing.isScreened && { isScreened: true }) }),
            ]);
            return { file, entry, thing };
          }),
        ),
      );
      const cases = await db.selectFrom('case_file').select('id').where(seesCase(who)).execute();
      const entries = await db.selectFrom('journal_entry').select('id').where(seesEntry(who)).execute();
      for (const { file, entry, thing } of made) {
        const sees = decideSight(who, guardedEntry(entry, file)).ok;
        expect(cases.some(({ id: seen }) => seen === file.id)).toBe(decideSight(who, guardedCase(file)).ok);
        expect(entries.some(({ id: seen }) => seen === entry.id)).toBe(sees);
        const found = async (text: string) =>
          (await store.read.findEntriesOf(file.id, who, { text, offset: 0, limit: 1 })).total === 1;
        const hides = thing.ofEntry;
        expect(await found(`hemmeligpost${mark}`)).toBe(sees || !hides?.hidesTitle);
        expect(await found(`hemmeligpart${mark}`)).toBe(
          sees || !hides || !(hides.hidesParties || thing.isScreened),
        );
        expect(await found(entry.recordNumber)).toBe(true);
      }
      const shown = made.map(({ file, thing }) => {
        const hidden = thing.ofCase?.hidesTitle && !decideSight(who, guardedCase(file)).ok;
        const open = thing.publicTitle ? `${mark} ${thing.publicTitle}` : '';
        return { file, finds: !hidden, key: titleKey(hidden ? open : file.title) };
      });
      const search = (text: string) =>
        store.read.searchCases(who, { text, statuses: [], orderBy: 'title', offset: 0, limit: 500 });
      const found = await search(`${mark} hemmeligsak`);
      expect(found.total).toBe(shown.filter(({ finds }) => finds).length);
      expect(found.rows.length).toBe(found.total);
      const inOrder = shown.toSorted(
        (a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0) || a.file.sequence - b.file.sequence,
      );
      const all = (await search('')).rows.filter((row) => made.some(({ file }) => file.id === row.id));
      expect(all.map((row) => row.id)).toEqual(inOrder.map(({ file }) => file.id));
    }),
    { numRuns: 60 },
  );
  sqlite.close();
  await store.close();
});
