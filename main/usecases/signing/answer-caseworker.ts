import { successorOf } from '../../../domain/access/succession.ts';
import type { Instant, UserId } from '../../../domain/basics.ts';
import { dateOf } from '../../../domain/calendar.ts';
import type { JournalEntry } from '../../../domain/journal-entry.ts';
import type { AccessReader } from '../../ports/archive/access.ts';
import type { CaseReader } from '../../ports/archive/cases.ts';
import type { LogWriter } from '../../ports/archive/change-log.ts';
import type { TakeOverReader } from '../../ports/archive/take-overs.ts';
import type { UserReader } from '../../ports/archive/users.ts';
import { unitsToRegisterIn } from '../access/take-over.ts';
import { logDifferences } from '../audit-log.ts';

/** Who is to have the answer: the outgoing entry's caseworker, or who has that one's work by now. */
export async function answerCaseworker(
  tx: AccessReader & CaseReader & TakeOverReader & UserReader,
  outgoing: JournalEntry,
  at: Instant,
): Promise<UserId> {
  const home = await tx.findCase(outgoing.caseId);
  if (!home) return outgoing.caseworker;
  const today = dateOf(at);
  const active = new Set<UserId>();
  for (const user of await tx.users())
    if ((await unitsToRegisterIn(tx, user, today)).has(outgoing.adminUnit)) active.add(user.id);
  return successorOf(
    outgoing.caseworker,
    { unit: outgoing.adminUnit, since: outgoing.sentAt ?? outgoing.createdAt, caseOwner: home.caseOwner },
    {
      takeOvers: await tx.takeOvers(),
      deputyships: await tx.deputyships(),
      isActive: (user) => active.has(user),
    },
    today,
  );
}

/** Told where it is not the outgoing one's: somebody has taken over from that one, or stands in. */
export const logAnswerCaseworker = (
  tx: LogWriter,
  answer: Pick<JournalEntry, 'id' | 'caseworker'>,
  outgoing: Pick<JournalEntry, 'caseworker'>,
  who: { readonly at: Instant; readonly by: string },
): Promise<void> =>
  logDifferences(tx, 'entry', answer.id, { saksbehandler: [outgoing.caseworker, answer.caseworker] }, who);
