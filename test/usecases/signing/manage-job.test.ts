import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { JobId } from '../../../domain/basics.ts';
import { ServiceRefusal } from '../../../main/ports/signing-service.ts';
import { cancelSigning } from '../../../main/usecases/signing/manage-job.ts';
import { type Desk, ingrid, kari, must, openDesk, rita } from '../../support/desk.ts';
import { openMemoryRoom } from '../../support/memory-signing.ts';
import type { SigningRoom } from '../../support/signing-room.ts';

let room: SigningRoom;
beforeAll(async () => {
  room = await openMemoryRoom();
});
afterEach(() => room.modes({ dropAfterCreate: 0, fail: { count: 0, status: 500 } }));
afterAll(() => room.close());
const jobsOf = async (desk: Desk, jobId: JobId) => {
  const { reference } = await desk.job(jobId);
  return (await room.jobs()).filter((job) => job.reference === reference);
};
const cancel = (desk: Desk, jobId: JobId, user = kari) =>
  cancelSigning(desk.needs)(user, jobId, 'Sendt til feil person');

describe('what is withdrawn', () => {
  test('before it is sent, ends at once and never reaches the service', async () => {
    const desk = await openDesk(room);
    const entryId = await desk.ready();
    const jobId = must(await desk.expedite(entryId));
    expect(await cancel(desk, jobId, rita)).toMatchObject({ refusal: { code: 'not-allowed' } });
    expect(must(await cancel(desk, jobId))).toBe('requested');
    await desk.send();
    expect(await desk.job(jobId)).toMatchObject({
      state: 'sendFailed',
      lastFault: { code: 'withdrawn' },
      cancelReason: 'Sendt til feil person',
    });
    expect(await jobsOf(desk, jobId)).toHaveLength(0);
    expect(await cancel(desk, jobId)).toMatchObject({ refusal: { code: 'already-ended' } });
  });

  test('while it runs, is filed as cancelled when the service says so', async () => {
    const desk = await openDesk(room);
    const { id: jobId } = await desk.sent(await desk.ready());
    expect(must(await cancel(desk, jobId))).toBe('requested');
    expect((await desk.job(jobId)).state).toBe('inProgress');
    expect(await cancel(desk, jobId)).toMatchObject({ refusal: { code: 'not-cancellable' } });
    await desk.receive();
    expect((await desk.filed(jobId)).entry.title).toBe('Avbrutt signering: Arbeidsavtale');
  });

  test('too late, says so, and the signature stands', async () => {
    const desk = await openDesk(room);
    const { id: jobId } = await desk.sent(await desk.ready());
    await desk.act(jobId, ingrid, 'sign');
    expect(must(await cancel(desk, jobId))).toBe('too-late');
    await desk.receive();
    expect((await desk.filed(jobId)).entry.title).toBe('Signert: Arbeidsavtale');
  });

  test('while the service is away or says no, stays as it is and says why', async () => {
    const desk = await openDesk(room);
    const { id: jobId } = await desk.sent(await desk.ready());
    await room.modes({ fail: { count: 1, status: 503, route: 'cancel' } });
    expect(await cancel(desk, jobId)).toMatchObject({
      refusal: { code: 'service-unreachable', facts: { code: 'http-503' } },
    });
    const refusing = {
      ...desk.needs.signing,
      cancel: () => Promise.reject(new ServiceRefusal('NO', 'no', 403)),
    };
    expect(await cancelSigning({ ...desk.needs, signing: refusing })(kari, jobId, 'Feil')).toMatchObject({
      refusal: { code: 'service-refused', facts: { code: 'NO' } },
    });
    const job = await desk.job(jobId);
    expect([job.state, job.cancelRequestedAt]).toEqual(['inProgress', undefined]);
  });
});
