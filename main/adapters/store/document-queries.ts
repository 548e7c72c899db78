import type { DocumentReader } from '../../ports/archive/documents.ts';
import type { Archive } from './connection.ts';
import { toDocument, toObject } from './document-rows.ts';

export const documentQueries = (db: Archive) =>
  ({
    documentsOf: async (entryId) => {
      const documents = await db
        .selectFrom('document_link')
        .innerJoin('document_description', 'document_description.id', 'document_link.document_id')
        .selectAll('document_description')
        .select(['role', 'number'])
        .where('entry_id', '=', entryId)
        .orderBy('number')
        .execute();
      const objects = await db
        .selectFrom('document_object')
        .innerJoin('document_link', 'document_link.document_id', 'document_object.document_id')
        .selectAll('document_object')
        .where('entry_id', '=', entryId)
        .orderBy('version', 'desc')
        .orderBy('created_at', 'desc')
        .execute();
      return documents.map((document) =>
        toDocument(
          document,
          objects.filter((object) => object.document_id === document.id),
        ),
      );
    },
    findDocumentObject: async (id) => {
      const rows = await db
        .selectFrom('document_object')
        .innerJoin('document_link', 'document_link.document_id', 'document_object.document_id')
        .selectAll('document_object')
        .select('entry_id')
        .where('document_object.id', '=', id)
        .orderBy('linked_at')
        .execute();
      const [row] = rows;
      return (
        row && {
          object: toObject(row),
          documentId: row.document_id,
          entryIds: rows.map(({ entry_id }) => entry_id),
        }
      );
    },
  }) satisfies DocumentReader;
