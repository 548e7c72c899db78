import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { freshTerms } from '../../../domain/dispatch-order.ts';
import { keepDraft, prepareDispatch } from '../../../main/usecases/dispatch/prepare-dispatch.ts';
import { resolveOrder } from '../../../main/usecases/dispatch/resolve-order.ts';
import { ingrid, kari, must, olav, openDesk } from '../../support/desk.ts';
import { openMemoryRoom } from '../../support/memory-signing.ts';
import type { SigningRoom } from '../../support/signing-room.ts';

let room: SigningRoom;
beforeAll(async () => {
  room = await openMemoryRoom();
});
afterAll(() => room.close());

describe('the dialog', () => {
  test('a draft that comes after the entry has gone is not kept', async () => {
    const desk = await openDesk(room);
    const entryId = await desk.ready();
    const job = await desk.sent(entryId);
    await keepDraft(desk.needs)(kari, entryId, desk.order());
    await desk.act(job.id, ingrid, 'sign');
    await desk.receive();
    await keepDraft(desk.needs)(kari, entryId, desk.order());
    expect(await desk.read.findDraftOrder(entryId)).toBeUndefined();
  });

  test('the dialog opens with the recipients of the entry, a firm as the person who signs for it', async () => {
    const desk = await openDesk(room);
    const entryId = await desk.ready({
      parties: [
        { kind: 'EM', isFirm: false, ...ingrid },
        {
          kind: 'EM',
          isFirm: true,
          name: 'Bygg AS',
          organisationNumber: '310 845 205',
          contactPerson: olav.name,
          identityNumber: olav.identityNumber,
        },
        { kind: 'EK', isFirm: false, name: 'Kopi Mottaker' },
      ],
    });
    const { order: shown } = must(await prepareDispatch(desk.needs)(kari, entryId));
    expect(shown.recipients.map((one) => one.identityNumber)).toEqual(['', '']);
    expect(await resolveOrder(desk.needs)(kari, entryId, shown)).toMatchObject({
      recipients: [
        { ...ingrid, group: 0 },
        { ...olav, group: 0, onBehalfOf: { name: 'Bygg AS', organisationNumber: '310845205' } },
      ],
      ...freshTerms,
    });
    const keyless = await openDesk(room, { kept: { ...desk.kept, key: new Uint8Array(32) } });
    const { order: unnumbered } = must(await prepareDispatch(keyless.needs)(kari, entryId));
    expect(unnumbered.recipients.map((one) => one.keptIdentity)).toEqual([undefined, undefined]);
  });
});
