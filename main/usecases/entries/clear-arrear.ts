import type { Actor } from '../../../domain/access/actor.ts';
import { type ChangeRefusal, decideClearing, type OpenEntry } from '../../../domain/acts/open-entry.ts';
import { type EntryId, ok, type Result, refuse } from '../../../domain/basics.ts';
import { dateOf } from '../../../domain/calendar.ts';
import type { ClearanceWay } from '../../../domain/code-lists.ts';
import type { CaseReader } from '../../ports/archive/cases.ts';
import type { LogWriter } from '../../ports/archive/change-log.ts';
import type { EntryReader, EntryWriter } from '../../ports/archive/entries.ts';
import type { JobReader } from '../../ports/archive/jobs.ts';
import type { ArchivePart } from '../../ports/archive-store.ts';
import { logDifferences } from '../audit-log.ts';
import { changed } from '../changed-event.ts';
import type { Needs } from '../needs.ts';
import { readEntry, whoOn } from './open-for-change.ts';

type Touching = {
  readonly archive: ArchivePart<CaseReader & EntryReader & JobReader, EntryWriter & LogWriter>;
};

type ClearRefusal = ChangeRefusal | 'already-cleared';

/** «Avskriv»: the entry no longer waits for an answer, and the way is recorded. */
export const clearArrear =
  ({ archive, clock, publish }: Pick<Needs, 'clock' | 'publish'> & Touching) =>
  async (actor: Actor, entryId: EntryId, way: ClearanceWay): Promise<Result<undefined, ClearRefusal>> => {
    const outcome = await archive.change(async (tx): Promise<Result<OpenEntry, ClearRefusal>> => {
      const open = await readEntry(tx, entryId);
      if (!open) return refuse('not-found');
      const decision = decideClearing(open, actor);
      if (!decision.ok) return decision;
      const who = whoOn(open, actor, clock.now());
      await tx.changeEntry(entryId, { clearance: { way, on: dateOf(who.at), by: who.by } });
      await logDifferences(tx, 'entry', entryId, { avskrivningsmaate: [undefined, way] }, who);
      return ok(open);
    });
    if (!outcome.ok) return outcome;
    publish(changed(outcome.value.caseFile.id, entryId));
    return ok(undefined);
  };
