import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { type Instant, toId } from '../../../domain/basics.ts';
import { dateOf, toInstant } from '../../../domain/calendar.ts';
import { receiveChanges } from '../../../main/usecases/signing/receive-changes.ts';
import { makePdf } from '../../adapters/pdf/make-pdf.ts';
import { actorOf } from '../../support/actor.ts';
import { amina, ingrid, odd, olav, openDesk, restarted } from '../../support/desk.ts';
import { openMemoryRoom } from '../../support/memory-signing.ts';
import type { SigningRoom } from '../../support/signing-room.ts';
import { answered } from './answered.ts';

let room: SigningRoom;
beforeAll(async () => {
  room = await openMemoryRoom();
});
afterEach(() =>
  room.modes({
    vanishAfterConfirm: false,
    fail: { count: 0, status: 500 },
    cut: { count: 0, afterBytes: 0 },
  }),
);
afterAll(() => room.close());

describe('a signed answer', () => {
  test('in order: the second signer is let in by the first, and the signed document is filed', async () => {
    const desk = await openDesk(room);
    const screening = {
      accessCode: toId<'access-code'>('UO'),
      legalBasis: 'Offl. § 13 jf. fvl. § 13',
      hidesTitle: true,
      hidesParties: false,
      hidesDocuments: true,
    } as const;
    const entryId = await desk.ready({
      parts: [{ title: 'Arbeidsavtale', pages: 2 }, { title: 'Vedlegg' }],
      screening,
    });
    const job = await desk.sent(
      entryId,
      desk.order([
        { ...ingrid, group: 3 },
        { ...olav, group: 7 },
      ]),
    );
    expect(job).toMatchObject({ state: 'inProgress', merged: { pages: 3 } });
    expect(job.signers.map(({ group }) => group)).toEqual([0, 1]);
    await expect(desk.act(job.id, olav, 'sign')).rejects.toThrow('not-open');
    await desk.act(job.id, ingrid, 'sign');
    expect(await desk.receive()).toBe(1);
    expect((await desk.job(job.id)).signers.map(({ state }) => state)).toEqual(['signed', 'waiting']);
    await desk.act(job.id, olav, 'sign');
    expect(await desk.receive()).toBe(1);

    const ended = await desk.job(job.id);
    expect([ended.state, ended.cancellationUrl]).toEqual(['completed', undefined]);
    const answer = await desk.answerOf(job.id);
    expect(answer).toMatchObject({ outcome: 'completed', verified: true, confirmedAt: expect.any(String) });
    const { entry, documents } = await desk.filed(job.id);
    expect(entry).toMatchObject({
      caseId: job.caseId,
      type: 'I',
      status: 'J',
      title: 'Signert: Arbeidsavtale',
      screening,
      clearance: { way: 'TE', byEntry: entryId },
      receivedAt: answer.receivedAt,
      documentDate: dateOf(answer.decidedAt),
    });
    expect((await desk.read.partiesOf(entry.id)).map(({ kind, name }) => [kind, name])).toEqual([
      ['EA', ingrid.name],
      ['EA', olav.name],
    ]);
    expect(documents).toHaveLength(1);
    expect(documents[0]).toMatchObject({
      role: 'H',
      type: 'signert',
      status: 'F',
      objects: [{ sha256: answer.signedPdf, signature: { verification: 'V' } }],
    });
    for (const one of [entryId, entry.id])
      expect(await desk.read.linksOf(one)).toEqual([{ from: entry.id, to: entryId, kind: 'signing-answer' }]);
    expect(desk.news).toContainEqual({
      kind: 'answer.received',
      entryId: entry.id,
      caseNumber: expect.any(String),
      outcome: 'signed',
      // The screening hides the title, so the notice names the entry by its number.
      title: (await desk.entry(entryId)).recordNumber,
    });
  });

  test('at once: whoever signs first, it ends when all have, and the identity numbers are gone', async () => {
    const desk = await openDesk(room);
    const entryId = await desk.ready();
    const job = await desk.sent(entryId, desk.order([ingrid, olav, { ...amina, group: 0 }]));
    for (const who of [amina, ingrid]) await desk.act(job.id, who, 'sign');
    expect(await desk.receive()).toBe(2);
    expect((await desk.job(job.id)).state).toBe('inProgress');
    expect((await desk.read.sealedSigners(job.id)).size).toBe(3);
    await desk.act(job.id, olav, 'sign');
    await desk.receive();
    expect((await desk.job(job.id)).state).toBe('completed');
    expect((await desk.read.sealedSigners(job.id)).size).toBe(0);
    expect((await desk.read.sealedIdentitiesOf(entryId)).size).toBe(0);
  });

  test('waits for the document centre where the policy says so', async () => {
    const desk = await openDesk(room);
    await desk.archive.change(async (tx) => tx.setPolicy({ ...(await tx.policy()), answersArriveAs: 'M' }));
    const { jobId } = await answered(desk);
    await desk.receive();
    const { entry } = await desk.filed(jobId);
    expect(entry).toMatchObject({ status: 'M', everFinal: false });
    expect((await desk.read.basketCounts(await actorOf(desk.read, odd))).get('unregistered')).toBe(1);
  });

  test('of a job that vanishes with its confirmation is whole already', async () => {
    await room.modes({ vanishAfterConfirm: true });
    const desk = await openDesk(room);
    const { jobId } = await answered(desk);
    await desk.receive();
    expect(await desk.answerOf(jobId)).toMatchObject({
      outcome: 'completed',
      confirmedAt: expect.any(String),
    });
    await room.pass(601);
    expect(await desk.receive()).toBe(0);
  });

  test('that comes twice is filed once', async () => {
    const desk = await openDesk(room);
    const { jobId, caseId } = await answered(desk);
    await room.modes({ fail: { count: 1, status: 502, route: 'confirm' } });
    expect(await desk.receive()).toBe(1);
    expect((await desk.answerOf(jobId)).confirmedAt).toBeUndefined();
    await room.pass(601);
    expect(await desk.receive()).toBe(1);
    expect((await desk.answerOf(jobId)).confirmedAt).toBeDefined();
    expect(await desk.entriesOf(caseId)).toHaveLength(2);
  });

  test('does not lose a signature to an older message that comes again after it', async () => {
    const desk = await openDesk(room);
    const entryId = await desk.ready();
    const job = await desk.sent(entryId, desk.order([ingrid, olav, amina]));
    await desk.act(job.id, ingrid, 'sign');
    await room.modes({ fail: { count: 1, status: 502, route: 'confirm' } });
    await desk.receive();
    await room.pass(5);
    await desk.act(job.id, olav, 'sign');
    await room.modes({ fail: { count: 1, status: 502, route: 'confirm' } });
    await desk.receive();
    await room.pass(596);
    // Only the first message is due again, in which Olav still waits.
    await room.modes({ fail: { count: 1, status: 502, route: 'confirm' } });
    expect(await desk.receive()).toBe(1);
    expect((await desk.job(job.id)).signers.map(({ state }) => state)).toEqual([
      'signed',
      'signed',
      'waiting',
    ]);
  });

  test('comes in even where the key to the identity numbers is lost', async () => {
    const desk = await openDesk(room);
    const entryId = await desk.ready();
    const job = await desk.sent(entryId, desk.order([ingrid, olav]));
    const keyless = await openDesk(room, { kept: { ...desk.kept, key: new Uint8Array(32) } });
    await desk.act(job.id, ingrid, 'sign');
    await desk.act(job.id, olav, 'reject');
    await keyless.receive();
    expect((await keyless.filed(job.id)).entry.title).toBe('Avvist signering: Arbeidsavtale');
  });
});

describe('asking for answers', () => {
  test('a change of a job that the archive does not know is stored, and confirmed after', async () => {
    const desk = await openDesk(room);
    const { serviceJobId } = await desk.needs.signing.create({
      reference: 'somebody else',
      title: 'Fremmed',
      message: '',
      pdf: await makePdf(['Fremmed']),
      signers: [{ identityNumber: ingrid.identityNumber, group: 0 }],
      deadlineDays: 1,
    });
    await room.act(serviceJobId, ingrid.identityNumber, 'reject');
    expect(await desk.receive()).toBe(1);
    expect(await desk.read.unfiledUnknownJobs()).toMatchObject([{ serviceJobId, state: 'failed' }]);
    await room.pass(601);
    expect(await desk.receive()).toBe(0);
  });

  test('the service is not asked before the time it has named, also after a restart', async () => {
    const before = await openDesk(room);
    await before.receive();
    const desk = await restarted(before);
    let asked = 0;
    const counting = {
      ...desk.needs.signing,
      poll: () => {
        asked += 1;
        return desk.needs.signing.poll();
      },
    };
    const at = await desk.read.nextPollAt(desk.needs.queue);
    if (!at) throw new Error('no time for the next poll');
    const clock = (now: Instant) => ({ now: () => now });
    const early = toInstant(Date.parse(at) - 1);
    const ask = (now: Instant) => receiveChanges({ ...desk.needs, signing: counting, clock: clock(now) })();
    expect(await ask(early)).toEqual({ received: 0, nextAt: at });
    expect(asked).toBe(0);
    await ask(at);
    expect(asked).toBe(1);
  });

  test('a clock that was set back by years does not keep us from asking', async () => {
    const desk = await openDesk(room);
    const { jobId } = await answered(desk);
    await desk.archive.change((tx) => tx.setNextPollAt(desk.needs.queue, '2199-01-01T00:00:00.000Z'));
    await receiveChanges(desk.needs)();
    expect((await desk.filed(jobId)).entry.title).toBe('Signert: Arbeidsavtale');
  });

  test.each([
    ['cut', { cut: { count: 1, afterBytes: 2_000, route: 'pades' } }],
    ['failing', { fail: { count: 1, status: 503, route: 'pades' } }],
    ['failing for a signature', { fail: { count: 1, status: 500, route: 'xades' } }],
    ['cut for a signature', { cut: { count: 1, afterBytes: 20, route: 'xades' } }],
  ])('a %s download is noted on the job, unconfirmed, and comes whole the next time', async (_, mode) => {
    const desk = await openDesk(room);
    const { jobId, caseId } = await answered(desk);
    await room.modes(mode);
    await desk.receive();
    expect(await desk.job(jobId)).toMatchObject({ state: 'inProgress', lastFault: { code: 'receiving' } });
    expect(await desk.read.findAnswerOf(jobId)).toBeUndefined();
    await room.pass(601);
    await desk.receive();
    const job = await desk.job(jobId);
    expect([job.state, job.lastFault]).toEqual(['completed', undefined]);
    expect(await desk.entriesOf(caseId)).toHaveLength(2);
  });

  test('an answer that was stored but not filed is filed the next time, without the service', async () => {
    const desk = await openDesk(room);
    const { jobId } = await answered(desk);
    const broken = { ...room.pdf, inspect: () => Promise.reject(new Error('the worker died')) };
    await receiveChanges({ ...desk.needs, pdf: broken })();
    const stored = await desk.answerOf(jobId);
    expect([stored.filedAs, stored.confirmedAt]).toEqual([undefined, undefined]);
    await receiveChanges({
      ...desk.needs,
      signing: { ...desk.needs.signing, poll: () => Promise.reject(new Error('offline')) },
    })().catch(() => undefined);
    expect((await desk.filed(jobId)).entry.title).toBe('Signert: Arbeidsavtale');
  });
});
