import type { Actor } from '../../../domain/access/actor.ts';
import type { AccessRefusal } from '../../../domain/access/may.ts';
import { type EntryId, ok, type Result, refuse } from '../../../domain/basics.ts';
import type { MailingId } from '../../../domain/mailing.ts';
import type { CaseReader } from '../../ports/archive/cases.ts';
import type { LogWriter } from '../../ports/archive/change-log.ts';
import type { EntryReader } from '../../ports/archive/entries.ts';
import type { JobReader } from '../../ports/archive/jobs.ts';
import type { MailingReader, MailingWriter } from '../../ports/archive/mailings.ts';
import type { ArchivePart } from '../../ports/archive-store.ts';
import { changed } from '../changed-event.ts';
import { mayOnEntry, readEntry, whoOn } from '../entries/open-for-change.ts';
import type { Needs } from '../needs.ts';

type Touching = {
  readonly archive: ArchivePart<
    CaseReader & EntryReader & JobReader & MailingReader,
    LogWriter & MailingWriter
  >;
};

/** Gives up the rest of a list: those who are left get nothing, and their numbers are forgotten. */
export const endMailing =
  (needs: Pick<Needs, 'clock' | 'publish'> & Touching) =>
  async (
    actor: Actor,
    entryId: EntryId,
    id: MailingId,
  ): Promise<Result<undefined, AccessRefusal | 'not-found'>> => {
    const outcome = await needs.archive.change(
      async (tx): Promise<Result<undefined, AccessRefusal | 'not-found'>> => {
        const open = await readEntry(tx, entryId);
        const allowed = await mayOnEntry(tx, actor, 'dispatch', entryId);
        const mailing = await tx.findMailing(id);
        if (!open || !allowed.ok) return allowed.ok ? refuse('not-found') : allowed;
        if (mailing?.entryId !== entryId) return refuse('not-found');
        if (mailing.endedAt !== undefined) return ok(undefined);
        const who = whoOn(open, actor, needs.clock.now(), 'dispatch');
        await tx.endMailing(id, who.at);
        const facts = { left: String(mailing.people.filter(({ waits }) => waits).length) };
        await tx.log({ subject: 'entry', subjectId: entryId, code: 'mailing-given-up', facts, ...who });
        return ok(undefined);
      },
    );
    const entry = await needs.archive.read.findEntry(entryId);
    if (outcome.ok && entry) needs.publish(changed(entry.caseId, entryId));
    return outcome;
  };
