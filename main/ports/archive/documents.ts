import type { DocumentId, DocumentObjectId, EntryId, Instant } from '../../../domain/basics.ts';
import type { DocumentType, LinkRole } from '../../../domain/code-lists.ts';
import type { DocumentObject, EntryDocument } from '../../../domain/documents.ts';

/** A file, its document, and the entries that the document is linked to, the first one first. */
export type FoundObject = {
  readonly object: DocumentObject;
  readonly documentId: DocumentId;
  readonly entryIds: readonly EntryId[];
};

export interface DocumentReader {
  documentsOf(entryId: EntryId): Promise<readonly EntryDocument[]>;
  findDocumentObject(id: DocumentObjectId): Promise<FoundObject | undefined>;
}

export interface DocumentWriter {
  /** The file must have been put before. Attachments are numbered after those that are there. */
  addDocument(
    entryId: EntryId,
    document: {
      readonly id: DocumentId;
      readonly role: LinkRole;
      readonly title: string;
      readonly type: DocumentType;
      readonly status: EntryDocument['status'];
      readonly isScreened?: boolean;
      readonly at: Instant;
      readonly by: string;
    },
    objects: readonly DocumentObject[],
  ): Promise<void>;
  /** Adds a new version (or variant) to a document. */
  addDocumentObject(documentId: DocumentId, object: DocumentObject): Promise<void>;
  changeDocument(
    documentId: DocumentId,
    change: Partial<Pick<EntryDocument, 'title' | 'type' | 'status' | 'isScreened'>>,
  ): Promise<void>;
  /** Unlinks a document from an entry that may still change and closes the gap in the numbers. */
  removeDocument(entryId: EntryId, documentId: DocumentId): Promise<void>;
  /** All documents of the entry in their new order; the first becomes the main document. */
  orderDocuments(entryId: EntryId, order: readonly DocumentId[]): Promise<void>;
}
