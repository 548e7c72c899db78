import type { DocumentId, EntryId } from '../../../domain/basics.ts';
import { documentStatuses, documentTypes, type LinkRole, linkRoles } from '../../../domain/code-lists.ts';
import type { DocumentWriter } from '../../ports/archive/documents.ts';
import { toFlag } from './absent-values.ts';
import { toText } from './code-texts.ts';
import type { Archive } from './connection.ts';
import { objectColumns } from './document-rows.ts';
import { dropUnusedFiles } from './files.ts';

export const documentChanges = (db: Archive) =>
  ({
    addDocument: async (entryId, document, objects) => {
      await db
        .insertInto('document_description')
        .values({
          id: document.id,
          title: document.title,
          type: toText(documentTypes, document.type),
          status: toText(documentStatuses, document.status),
          is_screened: toFlag(document.isScreened ?? false),
          created_at: document.at,
          created_by: document.by,
        })
        .execute();
      if (objects.length > 0)
        await db
          .insertInto('document_object')
          .values(objects.map((object) => objectColumns(document.id, object)))
          .execute();
      await db
        .insertInto('document_link')
        .values({
          entry_id: entryId,
          document_id: document.id,
          role: toText(linkRoles, document.role),
          number: await freeNumber(db, entryId, document.role),
          linked_at: document.at,
          linked_by: document.by,
        })
        .execute();
    },
    addDocumentObject: async (documentId, object) => {
      await db.insertInto('document_object').values(objectColumns(documentId, object)).execute();
    },
    changeDocument: async (documentId, change) => {
      const columns = {
        ...(change.title === undefined ? {} : { title: change.title }),
        ...(change.type === undefined ? {} : { type: toText(documentTypes, change.type) }),
        ...(change.isScreened === undefined ? {} : { is_screened: toFlag(change.isScreened) }),
        ...(change.status === undefined ? {} : { status: toText(documentStatuses, change.status) }),
      };
      if (Object.keys(columns).length === 0) return;
      const changed = await db
        .updateTable('document_description')
        .set(columns)
        .where('id', '=', documentId)
        .executeTakeFirst();
      if (changed.numUpdatedRows !== 1n) throw new Error(`no such document: ${documentId}`);
    },
    removeDocument: async (entryId, documentId) => {
      const before = await linkedDocuments(db, entryId);
      if (!before.some((link) => link.document_id === documentId))
        throw new Error(`the entry does not have the document: ${documentId}`);
      await dropDocument(db, entryId, documentId);
      const hadMain = before[0]?.number === 1;
      await renumber(
        db,
        entryId,
        before.filter((link) => link.document_id !== documentId).map((link) => link.document_id),
        hadMain ? 1 : 2,
      );
    },
    orderDocuments: async (entryId, order) => {
      const linked = (await linkedDocuments(db, entryId)).map((link) => link.document_id);
      const known = new Set(order);
      if (order.length !== linked.length || linked.some((documentId) => !known.has(documentId)))
        throw new Error('the order does not name each document of the entry once');
      await renumber(db, entryId, order, 1);
    },
  }) satisfies DocumentWriter;

const linkedDocuments = (db: Archive, entryId: EntryId) =>
  db
    .selectFrom('document_link')
    .select(['document_id', 'number'])
    .where('entry_id', '=', entryId)
    .orderBy('number')
    .execute();

/** Number 1 is the main document's. A new main document takes the place of the old, which becomes an attachment. */
async function freeNumber(db: Archive, entryId: EntryId, role: LinkRole): Promise<number> {
  const linked = await linkedDocuments(db, entryId);
  if (role === 'V') return Math.max(1, ...linked.map((link) => link.number)) + 1;
  if (linked[0]?.number === 1)
    await renumber(
      db,
      entryId,
      linked.map((link) => link.document_id),
      2,
    );
  return 1;
}

async function renumber(
  db: Archive,
  entryId: EntryId,
  order: readonly DocumentId[],
  first: number,
): Promise<void> {
  const attachment = toText(linkRoles, 'V');
  // Out of the way first: two documents of an entry never share a number, not even for a moment.
  const aside = 1_000_000;
  const place = (documentId: DocumentId, number: number) =>
    db
      .updateTable('document_link')
      .set({ number, role: number === 1 ? toText(linkRoles, 'H') : attachment })
      .where('entry_id', '=', entryId)
      .where('document_id', '=', documentId)
      .execute();
  for (const [index, documentId] of order.entries()) await place(documentId, aside + index);
  for (const [index, documentId] of order.entries()) await place(documentId, first + index);
}

/** Unlinks a document; where no other entry has it, the document and its unused bytes go too. */
export async function dropDocument(db: Archive, entryId: EntryId, documentId: DocumentId): Promise<void> {
  await db
    .deleteFrom('document_link')
    .where('entry_id', '=', entryId)
    .where('document_id', '=', documentId)
    .execute();
  const elsewhere = await db
    .selectFrom('document_link')
    .select('entry_id')
    .where('document_id', '=', documentId)
    .executeTakeFirst();
  if (elsewhere) return;
  const objects = await db
    .selectFrom('document_object')
    .select('sha256')
    .where('document_id', '=', documentId)
    .execute();
  await db.deleteFrom('document_object').where('document_id', '=', documentId).execute();
  await db.deleteFrom('document_description').where('id', '=', documentId).execute();
  await dropUnusedFiles(
    db,
    objects.map((object) => object.sha256),
  );
}
