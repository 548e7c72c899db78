import type { Actor } from '../../../domain/access/actor.ts';
import { may } from '../../../domain/access/may.ts';
import { showMismatch } from '../../../domain/access/show-mismatch.ts';
import { showEntry } from '../../../domain/access/shown.ts';
import { guardedEntry } from '../../../domain/access/sight.ts';
import { toDecision } from '../../../domain/decision.ts';
import type { Party } from '../../../domain/documents.ts';
import type { MismatchView } from '../../../preload/contract/party-mismatches.ts';
import type { EntryRow } from '../../ports/archive/entries.ts';
import { readMismatch } from '../../usecases/dispatch/read-mismatch.ts';
import { acceptCorrection, leaveParties } from '../../usecases/dispatch/settle-mismatch.ts';
import type { Handlers } from '../dispatcher.ts';
import { done, noValue, toReply } from '../reply.ts';
import type { RequestContext } from '../request-context.ts';

type MismatchHandlers = Pick<Handlers, Extract<keyof Handlers, `parties.${string}`>>;

export const partyMismatchHandlers = (context: RequestContext): MismatchHandlers => ({
  'parties.mismatches': async (page) => {
    const actor = await context.session.user();
    const { rows, total } = await context.archive.read.basket('party-mismatch', actor, page);
    const views = await Promise.all(rows.map((row) => mismatchView(context, actor, row)));
    return done({ rows: views.filter((view) => view !== undefined), total });
  },
  'parties.correct': async ({ entryId, revision, copies }) =>
    toReply(
      await acceptCorrection(context)(await context.session.user(), entryId, revision, copies),
      noValue,
    ),
  'parties.leave': async ({ entryId, reason }) =>
    toReply(await leaveParties(context)(await context.session.user(), entryId, reason), noValue),
});

async function mismatchView(
  context: RequestContext,
  actor: Actor,
  row: EntryRow,
): Promise<MismatchView | undefined> {
  const { read } = context.archive;
  const open = await readMismatch(context, read, row.id);
  if (!open) return undefined;
  const entry = showEntry(actor, row, row.caseFile);
  const { parties, signers, proposal } = showMismatch(actor, open.job, open.proposal, {
    entry: row,
    caseFile: row.caseFile,
    parties: await read.partiesOf(row.id),
    documents: [],
  });
  return {
    entryId: row.id,
    caseId: row.caseId,
    recordNumber: row.recordNumber,
    title: entry.title,
    withheld: entry.withheld,
    revision: row.revision,
    orderedAt: open.job.orderedAt,
    orderedBy: open.job.orderedBy,
    parties: parties.map(lineOf),
    sentTo: signers.map(({ name, onBehalfOf }) => ({ name, onBehalfOf })),
    proposed: proposal?.parties.map(lineOf),
    notSentTo: proposal?.notSentTo.map(({ id, name }) => ({ partyId: id, name })) ?? [],
    settle: toDecision(may(actor, 'journal', guardedEntry(row, row.caseFile))),
  };
}

const lineOf = ({ kind, name, isFirm, organisationNumber, contactPerson }: Party) => ({
  kind,
  name,
  isFirm,
  organisationNumber,
  contactPerson,
});
