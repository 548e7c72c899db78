import type { Actor } from '../../../domain/access/actor.ts';
import type { AccessRefusal } from '../../../domain/access/may.ts';
import { type DocumentId, type EntryId, ok, type Result, refuse } from '../../../domain/basics.ts';
import { currentObject, type EntryDocument } from '../../../domain/documents.ts';
import type { CaseReader } from '../../ports/archive/cases.ts';
import type { DocumentReader } from '../../ports/archive/documents.ts';
import type { EntryReader } from '../../ports/archive/entries.ts';
import type { FileReader } from '../../ports/archive/files.ts';
import type { JobReader } from '../../ports/archive/jobs.ts';
import type { PolicyReader } from '../../ports/archive/policy.ts';
import type { ArchivePart } from '../../ports/archive-store.ts';
import { mayOnEntry } from '../entries/open-for-change.ts';
import type { Needs } from '../needs.ts';
import { type DispatchMemory, type GatheredDocuments, gatherDocuments } from './gather-dispatch.ts';

type Touching = {
  readonly archive: ArchivePart<
    CaseReader & DocumentReader & EntryReader & FileReader & JobReader & PolicyReader
  >;
};

/** What each document takes of the merged file, measured in that file. */
export type WeighedDocuments = {
  /** In order, main document first. `pages` and `bytes` are absent for one that cannot be merged. */
  readonly documents: readonly {
    readonly id: DocumentId;
    readonly title: string;
    /** Of the document's own file. */
    readonly mime?: string;
    readonly pages?: number;
    readonly bytes?: number;
  }[];
  /** The merged file of those that can be merged, in bytes; absent where none can. */
  readonly mergeableBytes?: number;
};

export function weighed(
  documents: readonly EntryDocument[],
  { weighed: file }: Pick<GatheredDocuments, 'weighed'>,
): WeighedDocuments {
  return {
    documents: documents.map((document) => {
      const part = file?.parts.find(({ documentId }) => documentId === document.id);
      const { id, title } = document;
      return { id, title, mime: currentObject(document)?.mime, pages: part?.pages, bytes: part?.bytes };
    }),
    mergeableBytes: file?.bytes.byteLength,
  };
}

/** How heavy the entry would be to send, and which document it is. Changes nothing. */
export const weighDocuments =
  (
    needs: Pick<Needs, 'pdf' | 'digest' | 'vault' | 'training' | 'onTrial'> &
      Touching & { readonly memory: DispatchMemory },
  ) =>
  async (
    actor: Actor,
    entryId: EntryId,
  ): Promise<Result<WeighedDocuments & { readonly maxBytes: number }, AccessRefusal | 'not-found'>> => {
    const { read } = needs.archive;
    const entry = await read.findEntry(entryId);
    if (!entry) return refuse('not-found');
    const allowed = await mayOnEntry(read, actor, 'dispatch', entryId);
    if (!allowed.ok) return allowed;
    const documents = await read.documentsOf(entryId);
    const gathered = await gatherDocuments(needs)(entry.title, documents);
    const { maxBytes } = await read.policy();
    return ok({ ...weighed(documents, gathered), maxBytes });
  };
