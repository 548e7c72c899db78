import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { JobId } from '../../../domain/basics.ts';
import { toInstant } from '../../../domain/calendar.ts';
import { ServiceUnreachable } from '../../../main/ports/signing-service.ts';
import { declareUnsent, retrySending } from '../../../main/usecases/signing/manage-job.ts';
import { actorOf } from '../../support/actor.ts';
import {
  type Desk,
  fieldRows,
  ingrid,
  kari,
  must,
  odd,
  olav,
  openDesk,
  rita,
  stopsOf,
} from '../../support/desk.ts';
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

describe('what is sent', () => {
  test('makes the entry dispatched, clears what it answers and tells so', async () => {
    const desk = await openDesk(room);
    const caseId = await desk.newCase();
    const question = await desk.newEntry(caseId, {
      type: 'I',
      title: 'Søknad',
      parties: [{ kind: 'EA', name: 'Søker', isFirm: false }],
    });
    const entryId = await desk.ready({ caseId, answers: question });
    const job = await desk.sent(entryId);
    expect(job).toMatchObject({ state: 'inProgress', attempts: 1, serviceJobId: expect.any(String) });
    const entry = await desk.entry(entryId);
    expect(entry).toMatchObject({ status: 'E', sentAt: job.sentAt, everFinal: true });
    expect((await desk.entry(question)).clearance).toMatchObject({
      way: 'BU',
      by: kari.name,
      byEntry: entryId,
    });
    expect(fieldRows(await desk.log(question))).toContainEqual(
      expect.objectContaining({ field: 'referanseAvskrivesAvJournalpost', after: entry.recordNumber }),
    );
    expect(desk.news).toContainEqual({ kind: 'dispatch.sent', entryId, recordNumber: entry.recordNumber });
    expect(await jobsOf(desk, job.id)).toMatchObject([{ status: 'IN_PROGRESS' }]);
  });

  test('who signs for a firm is reached where the entry says that very firm is, not one of the same name', async () => {
    const desk = await openDesk(room);
    const firm = { name: 'Bygg & Søn AS', email: 'post@bygg.example', phone: '+47 900 00 000' };
    const namesake = { ...firm, email: 'noen@andre.example' };
    const entryId = await desk.ready({
      parties: [
        { kind: 'EK', isFirm: true, ...namesake },
        { kind: 'EM', isFirm: true, ...firm },
      ],
    });
    const partyId = (await desk.read.partiesOf(entryId))[1]?.id;
    const job = await desk.sent(
      entryId,
      desk.order([{ ...ingrid, partyId, onBehalfOf: { name: firm.name } }, olav]),
    );
    const [sent] = await jobsOf(desk, job.id);
    expect(sent?.signers).toMatchObject([
      {
        number: ingrid.identityNumber,
        email: 'post@bygg.example',
        mobile: '+4790000000',
      },
      { number: olav.identityNumber },
    ]);
    expect(sent?.signers[1]).not.toMatchObject({ email: 'post@bygg.example' });
  });

  test('a firm is signed for by its person, whose name stands with the firm on the answer', async () => {
    const desk = await openDesk(room);
    const onBehalfOf = { name: 'Bygg & Søn AS', organisationNumber: '310845205' };
    const job = await desk.sent(await desk.ready(), desk.order([{ ...ingrid, onBehalfOf }]));
    await desk.act(job.id, ingrid, 'sign');
    await desk.receive();
    const { entry } = await desk.filed(job.id);
    expect((await desk.read.partiesOf(entry.id)).map(({ name }) => name)).toEqual([
      `Bygg & Søn AS v/ ${ingrid.name}`,
    ]);
  });
});

describe('what is refused', () => {
  test('gives the entry back, tells the clerk, and may be expedited anew', async () => {
    const desk = await openDesk(room);
    const entryId = await desk.ready();
    await room.modes({ fail: { count: 1, status: 400, route: 'create' } });
    const first = await desk.sent(entryId);
    expect(first).toMatchObject({ state: 'sendFailed', lastFault: { code: 'http-400' } });
    expect((await desk.entry(entryId)).status).toBe('F');
    expect(desk.news).toContainEqual(expect.objectContaining({ kind: 'dispatch.failed', code: 'http-400' }));
    expect((await desk.read.basketCounts(await actorOf(desk.read, kari))).get('failed-dispatch')).toBe(1);
    must(await desk.toStatus(entryId, 'R'));
    must(await desk.toStatus(entryId, 'F'));
    const second = await desk.sent(entryId);
    expect(second.state).toBe('inProgress');
    expect(await jobsOf(desk, first.id)).toHaveLength(0);
    await desk.act(second.id, ingrid, 'sign');
    await desk.receive();
    expect((await desk.read.sealedSigners(first.id)).size).toBe(0);
  });

  test('the key to the identity numbers is gone: nothing is sent, and the entry is given back', async () => {
    const desk = await openDesk(room);
    const jobId = must(await desk.expedite(await desk.ready()));
    const keyless = await openDesk(room, { kept: { ...desk.kept, key: new Uint8Array(32) } });
    await keyless.send();
    expect(await desk.job(jobId)).toMatchObject({
      state: 'sendFailed',
      lastFault: { code: 'order-incomplete' },
    });
  });
});

describe('what cannot be sent now', () => {
  test('waits its time while the service is away, and goes when it is back', async () => {
    const desk = await openDesk(room);
    const entryId = await desk.ready();
    const jobId = must(await desk.expedite(entryId));
    await room.stop();
    const waits: number[] = [];
    try {
      for (let attempt = 0; attempt < 3; attempt += 1) {
        await desk.send();
        const job = await desk.job(jobId);
        expect(job).toMatchObject({
          state: 'queued',
          attempts: attempt + 1,
          lastFault: { code: 'ECONNREFUSED' },
        });
        waits.push((Date.parse(job.nextAttemptAt ?? '') - Date.parse(job.lastFault?.at ?? '')) / 1_000);
        await desk.send();
        expect((await desk.job(jobId)).attempts).toBe(attempt + 1);
        must(await retrySending(desk.needs)(kari, jobId));
      }
    } finally {
      await room.start();
    }
    expect(waits).toEqual([10, 20, 40]);
    expect(await retrySending(desk.needs)(rita, jobId)).toMatchObject({ refusal: { code: 'not-allowed' } });
    expect(stopsOf(await desk.expedite(entryId))).toEqual(['dispatch-running']);
    await desk.send();
    expect((await desk.job(jobId)).state).toBe('inProgress');
    expect(await retrySending(desk.needs)(kari, jobId)).toMatchObject({ refusal: { code: 'already-ended' } });
    expect(await jobsOf(desk, jobId)).toHaveLength(1);
  });

  test('comes back when the service says so', async () => {
    const desk = await openDesk(room);
    const retryAt = toInstant(room.now().getTime() + 3_600_000);
    const busy = await openDesk(room, {
      kept: desk.kept,
      needs: {
        signing: {
          ...desk.needs.signing,
          create: () => Promise.reject(new ServiceUnreachable('rate-limited', 'too many', retryAt)),
        },
      },
    });
    const job = await busy.sent(await busy.ready());
    expect(job).toMatchObject({ state: 'queued', nextAttemptAt: retryAt });
    await desk.send();
    expect((await desk.job(job.id)).attempts).toBe(1);
  });

  test('does not wait for years because the clock was wrong when it was told to wait', async () => {
    const desk = await openDesk(room);
    const jobId = must(await desk.expedite(await desk.ready()));
    await desk.archive.change((tx) => tx.changeJob(jobId, { nextAttemptAt: '2199-01-01T00:00:00.000Z' }));
    await desk.send();
    expect((await desk.job(jobId)).state).toBe('inProgress');
  });
});

describe('what may or may not have been sent', () => {
  const lost = async () => {
    const desk = await openDesk(room);
    const entryId = await desk.ready();
    await room.modes({ dropAfterCreate: 1 });
    const { id: jobId } = await desk.sent(entryId);
    return { desk, entryId, jobId };
  };

  test('is uncertain, never sent again, and settled by its reference when somebody signs', async () => {
    const { desk, entryId, jobId } = await lost();
    expect(await desk.job(jobId)).toMatchObject({ state: 'uncertain', lastFault: { code: 'answer-lost' } });
    await desk.send();
    expect(stopsOf(await desk.expedite(entryId))).toEqual(['dispatch-running']);
    expect((await desk.read.basketCounts(await actorOf(desk.read, kari))).get('sending')).toBe(1);
    const [atService] = await jobsOf(desk, jobId);
    expect(await jobsOf(desk, jobId)).toHaveLength(1);
    await room.act(String(atService?.id), ingrid.identityNumber, 'sign');
    await desk.receive();
    expect(await desk.job(jobId)).toMatchObject({ state: 'completed', serviceJobId: String(atService?.id) });
    expect(await desk.entry(entryId)).toMatchObject({ status: 'E', sentAt: expect.any(String) });
    expect((await desk.filed(jobId)).entry.title).toBe('Signert: Arbeidsavtale');
  });

  test('a 5xx without a word is as uncertain, and once declared unsent the entry goes anew', async () => {
    const desk = await openDesk(room);
    const entryId = await desk.ready();
    await room.modes({ fail: { count: 1, status: 503, route: 'create' } });
    const { id: jobId, state } = await desk.sent(entryId);
    expect(state).toBe('uncertain');
    must(await declareUnsent(desk.needs)(kari, jobId));
    expect((await desk.read.basketCounts(await actorOf(desk.read, kari))).get('failed-dispatch')).toBe(1);
    const again = await desk.sent(entryId);
    expect([await jobsOf(desk, jobId), await jobsOf(desk, again.id)].map(({ length }) => length)).toEqual([
      0, 1,
    ]);
  });

  test('can be declared unsent by a clerk only; if it turns up after all, its answer is filed too', async () => {
    const { desk, entryId, jobId } = await lost();
    expect(await declareUnsent(desk.needs)(rita, jobId)).toMatchObject({ refusal: { code: 'not-allowed' } });
    must(await declareUnsent(desk.needs)(kari, jobId));
    expect(await declareUnsent(desk.needs)(kari, jobId)).toMatchObject({
      refusal: { code: 'not-uncertain' },
    });
    expect((await desk.job(jobId)).state).toBe('sendFailed');
    const [atService] = await jobsOf(desk, jobId);
    await room.act(String(atService?.id), ingrid.identityNumber, 'sign');
    await desk.receive();
    expect((await desk.job(jobId)).state).toBe('completed');
    expect((await desk.entry(entryId)).status).toBe('E');
  });

  test('declared unsent and sent anew, the first one is withdrawn when it turns up', async () => {
    const { desk, entryId, jobId } = await lost();
    must(await declareUnsent(desk.needs)(kari, jobId));
    const second = await desk.sent(entryId, desk.order([ingrid, olav]));
    expect(second.state).toBe('inProgress');
    const [atService] = await jobsOf(desk, jobId);
    await room.act(String(atService?.id), ingrid.identityNumber, 'sign');
    await desk.receive();
    expect((await desk.filed(jobId)).entry.title).toBe('Signert: Arbeidsavtale');
    await desk.act(second.id, ingrid, 'reject');
    await desk.receive();
    expect((await desk.filed(second.id)).entry.title).toBe('Avvist signering: Arbeidsavtale');
    expect((await desk.entriesOf(second.caseId)).length).toBe(3);
  });

  test('its entry cannot be deleted, and an expunged entry stays so when the answer comes', async () => {
    const { desk, entryId, jobId } = await lost();
    must(await declareUnsent(desk.needs)(kari, jobId));
    must(await desk.toStatus(entryId, 'R'));
    const { deleteEntry } = await import('../../../main/usecases/entries/delete-entry.ts');
    expect(await deleteEntry(desk.needs)(kari, entryId)).toMatchObject({
      refusal: { code: 'never-deletable' },
    });
    must(await desk.toStatus(entryId, 'U', odd, 'Feilregistrert'));
    const [atService] = await jobsOf(desk, jobId);
    await room.act(String(atService?.id), ingrid.identityNumber, 'sign');
    await desk.receive();
    expect((await desk.entry(entryId)).status).toBe('U');
    expect((await desk.filed(jobId)).entry.title).toBe('Signert: Arbeidsavtale');
  });

  test('an unrecorded acceptance is uncertain at the next turn, without a restart', async () => {
    const desk = await openDesk(room);
    const jobId = must(await desk.expedite(await desk.ready()));
    let changes = 0;
    const broken: typeof desk.archive = {
      ...desk.archive,
      change: (work) => {
        changes += 1;
        return changes === 1 ? desk.archive.change(work) : Promise.reject(new Error('disk full'));
      },
    };
    const { sendQueued } = await import('../../../main/usecases/dispatch/send-queued.ts');
    await expect(sendQueued({ ...desk.needs, archive: broken })()).rejects.toThrow('disk full');
    expect((await desk.job(jobId)).state).toBe('sending');
    await desk.send();
    expect(await desk.job(jobId)).toMatchObject({ state: 'uncertain', lastFault: { code: 'interrupted' } });
    expect(await jobsOf(desk, jobId)).toHaveLength(1);
  });
});
