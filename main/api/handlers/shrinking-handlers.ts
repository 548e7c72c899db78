import type { Shown } from '../../../domain/access/shown.ts';
import { acceptShrunk } from '../../usecases/documents/accept-version.ts';
import { type ShrunkDocument, shrinkDocument } from '../../usecases/documents/shrink-document.ts';
import { progressKey } from '../../usecases/documents/variant-memory.ts';
import type { Handlers } from '../dispatcher.ts';
import { done, noValue, toReply } from '../reply.ts';
import type { RequestContext } from '../request-context.ts';
import { showWholeEntry } from '../show-whole-entry.ts';

type ShrinkingHandlers = Pick<Handlers, Extract<keyof Handlers, `shrinking.${string}`>>;

export const shrinkingHandlers = (context: RequestContext): ShrinkingHandlers => ({
  'shrinking.make': async ({ entryId, documentId, dotsPerInch }) => {
    const user = await context.session.user();
    const make = () => shrinkDocument(context)(user, entryId, documentId, dotsPerInch);
    return toReply(await showWholeEntry(context.archive.read, user, 'register', entryId, make), shrunkView);
  },
  'shrinking.progress': async ({ documentId }) => {
    const user = await context.session.user();
    return done({ progress: context.shrinking.progress.get(progressKey(user.id, documentId)) });
  },
  'shrinking.cancel': async ({ documentId }) => {
    const user = await context.session.user();
    context.shrinking.cancelled.add(progressKey(user.id, documentId));
    return done({});
  },
  'shrinking.accept': async ({ entryId, documentId, seen }) =>
    toReply(await acceptShrunk(context)(await context.session.user(), entryId, documentId, seen), noValue),
});

const shrunkView = ({ sha256, bytes, before, pages, images, left }: Shown<ShrunkDocument>) => ({
  sha256,
  url: `/files/shrunk/${sha256}`,
  bytes: bytes.byteLength,
  before: before.bytes,
  pages,
  images,
  left,
});
