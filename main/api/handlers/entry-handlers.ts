import { guardedEntry } from '../../../domain/access/sight.ts';
import { noteLook } from '../../usecases/access/note-look.ts';
import { openSealed } from '../../usecases/dispatch/open-sealed.ts';
import { changeEntry } from '../../usecases/entries/change-entry.ts';
import { changeStatus } from '../../usecases/entries/change-status.ts';
import { clearArrear } from '../../usecases/entries/clear-arrear.ts';
import { createEntry } from '../../usecases/entries/create-entry.ts';
import { deleteEntry } from '../../usecases/entries/delete-entry.ts';
import { readEntry } from '../../usecases/entries/open-for-change.ts';
import { revealIdentity } from '../../usecases/entries/reveal-identity.ts';
import { screenParty } from '../../usecases/entries/screen-party.ts';
import { setParties } from '../../usecases/entries/set-parties.ts';
import type { Handlers } from '../dispatcher.ts';
import { done, noValue, refusal, toReply } from '../reply.ts';
import type { RequestContext } from '../request-context.ts';
import { showLog } from '../show-log.ts';
import { entryView } from '../views/entry-view.ts';
import { logView } from '../views/log-view.ts';

type EntryHandlers = Pick<Handlers, Extract<keyof Handlers, `entries.${string}`>>;

export const entryHandlers = (context: RequestContext): EntryHandlers => ({
  'entries.open': async ({ entryId }) => {
    const opened = await readEntry(context.archive.read, entryId);
    if (!opened) return refusal('not-found');
    const { entry, caseFile } = opened;
    const user = await context.session.user();
    const seen = { kind: 'entry', subjectId: entryId, caseId: caseFile.id, entryId } as const;
    await noteLook(context)(user, seen, guardedEntry(entry, caseFile));
    const needs = {
      archive: context.archive.read,
      open: (sealed: Uint8Array) => openSealed(context, sealed),
      hasSignerPages: context.about.signerPortal !== undefined,
      now: context.clock.now(),
      signing: context.signing,
      takes: () => context.pdf.takes(),
    };
    return done(await entryView(needs, opened, user));
  },
  'entries.create': async (input) =>
    toReply(
      await createEntry(context)(await context.session.user(), {
        ...input,
        caseId: input.caseId,
        answers: input.answers,
      }),
      (entryId) => ({ entryId }),
    ),
  'entries.change': async ({ entryId, revision, caseworkerId, confirmsLoosening, ...edit }) =>
    toReply(
      await changeEntry(context)(
        await context.session.user(),
        entryId,
        revision,
        { ...edit, caseworker: caseworkerId },
        confirmsLoosening,
      ),
      (next) => ({ revision: next }),
    ),
  'entries.setParties': async ({ entryId, revision, parties }) =>
    toReply(await setParties(context)(await context.session.user(), entryId, revision, parties), (next) => ({
      revision: next,
    })),
  'entries.screenParty': async ({ entryId, partyId, isScreened }) =>
    toReply(await screenParty(context)(await context.session.user(), entryId, partyId, isScreened), noValue),
  'entries.setStatus': async ({ entryId, revision, to, reason }) =>
    toReply(
      await changeStatus(context)(await context.session.user(), entryId, revision, to, reason),
      noValue,
    ),
  'entries.delete': async ({ entryId }) =>
    toReply(await deleteEntry(context)(await context.session.user(), entryId), noValue),
  'entries.clear': async ({ entryId, way }) =>
    toReply(await clearArrear(context)(await context.session.user(), entryId, way), noValue),
  'entries.log': async ({ entryId, offset, limit }) => {
    const rows = await context.archive.read.logOf({ entryId: entryId }, { offset, limit });
    const entry = await context.archive.read.findEntry(entryId);
    const shown = await showLog(context.archive.read, await context.session.user(), entry?.caseId, rows);
    return done({ rows: await logView(context.archive.read, shown) });
  },
  'entries.revealIdentity': async ({ entryId, partyId, reason }) =>
    toReply(
      await revealIdentity(context)(await context.session.user(), entryId, partyId, reason),
      (identityNumber) => ({ identityNumber }),
    ),
});
