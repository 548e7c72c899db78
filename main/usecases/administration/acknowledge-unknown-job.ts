import { ok, type Result, refuse } from '../../../domain/basics.ts';
import { hasAbility, type User } from '../../../domain/roles.ts';
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
    user: User,
    id: UnknownJobId,
  ): Promise<Result<undefined, 'not-allowed' | 'not-found' | 'already-ended'>> => {
    if (!hasAbility(user, 'file-answers')) return refuse('not-allowed');
    const who = { at: clock.now(), by: user.name };
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
