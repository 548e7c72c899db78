import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { deleteEntry } from '../../../main/usecases/entries/delete-entry.ts';
import { setParties } from '../../../main/usecases/entries/set-parties.ts';
import { ingrid, kari, lars, must, odd, openDesk } from '../../support/desk.ts';
import { openMemoryRoom } from '../../support/memory-signing.ts';
import { code, revisionOf } from '../../support/registered.ts';
import type { SigningRoom } from '../../support/signing-room.ts';

let room: SigningRoom;
beforeAll(async () => {
  room = await openMemoryRoom();
});
afterAll(() => room.close());

describe('an entry', () => {
  test('goes through its steps with the right people, and its documents are finished with it', async () => {
    const desk = await openDesk(room);
    const entryId = await desk.newEntry(await desk.newCase(), { parties: [] });
    expect(await code(desk.toStatus(entryId, 'F'))).toBe('recipient-missing');
    must(
      await setParties(desk.needs)(kari, entryId, await revisionOf(desk, entryId), [
        { kind: 'EM', isFirm: false, ...ingrid },
      ]),
    );
    expect(await code(desk.toStatus(entryId, 'F'))).toBe('main-document-missing');
    await desk.addPdf(entryId, 'Arbeidsavtale');
    must(await desk.toStatus(entryId, 'F'));
    const finished = async () => (await desk.read.documentsOf(entryId)).map(({ status }) => status);
    expect(await finished()).toEqual(['F']);
    expect(await code(desk.toStatus(entryId, 'G'))).toBe('not-allowed');
    must(await desk.toStatus(entryId, 'G', lars));
    expect(await code(desk.toStatus(entryId, 'J', odd))).toBe('must-be-dispatched');
    must(await desk.toStatus(entryId, 'R'));
    expect(await finished()).toEqual(['B']);
    expect(await code(desk.toStatus(entryId, 'U', odd))).toBe('reason-missing');
    must(await desk.toStatus(entryId, 'U', odd, 'Feilregistrert'));
    expect(await code(deleteEntry(desk.needs)(odd, entryId))).toBe('never-deletable');
  });
});
