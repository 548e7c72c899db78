import { createHash, randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { Answer } from '../../../../domain/answer.ts';
import type {
  CaseId,
  ClassId,
  DocumentId,
  EntryId,
  Id,
  Instant,
  JobId,
  Sha256,
  UserId,
} from '../../../../domain/basics.ts';
import { toSha256 } from '../../../../domain/basics.ts';
import type { DocumentObject, Party } from '../../../../domain/documents.ts';
import type { User } from '../../../../domain/roles.ts';
import { openArchiveStore } from '../../../../main/adapters/store/open-archive-store.ts';
import type { ArchiveIdentity } from '../../../../main/ports/archive/archive-identity.ts';
import type { NewCase } from '../../../../main/ports/archive/cases.ts';
import type { NewEntry } from '../../../../main/ports/archive/entries.ts';
import type { NewJob } from '../../../../main/ports/archive/jobs.ts';
import type { ArchiveStore, ArchiveWriter } from '../../../../main/ports/archive-store.ts';
import type { FileSeal } from '../../../../main/ports/vault.ts';
import { addUnits, unit } from '../../../support/units.ts';

/** A fresh id of any kind. */
export const id = <Kind extends string>(): Id<Kind> => randomUUID() as Id<Kind>;
export const at: Instant = '2026-11-20T10:00:00.000Z';
export const by = 'Kari Nordvik';

export const identity: ArchiveIdentity = {
  id: id(),
  kind: 'training',
  title: 'Opplæring',
  recordCreator: { name: 'Fjordvik kommune', organisationNumber: '999999999' },
};
export const kari: User = {
  id: id(),
  name: by,
  initials: 'KN',
  adminUnit: unit('Personal'),
  roles: ['caseworker'],
};
export const odd: User = {
  id: id(),
  name: 'Odd Arkivar',
  initials: 'OA',
  adminUnit: unit('Dokumentsenter'),
  roles: ['documentCentre'],
};
export const personnel = { id: id<'class'>(), code: '221', title: 'Ansettelser' };

/** A folder of its own, gone when the test is over. */
export async function temporaryFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'segl-store-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

/** A founded archive with two people and one class. */
export async function openSample(
  path?: string,
  fileSeal?: FileSeal,
): Promise<ArchiveStore & { readonly path: string }> {
  const file = path ?? join(await temporaryFolder(), 'archive.db');
  const store = await openArchiveStore(file, { create: identity, ...(fileSeal && { fileSeal }) });
  onTestFinished(() => store.close());
  await store.change(async (archive) => {
    await addUnits(archive, 'Personal', 'Dokumentsenter');
    await archive.addUser(kari);
    await archive.addUser(odd);
    await archive.addClass(personnel);
  });
  return { ...store, path: file };
}

export const newCase = (change: Partial<NewCase> = {}): NewCase => ({
  id: id(),
  title: 'Ansettelse av lærer',
  status: 'B',
  caseDate: '2026-11-20',
  adminUnit: unit('Personal'),
  caseOwner: kari.id,
  classId: personnel.id as ClassId,
  createdAt: at,
  createdBy: by,
  ...change,
});
export const newEntry = (caseId: CaseId, change: Partial<NewEntry> = {}): NewEntry => ({
  id: id(),
  caseId,
  type: 'U',
  status: 'R',
  title: 'Arbeidsavtale',
  journalDate: '2026-11-20',
  caseworker: kari.id as UserId,
  adminUnit: unit('Personal'),
  createdAt: at,
  createdBy: by,
  ...change,
});
export const party = (name: string, change: Partial<Party> = {}): Party => ({
  id: id(),
  kind: 'EM',
  name,
  isFirm: false,
  ...change,
});

export const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);
export const sha256 = (bytes: Uint8Array): Sha256 =>
  toSha256(createHash('sha256').update(bytes).digest('hex'));

/** Puts `text` as a file and gives a document object over it. */
export async function putObject(
  archive: ArchiveWriter,
  text: string,
  change: Partial<DocumentObject> = {},
): Promise<DocumentObject> {
  const bytes = bytesOf(text);
  await archive.putFile(sha256(bytes), bytes, at);
  return {
    id: id(),
    version: 1,
    variant: 'A',
    format: 'fmt/477',
    fileName: 'avtale.pdf',
    mime: 'application/pdf',
    sha256: sha256(bytes),
    size: bytes.byteLength,
    pages: 2,
    createdAt: at,
    createdBy: by,
    ...change,
  };
}

export async function addDocument(
  archive: ArchiveWriter,
  entryId: EntryId,
  role: 'H' | 'V',
  title: string,
): Promise<DocumentId> {
  const documentId = id<'document'>();
  const object = await putObject(archive, title);
  await archive.addDocument(entryId, { id: documentId, role, title, type: 'brev', status: 'F', at, by }, [
    object,
  ]);
  return documentId;
}

/** A job over a small merged file that is put on the way. */
export async function newJob(
  archive: ArchiveWriter,
  entry: { readonly id: EntryId; readonly caseId: CaseId },
  change: Partial<NewJob> = {},
): Promise<NewJob> {
  const bytes = bytesOf(`merged ${entry.id}`);
  await archive.putFile(sha256(bytes), bytes, at);
  return {
    id: id(),
    entryId: entry.id,
    caseId: entry.caseId,
    state: 'queued',
    arrival: 'never',
    reference: id(),
    title: 'Arbeidsavtale',
    message: 'Hei',
    deadlineDays: 30,
    merged: { sha256: sha256(bytes), bytes: bytes.byteLength, pages: 3 },
    signers: [
      {
        id: id(),
        name: 'Ola Dahl',
        group: 0,
        state: 'waiting',
        sealedIdentity: bytesOf('sealed'),
        fingerprint: 'mark-ola',
      },
    ],
    orderedBy: by,
    orderedAt: at,
    attempts: 0,
    ...change,
  };
}

export const newAnswer = (jobId: JobId, change: Partial<Answer> = {}): Answer => ({
  id: id(),
  jobId,
  outcome: 'failed',
  failure: 'rejected',
  receivedAt: at,
  decidedAt: at,
  signatures: [],
  ...change,
});

/** A case with one entry of its own. */
export const caseWithEntry = (store: ArchiveStore, change: Partial<NewEntry> = {}) =>
  store.change(async (archive) => {
    const file = await archive.addCase(newCase());
    return { file, entry: await archive.addEntry(newEntry(file.id, change)) };
  });
