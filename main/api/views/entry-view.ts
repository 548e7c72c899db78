import type { Actor } from '../../../domain/access/actor.ts';
import {
  type Shown,
  showDocuments,
  showEntry,
  showListed,
  showParties,
  type WithSight,
} from '../../../domain/access/shown.ts';
import { guardedEntry } from '../../../domain/access/sight.ts';
import { decideMailing } from '../../../domain/acts/decide-mailing.ts';
import { decideSendingAgain } from '../../../domain/acts/decide-sending-again.ts';
import { decideStatus, stepsOpenTo } from '../../../domain/acts/entry-status.ts';
import { decideCancelling } from '../../../domain/acts/job-acts.ts';
import {
  decideChange,
  decideClearing,
  decideDeleting,
  decideMasking,
  decideOpeningDispatch,
  lockOf,
  type OpenEntry,
} from '../../../domain/acts/open-entry.ts';
import type { EntryId, Instant } from '../../../domain/basics.ts';
import { toDecision } from '../../../domain/decision.ts';
import type { FileKind } from '../../../domain/files.ts';
import type { JournalEntry } from '../../../domain/journal-entry.ts';
import type { EntryView } from '../../../preload/contract/entries.ts';
import type { ArchiveReader } from '../../ports/archive-store.ts';
import type { SigningService } from '../../ports/signing-service.ts';
import { screeningFlawsOf } from '../../usecases/access/screening-flaws.ts';
import { earlierDispatch, laterDispatch } from '../../usecases/dispatch/sent-again.ts';
import { factsOf } from '../../usecases/entries/change-status.ts';
import { documentView, partyView } from './document-views.ts';
import { jobView } from './job-view.ts';
import { entryRowView } from './rows.ts';

export type EntryViewNeeds = {
  readonly archive: ArchiveReader;
  /** Opens a sealed identity number; `undefined` when the key is gone. */
  readonly open: (sealed: Uint8Array) => Promise<string | undefined>;
  /** The training service has pages where its signers read and sign. */
  readonly hasSignerPages: boolean;
  readonly signing: Pick<SigningService, 'remindsOnDemand' | 'noticePlan'>;
  readonly now: Instant;
  readonly takes: () => Promise<readonly FileKind[]>;
};

/** What decides what may be done is the entry as it is; what stands in the view is the entry as it is shown. */
export async function entryView(needs: EntryViewNeeds, opened: OpenEntry, user: Actor): Promise<EntryView> {
  const { archive } = needs;
  const { entry, caseFile } = opened;
  const [parties, identities, documents, jobs, users] = await Promise.all([
    archive.partiesOf(entry.id),
    archive.sealedIdentitiesOf(entry.id),
    archive.documentsOf(entry.id),
    archive.jobsOf(entry.id),
    archive.users(),
  ]);
  const facts = factsOf(opened, parties, documents, 'reason');
  const newest = jobs[0];
  const nameOf = (id: string) => users.find((candidate) => candidate.id === id)?.name ?? '';
  const row = showListed(user, {
    ...entry,
    caseFile,
    parties,
    caseworkerName: nameOf(entry.caseworker),
    documentCount: documents.length,
    ...(newest && { jobState: newest.state, jobFailure: newest.failure }),
  });
  const around = { entry, caseFile, parties, documents };
  return {
    ...entryRowView(row),
    ...entryFields(row),
    clearance: await clearanceView(archive, entry.clearance),
    screeningFlaws: await screeningFlawsOf(archive, entry, needs.now),
    parties: await Promise.all(
      showParties(user, parties, entry, caseFile).map((party) =>
        partyView(party, identities.get(party.id), needs.open),
      ),
    ),
    documents: showDocuments(user, documents, entry, caseFile).map(documentView),
    links: await linkViews(archive, entry.id, user),
    jobs: await Promise.all(jobs.map((job) => jobView(archive, job, around, user, needs))),
    frozen: opened.frozen,
    lock: lockOf(opened, newest?.orderedBy),
    steps: stepsOpenTo(entry, user).map((to) => ({
      to,
      decision: toDecision(decideStatus(entry, to, facts, user)),
    })),
    change: toDecision(decideChange(opened, [], user)),
    dispatch: toDecision(decideOpeningDispatch(opened, user)),
    sendAgain: toDecision(
      decideSendingAgain(opened, newest, (await laterDispatch(archive, entry.id))?.entry, user),
    ),
    again: await againViews(archive, entry.id, user),
    toMany: toDecision(decideMailing(opened, user)),
    remove: toDecision(decideDeleting(opened, jobs, user)),
    mask: toDecision(decideMasking(opened, user)),
    clear: toDecision(decideClearing(opened, user)),
    accepts: extensionsOf(await needs.takes()),
  };
}

const entryFields = (entry: Shown<WithSight<JournalEntry>>) => ({
  publicTitle: entry.publicTitle,
  nonSensitiveTitle: entry.nonSensitiveTitle,
  receivedAt: entry.receivedAt,
  sentAt: entry.sentAt,
  dueOn: entry.dueOn,
  caseworkerId: entry.caseworker,
  adminUnit: entry.adminUnit,
  screening: entry.screening,
  revision: entry.revision,
  createdAt: entry.createdAt,
  createdBy: entry.createdBy,
});

async function clearanceView(
  archive: ArchiveReader,
  clearance: OpenEntry['entry']['clearance'],
): Promise<EntryView['clearance']> {
  if (!clearance) return undefined;
  const byEntry = clearance.byEntry && (await archive.findEntry(clearance.byEntry));
  return {
    way: clearance.way,
    on: clearance.on,
    by: clearance.by,
    byRecordNumber: byEntry ? byEntry.recordNumber : undefined,
  };
}

async function linkViews(archive: ArchiveReader, entryId: EntryId, user: Actor): Promise<EntryView['links']> {
  const links: EntryView['links'][number][] = [];
  for (const link of await archive.linksOf(entryId)) {
    const outward = link.from === entryId;
    // Those that were made of one for many stand in its list of them.
    if (link.kind === 'one-of-many' && !outward) continue;
    const found = await archive.findEntry(outward ? link.to : link.from);
    const itsCase = found && (await archive.findCase(found.caseId));
    if (!found || !itsCase) continue;
    const other = showEntry(user, found, itsCase);
    links.push(linkView(other, linkKinds[link.kind][outward ? 'outward' : 'inward']));
  }
  return links;
}

const linkKinds = {
  answers: { outward: 'answers', inward: 'answered-by' },
  'signing-answer': { outward: 'signing-answer-of', inward: 'signing-answer' },
  'sends-again': { outward: 'sends-again', inward: 'sent-again-by' },
  'one-of-many': { outward: 'one-of-many', inward: 'one-of-many' },
} as const;

async function againViews(
  archive: ArchiveReader,
  entryId: EntryId,
  user: Actor,
): Promise<EntryView['again']> {
  const found = [
    { which: 'earlier', other: await earlierDispatch(archive, entryId) },
    { which: 'later', other: await laterDispatch(archive, entryId) },
  ] as const;
  const views: EntryView['again'][number][] = [];
  for (const { which, other } of found) {
    const caseFile = other && (await archive.findCase(other.entry.caseId));
    if (!other || !caseFile) continue;
    const { entry, newest } = other;
    const cancel = newest && toDecision(decideCancelling(newest, user, guardedEntry(entry, caseFile)));
    views.push({
      which,
      entryId: entry.id,
      recordNumber: entry.recordNumber,
      ...(newest && cancel && { job: { id: newest.id, state: newest.state, cancel } }),
    });
  }
  return views;
}

const linkView = (
  { id, recordNumber, title, withheld }: Shown<WithSight<JournalEntry>>,
  kind: EntryView['links'][number]['kind'],
): EntryView['links'][number] => ({ entryId: id, recordNumber, title, withheld, kind });

const extensions: Readonly<Record<FileKind, readonly string[]>> = {
  pdf: ['.pdf'],
  png: ['.png'],
  jpeg: ['.jpg', '.jpeg'],
  docx: ['.docx'],
  odt: ['.odt'],
  unknown: [],
};
const extensionsOf = (kinds: readonly FileKind[]): string[] => kinds.flatMap((kind) => extensions[kind]);
