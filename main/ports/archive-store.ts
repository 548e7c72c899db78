import type { Answer } from '../../domain/answer.ts';
import type {
  AnswerId,
  CaseId,
  ClassId,
  DocumentId,
  DocumentObjectId,
  EntryId,
  Instant,
  JobId,
  PartyId,
  Sha256,
  SignerId,
  UserId,
} from '../../domain/basics.ts';
import type { CaseFile } from '../../domain/case-file.ts';
import type { LogRow } from '../../domain/change-log.ts';
import type { CaseStatus, DocumentType, LinkRole } from '../../domain/code-lists.ts';
import type { Disposal } from '../../domain/disposal.ts';
import type { DocumentObject, EntryDocument, Party } from '../../domain/documents.ts';
import type { JournalEntry } from '../../domain/journal-entry.ts';
import type { SigningPolicy } from '../../domain/limits.ts';
import type { User } from '../../domain/roles.ts';
import type { Signer, SigningJob } from '../../domain/signing-job.ts';

export type ArchiveClass = {
  readonly id: ClassId;
  readonly code: string;
  readonly title: string;
  readonly parentId?: ClassId;
  readonly hasChildren: boolean;
  /** Its own; absent where it has what the class above has. */
  readonly disposal?: Disposal;
};
export type ArchiveIdentity = {
  readonly id: string;
  readonly kind: 'training' | 'production';
  readonly title: string;
  readonly recordCreator: { readonly name: string; readonly organisationNumber: string };
};

export type CaseQuery = {
  /**
   * Words that must all be found in number, title, parties, entries or running numbers; empty = all. A word is found by
   * its beginning, a number only whole; `*` truncates at either end. Case does not count, and `aa` is `å`.
   */
  readonly text: string;
  readonly statuses: readonly CaseStatus[];
  readonly caseOwner?: UserId;
  /** Numbers and changes newest first, titles in Norwegian order. */
  readonly orderBy: 'number' | 'title' | 'changed';
  readonly offset: number;
  readonly limit: number;
};
export type CaseRow = CaseFile & {
  readonly entryCount: number;
  readonly changedAt: Instant;
  readonly ownerName: string;
  readonly classCode: string;
};

/** A journal entry with what a list shows of it. */
export type EntryRow = JournalEntry & {
  readonly caseNumber: string;
  readonly caseTitle: string;
  readonly caseworkerName: string;
  /** Senders of an incoming, recipients of an outgoing entry, joined with `, `. */
  readonly partyNames: string;
  readonly documentCount: number;
  /** State of the newest signing job, if any. */
  readonly jobState?: SigningJob['state'];
  readonly jobFailure?: SigningJob['failure'];
};

/** Two entries that belong together. `answers`: `from` is the answer to `to`. */
export type EntryLink = {
  readonly from: EntryId;
  readonly to: EntryId;
  readonly kind: 'answers' | 'signing-answer';
};

export type BasketId =
  | 'my-drafts'
  | 'arrears'
  | 'unregistered'
  | 'to-approve'
  | 'sending'
  | 'out-for-signing'
  | 'failed-dispatch'
  | 'signed'
  | 'refused'
  | 'undeliverable';

export interface ArchiveReader {
  identity(): Promise<ArchiveIdentity>;
  policy(): Promise<SigningPolicy>;
  users(): Promise<readonly User[]>;
  findUser(id: UserId): Promise<User | undefined>;
  classes(): Promise<readonly ArchiveClass[]>;

  findCase(id: CaseId): Promise<CaseFile | undefined>;
  findCaseByNumber(caseNumber: string): Promise<CaseFile | undefined>;
  searchCases(query: CaseQuery): Promise<{ readonly rows: readonly CaseRow[]; readonly total: number }>;

  findEntry(id: EntryId): Promise<JournalEntry | undefined>;
  /** By record number, `2026/12-3`, or running number, `25/2026`. */
  findEntryByNumber(number: string): Promise<JournalEntry | undefined>;
  /** Newest first. `total` counts all that match. `text` filters title, parties and numbers. */
  entriesOf(
    caseId: CaseId,
    page: { readonly text: string; readonly offset: number; readonly limit: number },
  ): Promise<{ readonly rows: readonly EntryRow[]; readonly total: number }>;
  partiesOf(entryId: EntryId): Promise<readonly Party[]>;
  /** Parties that were given an identity number, and the sealed number. */
  sealedIdentitiesOf(entryId: EntryId): Promise<ReadonlyMap<PartyId, Uint8Array>>;
  documentsOf(entryId: EntryId): Promise<readonly EntryDocument[]>;
  findDocumentObject(
    id: DocumentObjectId,
  ): Promise<{ readonly object: DocumentObject; readonly entryId: EntryId } | undefined>;
  /** Links in either direction. */
  linksOf(entryId: EntryId): Promise<readonly EntryLink[]>;
  /** The dispatch dialog as the clerk left it, sealed because it holds identity numbers. */
  findDraftOrder(entryId: EntryId): Promise<Uint8Array | undefined>;

  readFile(sha256: Sha256): Promise<Uint8Array | undefined>;

  findJob(id: JobId): Promise<SigningJob | undefined>;
  findJobByReference(reference: string): Promise<SigningJob | undefined>;
  findJobByServiceId(serviceJobId: string): Promise<SigningJob | undefined>;
  /** Newest first. */
  jobsOf(entryId: EntryId): Promise<readonly SigningJob[]>;
  runningJobsIn(caseId: CaseId): Promise<readonly SigningJob[]>;
  jobsIn(states: readonly SigningJob['state'][]): Promise<readonly SigningJob[]>;
  /** Jobs whose answer is filed and was confirmed by then, and whose documents still lie at the service. */
  jobsToDelete(confirmedBefore: Instant): Promise<readonly SigningJob[]>;
  /** Sealed identity numbers of a job's signers; empty once purged. */
  sealedSigners(jobId: JobId): Promise<ReadonlyMap<SignerId, Uint8Array>>;
  /** Newest outcome per fingerprint among earlier jobs: who was reserved or had no contact data. */
  knownReach(fingerprints: readonly string[]): Promise<ReadonlyMap<string, 'reserved' | 'without-contact'>>;
  findAnswerOf(jobId: JobId): Promise<Answer | undefined>;
  findAnswer(id: AnswerId): Promise<Answer | undefined>;
  /** Stored but not filed, oldest first. */
  unfiledAnswers(): Promise<readonly Answer[]>;
  /** When the service next allows polling `queue`. */
  nextPollAt(queue: string): Promise<Instant | undefined>;

  basketCounts(user: User): Promise<ReadonlyMap<BasketId, number>>;
  basket(
    id: BasketId,
    user: User,
    page: { readonly offset: number; readonly limit: number },
  ): Promise<{ readonly rows: readonly EntryRow[]; readonly total: number }>;
  recentCases(user: User, limit: number): Promise<readonly CaseRow[]>;

  /** Newest first; of a case with everything in it, or of one entry with its documents and jobs. */
  logOf(
    subject: { readonly caseId: CaseId } | { readonly entryId: EntryId },
    page: { readonly offset: number; readonly limit: number },
  ): Promise<readonly LogRow[]>;
  caseBalance(caseId: CaseId): Promise<{
    readonly unfinishedEntries: number;
    readonly runningJobs: number;
    readonly unfinishedDocuments: number;
  }>;
}

export type NewCase = Omit<CaseFile, 'year' | 'sequence' | 'caseNumber' | 'closedAt' | 'closedBy'>;
export type NewEntry = Omit<
  JournalEntry,
  'journalYear' | 'journalSequence' | 'entryNumber' | 'recordNumber' | 'revision' | 'everFinal'
>;
export type NewJob = Omit<SigningJob, 'signers'> & {
  readonly signers: readonly (Signer & {
    readonly sealedIdentity: Uint8Array;
    readonly fingerprint: string;
  })[];
};
/** Fields given as `undefined` are emptied; fields left out stay. */
export type CaseChange = Partial<
  Pick<
    CaseFile,
    | 'title'
    | 'publicTitle'
    | 'status'
    | 'adminUnit'
    | 'caseOwner'
    | 'classId'
    | 'screening'
    | 'closedAt'
    | 'closedBy'
  >
>;
export type EntryChange = Partial<
  Pick<
    JournalEntry,
    | 'type'
    | 'status'
    | 'title'
    | 'publicTitle'
    | 'nonSensitiveTitle'
    | 'journalDate'
    | 'documentDate'
    | 'receivedAt'
    | 'sentAt'
    | 'dueOn'
    | 'caseworker'
    | 'adminUnit'
    | 'screening'
    | 'clearance'
  >
>;
export type JobUpdate = Partial<Omit<SigningJob, 'id' | 'entryId' | 'signers' | 'reference' | 'merged'>>;

/** What a transaction may do besides reading. Nothing outside the archive is awaited inside it. */
export interface ArchiveWriter extends ArchiveReader {
  /** Gives the case its number: the next of `caseDate`'s year. */
  addCase(file: NewCase): Promise<CaseFile>;
  changeCase(id: CaseId, change: CaseChange): Promise<CaseFile>;
  /** Gives the entry its running number and its number in the case; none is ever used again. */
  addEntry(entry: NewEntry): Promise<JournalEntry>;
  /** Adds one to the revision. `everFinal` is set by the store from the status. */
  changeEntry(id: EntryId, change: EntryChange): Promise<JournalEntry>;
  /** Deletes an entry that is still R and never was final; its numbers stay used. */
  deleteEntry(id: EntryId): Promise<void>;
  setParties(entryId: EntryId, parties: readonly Party[]): Promise<void>;
  setSealedIdentity(partyId: PartyId, sealed: Uint8Array | undefined): Promise<void>;
  addLink(link: EntryLink): Promise<void>;

  /** Writes the bytes under their digest; the same bytes twice are stored once. */
  putFile(sha256: Sha256, bytes: Uint8Array, at: Instant): Promise<void>;
  /** The file must have been put before. Attachments are numbered after those that are there. */
  addDocument(
    entryId: EntryId,
    document: {
      readonly id: DocumentId;
      readonly role: LinkRole;
      readonly title: string;
      readonly type: DocumentType;
      readonly status: EntryDocument['status'];
      readonly at: Instant;
      readonly by: string;
    },
    objects: readonly DocumentObject[],
  ): Promise<void>;
  /** Adds a new version (or variant) to a document. */
  addDocumentObject(documentId: DocumentId, object: DocumentObject): Promise<void>;
  changeDocument(
    documentId: DocumentId,
    change: Partial<Pick<EntryDocument, 'title' | 'type' | 'status'>>,
  ): Promise<void>;
  /** Unlinks a document from an entry that may still change and closes the gap in the numbers. */
  removeDocument(entryId: EntryId, documentId: DocumentId): Promise<void>;
  /** All documents of the entry in their new order; the first becomes the main document. */
  orderDocuments(entryId: EntryId, order: readonly DocumentId[]): Promise<void>;
  setDraftOrder(entryId: EntryId, sealed: Uint8Array | undefined, at: Instant): Promise<void>;

  /** Refuses (throws {@link JobAlreadyRunning}) a second running job for the same entry. */
  addJob(job: NewJob): Promise<void>;
  changeJob(id: JobId, change: JobUpdate): Promise<void>;
  changeSigner(id: SignerId, change: Pick<Signer, 'state' | 'serviceState' | 'since'>): Promise<void>;
  /** Takes the identity numbers of a job and of its entry's parties away; the fingerprints stay. */
  purgeIdentities(jobId: JobId): Promise<void>;
  /** One answer per job: a second one throws {@link AnswerAlreadyStored}. */
  addAnswer(answer: Answer): Promise<void>;
  changeAnswer(id: AnswerId, change: Partial<Pick<Answer, 'filedAs' | 'confirmedAt'>>): Promise<void>;
  setNextPollAt(queue: string, at: Instant): Promise<void>;

  setPolicy(policy: SigningPolicy): Promise<void>;
  addUser(user: User): Promise<void>;
  changeUser(user: User): Promise<void>;
  addClass(item: Omit<ArchiveClass, 'hasChildren'>): Promise<void>;
  log(row: LogRow): Promise<void>;
}

/** The archive. Reading sees committed state; a change is one transaction that is kept whole or not at all. */
export interface ArchiveStore {
  readonly read: ArchiveReader;
  change<T>(work: (archive: ArchiveWriter) => Promise<T>): Promise<T>;
  /** A consistent copy of the whole archive while it is in use. */
  backup(path: string): Promise<void>;
  close(): Promise<void>;
}

export class JobAlreadyRunning extends Error {}
export class AnswerAlreadyStored extends Error {}
/** Disk full, file locked, or the file is no archive: `kind` says what to do about it. */
export class StoreFault extends Error {
  readonly kind: 'disk-full' | 'locked' | 'not-an-archive' | 'newer-archive' | 'damaged' | 'read-only';
  constructor(kind: StoreFault['kind'], cause?: unknown) {
    super(kind, { cause });
    this.kind = kind;
  }
}
