import { join } from 'node:path';
import { expect, test } from 'vitest';
import { toId } from '../../../domain/basics.ts';
import { openArchiveStore } from '../../../main/adapters/store/open-archive-store.ts';
import type { ArchiveWriter } from '../../../main/ports/archive-store.ts';
import { applicationForTests } from '../../support/application-door.ts';
import { ingrid, olav } from '../../support/desk.ts';

const door = applicationForTests();
const { ask, refused, be } = door;
const page = { offset: 0, limit: 50 };

/** As an archive from before holds it. */
async function amid(change: (tx: ArchiveWriter) => Promise<unknown>): Promise<void> {
  const store = await openArchiveStore(join(door.folder, 'archive.db'));
  await store.change(change);
  await store.close();
}

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
      await tx.setParties(toId(entryId), [{ ...other, name: olav.name }]);
      await tx.addPartyMismatch(toId(entryId), toId(jobId), '2026-01-05T10:00:00.000Z');
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
