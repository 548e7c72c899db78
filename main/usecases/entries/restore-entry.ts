import { signedBy } from '../../../domain/access/acting-for.ts';
import type { Actor } from '../../../domain/access/actor.ts';
import type { AccessRefusal } from '../../../domain/access/may.ts';
import { guardedEntry } from '../../../domain/access/sight.ts';
import { decideRestoring } from '../../../domain/acts/decide-bin.ts';
import { type EntryId, ok, type Result, refuse } from '../../../domain/basics.ts';
import type { CaseFile } from '../../../domain/case-file.ts';
import { fieldChanged } from '../../../domain/change-log.ts';
import type { BinReader, BinWriter } from '../../ports/archive/bin.ts';
import type { CaseReader } from '../../ports/archive/cases.ts';
import type { LogWriter } from '../../ports/archive/change-log.ts';
import type { ArchivePart } from '../../ports/archive-store.ts';
import { changed } from '../changed-event.ts';
import type { Needs } from '../needs.ts';

type Touching = { readonly archive: ArchivePart<BinReader & CaseReader, BinWriter & LogWriter> };

type RestoreRefusal = AccessRefusal | 'not-found' | 'case-closed';

/** Puts a deleted draft back where it was. */
export const restoreEntry =
  ({ archive, clock, publish }: Pick<Needs, 'clock' | 'publish'> & Touching) =>
  async (actor: Actor, entryId: EntryId): Promise<Result<undefined, RestoreRefusal>> => {
    const outcome = await archive.change(async (tx): Promise<Result<CaseFile, RestoreRefusal>> => {
      const binned = await tx.findBinned(entryId);
      const file = binned && (await tx.findCase(binned.entry.caseId));
      if (!binned || !file) return refuse('not-found');
      const allowed = decideRestoring(binned.entry, file, actor);
      if (!allowed.ok) return allowed;
      await tx.restoreEntry(entryId);
      await tx.log({
        subject: 'entry',
        subjectId: entryId,
        ...fieldChanged('gjenopprettetJournalpost', '(tom)', binned.entry.recordNumber),
        at: clock.now(),
        by: signedBy(actor, 'journal', guardedEntry(binned.entry, file)),
      });
      return ok(file);
    });
    if (!outcome.ok) return outcome;
    publish(changed(outcome.value.id, entryId));
    return ok(undefined);
  };
