import type { EntryId } from '../../domain/basics.ts';
import type { User } from '../../domain/roles.ts';
import type { ArchiveWriter } from '../ports/archive-store.ts';
import type { drawDocuments } from './draw-documents.ts';
import type { ArchivePlan, PlannedCase, PlannedEntry } from './plan.ts';
import type { PreparedJob, SealedParty } from './prepare-jobs.ts';

export type PreparedArchive = {
  readonly plan: ArchivePlan;
  readonly drawn: Awaited<ReturnType<typeof drawDocuments>>;
  readonly sealed: ReadonlyMap<EntryId, readonly SealedParty[]>;
  readonly jobs: ReadonlyMap<EntryId, PreparedJob>;
};

/** Writes everything; meant to be one transaction. Throws when the store numbers otherwise than the pages say. */
export async function storeArchive(archive: ArchiveWriter, prepared: PreparedArchive): Promise<void> {
  const { plan } = prepared;
  const parentId = (await archive.units()).find((unit) => unit.parentId === undefined)?.id;
  for (const unit of plan.units) await archive.putUnit({ ...unit, parentId });
  for (const basis of plan.bases) await addBasis(archive, basis);
  for (const user of plan.users) await archive.addUser(user);
  for (const user of plan.users) await clear(archive, user);
  for (const item of plan.classes) await archive.addClass(item);
  for (const planned of plan.cases) await storeCase(archive, planned);
  for (const planned of plan.entries) await storeEntry(archive, planned, prepared);
  for (const planned of plan.entries) await storeJob(archive, prepared.jobs.get(planned.entry.id));
  // The log speaks only of what is there, and an entry's rows may be about a job.
  for (const row of plan.entries.flatMap(({ log }) => log)) await archive.log(row);
  for (const { file, end, log } of plan.cases) {
    if (end) await archive.changeCase(file.id, end);
    for (const row of log) await archive.log(row);
  }
}

async function addBasis(
  archive: ArchiveWriter,
  { id, text, accessCode }: ArchivePlan['bases'][number],
): Promise<void> {
  const { codes, bases } = await archive.accessLists();
  const known = bases.find((basis) => basis.text === text)?.id;
  if (!known) await archive.putLegalBasis({ id, text });
  const code = codes.find((candidate) => candidate.id === accessCode);
  if (!code) throw new Error(`training archive: no access code ${accessCode}`);
  await archive.putAccessCode({ ...code, bases: [...new Set([...code.bases, known ?? id])] });
}

/** The document centre is cleared for every code everywhere, a leader in the unit; others see what is theirs. */
async function clear(archive: ArchiveWriter, user: User): Promise<void> {
  const centre = user.roles.includes('documentCentre');
  if (!centre && !user.roles.includes('leader')) return;
  const top = (await archive.units()).find((unit) => unit.parentId === undefined);
  const own = (await archive.rights()).find((rights) => rights.userId === user.id);
  if (!top || !own) throw new Error('training archive: a user without rights');
  const { codes } = await archive.accessLists();
  const unit = centre ? top.id : user.adminUnit;
  await archive.setRights({
    ...own,
    clearances: codes.map((code) => ({ accessCode: code.id, unit, from: top.openedOn })),
  });
}

async function storeCase(archive: ArchiveWriter, { file, caseNumber }: PlannedCase): Promise<void> {
  mustBe(caseNumber, (await archive.addCase(file)).caseNumber);
}

async function storeEntry(
  archive: ArchiveWriter,
  { entry, recordNumber, parties, documents, links, clears }: PlannedEntry,
  { drawn, sealed }: PreparedArchive,
): Promise<void> {
  mustBe(recordNumber, (await archive.addEntry(entry)).recordNumber);
  await archive.setParties(entry.id, parties);
  for (const { partyId, sealed: bytes } of sealed.get(entry.id) ?? [])
    await archive.setSealedIdentity(partyId, bytes);
  for (const { objectId, fileName, page: _, ...document } of documents) {
    const file = drawn.get(document.id);
    if (!file) throw new Error(`training document ${document.title}: not drawn`);
    await archive.putFile(file.sha256, file.bytes, document.at);
    const { bytes, ...told } = file;
    await archive.addDocument(entry.id, document, [
      {
        ...told,
        id: objectId,
        version: 1,
        variant: document.status === 'F' ? 'A' : 'P',
        fileName,
        mime: 'application/pdf',
        size: bytes.length,
        createdAt: document.at,
        createdBy: document.by,
      },
    ]);
  }
  for (const link of links) await archive.addLink(link);
  for (const { entryId, clearance } of clears) await archive.changeEntry(entryId, { clearance });
}

async function storeJob(archive: ArchiveWriter, prepared: PreparedJob | undefined): Promise<void> {
  if (!prepared) return;
  const { job, mergedBytes, planned } = prepared;
  await archive.putFile(job.merged.sha256, mergedBytes, job.orderedAt);
  await archive.addJob(job);
  for (const row of planned.log) await archive.log(row);
  if (planned.answer) await archive.addAnswer(planned.answer);
  if (planned.purged) {
    await archive.purgeSigners(job.id);
    await archive.purgeParties(job.entryId);
  }
}

function mustBe(drawn: string, given: string): void {
  if (drawn !== given)
    throw new Error(`training archive: ${drawn} became ${given}; the archive was not empty`);
}
