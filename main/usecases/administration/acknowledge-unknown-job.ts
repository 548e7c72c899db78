import type { Actor } from '../../../domain/access/actor.ts';
import { type ArchiveRefusal, may, theArchive } from '../../../domain/access/may.ts';
import { ok, type Result, refuse } from '../../../domain/basics.ts';
import type { UnknownJobId } from '../../../domain/unknown-job.ts';
import type { LogWriter } from '../../ports/archive/change-log.ts';
import type { RestorationReader, RestorationWriter } from '../../ports/archive/restorations.ts';
import type { ArchivePart } from '../../ports/archive-store.ts';
import type { Needs } from '../needs.ts';

type Touching = { readonly archive: ArchivePart<RestorationReader, LogWriter & RestorationWriter> };

/**
 * The document centre has seen that an unknown job still runs at the service: it no longer keeps others from being sent.
 * It stays listed until its answer is filed, and the entry that it is known to be for is not sent again.
 */
export const acknowledgeUnknownJob =
  ({ archive, clock }: Pick<Needs, 'clock'> & Touching) =>
  async (
    actor: Actor,
    id: UnknownJobId,
  ): Promise<Result<undefined, ArchiveRefusal | 'not-found' | 'already-ended'>> => {
    const allowed = may(actor, 'file-answers', theArchive);
    if (!allowed.ok) return allowed;
    const who = { at: clock.now(), by: actor.name };
    return archive.change(async (tx) => {
      const job = await tx.findUnknownJob(id);
      if (!job || job.filedAs) return refuse('not-found');
      if (job.state !== 'inProgress') return refuse('already-ended');
      await tx.acknowledgeUnknownJob(id, who.at, who.by);
      await tx.log({
        subject: 'policy',
        subjectId: 'archive',
        code: 'unknown-job-acknowledged',
        facts: { serviceJobId: job.serviceJobId },
        ...who,
      });
      return ok(undefined);
    });
  };
