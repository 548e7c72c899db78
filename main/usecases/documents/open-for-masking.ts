import type { Actor } from '../../../domain/access/actor.ts';
import type { ChangeRefusal, OpenEntry } from '../../../domain/acts/open-entry.ts';
import { type DocumentId, type EntryId, ok, type Result, refuse } from '../../../domain/basics.ts';
import { currentObject, type DocumentObject } from '../../../domain/documents.ts';
import { maskingLimits } from '../../../domain/masking.ts';
import type { CaseReader } from '../../ports/archive/cases.ts';
import type { DocumentReader } from '../../ports/archive/documents.ts';
import type { EntryReader } from '../../ports/archive/entries.ts';
import type { FileReader } from '../../ports/archive/files.ts';
import type { JobReader } from '../../ports/archive/jobs.ts';
import { openForChange } from '../entries/open-for-change.ts';
import type { Needs } from '../needs.ts';
import type { FileRefusal } from './import-file.ts';

export type MaskingRefusal =
  | ChangeRefusal
  | FileRefusal
  | 'file-missing'
  | 'archive-format-missing'
  | 'variant-too-long';

export type OpenMasking = {
  readonly open: OpenEntry;
  readonly object: DocumentObject;
  readonly bytes: Uint8Array;
  readonly pages: number;
  /** The original bears a signature. */
  readonly signed: boolean;
};

type Reading = CaseReader & DocumentReader & EntryReader & JobReader & FileReader;

/**
 * Reads the current file of a document, of which this person may make a public variant, or says why not. The same as
 * for a change of the entry's screening, which does not end when the entry is sent.
 */
export async function openForMasking(
  { archive, pdf }: Pick<Needs, 'pdf'> & { readonly archive: { readonly read: Reading } },
  actor: Actor,
  entryId: EntryId,
  documentId: DocumentId,
): Promise<Result<OpenMasking, MaskingRefusal>> {
  const allowed = await openForChange(archive.read, entryId, ['screening'], actor);
  if (!allowed.ok) return allowed;
  const document = (await archive.read.documentsOf(entryId)).find(({ id }) => id === documentId);
  if (!document) return refuse('not-found');
  const object = currentObject(document);
  if (object?.mime !== 'application/pdf') return refuse('archive-format-missing');
  const file = object.fileName;
  const bytes = await archive.read.readFile(object.sha256);
  if (!bytes) return refuse('file-missing', { file });
  const { fault, pages, warnings } = await pdf.inspect(bytes, file);
  // What the file is called says nothing of what can be read in it.
  if (fault && fault !== 'name-mismatch') return refuse(`file-${fault}`, { file });
  if (pages > maskingLimits.pages) return refuse('variant-too-long', { pages, most: maskingLimits.pages });
  const signed = object.signature !== undefined || warnings.includes('signed');
  return ok({ open: allowed.value, object, bytes, pages, signed });
}
