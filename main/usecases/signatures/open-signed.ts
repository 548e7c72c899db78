import type { Actor } from '../../../domain/access/actor.ts';
import { type AccessRefusal, may } from '../../../domain/access/may.ts';
import { showDocuments } from '../../../domain/access/shown.ts';
import { guardedEntry } from '../../../domain/access/sight.ts';
import { type DocumentId, type EntryId, ok, type Result, refuse } from '../../../domain/basics.ts';
import type { CaseFile } from '../../../domain/case-file.ts';
import { currentObject, type DocumentObject, type EntryDocument } from '../../../domain/documents.ts';
import type { JournalEntry } from '../../../domain/journal-entry.ts';
import type { CaseReader } from '../../ports/archive/cases.ts';
import type { DocumentReader } from '../../ports/archive/documents.ts';
import type { EntryReader } from '../../ports/archive/entries.ts';
import type { FileReader } from '../../ports/archive/files.ts';

export type SignedReads = CaseReader & DocumentReader & EntryReader & FileReader;
export type OpenSigned = {
  readonly entry: JournalEntry;
  readonly caseFile: CaseFile;
  readonly document: EntryDocument;
  /** Of its newest version. */
  readonly object: DocumentObject;
};

/** The document in its entry, whoever asks. */
export async function findSigned(
  archive: CaseReader & DocumentReader & EntryReader,
  entryId: EntryId,
  documentId: DocumentId,
): Promise<OpenSigned | undefined> {
  const entry = await archive.findEntry(entryId);
  const caseFile = entry && (await archive.findCase(entry.caseId));
  const document = (await archive.documentsOf(entryId)).find(({ id }) => id === documentId);
  const object = document && currentObject(document);
  return entry && caseFile && document && object && { entry, caseFile, document, object };
}

/**
 * The document for somebody who may read it. A file that is kept sealed shows identity numbers, and is for those only who
 * may register.
 */
export async function openSigned(
  archive: SignedReads,
  actor: Actor,
  entryId: EntryId,
  documentId: DocumentId,
): Promise<Result<OpenSigned, 'not-found' | AccessRefusal>> {
  const found = await findSigned(archive, entryId, documentId);
  if (!found) return refuse('not-found');
  const { entry, caseFile, document, object } = found;
  const guarded = guardedEntry(entry, caseFile);
  const [shown] = showDocuments(actor, [document], entry, caseFile);
  const sight = may(actor, 'see', guarded);
  if (shown?.withheld) return sight.ok ? refuse('not-allowed') : sight;
  // Its name may hold words of the title, so that it is the one that is shown.
  const named = shown?.objects.find(({ id }) => id === object.id) ?? object;
  const opened = { ...found, object: named };
  if (!(await archive.isFileSealed(object.sha256))) return ok(opened);
  const allowed = may(actor, 'register', guarded);
  return allowed.ok ? ok(opened) : allowed;
}
