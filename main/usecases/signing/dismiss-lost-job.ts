import type { Actor } from '../../../domain/access/actor.ts';
import { type AccessRefusal, type ArchiveRefusal, may, theArchive } from '../../../domain/access/may.ts';
import { type AnswerId, ok, type Result, refuse } from '../../../domain/basics.ts';
import type { SigningJob } from '../../../domain/signing-job.ts';
import type { RestorationReader, RestorationWriter } from '../../ports/archive/restorations.ts';
import type { ArchivePart } from '../../ports/archive-store.ts';
import { changed } from '../changed-event.ts';
import { mayOnEntry } from '../entries/open-for-change.ts';
import type { Needs } from '../needs.ts';
import { stepJob } from '../step-job.ts';
import { fileAnswer } from './file-answer.ts';
import type { FilingReads, FilingWrites } from './filing-archive.ts';

type Touching = {
  readonly archive: ArchivePart<FilingReads & RestorationReader, FilingWrites & RestorationWriter>;
};

type Dismissing = Pick<Needs, 'clock' | 'pdf' | 'digest' | 'ids' | 'writeNote' | 'publish'> & Touching;
type Refusals = AccessRefusal | ArchiveRefusal | 'not-found';

/**
 * The document centre has judged that a lost job never comes, and its entry may be sent again; or that a lost answer
 * never comes again, and a note about that is filed as the answer.
 */
export const dismissLostJob =
  (needs: Dismissing) =>
  async (actor: Actor, reference: string): Promise<Result<undefined, Refusals>> => {
    const allowed = may(actor, 'file-answers', theArchive);
    if (!allowed.ok) return allowed;
    const { archive, clock, ids } = needs;
    const who = { at: clock.now(), by: actor.name };
    const answerId: AnswerId = ids.newId();
    const outcome = await archive.change(async (tx): Promise<Result<SigningJob | undefined, Refusals>> => {
      const lost = (await tx.lostJobs()).find((job) => job.reference === reference);
      if (!lost) return refuse('not-found');
      const onEntry = await mayOnEntry(tx, actor, 'file-answers', lost.entryId);
      // Of an entry that is not there any more only the reference is left.
      if (!onEntry.ok && onEntry.refusal.code !== 'not-found') return onEntry;
      await tx.settleLostJob(reference, who.at);
      const held = await tx.findJobByReference(reference);
      const stepped = held && (await stepJob(tx, held.id, { kind: 'declared-lost', at: who.at }, who));
      if (held && stepped?.ok) {
        const received = { receivedAt: who.at, decidedAt: who.at, signatures: [] };
        await tx.addAnswer({
          id: answerId,
          jobId: held.id,
          outcome: 'failed',
          failure: 'other',
          ...received,
        });
        return ok(held);
      }
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
    if (!outcome.ok) return outcome;
    if (outcome.value) {
      await fileAnswer(needs)(answerId);
      needs.publish(changed(outcome.value.caseId, outcome.value.entryId));
    }
    return ok(undefined);
  };
