import type { Actor } from '../../../domain/access/actor.ts';
import { may } from '../../../domain/access/may.ts';
import { guardedEntry } from '../../../domain/access/sight.ts';
import {
  abilityFor,
  decideStatus,
  type StatusFacts,
  type StatusRefusal,
} from '../../../domain/acts/entry-status.ts';
import type { OpenEntry } from '../../../domain/acts/open-entry.ts';
import { type EntryId, ok, type Result, refuse } from '../../../domain/basics.ts';
import { isOpen } from '../../../domain/case-file.ts';
import type { EntryStatus } from '../../../domain/code-lists.ts';
import type { EntryDocument, Party } from '../../../domain/documents.ts';
import { isArrear } from '../../../domain/journal-entry.ts';
import type { CaseReader } from '../../ports/archive/cases.ts';
import type { LogWriter } from '../../ports/archive/change-log.ts';
import type { DocumentReader, DocumentWriter } from '../../ports/archive/documents.ts';
import type { EntryReader, EntryWriter } from '../../ports/archive/entries.ts';
import type { JobReader } from '../../ports/archive/jobs.ts';
import type { PartyReader } from '../../ports/archive/parties.ts';
import type { ArchivePart } from '../../ports/archive-store.ts';
import { logDifferences } from '../audit-log.ts';
import { changed } from '../changed-event.ts';
import type { Needs } from '../needs.ts';
import { readEntry, whoOn } from './open-for-change.ts';

type Touching = {
  readonly archive: ArchivePart<
    CaseReader & DocumentReader & EntryReader & JobReader & PartyReader,
    DocumentWriter & EntryWriter & LogWriter
  >;
};

/** What the guards of a status step look at, for this entry as it stands. */
export async function statusFacts(
  archive: PartyReader & DocumentReader,
  open: OpenEntry,
  reason?: string,
): Promise<StatusFacts> {
  return factsOf(
    open,
    await archive.partiesOf(open.entry.id),
    await archive.documentsOf(open.entry.id),
    reason,
  );
}

export const factsOf = (
  open: OpenEntry,
  parties: readonly Party[],
  documents: readonly EntryDocument[],
  reason?: string,
): StatusFacts => ({
  guarded: guardedEntry(open.entry, open.caseFile),
  caseNumber: open.caseFile.caseNumber,
  caseOpen: isOpen(open.caseFile),
  hasParty: parties.some((party) =>
    (open.entry.type === 'I' ? ['EA', 'IA', 'IS'] : ['EM', 'GM', 'IM']).includes(party.kind),
  ),
  hasMainDocument: documents.some((document) => document.role === 'H' && document.objects.length > 0),
  // R → F finishes the documents itself, so here it only matters that each has a file.
  unfinishedDocuments: documents.filter((document) => document.objects.length === 0).length,
  archiveFormat: documents.every((document) => document.objects.some((object) => object.variant === 'A')),
  dispatchRunning: open.dispatchRunning,
  arrear: isArrear(open.entry),
  reason,
});

/** Takes an entry one step: «Ferdigstill», «Godkjenn», «Journalfør», … Documents are finished with F and opened with R. */
export const changeStatus =
  ({ archive, clock, publish }: Pick<Needs, 'clock' | 'publish'> & Touching) =>
  async (
    actor: Actor,
    entryId: EntryId,
    revision: number,
    to: EntryStatus,
    reason?: string,
  ): Promise<Result<undefined, StatusRefusal | 'not-found' | 'changed-meanwhile'>> => {
    const outcome = await archive.change(
      async (tx): Promise<Result<OpenEntry, StatusRefusal | 'not-found' | 'changed-meanwhile'>> => {
        const open = await readEntry(tx, entryId);
        if (!open) return refuse('not-found');
        const allowed = may(actor, abilityFor(open.entry.type, to), guardedEntry(open.entry, open.caseFile));
        if (!allowed.ok) return allowed;
        if (open.entry.revision !== revision)
          return refuse('changed-meanwhile', { entry: open.entry.recordNumber });
        const decision = decideStatus(open.entry, to, await statusFacts(tx, open, reason), actor);
        if (!decision.ok) return decision;
        const who = whoOn(open, actor, clock.now(), abilityFor(open.entry.type, to));
        await tx.changeEntry(entryId, { status: to });
        if (to !== 'U') {
          const finished = to === 'R' ? 'B' : 'F';
          for (const document of await tx.documentsOf(entryId)) {
            if (document.status === finished) continue;
            await tx.changeDocument(document.id, { status: finished });
            await logDifferences(
              tx,
              'document',
              document.id,
              { dokumentstatus: [document.status, finished] },
              who,
            );
          }
        }
        await logDifferences(
          tx,
          'entry',
          entryId,
          { journalstatus: [open.entry.status, to], begrunnelse: [undefined, reason?.trim()] },
          who,
        );
        return ok(open);
      },
    );
    if (!outcome.ok) return outcome;
    publish(changed(outcome.value.entry.caseId, entryId));
    return ok(undefined);
  };
