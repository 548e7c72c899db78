import { afterAll, beforeAll, expect, test } from 'vitest';
import { deleteEntry } from '../../../main/usecases/entries/delete-entry.ts';
import { emptyBin, emptyOldFromBin } from '../../../main/usecases/entries/empty-bin.ts';
import { restoreEntry } from '../../../main/usecases/entries/restore-entry.ts';
import { actorIn } from '../../support/actor.ts';
import { kari, lars, must, odd, openDesk } from '../../support/desk.ts';
import { openMemoryRoom } from '../../support/memory-signing.ts';
import { code } from '../../support/registered.ts';
import type { SigningRoom } from '../../support/signing-room.ts';

let room: SigningRoom;
beforeAll(async () => {
  room = await openMemoryRoom();
});
afterAll(() => room.close());
const day = 86_400;

test('only one’s own draft is deleted, and it lies in the bin for 30 days before it is gone for good', async () => {
  const desk = await openDesk(room);
  const caseId = await desk.newCase();
  const entryId = await desk.newEntry(caseId);
  const { needs } = desk;
  for (const other of [lars, odd])
    expect(await code(deleteEntry(needs)(other, entryId))).toBe('not-own-draft');
  must(await deleteEntry(needs)(kari, entryId));
  expect(await desk.read.findEntry(entryId)).toBeUndefined();
  expect(await code(deleteEntry(needs)(kari, entryId))).toBe('not-found');
  expect(await code(restoreEntry(needs)(kari, entryId))).toBe('not-allowed');
  const elsewhere = actorIn('Skole', ['documentCentre']);
  expect(await code(emptyBin(needs)(elsewhere, entryId))).toBe('other-unit');
  expect(must(await emptyBin(needs)(elsewhere))).toBe(0);

  await room.pass(30 * day - 60);
  await emptyOldFromBin(needs)();
  must(await restoreEntry(needs)(odd, entryId));
  expect(await desk.entry(entryId)).toMatchObject({ status: 'R', recordNumber: '2026/1-1' });
  must(await deleteEntry(needs)(kari, entryId));
  await room.pass(30 * day + 60);
  await emptyOldFromBin(needs)();
  expect(await desk.read.findBinned(entryId)).toBeUndefined();
  expect((await desk.entry(await desk.newEntry(caseId))).entryNumber).toBe(2);
});
