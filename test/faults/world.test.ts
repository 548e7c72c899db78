import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import type { Instant } from '../../domain/basics.ts';
import { toInstant } from '../../domain/calendar.ts';
import { cacheStatements, connect, queryArchive } from '../../main/adapters/store/connection.ts';
import { createReader } from '../../main/adapters/store/reader.ts';
import { serialiseChanges } from '../../main/adapters/store/run-changes.ts';
import { openFileSeal } from '../../main/adapters/vault/open-file-seal.ts';
import type { ArchiveStore } from '../../main/ports/archive-store.ts';
import { ServiceUnreachable } from '../../main/ports/signing-service.ts';
import { expedite } from '../../main/usecases/dispatch/expedite.ts';
import { receiveChanges } from '../../main/usecases/signing/receive-changes.ts';
import { type Desk, ingrid, kari, must, openDesk } from '../support/desk.ts';
import { openPortalRoom, type PortalRoom } from '../support/portal-room.ts';

let room: PortalRoom;
beforeAll(async () => {
  room = await openPortalRoom();
});
afterAll(() => room.close());

/** The desk's archive over a connection that may add no more than `spare` pages to the file. */
function almostFull(desk: Desk, spare: number): ArchiveStore {
  const sqlite = connect(desk.kept.path, { readOnly: false });
  onTestFinished(() => void sqlite.close());
  sqlite.pragma(`max_page_count = ${Number(sqlite.pragma('page_count', { simple: true })) + spare}`);
  const seal = openFileSeal(desk.kept.key);
  const changes = serialiseChanges(sqlite, seal);
  return {
    ...desk.archive,
    read: createReader(queryArchive(cacheStatements(sqlite)), seal),
    change: (work) => changes.run((archive) => work(archive)),
  };
}

describe('the disk is full', () => {
  test('on «Ekspeder»: told as such, and the entry is as it was', async () => {
    const desk = await openDesk(room);
    const entryId = await desk.ready({ parts: [{ title: 'Arbeidsavtale', pages: 20 }] });
    await expect(
      expedite({ ...desk.needs, archive: almostFull(desk, 0) })(kari, entryId, desk.order(), undefined),
    ).rejects.toMatchObject({ kind: 'disk-full' });
    expect(await desk.read.jobsOf(entryId)).toEqual([]);
    expect((await desk.sent(entryId)).state).toBe('inProgress');
  });

  test('when the answer comes: nothing is confirmed, and it is filed when there is room', async () => {
    const desk = await openDesk(room);
    const { id: jobId, caseId } = await desk.sent(await desk.ready());
    await desk.act(jobId, ingrid, 'sign');
    // Room for what was wrong, not for the signed document.
    await receiveChanges({ ...desk.needs, archive: almostFull(desk, 2) })().catch(() => undefined);
    expect(await desk.read.findAnswerOf(jobId)).toBeUndefined();
    expect((await desk.job(jobId)).state).toBe('inProgress');
    await room.pass(601);
    expect(await desk.receive()).toBe(1);
    expect((await desk.filed(jobId)).entry.title).toBe('Signert: Arbeidsavtale');
    expect(await desk.entriesOf(caseId)).toHaveLength(2);
  });
});

describe('the service goes away', () => {
  test('and comes back while we ask: the answer given before is there after', async () => {
    const desk = await openDesk(room);
    const { id: jobId } = await desk.sent(await desk.ready());
    await desk.act(jobId, ingrid, 'sign');
    await room.stop();
    await expect(receiveChanges(desk.needs)()).rejects.toBeInstanceOf(ServiceUnreachable);
    await room.start();
    await desk.receive();
    expect((await desk.filed(jobId)).entry.title).toBe('Signert: Arbeidsavtale');
  });

  test('between taking the change and fetching the document: it comes again', async () => {
    const desk = await openDesk(room);
    const { id: jobId } = await desk.sent(await desk.ready());
    await desk.act(jobId, ingrid, 'sign');
    const { signing } = desk.needs;
    const leaving = {
      ...signing,
      fetchSignedPdf: async (url: string) => {
        await room.stop();
        return signing.fetchSignedPdf(url);
      },
    };
    await receiveChanges({ ...desk.needs, signing: leaving })().catch(() => undefined);
    await room.start();
    expect((await desk.job(jobId)).lastFault).toMatchObject({ code: 'receiving' });
    await room.pass(601);
    await desk.receive();
    expect((await desk.filed(jobId)).entry.title).toBe('Signert: Arbeidsavtale');
  });
});

describe('the clock is wrong', () => {
  test.each([
    ['two years ahead', 2 * 365 * 86_400_000],
    ['a day behind', -86_400_000],
  ])(
    '%s: the service refuses the order, the clerk is told, and it goes when the clock is right',
    async (_, wrong) => {
      const desk = await openDesk(room);
      const entryId = await desk.ready();
      const jobId = must(await desk.expedite(entryId));
      const astray = () => new Date(room.now().getTime() + wrong);
      const lost = await openDesk(room, {
        kept: desk.kept,
        needs: {
          signing: room.openSigning(desk.needs.queue, astray),
          clock: { now: () => toInstant(astray()) },
        },
      });
      await lost.send();
      expect(await desk.job(jobId)).toMatchObject({
        state: 'sendFailed',
        lastFault: { code: 'ASICE_VALIDATION_FAILED' },
      });
      expect((await desk.sent(entryId)).state).toBe('inProgress');
    },
  );

  test('into the next year when the answer comes: it is filed under the number of the clock', async () => {
    const desk = await openDesk(room);
    const { id: jobId } = await desk.sent(await desk.ready());
    await desk.act(jobId, ingrid, 'sign');
    const thisYear = room.now().getFullYear();
    const ahead = { now: (): Instant => `${thisYear + 1}-02-03T04:05:06.007Z` };
    await receiveChanges({ ...desk.needs, clock: ahead })();
    const { entry } = await desk.filed(jobId);
    expect(entry).toMatchObject({
      journalYear: thisYear + 1,
      journalSequence: 1,
      journalDate: `${thisYear + 1}-02-03`,
    });
    expect(entry.documentDate?.slice(0, 4)).toBe(String(thisYear));
  });

  test.each([
    ['years ahead', '2031-02-03T04:05:06.007Z', 'weak-algorithm'],
    ['years behind', '2024-02-03T04:05:06.007Z', 'certificate-not-valid'],
    ['a day behind', -86_400_000, 'signing-time-in-future'],
  ])(
    '%s when the answer comes: it stays unconfirmed with its reason, and is taken when the clock is right',
    async (_, wrong, reason) => {
      const desk = await openDesk(room);
      const { id: jobId, caseId } = await desk.sent(await desk.ready());
      await desk.act(jobId, ingrid, 'sign');
      const now = () =>
        toInstant(typeof wrong === 'string' ? Date.parse(wrong) : room.now().getTime() + wrong);
      const astray = { ...desk.needs, clock: { now } };
      await receiveChanges(astray)();
      expect((await desk.job(jobId)).state).toBe('doubtful');
      expect(await desk.read.receivedOf(jobId)).toMatchObject([
        {
          doubts: ['seal-not-accepted'],
          verdict: {
            sealedBy: { code: reason, facts: { timeSource: 'receipt' } },
            unchanged: { code: 'unchanged' },
            isWhatWasSent: { code: 'same-document' },
          },
        },
      ]);
      expect(await desk.read.findAnswerOf(jobId)).toBeUndefined();
      expect(await desk.entriesOf(caseId)).toHaveLength(1);
      // Asked again while the clock is still wrong: nothing is added, and nothing is confirmed.
      await room.pass(601);
      await receiveChanges(astray)();
      expect(await desk.read.receivedOf(jobId)).toHaveLength(1);
      // Unconfirmed, the service tells of it again; however far off the next fetch was set, it is fetched now.
      await room.pass(601);
      await desk.receive();
      expect(await desk.answerOf(jobId)).toMatchObject({ verified: true });
      expect((await desk.answerOf(jobId)).confirmedAt).toBeDefined();
      expect((await desk.filed(jobId)).entry.title).toBe('Signert: Arbeidsavtale');
    },
  );
});
