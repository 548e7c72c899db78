import type { Actor } from '../../../domain/access/actor.ts';
import type { ChangeRefusal } from '../../../domain/acts/open-entry.ts';
import {
  type DocumentId,
  type EntryId,
  ok,
  type Result,
  refuse,
  type Sha256,
} from '../../../domain/basics.ts';
import type { EntryDocument } from '../../../domain/documents.ts';
import type { CaseReader } from '../../ports/archive/cases.ts';
import type { LogWriter } from '../../ports/archive/change-log.ts';
import type { DocumentReader, DocumentWriter } from '../../ports/archive/documents.ts';
import type { EntryReader, EntryWriter } from '../../ports/archive/entries.ts';
import type { FileReader, FileWriter } from '../../ports/archive/files.ts';
import type { JobReader } from '../../ports/archive/jobs.ts';
import type { ArchivePart } from '../../ports/archive-store.ts';
import { logDifferences } from '../audit-log.ts';
import { changed } from '../changed-event.ts';
import { openForChange, whoOn } from '../entries/open-for-change.ts';
import type { Needs } from '../needs.ts';

type KeptFile = { readonly sha256: Sha256; readonly bytes: Uint8Array; readonly keep: 'sealed' | undefined };
type TakenOut = {
  readonly entryId: EntryId;
  readonly document: EntryDocument;
  /** Where it stood, from 0. */
  readonly position: number;
  readonly files: readonly KeptFile[];
};

/** Documents that were taken out a while ago, with their files, so that it can be undone; gone when the program ends. */
export type TakenOutMemory = Map<DocumentId, TakenOut>;
const mostBytes = 128 * 1024 * 1024;

type Touching = {
  readonly archive: ArchivePart<
    CaseReader & DocumentReader & EntryReader & FileReader & JobReader,
    DocumentWriter & EntryWriter & FileWriter & LogWriter
  >;
  readonly takenOut: TakenOutMemory;
};
type Taking = Pick<Needs, 'clock' | 'publish'> & Touching;

/** Takes an attachment out of an entry that is not sent yet. The main document stays: it is replaced, not taken out. */
export const takeOutDocument =
  (needs: Taking) =>
  async (
    actor: Actor,
    entryId: EntryId,
    documentId: DocumentId,
  ): Promise<Result<undefined, ChangeRefusal | 'main-document-missing'>> => {
    const { archive, clock, publish, takenOut } = needs;
    const outcome = await archive.change(
      async (tx): Promise<Result<TakenOut, ChangeRefusal | 'main-document-missing'>> => {
        const open = await openForChange(tx, entryId, ['documents'], actor);
        if (!open.ok) return open;
        const documents = await tx.documentsOf(entryId);
        const position = documents.findIndex(({ id }) => id === documentId);
        const document = documents[position];
        if (!document) return refuse('not-found');
        if (position === 0) return refuse('main-document-missing');
        const files = await readFiles(tx, document);
        const who = whoOn(open.value, actor, clock.now());
        await tx.removeDocument(entryId, documentId);
        await tx.changeEntry(entryId, {});
        await logDifferences(tx, 'entry', entryId, { fjernetDokument: [document.title, undefined] }, who);
        return ok({ entryId, document, position, files });
      },
    );
    if (!outcome.ok) return outcome;
    remember(takenOut, outcome.value);
    const entry = await archive.read.findEntry(entryId);
    if (entry) publish(changed(entry.caseId, entryId));
    return ok(undefined);
  };

/** Puts a document back where it was taken out, as it was; `not-found` where that is no longer known. */
export const putBackDocument =
  (needs: Taking) =>
  async (
    actor: Actor,
    entryId: EntryId,
    documentId: DocumentId,
  ): Promise<Result<undefined, ChangeRefusal>> => {
    const { archive, clock, publish, takenOut } = needs;
    const taken = takenOut.get(documentId);
    if (taken?.entryId !== entryId) {
      const allowed = await openForChange(archive.read, entryId, ['documents'], actor);
      return allowed.ok ? refuse('not-found') : allowed;
    }
    const { document, position, files } = taken;
    const outcome = await archive.change(async (tx): Promise<Result<undefined, ChangeRefusal>> => {
      const open = await openForChange(tx, entryId, ['documents'], actor);
      if (!open.ok) return open;
      const [first] = document.objects;
      // Another entry has it still, or it has been put back already.
      if (first && (await tx.findDocumentObject(first.id)))
        return refuse('changed-meanwhile', { entry: open.value.entry.recordNumber });
      const who = whoOn(open.value, actor, clock.now());
      for (const { sha256, bytes, keep } of files) await tx.putFile(sha256, bytes, who.at, keep);
      const { id, title, type, status, isScreened, createdAt: at, createdBy: by } = document;
      await tx.addDocument(
        entryId,
        { id, role: 'V', title, type, status, isScreened, at, by },
        document.objects,
      );
      const order = (await tx.documentsOf(entryId)).map((other) => other.id).filter((other) => other !== id);
      await tx.orderDocuments(entryId, [...order.slice(0, position), id, ...order.slice(position)]);
      await tx.changeEntry(entryId, {});
      await logDifferences(tx, 'entry', entryId, { gjeninnsattDokument: [undefined, title] }, who);
      return ok(undefined);
    });
    if (!outcome.ok) return outcome;
    takenOut.delete(documentId);
    const entry = await archive.read.findEntry(entryId);
    if (entry) publish(changed(entry.caseId, entryId));
    return ok(undefined);
  };

async function readFiles(tx: FileReader, { objects }: EntryDocument): Promise<readonly KeptFile[]> {
  const files = new Map<Sha256, KeptFile>();
  for (const { sha256 } of objects) {
    const bytes = await tx.readFile(sha256);
    const keep = (await tx.isFileSealed(sha256)) ? ('sealed' as const) : undefined;
    if (bytes) files.set(sha256, { sha256, bytes, keep });
  }
  return [...files.values()];
}

function remember(memory: TakenOutMemory, taken: TakenOut): void {
  memory.delete(taken.document.id);
  memory.set(taken.document.id, taken);
  const size = ({ files }: TakenOut) => files.reduce((sum, { bytes }) => sum + bytes.length, 0);
  let held = [...memory.values()].reduce((sum, one) => sum + size(one), 0);
  for (const [id, oldest] of memory) {
    if (held <= mostBytes || id === taken.document.id) return;
    held -= size(oldest);
    memory.delete(id);
  }
}
