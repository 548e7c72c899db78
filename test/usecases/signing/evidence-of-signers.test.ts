import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ingrid, olav, openDesk } from '../../support/desk.ts';
import { openPortalRoom, type PortalRoom } from '../../support/portal-room.ts';

let room: PortalRoom;
beforeAll(async () => {
  room = await openPortalRoom();
});
afterAll(() => room.close());

describe('evidence of each signer', () => {
  test('that holds is stored with the answer, by name', async () => {
    const desk = await openDesk(room);
    const { id: jobId } = await desk.sent(await desk.ready(), desk.order([ingrid, olav]));
    for (const who of [ingrid, olav]) await desk.act(jobId, who, 'sign');
    await desk.receive();
    const answer = await desk.answerOf(jobId);
    expect(answer.verified).toBe(true);
    expect(answer.signatures.map(({ signerName }) => signerName).toSorted()).toEqual(
      [ingrid.name, olav.name].toSorted(),
    );
    expect(answer.verdict?.evidence).toHaveLength(2);
  });

  test('that is gone for good keeps the answer from being «kontrollert», not from the case', async () => {
    const desk = await openDesk(room);
    const { id: jobId } = await desk.sent(await desk.ready());
    await desk.act(jobId, ingrid, 'sign');
    await room.modes({ fail: { count: 1, status: 410, route: 'xades' } });
    await desk.receive();
    expect(await desk.answerOf(jobId)).toMatchObject({ signatures: [], verified: false });
    expect((await desk.filed(jobId)).documents[0]?.objects[0]?.signature?.verification).toBe('I');
  });
});

describe('evidence of a signer that does not hold', () => {
  test('keeps the answer from being «kontrollert» and is never stored as a signature', async () => {
    const right = await openDesk(room);
    const { id: jobId } = await right.sent(await right.ready());
    await right.act(jobId, ingrid, 'sign');
    const evil = await openDesk(room, {
      kept: right.kept,
      needs: {
        signing: {
          ...right.needs.signing,
          fetchSignature: async () => new TextEncoder().encode('<evil/>'),
        },
      },
    });
    await evil.receive();
    expect(await evil.answerOf(jobId)).toMatchObject({ verified: false, signatures: [] });
    expect((await evil.filed(jobId)).documents[0]?.objects[0]?.signature?.verification).toBe('I');
  });
});
