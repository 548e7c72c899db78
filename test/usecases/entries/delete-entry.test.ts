import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { deleteEntry } from '../../../main/usecases/entries/delete-entry.ts';
import { fieldRows, kari, must, openDesk } from '../../support/desk.ts';
import { openMemoryRoom } from '../../support/memory-signing.ts';
import type { SigningRoom } from '../../support/signing-room.ts';

let room: SigningRoom;
beforeAll(async () => {
  room = await openMemoryRoom();
});
afterAll(() => room.close());

describe('an entry', () => {
  test('gets its running number and its number in the case, which a deleted one keeps', async () => {
    const desk = await openDesk(room);
    const caseId = await desk.newCase();
    const [first, second] = [await desk.newEntry(caseId), await desk.newEntry(caseId)];
    must(await deleteEntry(desk.needs)(kari, second));
    const third = await desk.entry(await desk.newEntry(caseId));
    expect(third).toMatchObject({ entryNumber: 3, journalSequence: 3, status: 'R' });
    expect((await desk.entry(first)).recordNumber).toMatch(/^\d{4}\/1-1$/);
    const rows = fieldRows(await desk.read.logOf({ caseId }, { offset: 0, limit: 50 }));
    expect(rows).toContainEqual(
      expect.objectContaining({
        field: 'slettetJournalpost',
        before: expect.stringContaining('-2 Arbeidsavtale'),
      }),
    );
  });
});
