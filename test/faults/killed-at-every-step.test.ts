import { execFile } from 'node:child_process';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { JobId } from '../../domain/basics.ts';
import { settleInterrupted } from '../../main/usecases/dispatch/send-queued.ts';
import { decideDoubtful } from '../../main/usecases/signing/decide-doubt.ts';
import { declareUnsent } from '../../main/usecases/signing/manage-job.ts';
import { makePdf } from '../adapters/pdf/make-pdf.ts';
import { actorOf } from '../support/actor.ts';
import { type Desk, ingrid, kari, must, odd, openDesk } from '../support/desk.ts';
import { misledDesk } from '../support/erring-service.ts';
import { openPortalRoom, type PortalRoom } from '../support/portal-room.ts';
import { present } from '../support/present.ts';
import type { ChildOrder } from './support/killed-child.ts';

let room: PortalRoom;
beforeAll(async () => {
  room = await openPortalRoom();
});
afterAll(() => room.close());

const program = new URL('./support/killed-child.ts', import.meta.url).pathname;
type Ending = { readonly killed: boolean; readonly steps: number };

/** One round in a process of its own, on the desk's archive, which is closed meanwhile. */
async function roundInChild(desk: Desk, work: ChildOrder['work'], killAt: number): Promise<Ending> {
  await desk.archive.close();
  const order: ChildOrder = {
    path: desk.kept.path,
    key: Buffer.from(desk.kept.key).toString('hex'),
    queue: desk.needs.queue,
    connection: room.connection(),
    work,
    killAt,
    aheadMs: room.now().getTime() - Date.now(),
  };
  return new Promise((resolve, reject) => {
    execFile(process.execPath, [program, JSON.stringify(order)], (fault, stdout, stderr) => {
      if (fault && fault.signal !== 'SIGKILL') reject(new Error(stderr || fault.message));
      else resolve({ killed: fault !== null, steps: Number(stdout) });
    });
  });
}

const atService = async (desk: Desk, jobId: JobId) => {
  const { reference } = await desk.job(jobId);
  return (await room.jobs()).filter((job) => job.reference === reference);
};

/** The next start: what the application does first, then by turns, until nothing more comes. */
async function startAgain(before: Desk): Promise<Desk> {
  const desk = await openDesk(room, { kept: before.kept });
  await settleInterrupted(desk.needs)();
  await desk.send();
  return desk;
}
async function receiveAll(desk: Desk): Promise<void> {
  await desk.receive();
  // What was taken and not confirmed comes again after ten minutes.
  await room.pass(601);
  await desk.receive();
}

async function expectOneAnswer(desk: Desk, jobId: JobId): Promise<void> {
  const job = await desk.job(jobId);
  expect(job.state).toBe('completed');
  expect(await desk.answerOf(jobId)).toMatchObject({ verified: true });
  const incoming = (await desk.entriesOf(job.caseId)).filter(({ type }) => type === 'I');
  expect(incoming.map(({ title }) => title)).toEqual(['Signert: Arbeidsavtale']);
  const { documents } = await desk.filed(jobId);
  // Reading a file holds its bytes to their digest.
  for (const digest of [job.merged.sha256, present(documents[0]?.objects[0]?.sha256)])
    expect((await desk.read.readFile(digest))?.byteLength).toBeGreaterThan(0);
  expect((await desk.read.sealedSigners(jobId)).size).toBe(0);
}

type Round = { readonly ending: Ending; readonly check: () => Promise<void> };

/**
 * Runs `round` for step 1, 2, … until the process lives to the end; says how many steps there are. Two at a time, but
 * what is checked after, which moves the clock, one after the other.
 */
async function atEveryStep(round: (killAt: number) => Promise<Round>): Promise<number> {
  for (let first = 1; ; first += 2) {
    const rounds = await Promise.all([round(first), round(first + 1)]);
    for (const { check } of rounds) await check();
    const lived = rounds.find(({ ending }) => !ending.killed);
    if (lived) return lived.ending.steps;
  }
}

describe('the process is killed', { timeout: 300_000 }, () => {
  test('at each step of sending: nobody is invited twice, and the clerk sees what is uncertain', async () => {
    const seen = new Set<string>();
    const steps = await atEveryStep(async (killAt) => {
      const before = await openDesk(room);
      const entryId = await before.ready();
      const first = must(await before.expedite(entryId));
      const ending = await roundInChild(before, 'send', killAt);
      const check = async () => {
        const desk = await startAgain(before);
        const invited = await atService(desk, first);
        expect(invited.length).toBeLessThanOrEqual(1);
        let jobId = first;
        const { state } = await desk.job(first);
        seen.add(`${state} ${invited.length}`);
        if (state === 'uncertain') {
          expect((await desk.read.basketCounts(await actorOf(desk.read, kari))).get('sending')).toBe(1);
          expect((await desk.job(first)).lastFault?.code).toBe('interrupted');
          if (invited.length === 0) {
            must(await declareUnsent(desk.needs)(kari, first));
            jobId = (await desk.sent(entryId)).id;
          }
        }
        const [job] = await atService(desk, jobId);
        await room.act(String(job?.id), ingrid.identityNumber, 'sign');
        await desk.receive();
        await expectOneAnswer(desk, jobId);
      };
      return { ending, check };
    });
    expect(steps).toBeGreaterThanOrEqual(6);
    // Sent after all, uncertain without a job at the service, and uncertain with one: each was met.
    expect([...seen].sort()).toEqual(['inProgress 1', 'uncertain 0', 'uncertain 1']);
  });

  test('at each step of receiving what cannot be the answer: kept once, unconfirmed, and the right one is filed', async () => {
    const steps = await atEveryStep(async (killAt) => {
      const before = await openDesk(room);
      const { id: jobId } = await before.sent(await before.ready());
      await before.act(jobId, ingrid, 'sign');
      const ending = await roundInChild(before, 'misled', killAt);
      const check = async () => {
        const desk = await startAgain(before);
        const received = await desk.read.receivedOf(jobId);
        expect(received.length).toBeLessThanOrEqual(1);
        expect((await desk.job(jobId)).state).toBe(received.length === 1 ? 'doubtful' : 'inProgress');
        expect(await desk.read.findAnswerOf(jobId)).toBeUndefined();
        await room.pass(1_300);
        await receiveAll(desk);
        await expectOneAnswer(desk, jobId);
      };
      return { ending, check };
    });
    expect(steps).toBeGreaterThanOrEqual(5);
  });

  /** A desk with a doubtful answer, near the service's last day. */
  const doubtful = async (pdf: () => Uint8Array | Promise<Uint8Array>) => {
    const before = await openDesk(room);
    const { id: jobId } = await before.sent(await before.ready());
    await before.act(jobId, ingrid, 'sign');
    await misledDesk(before, { pdf }).then((misled) => misled.receive());
    await room.pass(32 * 86_400);
    return { before, jobId };
  };
  const html = () => new TextEncoder().encode('<html>');

  test.each([
    ['giving an answer up', 'declare-lost', html, 'Signering ikke fullført: Arbeidsavtale'],
    [
      'filing an answer unverified',
      'file-unverified',
      () => makePdf(['Noe ganske annet']),
      'Signert: Arbeidsavtale',
    ],
  ] as const)(
    'at each step of %s: it is filed once, and the job is confirmed',
    async (_, decision, pdf, title) => {
      const steps = await atEveryStep(async (killAt) => {
        const { before, jobId } = await doubtful(pdf);
        const ending = await roundInChild(before, { decide: decision, jobId }, killAt);
        const check = async () => {
          const desk = await startAgain(before);
          if ((await desk.job(jobId)).state === 'doubtful')
            must(await decideDoubtful(desk.needs)(odd, jobId, decision));
          await receiveAll(desk);
          const { caseId } = await desk.job(jobId);
          const incoming = (await desk.entriesOf(caseId)).filter(({ type }) => type === 'I');
          expect(incoming.map((entry) => entry.title)).toEqual([title]);
          const answer = await desk.answerOf(jobId);
          expect(answer.confirmedAt).toBeDefined();
          expect(answer.verified).toBe(decision === 'file-unverified' ? false : undefined);
        };
        return { ending, check };
      });
      expect(steps).toBeGreaterThanOrEqual(4);
    },
  );

  test('at each step of keeping on waiting: nothing is filed or confirmed, and the right answer is when it comes', async () => {
    const steps = await atEveryStep(async (killAt) => {
      const before = await openDesk(room);
      const { id: jobId } = await before.sent(await before.ready());
      await before.act(jobId, ingrid, 'sign');
      await misledDesk(before, { pdf: html }).then((misled) => misled.receive());
      const ending = await roundInChild(before, { decide: 'keep-waiting', jobId }, killAt);
      const check = async () => {
        const desk = await startAgain(before);
        expect((await desk.job(jobId)).state).toBe('doubtful');
        expect(await desk.read.findAnswerOf(jobId)).toBeUndefined();
        await room.pass(86_400);
        await receiveAll(desk);
        await expectOneAnswer(desk, jobId);
      };
      return { ending, check };
    });
    expect(steps).toBeGreaterThanOrEqual(3);
  });

  test('at each step of receiving: the answer is filed once, whole, and confirmed', async () => {
    const steps = await atEveryStep(async (killAt) => {
      const before = await openDesk(room);
      const { id: jobId } = await before.sent(await before.ready());
      await before.act(jobId, ingrid, 'sign');
      const ending = await roundInChild(before, 'receive', killAt);
      const check = async () => {
        const desk = await startAgain(before);
        await receiveAll(desk);
        await room.pass(601);
        expect(await desk.receive()).toBe(0);
        await expectOneAnswer(desk, jobId);
      };
      return { ending, check };
    });
    expect(steps).toBeGreaterThanOrEqual(14);
  });
});
