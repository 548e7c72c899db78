import type { Selectable } from 'kysely';
import type { DocumentId } from '../../../domain/basics.ts';
import {
  documentStatuses,
  documentTypes,
  linkRoles,
  signatureVerifications,
  variants,
} from '../../../domain/code-lists.ts';
import type { DocumentObject, EntryDocument } from '../../../domain/documents.ts';
import { orNull } from './absent-values.ts';
import { toCode, toText } from './code-texts.ts';
import type { ArchiveTables } from './tables.ts';

type ObjectColumns = Selectable<ArchiveTables['document_object']>;

export const toObject = (row: ObjectColumns): DocumentObject => ({
  id: row.id,
  version: row.version,
  variant: toCode(variants, row.variant),
  format: row.format,
  formatDetails: row.format_details ?? undefined,
  fileName: row.file_name,
  mime: row.mime,
  sha256: row.sha256,
  size: row.size,
  pages: row.pages,
  createdAt: row.created_at,
  createdBy: row.created_by,
  ...(row.made_from !== null && { madeFrom: row.made_from }),
  ...(row.signature_verification === null || row.signature_on === null || row.signature_by === null
    ? {}
    : {
        signature: {
          verification: toCode(signatureVerifications, row.signature_verification),
          on: row.signature_on,
          by: row.signature_by,
        },
      }),
});

export const objectColumns = (documentId: DocumentId, object: DocumentObject): ObjectColumns => ({
  id: object.id,
  document_id: documentId,
  version: object.version,
  variant: toText(variants, object.variant),
  format: object.format,
  format_details: orNull(object.formatDetails),
  file_name: object.fileName,
  mime: object.mime,
  sha256: object.sha256,
  size: object.size,
  pages: object.pages,
  created_at: object.createdAt,
  created_by: object.createdBy,
  made_from: orNull(object.madeFrom),
  signature_verification: object.signature
    ? toText(signatureVerifications, object.signature.verification)
    : null,
  signature_on: orNull(object.signature?.on),
  signature_by: orNull(object.signature?.by),
});

export const toDocument = (
  row: Selectable<ArchiveTables['document_description']> & { readonly role: string; readonly number: number },
  objects: readonly ObjectColumns[],
): EntryDocument => ({
  id: row.id,
  role: toCode(linkRoles, row.role),
  number: row.number,
  title: row.title,
  type: toCode(documentTypes, row.type),
  status: toCode(documentStatuses, row.status),
  ...(row.is_screened === 1 && { isScreened: true }),
  createdAt: row.created_at,
  createdBy: row.created_by,
  objects: objects.map(toObject),
});
