import type { Actor } from '../access/actor.ts';
import { type AccessRefusal, may } from '../access/may.ts';
import { type Guarded, guardedCase } from '../access/sight.ts';
import { type Answer, canBeFiled } from '../answer.ts';
import type { Result } from '../basics.ts';
import type { CaseFile } from '../case-file.ts';
import type { SigningJob } from '../signing-job.ts';

/**
 * May this person file the answer to `outgoing` in this case? One must have the right where it comes from and where it
 * goes. Segl itself files without asking for any.
 */
export function decideFiling(
  answer: Pick<Answer, 'filedAs'>,
  job: Pick<SigningJob, 'succeededBy'>,
  outgoing: Guarded,
  target: CaseFile,
  actor: Actor,
): Result<undefined, 'answer-filed' | 'answer-succeeded' | 'case-closed' | AccessRefusal> {
  const from = may(actor, 'file-answers', outgoing);
  const into = may(actor, 'file-answers', guardedCase(target));
  if (!from.ok) return from;
  return into.ok ? canBeFiled(answer, job, target) : into;
}
