import { expect } from 'vitest';
import type { JobId } from '../../domain/basics.ts';
import type { JobChange, SigningService } from '../../main/ports/signing-service.ts';
import { actorOf } from './actor.ts';
import { type Desk, kari, odd, openDesk } from './desk.ts';

export type Erring = {
  readonly pdf?: (right: Uint8Array) => Promise<Uint8Array> | Uint8Array;
  readonly change?: (right: JobChange) => JobChange;
};
/** The desk's own service, which gives another document or tells something else than what happened. */
export const erring = (signing: SigningService, { pdf, change }: Erring): SigningService => ({
  ...signing,
  fetchSignedPdf: async (url) => {
    const right = await signing.fetchSignedPdf(url);
    return pdf ? pdf(right) : right;
  },
  poll: async () => {
    const poll = await signing.poll();
    return poll.kind === 'change' && change ? { ...poll, change: change(poll.change) } : poll;
  },
});
export const misledDesk = (right: Desk, how: Erring): Promise<Desk> =>
  openDesk(right.room, { kept: right.kept, needs: { signing: erring(right.needs.signing, how) } });

/** What must hold of an answer that is not worth confirming. */
export async function expectWaiting(desk: Desk, jobId: JobId, doubts: readonly string[]): Promise<void> {
  const job = await desk.job(jobId);
  expect(await desk.read.findAnswerOf(jobId)).toBeUndefined();
  expect((await desk.entriesOf(job.caseId)).map(({ type }) => type)).toEqual(['U']);
  expect((await desk.read.basketCounts(await actorOf(desk.read, kari))).get('signed')).toBe(0);
  expect(job.state).toBe('doubtful');
  expect((await desk.read.basketCounts(await actorOf(desk.read, odd))).get('doubtful')).toBe(1);
  expect((await desk.read.receivedOf(jobId)).at(-1)?.doubts).toEqual(doubts);
}
