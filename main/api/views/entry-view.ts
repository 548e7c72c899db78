import type { Instant, PartyId } from '../../../domain/basics.ts';
import { toDecision } from '../../../domain/decision.ts';
import {
  currentObject,
  type DocumentObject,
  type EntryDocument,
  type Party,
  publicVariant,
} from '../../../domain/documents.ts';
import { decideStatus, stepsOpenTo } from '../../../domain/entry-status.ts';
import type { FileKind } from '../../../domain/files.ts';
import { maskedIdentityNumber } from '../../../domain/identity-digits.ts';
import { isArrear, runningNumber } from '../../../domain/journal-entry.ts';
import {
  decideClearing,
  decideDeleting,
  decideMasking,
  decideOpeningDispatch,
  lockOf,
  type OpenEntry,
} from '../../../domain/open-entry.ts';
import type { User } from '../../../domain/roles.ts';
import type { EntryView } from '../../../preload/contract/entries.ts';
import type { EntryDocumentView, PartyView } from '../../../preload/contract/views.ts';
import type { ArchiveReader } from '../../ports/archive-store.ts';
import { factsOf } from '../../usecases/entries/change-status.ts';
import { jobView } from './job-view.ts';

export type EntryViewNeeds = {
  readonly archive: ArchiveReader;
  /** Opens a sealed identity number; `undefined` when the key is gone. */
  readonly open: (sealed: Uint8Array) => Promise<string | undefined>;
  /** The training service has pages where its signers read and sign. */
  readonly hasSignerPages: boolean;
  readonly now: Instant;
  readonly takes: () => Promise<readonly FileKind[]>;
};

export async function entryView(needs: EntryViewNeeds, opened: OpenEntry, user: User): Promise<EntryView> {
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
  return {
    id: entry.id,
    caseId: entry.caseId,
    caseNumber: caseFile.caseNumber,
    caseTitle: caseFile.title,
    recordNumber: entry.recordNumber,
    entryNumber: entry.entryNumber,
    runningNumber: runningNumber(entry),
    type: entry.type,
    status: entry.status,
    title: entry.title,
    publicTitle: entry.publicTitle,
    nonSensitiveTitle: entry.nonSensitiveTitle,
    journalDate: entry.journalDate,
    documentDate: entry.documentDate,
    receivedAt: entry.receivedAt,
    sentAt: entry.sentAt,
    dueOn: entry.dueOn,
    partyNames: parties.map((party) => party.name).join(', '),
    caseworkerId: entry.caseworker,
    caseworkerName: nameOf(entry.caseworker),
    adminUnit: entry.adminUnit,
    documentCount: documents.length,
    screened: entry.screening !== undefined,
    screening: entry.screening,
    clearance: await clearanceView(archive, entry.clearance),
    arrear: isArrear(entry),
    job: newest && { state: newest.state, failure: newest.failure },
    revision: entry.revision,
    createdAt: entry.createdAt,
    createdBy: entry.createdBy,
    parties: await Promise.all(
      parties.map((party) => partyView(party, identities.get(party.id), needs.open)),
    ),
    documents: documents.map(documentView),
    links: await linkViews(archive, entry.id),
    jobs: await Promise.all(jobs.map((job) => jobView(archive, job, user, needs.hasSignerPages, needs.now))),
    frozen: opened.frozen,
    lock: lockOf(opened, newest?.orderedBy),
    steps: stepsOpenTo(entry, user).map((to) => ({
      to,
      decision: toDecision(decideStatus(entry, to, facts, user)),
    })),
    dispatch: toDecision(decideOpeningDispatch(opened, user)),
    remove: toDecision(decideDeleting(opened, jobs, user)),
    mask: toDecision(decideMasking(opened, user)),
    clear: toDecision(decideClearing(opened, user)),
    accepts: extensionsOf(await needs.takes()),
  };
}

async function partyView(
  party: Party & { readonly id: PartyId },
  sealed: Uint8Array | undefined,
  open: EntryViewNeeds['open'],
): Promise<PartyView> {
  const digits = sealed && (await open(sealed));
  return { ...party, maskedIdentity: digits && maskedIdentityNumber(digits) };
}

const documentView = (document: EntryDocument): EntryDocumentView => {
  const current = currentObject(document);
  const variant = publicVariant(document);
  return {
    id: document.id,
    role: document.role,
    number: document.number,
    title: document.title,
    type: document.type,
    finished: document.status === 'F',
    createdAt: document.createdAt,
    createdBy: document.createdBy,
    current: current && objectView(current),
    publicVariant: variant && { ...variant, object: objectView(variant.object) },
    objects: document.objects.map(objectView),
  };
};
export const objectView = (object: DocumentObject): EntryDocumentView['objects'][number] => ({
  ...object,
  signature: object.signature,
  url: `/files/object/${object.id}`,
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

async function linkViews(
  archive: ArchiveReader,
  entryId: OpenEntry['entry']['id'],
): Promise<EntryView['links']> {
  const links: EntryView['links'][number][] = [];
  for (const link of await archive.linksOf(entryId)) {
    const outward = link.from === entryId;
    const other = await archive.findEntry(outward ? link.to : link.from);
    if (!other) continue;
    const kind =
      link.kind === 'answers'
        ? outward
          ? 'answers'
          : 'answered-by'
        : outward
          ? 'signing-answer-of'
          : 'signing-answer';
    links.push({ entryId: other.id, recordNumber: other.recordNumber, title: other.title, kind });
  }
  return links;
}

const extensions: Readonly<Record<FileKind, readonly string[]>> = {
  pdf: ['.pdf'],
  png: ['.png'],
  jpeg: ['.jpg', '.jpeg'],
  docx: ['.docx'],
  odt: ['.odt'],
  unknown: [],
};
const extensionsOf = (kinds: readonly FileKind[]): string[] => kinds.flatMap((kind) => extensions[kind]);
