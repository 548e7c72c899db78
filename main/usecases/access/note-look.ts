import type { Actor } from '../../../domain/access/actor.ts';
import type { Look } from '../../../domain/access/look.ts';
import { decideSight, type Guarded, guardedEntry } from '../../../domain/access/sight.ts';
import type { EntryId } from '../../../domain/basics.ts';
import { plusSeconds } from '../../../domain/calendar.ts';
import type { CaseReader } from '../../ports/archive/cases.ts';
import type { EntryReader } from '../../ports/archive/entries.ts';
import type { LookingLogReader, LookingLogWriter } from '../../ports/archive/looking-log.ts';
import type { ArchivePart } from '../../ports/archive-store.ts';
import type { Needs } from '../needs.ts';

type Touching = { readonly archive: ArchivePart<LookingLogReader, LookingLogWriter> };

/** Who opens the same thing again within this time is not told of twice. */
const onceInSeconds = 3_600;

/** Writes down that this person opens what is screened and sees what is hidden. For anything else it does nothing. */
export const noteLook =
  ({ archive, clock }: Pick<Needs, 'clock'> & Touching) =>
  async (
    actor: Actor,
    seen: Pick<Look, 'kind' | 'subjectId' | 'caseId' | 'entryId'>,
    guarded: Guarded,
  ): Promise<void> => {
    if (!guarded.screening || !decideSight(actor, guarded).ok) return;
    const at = clock.now();
    const last = await archive.read.lastLookAt(actor.id, seen.kind, seen.subjectId);
    if (last !== undefined && last > plusSeconds(at, -onceInSeconds)) return;
    await archive.change((tx) => tx.addLook({ at, userId: actor.id, userName: actor.name, ...seen }));
  };

/** The same of something of an entry, which is read to know its screening. */
export const noteEntryLook =
  ({
    archive,
    clock,
  }: Pick<Needs, 'clock'> & {
    readonly archive: ArchivePart<CaseReader & EntryReader & LookingLogReader, LookingLogWriter>;
  }) =>
  async (actor: Actor, seen: Pick<Look, 'kind' | 'subjectId'>, entryId: EntryId): Promise<void> => {
    const entry = await archive.read.findEntry(entryId);
    const caseFile = entry && (await archive.read.findCase(entry.caseId));
    if (!caseFile) return;
    const guarded = guardedEntry(entry, caseFile);
    await noteLook({ archive, clock })(actor, { ...seen, caseId: caseFile.id, entryId }, guarded);
  };
