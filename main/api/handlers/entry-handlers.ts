import type { CaseId, EntryId, PartyId, UserId } from '../../../domain/basics.ts';
import { changeEntry } from '../../usecases/entries/change-entry.ts';
import { changeStatus } from '../../usecases/entries/change-status.ts';
import { clearArrear } from '../../usecases/entries/clear-arrear.ts';
import { createEntry } from '../../usecases/entries/create-entry.ts';
import { deleteEntry } from '../../usecases/entries/delete-entry.ts';
import { readEntry } from '../../usecases/entries/open-for-change.ts';
import { revealIdentity } from '../../usecases/entries/reveal-identity.ts';
import { setParties } from '../../usecases/entries/set-parties.ts';
import type { Handlers } from '../dispatcher.ts';
import { done, nothing, refusal, toReply } from '../reply.ts';
import type { RequestContext } from '../request-context.ts';
import { entryView } from '../views/entry-view.ts';
import { logRowView } from '../views/rows.ts';

type EntryHandlers = Pick<Handlers, Extract<keyof Handlers, `entries.${string}`>>;

export const entryHandlers = (context: RequestContext): EntryHandlers => ({
  'entries.open': async ({ entryId }) => {
    const opened = await readEntry(context.archive.read, entryId as EntryId);
    if (!opened) return refusal('not-found');
    const needs = {
      archive: context.archive.read,
      open: context.openIdentity,
      signerPage: context.signerPage,
      takes: () => context.pdf.takes(),
    };
    return done(await entryView(needs, opened, await context.session.user()));
  },
  'entries.create': async (input) =>
    toReply(
      await createEntry(context)(await context.session.user(), {
        ...input,
        caseId: input.caseId as CaseId,
        answers: input.answers as EntryId | undefined,
      }),
      (entryId) => ({ entryId }),
    ),
  'entries.change': async ({ entryId, revision, caseworkerId, ...edit }) =>
    toReply(
      await changeEntry(context)(await context.session.user(), entryId as EntryId, revision, {
        ...edit,
        caseworker: caseworkerId as UserId | undefined,
      }),
      (next) => ({ revision: next }),
    ),
  'entries.setParties': async ({ entryId, revision, parties }) =>
    toReply(
      await setParties(context)(await context.session.user(), entryId as EntryId, revision, parties),
      (next) => ({ revision: next }),
    ),
  'entries.setStatus': async ({ entryId, revision, to, reason }) =>
    toReply(
      await changeStatus(context)(await context.session.user(), entryId as EntryId, revision, to, reason),
      nothing,
    ),
  'entries.delete': async ({ entryId }) =>
    toReply(await deleteEntry(context)(await context.session.user(), entryId as EntryId), nothing),
  'entries.clear': async ({ entryId, way }) =>
    toReply(await clearArrear(context)(await context.session.user(), entryId as EntryId, way), nothing),
  'entries.log': async ({ entryId, offset, limit }) => {
    const rows = await context.archive.read.logOf({ entryId: entryId as EntryId }, { offset, limit });
    return done({ rows: rows.map(logRowView) });
  },
  'entries.revealIdentity': async ({ entryId, partyId }) =>
    toReply(
      await revealIdentity(context)(await context.session.user(), entryId as EntryId, partyId as PartyId),
      (identityNumber) => ({ identityNumber }),
    ),
});
