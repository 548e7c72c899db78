import { signedBy } from '../../../domain/access/acting-for.ts';
import type { Actor } from '../../../domain/access/actor.ts';
import type { AccessRefusal } from '../../../domain/access/may.ts';
import { guardedCase } from '../../../domain/access/sight.ts';
import { decideReopening } from '../../../domain/acts/case-acts.ts';
import { type CaseId, ok, type Result, refuse } from '../../../domain/basics.ts';
import type { CaseWriter } from '../../ports/archive/cases.ts';
import type { ArchivePart } from '../../ports/archive-store.ts';
import { logDifferences } from '../audit-log.ts';
import { changed } from '../changed-event.ts';
import type { Needs } from '../needs.ts';
import { fileAnswer } from '../signing/file-answer.ts';
import type { FilingReads, FilingWrites } from '../signing/filing-archive.ts';

type Touching = {
  readonly archive: ArchivePart<FilingReads, FilingWrites & CaseWriter>;
};

type ReopenRefusal = AccessRefusal | 'not-found' | 'case-open' | 'reason-missing';

/** Reopens a closed case and files the answers that have waited for it; says how many. */
export const reopenCase =
  (needs: Pick<Needs, 'pdf' | 'clock' | 'digest' | 'ids' | 'writeNote' | 'publish'> & Touching) =>
  async (
    actor: Actor,
    caseId: CaseId,
    reason: string,
  ): Promise<Result<{ readonly filed: number }, ReopenRefusal>> => {
    if (!reason.trim()) return refuse('reason-missing');
    const outcome = await needs.archive.change(async (tx): Promise<Result<undefined, ReopenRefusal>> => {
      const file = await tx.findCase(caseId);
      if (!file) return refuse('not-found');
      const decision = decideReopening(file, actor);
      if (!decision.ok) return decision;
      const who = { at: needs.clock.now(), by: signedBy(actor, 'reopen-case', guardedCase(file)) };
      await tx.changeCase(caseId, { status: 'B', closedAt: undefined, closedBy: undefined });
      await logDifferences(
        tx,
        'case',
        caseId,
        { saksstatus: [file.status, 'B'], gjenaapnet: [undefined, reason.trim()] },
        who,
      );
      return ok(undefined);
    });
    if (!outcome.ok) return outcome;
    let filed = 0;
    for (const answer of await needs.archive.read.unfiledAnswers()) {
      const job = await needs.archive.read.findJob(answer.jobId);
      const entry = job && (await needs.archive.read.findEntry(job.entryId));
      if (entry?.caseId === caseId && (await fileAnswer(needs)(answer.id)).ok) filed += 1;
    }
    needs.publish(changed(caseId));
    return ok({ filed });
  };
