import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { closeCase } from '../../../main/usecases/cases/close-case.ts';
import { decideDoubtful } from '../../../main/usecases/signing/decide-doubt.ts';
import { makePdf } from '../../adapters/pdf/make-pdf.ts';
import { ingrid, kari, must, odd, openDesk } from '../../support/desk.ts';
import { type Erring, erring, expectWaiting } from '../../support/erring-service.ts';
import { openMemoryRoom } from '../../support/memory-signing.ts';
import { present } from '../../support/present.ts';
import type { SigningRoom } from '../../support/signing-room.ts';

let room: SigningRoom;
beforeAll(async () => {
  room = await openMemoryRoom();
});
afterAll(() => room.close());

describe('an answer that is not worth confirming', () => {
  /** A dispatch whose answer is first given as HTML; `heal` lets the service give the right one. */
  const misled = async (how: Erring = { pdf: () => new TextEncoder().encode('<html>') }) => {
    const right = await openDesk(room);
    const { id: jobId, caseId } = await right.sent(await right.ready());
    await right.act(jobId, ingrid, 'sign');
    let fetched = 0;
    let healed = false;
    const { signing } = right.needs;
    const wrong = erring(signing, how);
    const desk = await openDesk(room, {
      kept: right.kept,
      needs: {
        signing: {
          ...wrong,
          fetchSignedPdf: (url) => {
            fetched += 1;
            return healed ? signing.fetchSignedPdf(url) : wrong.fetchSignedPdf(url);
          },
        },
      },
    });
    await desk.receive();
    return {
      desk,
      jobId,
      caseId,
      fetched: () => fetched,
      heal: () => {
        healed = true;
      },
    };
  };

  test('is fetched again with growing distance, and the right one is filed and confirmed when it comes', async () => {
    const { desk, jobId, fetched, heal } = await misled();
    const fetchedAt: number[] = [];
    let minutes = 0;
    while (minutes < 300) {
      const before = fetched();
      await room.pass(601);
      minutes += 10;
      await desk.receive();
      if (fetched() > before) fetchedAt.push(minutes);
    }
    const gaps = fetchedAt.map((at, index) => at - (fetchedAt[index - 1] ?? 0));
    expect(gaps.length).toBeGreaterThanOrEqual(4);
    expect(gaps).toEqual(gaps.toSorted((a, b) => a - b));
    expect(gaps.at(-1)).toBeGreaterThan((gaps[0] ?? 0) * 4);
    // The same wrong file again is not kept again, and not logged again.
    expect(await desk.read.receivedOf(jobId)).toHaveLength(1);
    const { entryId } = await desk.job(jobId);
    const codes = (await desk.log(entryId)).map(({ code }) => code);
    expect(codes.filter((code) => code === 'answer-doubted')).toHaveLength(1);
    heal();
    await room.pass(86_400);
    await desk.receive();
    expect(await desk.job(jobId)).toMatchObject({ state: 'completed' });
    expect(await desk.answerOf(jobId)).toMatchObject({ verified: true, confirmedAt: expect.any(String) });
    await room.pass(601);
    expect(await desk.receive()).toBe(0);
  });

  test('is left to the service until ten days before its last day; then the document centre files it, unverified', async () => {
    const { desk, jobId, caseId } = await misled({ pdf: () => makePdf(['Noe ganske annet']) });
    const decide = decideDoubtful(desk.needs);
    expect(await decide(kari, jobId, 'file-unverified')).toMatchObject({ refusal: { code: 'not-allowed' } });
    for (const decision of ['file-unverified', 'declare-lost'] as const)
      expect(await decide(odd, jobId, decision)).toMatchObject({
        refusal: { code: 'service-may-still-deliver', facts: { date: expect.any(String) } },
      });
    await room.pass(31 * 86_400);
    must(await decide(odd, jobId, 'file-unverified'));
    const { entry, documents } = await desk.filed(jobId);
    expect([entry.title, documents[0]?.objects[0]?.signature?.verification]).toEqual([
      'Signert: Arbeidsavtale',
      'I',
    ]);
    expect(await desk.job(jobId)).toMatchObject({ state: 'completed' });
    expect(await decide(odd, jobId, 'keep-waiting')).toMatchObject({ refusal: { code: 'not-doubtful' } });
    expect(await desk.entriesOf(caseId)).toHaveLength(2);
    const { entryId } = await desk.job(jobId);
    expect(await desk.log(entryId)).toContainEqual(
      expect.objectContaining({ code: 'answer-filed-unverified', by: odd.name }),
    );
    // Confirmed when the service next tells of it.
    expect((await desk.answerOf(jobId)).confirmedAt).toBeUndefined();
    await desk.receive();
    expect((await desk.answerOf(jobId)).confirmedAt).toBeDefined();
  });

  test('that nobody can read is never filed; it can be waited for, or given up with a note in the case', async () => {
    const { desk, jobId, fetched } = await misled();
    const decide = decideDoubtful(desk.needs);
    const { entryId } = await desk.job(jobId);
    const before = fetched();
    must(await decide(odd, jobId, 'keep-waiting'));
    await room.pass(601);
    await desk.receive();
    expect(fetched()).toBe(before + 1);
    await room.pass(31 * 86_400);
    expect(await decide(odd, jobId, 'file-unverified')).toMatchObject({
      refusal: { code: 'nothing-to-file' },
    });
    must(await decide(odd, jobId, 'declare-lost'));
    expect(await desk.job(jobId)).toMatchObject({ state: 'failed', failure: 'other' });
    const { entry, documents } = await desk.filed(jobId);
    expect(entry.title).toBe('Signering ikke fullført: Arbeidsavtale');
    expect(documents).toMatchObject([{ role: 'H', type: 'avslag' }]);
    const codes = (await desk.log(entryId)).map(({ code }) => code);
    for (const code of ['answer-doubted', 'answer-kept-waiting', 'answer-declared-lost'])
      expect(codes).toContain(code);
    // What came stays on the job.
    const [received] = await desk.read.receivedOf(jobId);
    expect(await desk.read.readFile(present(received?.document))).toBeDefined();
  });

  test('keeps its case open and its entry from being sent again', async () => {
    const { desk, jobId, caseId } = await misled();
    expect(await closeCase(desk.needs)(odd, caseId)).toMatchObject({ refusal: { code: 'signing-running' } });
    const { entryId } = await desk.job(jobId);
    expect((await desk.expedite(entryId)).ok).toBe(false);
  });

  test('whose seal nobody here trusts is filed when the right authorities are set', async () => {
    const right = await openDesk(room);
    const { id: jobId } = await right.sent(await right.ready());
    await right.act(jobId, ingrid, 'sign');
    const { signing } = right.needs;
    const distrusting = await openDesk(room, {
      kept: right.kept,
      needs: { signing: { ...signing, sealPolicy: () => ({ ...signing.sealPolicy(), anchors: [] }) } },
    });
    await distrusting.receive();
    await expectWaiting(distrusting, jobId, ['seal-not-accepted']);
    const again = await openDesk(room, { kept: right.kept });
    await room.pass(601);
    await again.receive();
    expect(await again.answerOf(jobId)).toMatchObject({ verified: true });
  });
});
