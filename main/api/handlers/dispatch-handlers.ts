import type { Actor } from '../../../domain/access/actor.ts';
import { may } from '../../../domain/access/may.ts';
import { showJob } from '../../../domain/access/show-job.ts';
import type { Shown } from '../../../domain/access/shown.ts';
import { guardedEntry } from '../../../domain/access/sight.ts';
import type { CalendarDate, JobId, Result } from '../../../domain/basics.ts';
import { dateOf, plusDays, startOfDay } from '../../../domain/calendar.ts';
import { toDecision } from '../../../domain/decision.ts';
import { type DispatchOrder, latestDays } from '../../../domain/dispatch-order.ts';
import { mayDispatch } from '../../../domain/findings.ts';
import { readIdentityNumber } from '../../../domain/identity-number.ts';
import { latestEndOf } from '../../../domain/job-times.ts';
import type { RefusalCode } from '../../../domain/refusals.ts';
import type { SigningSettings } from '../../../domain/signing-settings.ts';
import { messageLength, titleLength } from '../../../domain/title.ts';
import type { OutputOf } from '../../../preload/contract/contract.ts';
import type { DispatchCheckView } from '../../../preload/contract/dispatch.ts';
import { ServiceRefusal, ServiceUnreachable } from '../../ports/signing-service.ts';
import { noteEntryLook } from '../../usecases/access/note-look.ts';
import { checkEntryDispatch, type DispatchCheck } from '../../usecases/dispatch/check-entry-dispatch.ts';
import { expedite } from '../../usecases/dispatch/expedite.ts';
import {
  keepDraft,
  type PreparedDispatch,
  prepareDispatch,
} from '../../usecases/dispatch/prepare-dispatch.ts';
import { resolveOrder } from '../../usecases/dispatch/resolve-order.ts';
import { revealRecipient } from '../../usecases/dispatch/reveal-recipient.ts';
import { sendAgain } from '../../usecases/dispatch/send-again.ts';
import { settleParty } from '../../usecases/dispatch/settle-party.ts';
import { weighDocuments } from '../../usecases/dispatch/weigh-documents.ts';
import { checkExtending, type ExtendingCheck } from '../../usecases/signing/check-extending.ts';
import { decideDoubtful } from '../../usecases/signing/decide-doubt.ts';
import { extendDeadlines } from '../../usecases/signing/extend-deadlines.ts';
import { fileAnswer } from '../../usecases/signing/file-answer.ts';
import { followUp, undoFollowUp } from '../../usecases/signing/follow-up.ts';
import { cancelSigning, declareUnsent, retrySending } from '../../usecases/signing/manage-job.ts';
import { remindSigners } from '../../usecases/signing/remind-signers.ts';
import { replaceSigner } from '../../usecases/signing/replace-signer.ts';
import { revealSignerAddress } from '../../usecases/signing/reveal-signer-address.ts';
import { undoPlan } from '../../usecases/signing/undo-plan.ts';
import type { Handlers } from '../dispatcher.ts';
import { done, noValue, refusal, toReply } from '../reply.ts';
import type { RequestContext } from '../request-context.ts';
import { showWholeEntry } from '../show-whole-entry.ts';
import { jobRowView } from '../views/job-row-view.ts';

type DispatchHandlers = Pick<
  Handlers,
  Extract<keyof Handlers, `dispatch.${string}` | `signing.${string}` | `answers.${string}`>
>;

export const dispatchHandlers = (context: RequestContext): DispatchHandlers => ({
  'dispatch.prepare': async ({ entryId }) => {
    const user = await context.session.user();
    const prepare = () => prepareDispatch(context)(user, entryId);
    const shown = await showWholeEntry(context.archive.read, user, 'dispatch', entryId, prepare);
    if (shown.ok) await noteEntryLook(context)(user, { kind: 'entry', subjectId: entryId }, entryId);
    return toReply(shown, (prepared) => preparedView(prepared, user, context.service().signerIdentifier));
  },
  'dispatch.revealIdentity': async ({ entryId, from, id, reason }) =>
    toReply(
      await revealRecipient(context)(await context.session.user(), entryId, { from, id }, reason),
      (identityNumber) => ({ identityNumber }),
    ),
  'dispatch.check': async ({ entryId, order: shown }) => {
    const user = await context.session.user();
    const order = await resolveOrder(context)(user, entryId, shown);
    const check = () => checkEntryDispatch(context)(user, entryId, order);
    return toReply(
      await showWholeEntry(context.archive.read, user, 'dispatch', entryId, check),
      (checked) => {
        if (checked.merged) context.previews.set(checked.merged.sha256, entryId);
        return checkView(order, checked, dateOf(context.clock.now()));
      },
    );
  },
  'dispatch.weigh': async ({ entryId }) => {
    const user = await context.session.user();
    const weigh = () => weighDocuments(context)(user, entryId);
    return toReply(
      await showWholeEntry(context.archive.read, user, 'dispatch', entryId, weigh),
      (weighedDocuments) => weighedDocuments,
    );
  },
  'dispatch.keepDraft': async ({ entryId, order }) => {
    const user = await context.session.user();
    return toReply(await keepDraft(context)(user, entryId, order), noValue);
  },
  'dispatch.settleParty': async ({ entryId, partyId, as }) => {
    const user = await context.session.user();
    return toReply(await settleParty(context)(user, entryId, partyId, as), noValue);
  },
  'dispatch.expedite': async ({ entryId, order, seenMerged }) => {
    const user = await context.session.user();
    const outcome = await expedite(context)(
      user,
      entryId,
      await resolveOrder(context)(user, entryId, order),
      seenMerged,
    );
    if (outcome.ok) return done({ jobId: outcome.value });
    return { ok: false, refusal: { ...outcome.refusal, findings: outcome.findings } };
  },
  'signing.list': async (wish) => done(await listedJobs(context, wish)),
  'signing.followUp': async ({ jobId, comment }) =>
    toReply(await followUp(context)(await context.session.user(), jobId, comment), noValue),
  'signing.undoFollowUp': async ({ jobId }) =>
    toReply(await undoFollowUp(context)(await context.session.user(), jobId), noValue),
  'signing.cancel': async ({ jobId, reason }) =>
    toReply(await cancelSigning(context)(await context.session.user(), jobId, reason), (outcome) => ({
      outcome,
    })),
  'signing.checkDeadline': async ({ jobIds, deadlineDays }) => {
    const user = await context.session.user();
    const checks = await checkExtending(context)(user, jobIds, deadlineDays);
    return done({ jobs: await Promise.all(checks.map((check) => checkedView(context, check, user))) });
  },
  'signing.extend': async ({ jobIds, deadlineDays }) =>
    done({
      jobs: outcomeViews(await extendDeadlines(context)(await context.session.user(), jobIds, deadlineDays)),
    }),
  'signing.replaceSigner': async ({ jobId, signerId, ...typed }) =>
    toReply(await replaceSigner(context)(await context.session.user(), jobId, signerId, typed), noValue),
  'signing.undoPlan': async ({ jobId }) =>
    toReply(await undoPlan(context)(await context.session.user(), jobId), noValue),
  'signing.remind': async ({ jobIds }) =>
    done({ jobs: outcomeViews(await remindSigners(context)(await context.session.user(), jobIds)) }),
  'dispatch.sendAgain': async ({ entryId }) =>
    toReply(await sendAgain(context)(await context.session.user(), entryId), (id) => ({ entryId: id })),
  'signing.retry': async ({ jobId }) =>
    toReply(await retrySending(context)(await context.session.user(), jobId), noValue),
  'signing.declareUnsent': async ({ jobId }) =>
    toReply(await declareUnsent(context)(await context.session.user(), jobId), noValue),
  'signing.decideDoubtful': async ({ jobId, decision }) =>
    toReply(await decideDoubtful(context)(await context.session.user(), jobId, decision), noValue),
  'signing.signerAddress': async ({ jobId, signerId, reason }) =>
    toReply(
      await revealSignerAddress(context)(await context.session.user(), jobId, signerId, reason),
      (address) => ({ address }),
    ),
  'signing.fetchNow': async () => {
    try {
      return done(await context.fetchNow());
    } catch (fault) {
      if (fault instanceof ServiceRefusal) return refusal('service-refused', { code: fault.code });
      if (!(fault instanceof ServiceUnreachable)) throw fault;
      return fault.code === 'service-not-set-up'
        ? refusal('service-not-set-up')
        : refusal('service-unreachable', { code: fault.code });
    }
  },
  'answers.file': async ({ answerId, caseId }) => {
    const user = await context.session.user();
    const answer = await context.archive.read.findAnswer(answerId);
    const job = answer && (await context.archive.read.findJob(answer.jobId));
    const entry = job && (await context.archive.read.findEntry(job.entryId));
    if (!entry) return refusal('not-found');
    const target = caseId ?? entry.caseId;
    return toReply(await fileAnswer(context)(answerId, { caseId: target, actor: user }), (id) => ({
      entryId: id,
    }));
  },
});

function preparedView(
  { entry, caseFile, policy, order }: Shown<PreparedDispatch>,
  actor: Actor,
  signerIdentifier: SigningSettings['signerIdentifier'] | undefined,
) {
  const { answersArriveAs: _arrival, approvalRequired, ...limits } = policy;
  return {
    entryId: entry.id,
    caseId: entry.caseId,
    recordNumber: entry.recordNumber,
    caseNumber: caseFile.caseNumber,
    title: entry.title,
    nonSensitiveTitle: entry.nonSensitiveTitle ?? '',
    screened: entry.screening !== undefined,
    order,
    limits,
    mayChangeDeadline: may(actor, 'change-deadline', guardedEntry(entry, caseFile)).ok,
    askAboutLeader: !approvalRequired,
    signedShows: signerIdentifier,
    numberBasis: policy.identityNumberBasis,
  };
}

async function listedJobs(
  { archive, signing, clock, session }: RequestContext,
  { basket, endsBy, offset, limit, adminUnit, caseworker }: Parameters<DispatchHandlers['signing.list']>[0],
): Promise<OutputOf<'signing.list'>> {
  const user = await session.user();
  const filter = {
    adminUnit,
    caseworker,
    ...(endsBy !== undefined && { turnEndsBefore: startOfDay(plusDays(endsBy, 1)) }),
  };
  const { rows, total } = await archive.read.basket(basket, user, { offset, limit }, filter);
  const jobs = await archive.read.newestJobs(rows.map(({ id }) => id));
  const around = { archive: archive.read, signing, today: dateOf(clock.now()) };
  const views = await Promise.all(
    rows.map(async (row) => {
      const job = jobs.get(row.id);
      return job && jobRowView(around, row, job, user);
    }),
  );
  return { rows: views.filter((view) => view !== undefined), total };
}

const outcomeViews = (
  outcomes: readonly { readonly jobId: JobId; readonly outcome: Result<unknown, RefusalCode> }[],
) => outcomes.map(({ jobId, outcome }) => ({ jobId, outcome: toDecision(outcome) }));

async function checkedView(
  { archive }: RequestContext,
  { job: stored, entry, caseFile, decision, latestEnd }: ExtendingCheck,
  user: Actor,
) {
  const [parties, documents] = await Promise.all([
    archive.read.partiesOf(entry.id),
    archive.read.documentsOf(entry.id),
  ]);
  const job = showJob(user, stored, { entry, caseFile, parties, documents });
  const named = (state: 'signed' | 'waiting') =>
    job.signers.filter((signer) => signer.state === state).map(({ name }) => name);
  return {
    jobId: job.id,
    entryId: entry.id,
    recordNumber: entry.recordNumber,
    title: job.title,
    withheld: job.withheld,
    latestEnd: latestEndOf(job),
    newLatestEnd: latestEnd,
    signed: named('signed'),
    waiting: named('waiting'),
    decision: toDecision(decision),
  };
}

const checkView = (
  order: DispatchOrder,
  check: Shown<DispatchCheck>,
  today: CalendarDate,
): DispatchCheckView => ({
  findings: check.findings,
  mayDispatch: mayDispatch(check.findings),
  merged: check.merged && {
    sha256: check.merged.sha256,
    url: `/files/merged/${check.merged.sha256}`,
    bytes: check.merged.bytes.byteLength,
    pages: check.merged.pages,
    pdfa: check.merged.pdfa,
  },
  documents: check.documents,
  mergeableBytes: check.mergeableBytes,
  titleLength: titleLength(check.title),
  messageLength: messageLength(order.message),
  latestEnd: plusDays(
    today,
    latestDays(
      order.recipients,
      Number.isFinite(order.deadlineDays) ? Math.min(Math.max(0, Math.trunc(order.deadlineDays)), 3650) : 0,
    ),
  ),
  identities: order.recipients.map((recipient) => {
    const identity = readIdentityNumber(recipient.identityNumber);
    return typeof identity === 'string'
      ? { valid: false, synthetic: false }
      : { valid: true, kind: identity.kind, synthetic: identity.synthetic };
  }),
});
