import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Actor } from '../../../domain/access/actor.ts';
import { type CaseId, type EntryId, toId } from '../../../domain/basics.ts';
import { dateOf, plusDays } from '../../../domain/calendar.ts';
import type { Screening } from '../../../domain/screening.ts';
import {
  countFlawedScreenings,
  listFlawedScreenings,
} from '../../../main/usecases/access/list-flawed-screenings.ts';
import { settleScreenings } from '../../../main/usecases/access/settle-screenings.ts';
import { changeEntry } from '../../../main/usecases/entries/change-entry.ts';
import { actorIn } from '../../support/actor.ts';
import { type Desk, fieldRows, kari, must, odd, openDesk } from '../../support/desk.ts';
import { openMemoryRoom } from '../../support/memory-signing.ts';
import { code } from '../../support/registered.ts';
import type { SigningRoom } from '../../support/signing-room.ts';
import { unit } from '../../support/units.ts';

let room: SigningRoom;
beforeAll(async () => {
  room = await openMemoryRoom();
});
afterAll(() => room.close());

const screening: Screening = {
  accessCode: toId('UO'),
  legalBasis: 'Offl. § 14',
  hidesTitle: true,
  hidesParties: true,
  hidesDocuments: true,
};
/** Of the document centre, and cleared for nothing. */
const uncleared: Actor = { ...odd, access: { ...odd.access, clearances: [] } };
const todayOf = (desk: Desk) => dateOf(desk.needs.clock.now());
const put = (desk: Desk, id: { caseId: CaseId; entryId?: EntryId }, change: Partial<Screening>) =>
  desk.archive.change(async (tx) => {
    const is = { ...screening, ...change };
    if (id.entryId) await tx.changeEntry(id.entryId, { screening: is });
    else await tx.changeCase(id.caseId, { screening: is });
  });
const countsOf = async (desk: Desk, actor: Actor) =>
  Object.fromEntries(must(await countFlawedScreenings(desk.needs)(actor)));

/** A case and an entry in it whose screening ended yesterday. */
async function expiredPair(desk: Desk) {
  const caseId = await desk.newCase({ screening });
  const entryId = await desk.newEntry(caseId);
  const endsOn = plusDays(todayOf(desk), -1);
  await put(desk, { caseId }, { endsOn });
  await put(desk, { caseId, entryId }, { endsOn });
  return { caseId, entryId, both: [{ caseId }, { caseId, entryId }] };
}

test('what has expired stands in the list of the document centre in its units, and of nobody else', async () => {
  const desk = await openDesk(room);
  const { both } = await expiredPair(desk);
  expect(await countsOf(desk, odd)).toEqual({
    expired: 2,
    provisional: 0,
    'code-withdrawn': 0,
    'basis-repealed': 0,
  });
  expect(await countsOf(desk, actorIn('Skole', ['documentCentre']))).toMatchObject({ expired: 0 });
  expect(await code(countFlawedScreenings(desk.needs)(kari))).toBe('not-allowed');
  const first = must(await listFlawedScreenings(desk.needs)(odd, 'expired', { limit: 1 }));
  expect(first).toMatchObject({ total: 2, rows: [{ since: { by: kari.name, isKnown: true } }] });
  const { next: after = '' } = first;
  const second = must(await listFlawedScreenings(desk.needs)(odd, 'expired', { limit: 1, after }));
  expect(second.next).toBeUndefined();
  expect([...first.rows, ...second.rows].map(({ caseId, entryId }) => ({ caseId, entryId }))).toEqual(
    expect.arrayContaining(both.map(({ caseId, ...rest }) => ({ caseId, entryId: undefined, ...rest }))),
  );
});

test('many are opened at once with their lines in the log; who is not cleared opens none of them', async () => {
  const desk = await openDesk(room);
  const { caseId, entryId, both } = await expiredPair(desk);
  const settle = settleScreenings(desk.needs);
  expect(await code(settle(kari, 'expired', both, { how: 'open' }))).toBe('not-allowed');
  const refused = must(await settle(uncleared, 'expired', both, { how: 'open' }));
  expect(refused).toMatchObject({ settled: 0, passed: 0 });
  expect(refused.left.map(({ refusal }) => refusal.code)).toEqual(['not-cleared', 'not-cleared']);
  expect(must(await settle(odd, 'expired', both, { how: 'open' }))).toEqual({
    settled: 2,
    passed: 0,
    left: [],
  });
  expect((await desk.read.findCase(caseId))?.screening).toBeUndefined();
  expect((await desk.entry(entryId)).screening).toBeUndefined();
  const log = await desk.log(entryId);
  expect(log).toContainEqual(
    expect.objectContaining({ code: 'screening-loosened', facts: { opened: ['all'] } }),
  );
  expect(fieldRows(log)).toContainEqual({
    field: 'tilgangsrestriksjon',
    before: 'UO',
    after: '(tom)',
    by: odd.name,
  });
  expect(must(await settle(odd, 'expired', both, { how: 'open' }))).toMatchObject({ settled: 0, passed: 2 });
});

test('a screening is prolonged to a day that comes, also of a case that is closed', async () => {
  const desk = await openDesk(room);
  const { caseId, both } = await expiredPair(desk);
  await desk.archive.change((tx) =>
    tx.changeCase(caseId, { status: 'A', closedAt: desk.needs.clock.now(), closedBy: odd.name }),
  );
  const settle = settleScreenings(desk.needs);
  const yesterday = plusDays(todayOf(desk), -1);
  expect(await code(settle(odd, 'expired', both, { how: 'prolong', endsOn: yesterday }))).toBe('date-past');
  const endsOn = plusDays(todayOf(desk), 365);
  expect(must(await settle(odd, 'expired', both, { how: 'prolong', endsOn }))).toMatchObject({ settled: 2 });
  expect((await desk.read.findCase(caseId))?.screening).toEqual({ ...screening, endsOn });
  expect(await countsOf(desk, odd)).toMatchObject({ expired: 0 });
});

test('what bears a withdrawn code or a repealed basis hides as before until it is given what counts', async () => {
  const desk = await openDesk(room);
  const caseId = await desk.newCase({ screening });
  const entryId = await desk.newEntry(caseId);
  const today = todayOf(desk);
  const { codes, bases } = await desk.read.accessLists();
  await desk.archive.change(async (tx) => {
    for (const one of codes) if (one.id === 'UO') await tx.putAccessCode({ ...one, withdrawnOn: today });
    for (const one of bases)
      if (one.text === 'Offl. § 14') await tx.putLegalBasis({ ...one, repealedOn: today });
  });
  expect(await countsOf(desk, odd)).toMatchObject({ 'code-withdrawn': 2, 'basis-repealed': 2 });
  const settle = settleScreenings(desk.needs);
  const things = [{ caseId }, { caseId, entryId }];
  const toOld = { how: 'rescreen', accessCode: toId<'access-code'>('UO'), legalBasis: 'Offl. § 15' } as const;
  const same = must(await settle(odd, 'code-withdrawn', things, toOld));
  expect(same.left.map(({ refusal }) => refusal.code)).toEqual([
    'access-code-withdrawn',
    'access-code-withdrawn',
  ]);
  const toNew = { how: 'rescreen', accessCode: toId<'access-code'>('P'), legalBasis: 'Offl. § 25' } as const;
  expect(must(await settle(odd, 'code-withdrawn', things, toNew))).toMatchObject({ settled: 2, left: [] });
  expect((await desk.entry(entryId)).screening).toEqual({
    ...screening,
    accessCode: 'P',
    legalBasis: 'Offl. § 25',
  });
  expect(await desk.log(entryId)).toContainEqual(
    expect.objectContaining({ code: 'screening-loosened', facts: { opened: ['readers'] } }),
  );
  expect(await countsOf(desk, odd)).toMatchObject({ 'code-withdrawn': 0, 'basis-repealed': 0 });
});

test('the provisional code is on the list a month after it was given, counted from that and no other change', async () => {
  const desk = await openDesk(room);
  const caseId = await desk.newCase();
  const entryId = await desk.newEntry(caseId);
  const { revision } = await desk.entry(entryId);
  const provisional = { ...screening, accessCode: toId<'access-code'>('XX'), legalBasis: 'Offl. § 5' };
  must(await changeEntry(desk.needs)(kari, entryId, revision, { screening: provisional }));
  expect(await countsOf(desk, odd)).toMatchObject({ provisional: 0 });
  await room.pass(20 * 86_400);
  const again = { ...provisional, endsOn: plusDays(todayOf(desk), 400) };
  const { revision: next } = await desk.entry(entryId);
  must(await changeEntry(desk.needs)(kari, entryId, next, { screening: again }));
  await room.pass(12 * 86_400);
  expect(await countsOf(desk, odd)).toMatchObject({ provisional: 1 });
  const clearedForXx = {
    ...odd,
    access: {
      ...odd.access,
      clearances: [{ accessCode: toId<'access-code'>('XX'), units: [unit('Personal')] }],
    },
  };
  const settle = settleScreenings(desk.needs);
  const stay = { how: 'rescreen', accessCode: toId<'access-code'>('XX'), legalBasis: 'Offl. § 5' } as const;
  const left = must(await settle(clearedForXx, 'provisional', [{ caseId, entryId }], stay)).left;
  expect(left.map(({ refusal }) => refusal.code)).toEqual(['still-flawed']);
  const settled = {
    how: 'rescreen',
    accessCode: toId<'access-code'>('UO'),
    legalBasis: 'Offl. § 14',
  } as const;
  expect(must(await settle(clearedForXx, 'provisional', [{ caseId, entryId }], settled)).settled).toBe(1);
});
