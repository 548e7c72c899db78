import type { Actor } from '../../../domain/access/actor.ts';
import { type JobSight, showVerdict } from '../../../domain/access/show-job.ts';
import type { Shown } from '../../../domain/access/shown.ts';
import type { Guarded } from '../../../domain/access/sight.ts';
import type { Instant } from '../../../domain/basics.ts';
import { toDecision } from '../../../domain/decision.ts';
import { type DoubtDecision, decisionDay, lastFetchDay } from '../../../domain/doubtful-answer.ts';
import type { JobView } from '../../../preload/contract/views.ts';
import type { ReceivedAnswerReader } from '../../ports/archive/received-answers.ts';
import { mayDecideDoubt } from '../../usecases/signing/decide-doubt.ts';

/** What came for a doubtful job and what may be decided of it; nothing for any other job. */
export async function doubtfulView(
  archive: ReceivedAnswerReader,
  job: Shown<JobSight>,
  user: Actor,
  entry: Guarded,
  now: Instant,
): Promise<JobView['doubtful']> {
  if (job.state !== 'doubtful') return undefined;
  const received = await archive.receivedOf(job.id);
  const [first] = received;
  const last = received.at(-1);
  if (!first || !last) return undefined;
  const may = (decision: DoubtDecision) =>
    toDecision(mayDecideDoubt(job, received, decision, user, entry, now));
  const shown = job.showsReceived && last.document !== undefined && !last.doubts.includes('unreadable');
  return {
    receivedAt: last.receivedAt,
    doubts: last.doubts,
    verdict: last.verdict && showVerdict(job, last.verdict),
    url: shown ? `/files/received/${job.id}` : undefined,
    nextFetchAt: job.nextAttemptAt,
    lastDay: lastFetchDay(job, first.receivedAt),
    decideFrom: decisionDay(job, first.receivedAt),
    file: may('file-unverified'),
    keepWaiting: may('keep-waiting'),
    declareLost: may('declare-lost'),
  };
}
