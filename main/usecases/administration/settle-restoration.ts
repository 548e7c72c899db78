import type { Actor } from '../../../domain/access/actor.ts';
import { type ArchiveRefusal, may, theArchive } from '../../../domain/access/may.ts';
import { ok, type Result, refuse } from '../../../domain/basics.ts';
import type { LogWriter } from '../../ports/archive/change-log.ts';
import type { RestorationReader, RestorationWriter } from '../../ports/archive/restorations.ts';
import type { ArchivePart } from '../../ports/archive-store.ts';
import type { Needs } from '../needs.ts';

type Touching = { readonly archive: ArchivePart<RestorationReader, LogWriter & RestorationWriter> };

type Settling = Pick<Needs, 'clock' | 'wakeOutbox'> & Touching;
type Refusals = ArchiveRefusal | 'not-found' | 'jobs-not-taken-in';

/** Opens for sending again. Refused while jobs that were sent are neither filed, acknowledged nor given up. */
export const reopenSending =
  ({ archive, clock, wakeOutbox }: Settling) =>
  async (actor: Actor): Promise<Result<undefined, Refusals>> => {
    const allowed = may(actor, 'file-answers', theArchive);
    if (!allowed.ok) return allowed;
    const who = { at: clock.now(), by: actor.name };
    const outcome = await archive.change(async (tx): Promise<Result<undefined, Refusals>> => {
      if (!(await tx.restoredSince())) return refuse('not-found');
      const unknown = await tx.unfiledUnknownJobs();
      const known = new Set(unknown.map(({ reference }) => reference));
      const lost = (await tx.lostJobs()).filter(({ reference }) => !known.has(reference));
      const left = lost.length + unknown.filter(({ acknowledgedAt }) => !acknowledgedAt).length;
      if (left > 0) return refuse('jobs-not-taken-in', { count: left });
      await tx.endRestoration(who.at, who.by);
      await tx.log({ subject: 'policy', subjectId: 'archive', code: 'sending-reopened', facts: {}, ...who });
      return ok(undefined);
    });
    if (outcome.ok) wakeOutbox();
    return outcome;
  };
