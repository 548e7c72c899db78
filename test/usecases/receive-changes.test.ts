import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ingrid, olav, openDesk } from '../support/desk.ts';
import { openPortalRoom, type PortalRoom } from '../support/portal-room.ts';

describe('the answer', () => {
  let room: PortalRoom;
  beforeAll(async () => {
    room = await openPortalRoom();
  });
  afterAll(() => room.close());

  test('two signers in order: the second is let in by the first, and the signed document is filed', async () => {
    const desk = await openDesk(room);
    const entryId = await desk.ready({ parts: [{ title: 'Arbeidsavtale', pages: 2 }, { title: 'Vedlegg' }] });
    const job = await desk.sent(
      entryId,
      desk.order([
        { ...ingrid, group: 0 },
        { ...olav, group: 1 },
      ]),
    );
    expect(job).toMatchObject({ state: 'inProgress', merged: { pages: 3 } });
    await desk.act(job.id, ingrid, 'sign');
    expect(await desk.receive()).toBe(1);
    expect((await desk.job(job.id)).signers.map(({ state }) => state)).toEqual(['signed', 'waiting']);
    await desk.act(job.id, olav, 'sign');
    expect(await desk.receive()).toBe(1);
    const { entry, documents } = await desk.filed(job.id);
    expect(entry).toMatchObject({ type: 'I', status: 'J', title: 'Signert: Arbeidsavtale' });
    expect(documents).toHaveLength(1);
  });
});
