import { ok, type Result, refuse } from '../../../domain/basics.ts';
import { may, type User } from '../../../domain/roles.ts';
import type { Needs } from '../needs.ts';

type Settling = Pick<Needs, 'archive' | 'clock' | 'wakeOutbox'>;
type Refusals = 'not-allowed' | 'not-found' | 'jobs-not-taken-in';

/** Opens for sending again. Refused while jobs that were sent are neither taken in and filed nor given up. */
export const reopenSending =
  ({ archive, clock, wakeOutbox }: Settling) =>
  async (user: User): Promise<Result<undefined, Refusals>> => {
    if (!may(user, 'file-answers')) return refuse('not-allowed');
    const who = { at: clock.now(), by: user.name };
    const outcome = await archive.change(async (tx): Promise<Result<undefined, Refusals>> => {
      if (!(await tx.restoredSince())) return refuse('not-found');
      const left = (await tx.lostJobs()).length + (await tx.unfiledUnknownJobs()).length;
      if (left > 0) return refuse('jobs-not-taken-in', { count: left });
      await tx.endRestoration(who.at, who.by);
      await tx.log({ subject: 'policy', subjectId: 'archive', code: 'sending-reopened', facts: {}, ...who });
      return ok(undefined);
    });
    if (outcome.ok) wakeOutbox();
    return outcome;
  };

/** The document centre has judged that a lost job never comes; its entry may be sent again. */
export const dismissLostJob =
  ({ archive, clock }: Settling) =>
  async (user: User, reference: string): Promise<Result<undefined, Refusals>> => {
    if (!may(user, 'file-answers')) return refuse('not-allowed');
    const who = { at: clock.now(), by: user.name };
    return archive.change(async (tx): Promise<Result<undefined, Refusals>> => {
      const lost = (await tx.lostJobs()).find((job) => job.reference === reference);
      if (!lost) return refuse('not-found');
      await tx.settleLostJob(reference, who.at);
      const entry = await tx.findEntry(lost.entryId);
      await tx.log({
        subject: entry ? 'entry' : 'policy',
        subjectId: entry ? entry.id : 'archive',
        code: 'lost-job-dismissed',
        facts: { reference },
        ...who,
      });
      return ok(undefined);
    });
  };
