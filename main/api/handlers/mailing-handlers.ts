import type { Actor } from '../../../domain/access/actor.ts';
import { may } from '../../../domain/access/may.ts';
import type { Shown } from '../../../domain/access/shown.ts';
import { guardedEntry } from '../../../domain/access/sight.ts';
import { toId } from '../../../domain/basics.ts';
import { dateOf, plusDays } from '../../../domain/calendar.ts';
import { mayDispatch } from '../../../domain/findings.ts';
import { isListSound } from '../../../domain/recipient-list.ts';
import type { MailingOpenView } from '../../../preload/contract/mailing.ts';
import { checkMailing } from '../../usecases/dispatch/check-mailing.ts';
import { endMailing } from '../../usecases/dispatch/end-mailing.ts';
import { mailNext } from '../../usecases/dispatch/mail-next.ts';
import { type OpenedMailing, openMailing } from '../../usecases/dispatch/open-mailing.ts';
import { startMailing } from '../../usecases/dispatch/start-mailing.ts';
import type { Handlers } from '../dispatcher.ts';
import { done, noValue, toReply } from '../reply.ts';
import type { RequestContext } from '../request-context.ts';
import { showWholeEntry } from '../show-whole-entry.ts';

type MailingHandlers = Pick<Handlers, Extract<keyof Handlers, `mailing.${string}`>>;

export const mailingHandlers = (context: RequestContext): MailingHandlers => ({
  'mailing.open': async ({ entryId }) => {
    const user = await context.session.user();
    const open = () => openMailing(context)(user, entryId);
    return toReply(await showWholeEntry(context.archive.read, user, 'dispatch', entryId, open), (shown) =>
      openedView(shown, user),
    );
  },
  'mailing.check': async ({ entryId, people, terms }) => {
    const user = await context.session.user();
    const check = () => checkMailing(context)(user, entryId, people, terms);
    return toReply(
      await showWholeEntry(context.archive.read, user, 'dispatch', entryId, check),
      ({ people: checked, findings, merged }) => {
        if (merged) context.previews.set(merged.sha256, entryId);
        const days = Number.isFinite(terms.deadlineDays)
          ? Math.min(Math.max(0, terms.deadlineDays), 3650)
          : 0;
        return {
          findings,
          maySend: mayDispatch(findings) && isListSound(checked),
          merged: merged && {
            sha256: merged.sha256,
            url: `/files/merged/${merged.sha256}`,
            pages: merged.pages,
          },
          latestEnd: plusDays(dateOf(context.clock.now()), Math.trunc(days)),
        };
      },
    );
  },
  'mailing.start': async ({ entryId, people, terms, seenMerged }) =>
    toReply(
      await startMailing(context)(await context.session.user(), entryId, people, terms, seenMerged),
      (id) => ({ mailingId: toId<'mailing'>(id) }),
    ),
  'mailing.next': async ({ entryId, mailingId }) => {
    const outcome = await mailNext(context)(await context.session.user(), entryId, mailingId);
    if (outcome.ok) return done(outcome.value);
    const findings = 'findings' in outcome ? outcome.findings : undefined;
    return { ok: false, refusal: { ...outcome.refusal, findings } };
  },
  'mailing.end': async ({ entryId, mailingId }) =>
    toReply(await endMailing(context)(await context.session.user(), entryId, mailingId), noValue),
});

const openedView = (
  { entry, caseFile, policy, training, mailings }: Shown<OpenedMailing>,
  actor: Actor,
): MailingOpenView => ({
  entryId: entry.id,
  recordNumber: entry.recordNumber,
  title: entry.title,
  training,
  limits: {
    maxMessage: policy.maxMessage,
    defaultDeadlineDays: policy.defaultDeadlineDays,
    minDeadlineDays: policy.minDeadlineDays,
    maxDeadlineDays: policy.maxDeadlineDays,
  },
  mayChangeDeadline: may(actor, 'change-deadline', guardedEntry(entry, caseFile)).ok,
  askAboutLeader: !policy.approvalRequired,
  mailings: mailings.map(({ mailing: { id, startedBy, startedAt, endedAt }, people }) => ({
    id,
    startedBy,
    startedAt,
    endedAt,
    people: people.map(({ person: { name, firm, waits }, entry: made, jobState }) => ({
      name,
      firm,
      waits,
      ...(made && { entry: { id: made.id, recordNumber: made.recordNumber, jobState } }),
    })),
  })),
});
