import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { closeCase } from '../../../main/usecases/cases/close-case.ts';
import { reopenCase } from '../../../main/usecases/cases/reopen-case.ts';
import { changeEntry } from '../../../main/usecases/entries/change-entry.ts';
import { clearArrear } from '../../../main/usecases/entries/clear-arrear.ts';
import { fieldRows, kari, must, odd, openDesk } from '../../support/desk.ts';
import { openMemoryRoom } from '../../support/memory-signing.ts';
import { code, revisionOf, sender } from '../../support/registered.ts';
import type { SigningRoom } from '../../support/signing-room.ts';

let room: SigningRoom;
beforeAll(async () => {
  room = await openMemoryRoom();
});
afterAll(() => room.close());

describe('closing a case', () => {
  test('archives what is dispatched or journalled, and clears arrears with «Saken ble avsluttet»', async () => {
    const desk = await openDesk(room);
    const caseId = await desk.newCase();
    const incoming = await desk.newEntry(caseId, { type: 'I', parties: [sender] }, odd);
    const cleared = await desk.newEntry(caseId, { type: 'I', parties: [sender] }, odd);
    for (const id of [incoming, cleared]) {
      await desk.addPdf(id, 'Søknad');
      expect(await code(closeCase(desk.needs)(odd, caseId))).toBe('entries-unfinished');
      must(await desk.toStatus(id, 'J', odd));
    }
    must(await clearArrear(desk.needs)(kari, cleared, 'TLF'));
    expect(await code(clearArrear(desk.needs)(kari, cleared, 'TE'))).toBe('already-cleared');
    expect(await code(desk.toStatus(incoming, 'A', odd))).toBe('arrear-open');
    expect(await code(closeCase(desk.needs)(kari, caseId))).toBe('not-allowed');
    must(await closeCase(desk.needs)(odd, caseId));
    expect(await desk.entry(incoming)).toMatchObject({ status: 'A', clearance: { way: 'SA', by: odd.name } });
    expect(await desk.entry(cleared)).toMatchObject({ status: 'A', clearance: { way: 'TLF' } });
    expect(fieldRows(await desk.log(cleared))).toContainEqual(
      expect.objectContaining({ field: 'avskrivningsmaate', before: '(tom)', after: 'TLF' }),
    );
    expect(await desk.read.findCase(caseId)).toMatchObject({ status: 'A', closedBy: odd.name });
    expect(await code(closeCase(desk.needs)(odd, caseId))).toBe('case-closed');
    expect(
      await code(changeEntry(desk.needs)(kari, incoming, await revisionOf(desk, incoming), { title: 'x' })),
    ).toBe('case-closed');
    must(await reopenCase(desk.needs)(odd, caseId, ' Nytt brev kom '));
    const reopened = await desk.read.findCase(caseId);
    expect([reopened?.status, reopened?.closedAt, reopened?.closedBy]).toEqual(['B', undefined, undefined]);
    expect(fieldRows(await desk.read.logOf({ caseId }, { offset: 0, limit: 100 }))).toContainEqual(
      expect.objectContaining({ field: 'gjenaapnet', after: 'Nytt brev kom', by: odd.name }),
    );
  });
});
