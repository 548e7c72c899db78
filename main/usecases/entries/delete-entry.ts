import type { Actor } from '../../../domain/access/actor.ts';
import {
  type ChangeRefusal,
  type DeleteRefusal,
  decideDeleting,
  type OpenEntry,
} from '../../../domain/acts/open-entry.ts';
import { type EntryId, ok, type Result, refuse } from '../../../domain/basics.ts';
import { fieldChanged } from '../../../domain/change-log.ts';
import { openTitle } from '../../../domain/journal-entry.ts';
import type { BinWriter } from '../../ports/archive/bin.ts';
import type { CaseReader } from '../../ports/archive/cases.ts';
import type { LogWriter } from '../../ports/archive/change-log.ts';
import type { EntryReader } from '../../ports/archive/entries.ts';
import type { JobReader } from '../../ports/archive/jobs.ts';
import type { ArchivePart } from '../../ports/archive-store.ts';
import { changed } from '../changed-event.ts';
import type { Needs } from '../needs.ts';
import { readEntry, whoOn } from './open-for-change.ts';

type Touching = {
  readonly archive: ArchivePart<CaseReader & EntryReader & JobReader, BinWriter & LogWriter>;
};
type Refusals = ChangeRefusal | DeleteRefusal;

/** Lays one's own draft in the bin, from where the document centre may fetch it for a while. Its numbers stay used. */
export const deleteEntry =
  ({ archive, clock, publish }: Pick<Needs, 'clock' | 'publish'> & Touching) =>
  async (actor: Actor, entryId: EntryId): Promise<Result<undefined, Refusals>> => {
    const outcome = await archive.change(async (tx): Promise<Result<OpenEntry, Refusals>> => {
      const open = await readEntry(tx, entryId);
      if (!open) return refuse('not-found');
      const decision = decideDeleting(open, await tx.jobsOf(entryId), actor);
      if (!decision.ok) return decision;
      const { caseFile, entry } = open;
      const who = whoOn(open, actor, clock.now());
      await tx.binEntry(entryId, who.at, who.by);
      await tx.log({
        subject: 'case',
        subjectId: caseFile.id,
        ...fieldChanged('slettetJournalpost', `${entry.recordNumber} ${openTitle(entry)}`, '(tom)'),
        ...who,
      });
      return ok(open);
    });
    if (!outcome.ok) return outcome;
    publish(changed(outcome.value.caseFile.id, entryId));
    return ok(undefined);
  };
