import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { CalendarDate } from '../../domain/basics.ts';
import { type EntryId, type JobId, toId } from '../../domain/basics.ts';
import { screeningFlaws } from '../../domain/screening.ts';
import { openArchiveStore } from '../../main/adapters/store/open-archive-store.ts';
import type { ArchiveWriter } from '../../main/ports/archive-store.ts';
import { applicationForTests } from '../support/application-door.ts';
import { ingrid, olav } from '../support/desk.ts';

const door = applicationForTests();
const { ask, refused, be } = door;
const page = { offset: 0, limit: 50 };

/** As an archive from before holds it. */
async function amid(change: (tx: ArchiveWriter) => Promise<unknown>): Promise<void> {
  const store = await openArchiveStore(join(door.folder, 'archive.db'));
  await store.change(change);
  await store.close();
}

test('a screening that has run out is listed until it is settled, for those who keep the journal', async () => {
  await be('caseworker');
  for (const name of ['screenings.counts', 'screenings.list', 'screenings.settle'] as const)
    expect(await refused(name, { flaw: 'expired', limit: 1, things: [], settlement: { how: 'open' } })).toBe(
      'not-allowed',
    );
  await be('documentCentre');
  const caseId = await door.newCase();
  const file = await ask('cases.open', { caseId });
  const endsOn: CalendarDate = '2020-01-01';
  const screening = { accessCode: toId<'access-code'>('UO'), legalBasis: 'Offl. § 14', endsOn };
  const hides = { hidesTitle: true, hidesParties: true, hidesDocuments: true };
  await ask('cases.change', { ...file, caseId, screening: { ...screening, ...hides } });
  const expired = async () =>
    (await ask('screenings.counts', {})).counts.find(({ flaw }) => flaw === 'expired')?.count;
  expect((await ask('screenings.counts', {})).counts.map(({ flaw }) => flaw)).toEqual(screeningFlaws);
  expect(await expired()).toBe(1);
  expect(await ask('screenings.list', { flaw: 'expired', limit: 10 })).toMatchObject({
    total: 1,
    rows: [{ caseId, title: file.title, settle: { may: true } }],
  });
  const settlement = { how: 'open' } as const;
  expect(await ask('screenings.settle', { flaw: 'expired', things: [{ caseId }], settlement })).toEqual({
    settled: 1,
    passed: 0,
    left: [],
  });
  expect(await expired()).toBe(0);
  expect((await ask('cases.open', { caseId })).screening).toBeUndefined();
});

test('parties that disagree with what was sent are corrected, or left with a reason, once', async () => {
  await be('documentCentre');
  const nothing = { entryId: 'x', revision: 0, copies: [], reason: 'Rett' };
  for (const name of ['parties.correct', 'parties.leave'] as const)
    expect(await refused(name, nothing)).toBe('not-found');
  const caseId = await door.newCase();
  const entryIds: string[] = [];
  for (const _ of ['corrected', 'left']) {
    const entryId = await door.ready(caseId);
    const jobId = await door.expedite(entryId);
    const other = { id: toId<'party'>(crypto.randomUUID()), kind: 'EM' as const, isFirm: false };
    await amid(async (tx) => {
      await tx.setParties(toId<'entry'>(entryId) satisfies EntryId, [{ ...other, name: olav.name }]);
      await tx.addPartyMismatch(
        toId(entryId),
        toId<'job'>(jobId) satisfies JobId,
        '2026-01-05T10:00:00.000Z',
      );
    });
    entryIds.push(entryId);
  }
  const [corrected = '', left = ''] = entryIds;
  const { rows } = await ask('parties.mismatches', page);
  expect(rows.map(({ entryId }) => entryId).sort()).toEqual(entryIds.toSorted());
  expect(rows[0]).toMatchObject({
    parties: [{ name: olav.name }],
    sentTo: [{ name: ingrid.name }],
    proposed: [{ name: ingrid.name }],
    settle: { may: true },
  });
  const { revision = -1 } = rows.find(({ entryId }) => entryId === corrected) ?? {};
  await ask('parties.correct', { entryId: corrected, revision, copies: [] });
  expect((await ask('entries.open', { entryId: corrected })).parties.map(({ name }) => name)).toEqual([
    ingrid.name,
  ]);
  expect(await refused('parties.leave', { entryId: left, reason: ' ' })).toMatch(
    /reason-missing|invalid-input/,
  );
  await ask('parties.leave', { entryId: left, reason: 'Olav er verge' });
  expect((await ask('entries.open', { entryId: left })).parties.map(({ name }) => name)).toEqual([olav.name]);
  expect(await ask('parties.mismatches', page)).toMatchObject({ total: 0 });
  expect(await refused('parties.leave', { entryId: left, reason: 'Igjen' })).toBe('parties-settled');
  await be('caseworker');
  expect(await ask('parties.mismatches', page)).toMatchObject({ total: 0 });
  expect(await refused('parties.leave', { entryId: left, reason: 'Igjen' })).toBe('not-allowed');
});
