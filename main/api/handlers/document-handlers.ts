import { chooseVersion } from '../../usecases/documents/accept-version.ts';
import { type AddedDocument, addDocument } from '../../usecases/documents/add-document.ts';
import {
  orderDocuments,
  removeDocument,
  renameDocument,
  screenDocument,
} from '../../usecases/documents/arrange-documents.ts';
import { replaceDocument } from '../../usecases/documents/replace-document.ts';
import { putBackDocument, takeOutDocument } from '../../usecases/documents/take-out-document.ts';
import type { Handlers } from '../dispatcher.ts';
import { noValue, refusal, toReply } from '../reply.ts';
import type { RequestContext } from '../request-context.ts';

type DocumentHandlers = Pick<Handlers, Extract<keyof Handlers, `documents.${string}`>>;

const added = (value: AddedDocument) => ({ documentId: value.documentId, warnings: value.warnings });

export const documentHandlers = (context: RequestContext): DocumentHandlers => ({
  'documents.add': async ({ entryId, stagedId, fileName, title }) => {
    const bytes = context.staging.find(stagedId);
    if (!bytes) return refusal('file-missing', { file: fileName });
    const outcome = await addDocument(context)(await context.session.user(), entryId, {
      bytes,
      fileName,
      title,
    });
    if (outcome.ok) context.staging.drop(stagedId);
    return toReply(outcome, added);
  },
  'documents.replace': async ({ entryId, documentId, stagedId, fileName }) => {
    const bytes = context.staging.find(stagedId);
    if (!bytes) return refusal('file-missing', { file: fileName });
    const user = await context.session.user();
    const outcome = await replaceDocument(context)(user, entryId, documentId, {
      bytes,
      fileName,
    });
    if (outcome.ok) context.staging.drop(stagedId);
    return toReply(outcome, added);
  },
  'documents.rename': async ({ entryId, documentId, title }) =>
    toReply(await renameDocument(context)(await context.session.user(), entryId, documentId, title), noValue),
  'documents.screen': async ({ entryId, documentId, isScreened }) =>
    toReply(
      await screenDocument(context)(await context.session.user(), entryId, documentId, isScreened),
      noValue,
    ),
  'documents.remove': async ({ entryId, documentId }) =>
    toReply(await removeDocument(context)(await context.session.user(), entryId, documentId), noValue),
  'documents.takeOut': async ({ entryId, documentId }) =>
    toReply(await takeOutDocument(context)(await context.session.user(), entryId, documentId), noValue),
  'documents.putBack': async ({ entryId, documentId }) =>
    toReply(await putBackDocument(context)(await context.session.user(), entryId, documentId), noValue),
  'documents.chooseVersion': async ({ entryId, documentId, objectId }) =>
    toReply(
      await chooseVersion(context)(await context.session.user(), entryId, documentId, objectId),
      noValue,
    ),
  'documents.order': async ({ entryId, order }) =>
    toReply(await orderDocuments(context)(await context.session.user(), entryId, order), noValue),
});
