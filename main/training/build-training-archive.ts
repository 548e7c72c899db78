import type { EntryId } from '../../domain/basics.ts';
import type { ArchiveStore } from '../ports/archive-store.ts';
import type { Digest } from '../ports/clock.ts';
import type { WriteNote } from '../ports/note-writer.ts';
import type { PdfWorkshop } from '../ports/pdf-workshop.ts';
import type { IdentityVault } from '../ports/vault.ts';
import { drawDocuments } from './draw-documents.ts';
import type { Ingredients } from './ingredients.ts';
import { type LiveJob, liveJobsOf } from './plan.ts';
import { planArchive } from './plan-archive.ts';
import { type PreparedJob, prepareJob, sealPlannedIdentities } from './prepare-jobs.ts';
import { storeArchive } from './store-archive.ts';

export type BuiltArchive = {
  readonly cases: number;
  readonly entries: number;
  readonly documents: number;
  /** Jobs stored as `queued`, which the outbox sends, and what the portal shall then be made to do with each. */
  readonly liveJobs: readonly LiveJob[];
};

/**
 * Builds «Opplæring» in an empty archive: the same cases, numbers, ids and files on every machine. Everything is drawn
 * first and stored in one transaction, so an archive that was interrupted is still empty.
 */
export async function buildTrainingArchive(
  needs: {
    readonly archive: ArchiveStore;
    readonly pdf: PdfWorkshop;
    readonly vault: IdentityVault;
    readonly writeNote: WriteNote;
    readonly digest: Digest;
    readonly onProgress?: (step: { readonly done: number; readonly total: number }) => void;
  },
  ingredients: Ingredients,
): Promise<BuiltArchive> {
  const plan = await planArchive(ingredients, needs.digest);
  const documents = plan.entries.flatMap((planned) => planned.documents);
  const total = documents.length + plan.entries.filter(({ job }) => job).length + 1;
  let done = 0;
  const onDone = () => needs.onProgress?.({ done: ++done, total });
  const letters = documents.flatMap(({ page, ...rest }) => ('letter' in page ? [{ ...rest, page }] : []));
  const drawn = new Map(await drawDocuments(letters, needs, onDone));
  const jobs = new Map<EntryId, PreparedJob>();
  await Promise.all(
    plan.entries.map(async (planned) => {
      if (!planned.job) return;
      jobs.set(planned.entry.id, await prepareJob(planned, planned.job, drawn, needs));
      onDone();
    }),
  );
  const notes = documents.flatMap(({ page, ...rest }) => {
    const merged = 'note' in page ? jobs.get(page.outgoing)?.job.merged : undefined;
    return 'note' in page && merged
      ? [{ ...rest, page: { note: needs.writeNote({ ...page.note, merged }) } }]
      : [];
  });
  for (const [id, file] of await drawDocuments(notes, needs, onDone)) drawn.set(id, file);
  const sealed = await sealPlannedIdentities(plan.entries, needs.vault);
  await needs.archive.change((archive) => storeArchive(archive, { plan, drawn, sealed, jobs }));
  onDone();
  return {
    cases: plan.cases.length,
    entries: plan.entries.length,
    documents: documents.length,
    liveJobs: liveJobsOf(plan),
  };
}
