import type { Shown } from '../../../domain/access/shown.ts';
import { noteEntryLook } from '../../usecases/access/note-look.ts';
import { drawPublicVariant } from '../../usecases/documents/draw-public-variant.ts';
import { makePublicVariant } from '../../usecases/documents/make-public-variant.ts';
import { type MaskableDocument, readForMasking } from '../../usecases/documents/read-for-masking.ts';
import { progressKey } from '../../usecases/documents/variant-memory.ts';
import { mayOnEntry } from '../../usecases/entries/open-for-change.ts';
import type { Handlers } from '../dispatcher.ts';
import { done, toReply } from '../reply.ts';
import type { RequestContext } from '../request-context.ts';
import { showWholeEntry } from '../show-whole-entry.ts';
import { objectView } from '../views/document-views.ts';

type MaskingHandlers = Pick<Handlers, Extract<keyof Handlers, `masking.${string}`>>;

export const maskingHandlers = (context: RequestContext): MaskingHandlers => ({
  'masking.read': async ({ entryId, documentId }) => {
    const user = await context.session.user();
    const read = () => readForMasking(context)(user, entryId, documentId);
    const shown = await showWholeEntry(context.archive.read, user, 'register', entryId, read);
    if (shown.ok) await noteEntryLook(context)(user, { kind: 'document', subjectId: documentId }, entryId);
    return toReply(shown, maskableView);
  },
  'masking.progress': async ({ entryId, documentId }) => {
    const user = await context.session.user();
    const allowed = await mayOnEntry(context.archive.read, user, 'register', entryId);
    if (!allowed.ok) return allowed;
    return done({ progress: context.variants.progress.get(progressKey(user.id, documentId)) });
  },
  'masking.draw': async ({ entryId, documentId, objectId, areas, gone }) => {
    const user = await context.session.user();
    const draw = () => drawPublicVariant(context)(user, entryId, documentId, objectId, { areas, gone });
    return toReply(
      await showWholeEntry(context.archive.read, user, 'register', entryId, draw),
      ({ sha256, bytes, pages, fileName }) => ({
        sha256,
        url: `/files/variant/${sha256}`,
        fileName,
        pages,
        size: bytes.byteLength,
      }),
    );
  },
  'masking.save': async ({ entryId, documentId, seen }) =>
    toReply(
      await makePublicVariant(context)(await context.session.user(), entryId, documentId, seen),
      (saved) => saved,
    ),
});

const maskableView = (read: Shown<MaskableDocument>) => ({ ...read, object: objectView(read.object) });
