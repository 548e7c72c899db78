import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { EntryId, JobId } from '../../../domain/basics.ts';
import { currentObject } from '../../../domain/documents.ts';
import { prepareDispatch } from '../../../main/usecases/dispatch/prepare-dispatch.ts';
import { resolveOrder } from '../../../main/usecases/dispatch/resolve-order.ts';
import { sendAgain } from '../../../main/usecases/dispatch/send-again.ts';
import { extendDeadlines } from '../../../main/usecases/signing/extend-deadlines.ts';
import { forgetNumbers } from '../../../main/usecases/signing/forget-numbers.ts';
import { cancelSigning, declareUnsent } from '../../../main/usecases/signing/manage-job.ts';
import {
  type Desk,
  ingrid,
  kari,
  lars,
  must,
  odd,
  olav,
  openDesk,
  rita,
  stopsOf,
} from '../../support/desk.ts';
import { openMemoryRoom } from '../../support/memory-signing.ts';
import { present } from '../../support/present.ts';
import type { SigningRoom } from '../../support/signing-room.ts';

let room: SigningRoom;
beforeAll(async () => {
  room = await openMemoryRoom();
});
afterAll(() => room.close());

const two = (desk: Desk) =>
  desk.order([
    { ...ingrid, group: 0 },
    { ...olav, group: 1 },
  ]);
const refused = async (desk: Desk): Promise<{ readonly entryId: EntryId; readonly jobId: JobId }> => {
  const entryId = await desk.ready({ parts: [{ title: 'Arbeidsavtale' }, { title: 'Vedlegg' }] });
  const { id: jobId } = await desk.sent(entryId, two(desk));
  await desk.act(jobId, ingrid, 'reject');
  await desk.receive();
  return { entryId, jobId };
};
/** The order of the dialog as the window would send it back. */
const orderOf = async (desk: Desk, entryId: EntryId, user = kari) => {
  const { order } = must(await prepareDispatch(desk.needs)(user, entryId));
  return { shown: order, whole: await resolveOrder(desk.needs)(user, entryId, order) };
};

describe('«Send på nytt»', () => {
  test('after a refusal: the same files, people, order and message, and no number in a window', async () => {
    const desk = await openDesk(room);
    const { entryId } = await refused(desk);
    const before = await desk.entry(entryId);
    const again = must(await sendAgain(desk.needs)(kari, entryId));
    expect(await desk.entry(again)).toMatchObject({
      caseId: before.caseId,
      type: 'U',
      status: 'F',
      title: before.title,
      caseworker: before.caseworker,
    });
    const files = async (id: EntryId) =>
      (await desk.read.documentsOf(id)).map((document) => [
        document.title,
        document.role,
        document.status,
        currentObject(document)?.sha256,
      ]);
    expect(await files(again)).toEqual(await files(entryId));
    const { shown, whole } = await orderOf(desk, again);
    expect(JSON.stringify(shown)).not.toMatch(/\d{11}/);
    expect(shown).toMatchObject({ message: 'Les og signer, takk.', deadlineDays: 30 });
    expect(whole.recipients.map(({ name, identityNumber, group }) => [name, identityNumber, group])).toEqual([
      [ingrid.name, ingrid.identityNumber, 0],
      [olav.name, olav.identityNumber, 1],
    ]);
    expect(await desk.read.linksOf(entryId)).toContainEqual({
      from: again,
      to: entryId,
      kind: 'sends-again',
    });
    expect((await desk.log(entryId)).map(({ code }) => code)).toContain('sent-again');
    expect((await desk.log(again)).map(({ code }) => code)).toContain('sends-again');

    const job = await desk.sent(again, whole);
    expect(job.state).toBe('inProgress');
    await desk.act(job.id, ingrid, 'sign');
    await desk.act(job.id, olav, 'sign');
    await desk.receive();
    expect(await desk.answerOf(job.id)).toMatchObject({ outcome: 'completed', verified: true });
  });

  test('keeps the screening, the titles and the marks', async () => {
    const desk = await openDesk(room);
    const screening = {
      accessCode: 'UO',
      legalBasis: 'Offl. § 13',
      hidesTitle: true,
      hidesParties: true,
      hidesDocuments: true,
    } as never;
    const entryId = await desk.ready();
    await desk.archive.change(
      async (tx) =>
        void (await tx.changeEntry(entryId, { screening, publicTitle: '***', nonSensitiveTitle: 'Avtale' })),
    );
    const { id: jobId } = await desk.sent(entryId);
    await desk.act(jobId, ingrid, 'reject');
    await desk.receive();
    const again = must(await sendAgain(desk.needs)(kari, entryId));
    expect(await desk.entry(again)).toMatchObject({
      screening,
      publicTitle: '***',
      nonSensitiveTitle: 'Avtale',
    });
  });

  test.each([
    ['expiry', (_: Desk, __: JobId) => room.pass(31 * 86_400)],
    [
      'a cancellation',
      async (desk: Desk, jobId: JobId) =>
        void must(await cancelSigning(desk.needs)(kari, jobId, 'Feil mottaker')),
    ],
  ])('after %s', async (_, end) => {
    const desk = await openDesk(room);
    const entryId = await desk.ready();
    const { id: jobId } = await desk.sent(entryId);
    await end(desk, jobId);
    await desk.receive();
    must(await sendAgain(desk.needs)(kari, entryId));
  });

  test('twice: the second is told where it went, until that one is expunged', async () => {
    const desk = await openDesk(room);
    const { entryId } = await refused(desk);
    const outcomes = await Promise.all([
      sendAgain(desk.needs)(kari, entryId),
      sendAgain(desk.needs)(odd, entryId),
    ]);
    const again = must(outcomes.find(({ ok }) => ok) ?? present(outcomes[0]));
    const { recordNumber } = await desk.entry(again);
    expect(outcomes.find(({ ok }) => !ok)).toMatchObject({
      refusal: { code: 'already-sent-again', facts: { entry: recordNumber } },
    });
    must(await desk.toStatus(again, 'U', odd, 'Feil'));
    must(await sendAgain(desk.needs)(kari, entryId));
  });

  test('not by a reader, not what was never sent, is out, or is signed', async () => {
    const desk = await openDesk(room);
    const { entryId } = await refused(desk);
    const code = async (id: EntryId, user = kari) => {
      const outcome = await sendAgain(desk.needs)(user, id);
      return outcome.ok ? undefined : outcome.refusal.code;
    };
    expect(await code(entryId, rita)).toBe('not-allowed');
    const fresh = await desk.ready();
    expect(await code(fresh)).toBe('nothing-to-send-again');
    expect(await code(fresh, rita)).toBe('not-allowed');
    const { id: jobId } = await desk.sent(fresh);
    expect(await code(fresh)).toBe('dispatch-running');
    await desk.act(jobId, ingrid, 'sign');
    await desk.receive();
    expect(await code(fresh)).toBe('already-signed');
  });

  test('with the days the document centre chose, or the usual ones for others', async () => {
    const desk = await openDesk(room);
    const entryId = await desk.ready();
    const jobId = must(await desk.expedite(entryId, desk.order([ingrid], { deadlineDays: 12 }), odd));
    await desk.send();
    await desk.act(jobId, ingrid, 'reject');
    await desk.receive();
    const mine = must(await sendAgain(desk.needs)(kari, entryId));
    expect((await orderOf(desk, mine)).shown.deadlineDays).toBe(30);
    must(await desk.toStatus(mine, 'U', odd, 'Feil'));
    const theirs = must(await sendAgain(desk.needs)(odd, entryId));
    expect((await orderOf(desk, theirs, odd)).shown.deadlineDays).toBe(12);
  });

  test('after a month the numbers are gone, and the dialog asks for them', async () => {
    const desk = await openDesk(room);
    const { entryId, jobId } = await refused(desk);
    await forgetNumbers(desk.needs)();
    expect((await desk.read.sealedSigners(jobId)).size).toBe(2);
    await room.pass(31 * 86_400);
    await forgetNumbers(desk.needs)();
    expect((await desk.read.sealedSigners(jobId)).size).toBe(0);
    const again = must(await sendAgain(desk.needs)(lars, entryId));
    const { whole } = await orderOf(desk, again, lars);
    expect(whole.recipients.map(({ name, identityNumber }) => [name, identityNumber])).toEqual([
      [ingrid.name, ''],
      [olav.name, ''],
    ]);
  });
});

describe('the old answer comes in after all', () => {
  /** An entry whose second job nobody knew to have arrived, which was sent again; that job turns up. */
  const lateDesk = async () => {
    const desk = await openDesk(room);
    const entryId = await desk.ready();
    const { id: first } = await desk.sent(entryId);
    await extendDeadlines(desk.needs)(odd, [first], 14);
    await desk.requestCancels();
    await desk.receive();
    await room.modes({ dropAfterCreate: 1 });
    await desk.send();
    const second = present((await desk.job(first)).succeededBy).jobId;
    must(await declareUnsent(desk.needs)(kari, second));
    const again = must(await sendAgain(desk.needs)(kari, entryId));
    const { reference } = await desk.job(second);
    const atService = async () => present((await room.jobs()).find((job) => job.reference === reference));
    return { desk, entryId, second, again, atService };
  };

  test('while the new one is out: both are filed, and the one that turned up is withdrawn at once', async () => {
    const { desk, second, again, atService } = await lateDesk();
    const { whole } = await orderOf(desk, again);
    const job = await desk.sent(again, whole);
    await room.act(String((await atService()).id), ingrid.identityNumber, 'sign');
    await desk.receive();
    expect((await desk.job(second)).state).toBe('completed');
    must(await cancelSigning(desk.needs)(kari, job.id, 'Feil mottaker'));
    await desk.receive();
    const incoming = (await desk.entriesOf(job.caseId)).filter(({ type }) => type === 'I');
    expect(incoming.map(({ title }) => title).sort()).toEqual(
      [
        'Avbrutt signering: Arbeidsavtale',
        'Avbrutt signering: Arbeidsavtale',
        'Signert: Arbeidsavtale',
      ].sort(),
    );
  });

  test('before the new one is sent: it is stopped, in the dialog and in the outbox', async () => {
    const { desk, second, again, atService } = await lateDesk();
    const { whole } = await orderOf(desk, again);
    const queued = must(await desk.expedite(again, whole));
    await room.act(String((await atService()).id), ingrid.identityNumber, 'sign');
    await desk.receive();
    expect((await desk.job(second)).state).toBe('completed');
    await desk.send();
    expect(await desk.job(queued)).toMatchObject({
      state: 'sendFailed',
      lastFault: { code: 'earlier-signed' },
    });
    expect(stopsOf(await desk.expedite(again, whole))).toContain('earlier-signed');
  });
});
