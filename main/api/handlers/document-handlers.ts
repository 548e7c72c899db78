import type { DocumentId, EntryId } from '../../../domain/basics.ts';
import { type AddedDocument, addDocument } from '../../usecases/documents/add-document.ts';
import {
  orderDocuments,
  removeDocument,
  renameDocument,
} from '../../usecases/documents/arrange-documents.ts';
import { replaceDocument } from '../../usecases/documents/replace-document.ts';
import type { Desk } from '../desk.ts';
import type { Handlers } from '../dispatcher.ts';
import { nothing, refusal, toReply } from '../reply.ts';

type DocumentHandlers = Pick<Handlers, Extract<keyof Handlers, `documents.${string}`>>;

const added = (value: AddedDocument) => ({ documentId: value.documentId, warnings: [...value.warnings] });

export const documentHandlers = (desk: Desk): DocumentHandlers => ({
  'documents.add': async ({ entryId, stagedId, fileName, title }) => {
    const bytes = desk.staging.find(stagedId);
    if (!bytes) return refusal('file-missing', { file: fileName });
    const outcome = await addDocument(desk)(await desk.session.user(), entryId as EntryId, {
      bytes,
      fileName,
      title,
    });
    if (outcome.ok) desk.staging.drop(stagedId);
    return toReply(outcome, added);
  },
  'documents.replace': async ({ entryId, documentId, stagedId, fileName }) => {
    const bytes = desk.staging.find(stagedId);
    if (!bytes) return refusal('file-missing', { file: fileName });
    const user = await desk.session.user();
    const outcome = await replaceDocument(desk)(user, entryId as EntryId, documentId as DocumentId, {
      bytes,
      fileName,
    });
    if (outcome.ok) desk.staging.drop(stagedId);
    return toReply(outcome, added);
  },
  'documents.rename': async ({ entryId, documentId, title }) =>
    toReply(
      await renameDocument(desk)(
        await desk.session.user(),
        entryId as EntryId,
        documentId as DocumentId,
        title,
      ),
      nothing,
    ),
  'documents.remove': async ({ entryId, documentId }) =>
    toReply(
      await removeDocument(desk)(await desk.session.user(), entryId as EntryId, documentId as DocumentId),
      nothing,
    ),
  'documents.order': async ({ entryId, order }) =>
    toReply(
      await orderDocuments(desk)(await desk.session.user(), entryId as EntryId, order as DocumentId[]),
      nothing,
    ),
});
