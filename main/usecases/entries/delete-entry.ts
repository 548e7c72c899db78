import { type EntryId, ok, type Result, refuse } from '../../../domain/basics.ts';
import type { JournalEntry } from '../../../domain/journal-entry.ts';
import type { User } from '../../../domain/roles.ts';
import { mayHaveArrived, type SigningJob } from '../../../domain/signing-job.ts';
import { changed } from '../changed-event.ts';
import type { Needs } from '../needs.ts';
import { type ChangeRefusal, type OpenEntry, openForChange } from './open-for-change.ts';

/**
 * Only a reserved entry that never was final may be deleted; its numbers stay used (Noark 5). One whose job may have
 * reached the service stays, since a signature may still come back to it.
 */
export const decideDeleting = (
  entry: Pick<JournalEntry, 'status' | 'everFinal' | 'recordNumber'>,
  jobs: readonly Pick<SigningJob, 'state' | 'lastFault'>[],
): Result<undefined, 'never-deletable'> =>
  entry.status === 'R' && !entry.everFinal && !jobs.some(mayHaveArrived)
    ? ok(undefined)
    : refuse('never-deletable', { entry: entry.recordNumber });

export const deleteEntry =
  ({ archive, clock, publish }: Pick<Needs, 'archive' | 'clock' | 'publish'>) =>
  async (user: User, entryId: EntryId): Promise<Result<undefined, ChangeRefusal | 'never-deletable'>> => {
    const at = clock.now();
    const outcome = await archive.change(
      async (tx): Promise<Result<OpenEntry, ChangeRefusal | 'never-deletable'>> => {
        const open = await openForChange(tx, entryId, [], user);
        if (!open.ok) return open;
        const decision = decideDeleting(open.value.entry, await tx.jobsOf(entryId));
        if (!decision.ok) return decision;
        const { caseFile, entry } = open.value;
        await tx.deleteEntry(entryId);
        await tx.log({
          subject: 'case',
          subjectId: caseFile.id,
          field: 'slettetJournalpost',
          before: `${entry.recordNumber} ${entry.title}`,
          after: '(tom)',
          at,
          by: user.name,
        });
        return open;
      },
    );
    if (!outcome.ok) return outcome;
    publish(changed(outcome.value.caseFile.id, entryId));
    return ok(undefined);
  };
