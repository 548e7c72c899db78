import type { Actor } from '../../../domain/access/actor.ts';
import { may, theArchive } from '../../../domain/access/may.ts';
import { type Shown, showEntry, type WithSight } from '../../../domain/access/shown.ts';
import type { EntryId } from '../../../domain/basics.ts';
import { toDecision } from '../../../domain/decision.ts';
import type { JournalEntry } from '../../../domain/journal-entry.ts';
import type { RestorationView } from '../../../preload/contract/restoration.ts';
import type { ArchiveReader } from '../../ports/archive-store.ts';
import { acknowledgeUnknownJob } from '../../usecases/administration/acknowledge-unknown-job.ts';
import { reopenSending } from '../../usecases/administration/settle-restoration.ts';
import { dismissLostJob } from '../../usecases/signing/dismiss-lost-job.ts';
import { fileUnknownJob } from '../../usecases/signing/file-unknown-job.ts';
import type { Handlers } from '../dispatcher.ts';
import { done, noValue, toReply } from '../reply.ts';
import type { RequestContext } from '../request-context.ts';

type RestorationHandlers = Pick<Handlers, Extract<keyof Handlers, `restoration.${string}`>>;

export const restorationHandlers = (context: RequestContext): RestorationHandlers => ({
  'restoration.read': async () => {
    const { read } = context.archive;
    const user = await context.session.user();
    const lost = await read.lostJobs();
    const unknown = await read.unfiledUnknownJobs();
    const entryOf = async (reference: string | undefined) => {
      const marked = reference === undefined ? undefined : await read.findLostJob(reference);
      return marked && lostEntry(read, marked.entryId, user);
    };
    const told = new Set(unknown.map(({ reference }) => reference));
    return done({
      since: await read.restoredSince(),
      unknown: await Promise.all(
        unknown.map(async ({ id, serviceJobId, state, failure, receivedAt, acknowledgedAt, reference }) => ({
          id,
          serviceJobId,
          state,
          failure,
          receivedAt,
          acknowledgedAt,
          entry: await entryOf(reference),
        })),
      ),
      lost: await Promise.all(
        lost
          .filter(({ reference }) => !told.has(reference))
          .map(async ({ reference, entryId, answeredAt }) => ({
            reference,
            answeredAt,
            entry: await lostEntry(read, entryId, user),
          })),
      ),
      settle: toDecision(may(user, 'file-answers', theArchive)),
    });
  },
  'restoration.file': async ({ unknownJobId, caseId, entryId }) =>
    toReply(
      await fileUnknownJob(context)(await context.session.user(), unknownJobId, { caseId, entryId }),
      (filedAs) => ({ entryId: filedAs }),
    ),
  'restoration.acknowledge': async ({ unknownJobId }) =>
    toReply(await acknowledgeUnknownJob(context)(await context.session.user(), unknownJobId), noValue),
  'restoration.dismiss': async ({ reference }) =>
    toReply(await dismissLostJob(context)(await context.session.user(), reference), noValue),
  'restoration.reopen': async () =>
    toReply(await reopenSending(context)(await context.session.user()), noValue),
});

async function lostEntry(archive: ArchiveReader, entryId: EntryId, user: Actor) {
  const entry = await archive.findEntry(entryId);
  const file = entry && (await archive.findCase(entry.caseId));
  return file && lostEntryView(showEntry(user, entry, file));
}

const lostEntryView = ({
  id,
  caseId,
  recordNumber,
  title,
  withheld,
}: Shown<WithSight<JournalEntry>>): RestorationView['lost'][number]['entry'] => ({
  entryId: id,
  caseId,
  recordNumber,
  title,
  withheld,
});
