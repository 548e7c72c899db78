import type { Actor } from '../../../domain/access/actor.ts';
import type { AccessRefusal } from '../../../domain/access/may.ts';
import { type EntryId, ok, type Result, refuse } from '../../../domain/basics.ts';
import { checkDispatch } from '../../../domain/dispatch-check.ts';
import type { DispatchOrder } from '../../../domain/dispatch-order.ts';
import type { Finding } from '../../../domain/findings.ts';
import type { AccessReader } from '../../ports/archive/access.ts';
import type { CaseReader } from '../../ports/archive/cases.ts';
import type { DocumentReader } from '../../ports/archive/documents.ts';
import type { EntryReader } from '../../ports/archive/entries.ts';
import type { EntryLinkReader } from '../../ports/archive/entry-links.ts';
import type { FileReader } from '../../ports/archive/files.ts';
import type { JobReader } from '../../ports/archive/jobs.ts';
import type { PartyReader } from '../../ports/archive/parties.ts';
import type { PolicyReader } from '../../ports/archive/policy.ts';
import type { RestorationReader } from '../../ports/archive/restorations.ts';
import type { ScreeningReader } from '../../ports/archive/screenings.ts';
import type { ArchivePart } from '../../ports/archive-store.ts';
import { mayOnEntry } from '../entries/open-for-change.ts';
import type { Needs } from '../needs.ts';
import {
  type DispatchMemory,
  dispatchFacts,
  gatherDocuments,
  knownReachOf,
  type MergedFile,
} from './gather-dispatch.ts';
import { type WeighedDocuments, weighed } from './weigh-documents.ts';

type Touching = {
  readonly archive: ArchivePart<
    AccessReader &
      CaseReader &
      DocumentReader &
      EntryLinkReader &
      EntryReader &
      FileReader &
      JobReader &
      PartyReader &
      PolicyReader &
      RestorationReader &
      ScreeningReader
  >;
};

export type DispatchCheck = {
  readonly findings: readonly Finding[];
  readonly merged?: MergedFile;
  readonly title: string;
} & WeighedDocuments;

/** What «Ekspeder» would say now. Changes nothing. */
export const checkEntryDispatch =
  (
    needs: Pick<Needs, 'clock' | 'pdf' | 'digest' | 'vault' | 'training' | 'onTrial'> &
      Touching & {
        readonly memory: DispatchMemory;
      },
  ) =>
  async (
    actor: Actor,
    entryId: EntryId,
    order: DispatchOrder,
  ): Promise<Result<DispatchCheck, AccessRefusal | 'not-found'>> => {
    const entry = await needs.archive.read.findEntry(entryId);
    if (!entry) return refuse('not-found');
    const allowed = await mayOnEntry(needs.archive.read, actor, 'dispatch', entryId);
    if (!allowed.ok) return allowed;
    const documents = await needs.archive.read.documentsOf(entryId);
    const gathered = await gatherDocuments(needs)(entry.title, documents);
    const facts = await dispatchFacts(
      needs,
      needs.archive.read,
      entryId,
      actor,
      gathered,
      await knownReachOf(needs, order),
    );
    if (!facts) return refuse('not-found');
    return ok({
      findings: checkDispatch(order, facts),
      merged: gathered.merged,
      title: entry.title,
      ...weighed(documents, gathered),
    });
  };
