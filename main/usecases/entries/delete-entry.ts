import { type EntryId, ok, type Result, refuse } from '../../../domain/basics.ts';
import { fieldChanged } from '../../../domain/change-log.ts';
import { type ChangeRefusal, decideDeleting, type OpenEntry } from '../../../domain/open-entry.ts';
import type { User } from '../../../domain/roles.ts';
import type { CaseReader } from '../../ports/archive/cases.ts';
import type { LogWriter } from '../../ports/archive/change-log.ts';
import type { EntryReader, EntryWriter } from '../../ports/archive/entries.ts';
import type { JobReader } from '../../ports/archive/jobs.ts';
import type { ArchivePart } from '../../ports/archive-store.ts';
import { changed } from '../changed-event.ts';
import type { Needs } from '../needs.ts';
import { readEntry } from './open-for-change.ts';

type Touching = {
  readonly archive: ArchivePart<CaseReader & EntryReader & JobReader, EntryWriter & LogWriter>;
};

export const deleteEntry =
  ({ archive, clock, publish }: Pick<Needs, 'clock' | 'publish'> & Touching) =>
  async (user: User, entryId: EntryId): Promise<Result<undefined, ChangeRefusal | 'never-deletable'>> => {
    const at = clock.now();
    const outcome = await archive.change(
      async (tx): Promise<Result<OpenEntry, ChangeRefusal | 'never-deletable'>> => {
        const open = await readEntry(tx, entryId);
        if (!open) return refuse('not-found');
        const decision = decideDeleting(open, await tx.jobsOf(entryId), user);
        if (!decision.ok) return decision;
        const { caseFile, entry } = open;
        await tx.deleteEntry(entryId);
        await tx.log({
          subject: 'case',
          subjectId: caseFile.id,
          ...fieldChanged('slettetJournalpost', `${entry.recordNumber} ${entry.title}`, '(tom)'),
          at,
          by: user.name,
        });
        return ok(open);
      },
    );
    if (!outcome.ok) return outcome;
    publish(changed(outcome.value.caseFile.id, entryId));
    return ok(undefined);
  };
