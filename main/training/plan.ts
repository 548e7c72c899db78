import type { AdminUnit } from '../../domain/access/admin-unit.ts';
import type { Answer } from '../../domain/answer.ts';
import type {
  AccessCodeId,
  DocumentId,
  DocumentObjectId,
  EntryId,
  Instant,
  JobId,
  LegalBasisId,
  PartyId,
} from '../../domain/basics.ts';
import type { LogRow } from '../../domain/change-log.ts';
import type { DocumentStatus, DocumentType, LinkRole } from '../../domain/code-lists.ts';
import type { Party } from '../../domain/documents.ts';
import type { IdentityNumber } from '../../domain/identity-number.ts';
import type { Clearance } from '../../domain/journal-entry.ts';
import type { User } from '../../domain/roles.ts';
import type { Signer, SigningJob } from '../../domain/signing-job.ts';
import type { CaseChange, NewCase } from '../ports/archive/cases.ts';
import type { ArchiveClass } from '../ports/archive/classes.ts';
import type { NewEntry } from '../ports/archive/entries.ts';
import type { EntryLink } from '../ports/archive/entry-links.ts';
import type { NoteFacts } from '../ports/note-writer.ts';
import type { Letter } from '../ports/pdf-workshop.ts';
import type { LiveAct } from './ingredients.ts';

export type PlannedDocument = {
  readonly id: DocumentId;
  readonly objectId: DocumentObjectId;
  readonly role: LinkRole;
  readonly title: string;
  readonly type: DocumentType;
  readonly status: DocumentStatus;
  readonly fileName: string;
  readonly at: Instant;
  readonly by: string;
  readonly page: { readonly letter: Letter } | PlannedNote;
};

/** The note on an ended job; what the job had merged is known only when it is. */
export type PlannedNote = { readonly outgoing: EntryId; readonly note: Omit<NoteFacts, 'merged'> };

/** A signing job before its file is merged and its identity numbers are sealed. */
export type PlannedJob = Omit<SigningJob, 'merged' | 'signers'> & {
  readonly signers: readonly (Signer & { readonly identityNumber: IdentityNumber })[];
  /** The job has ended, so its identity numbers are taken away again and only the fingerprints stay. */
  readonly purged: boolean;
  readonly live?: LiveAct;
  readonly answer?: Answer;
  readonly log: readonly LogRow[];
};

export type PlannedEntry = {
  readonly entry: NewEntry;
  /** The number the store must give it; it already stands on the drawn pages. */
  readonly recordNumber: string;
  readonly parties: readonly Party[];
  readonly identities: readonly { readonly partyId: PartyId; readonly identityNumber: IdentityNumber }[];
  readonly documents: readonly PlannedDocument[];
  readonly links: readonly EntryLink[];
  readonly clears: readonly { readonly entryId: EntryId; readonly clearance: Clearance }[];
  readonly log: readonly LogRow[];
  readonly job?: PlannedJob;
};

export type PlannedCase = {
  readonly file: NewCase;
  readonly caseNumber: string;
  readonly log: readonly LogRow[];
  /** Made when everything else of the case stands. */
  readonly end?: CaseChange;
};

/** The whole archive, in the order in which it came about. */
export type ArchivePlan = {
  /** Right below the municipality. */
  readonly units: readonly Omit<AdminUnit, 'parentId'>[];
  /** Sections of the law that the screenings rest on. */
  readonly bases: readonly {
    readonly accessCode: AccessCodeId;
    readonly text: string;
    readonly id: LegalBasisId;
  }[];
  readonly users: readonly User[];
  readonly classes: readonly Omit<ArchiveClass, 'hasChildren'>[];
  readonly cases: readonly PlannedCase[];
  readonly entries: readonly PlannedEntry[];
};

/** A job stored as `queued`, and what shall become of it in the local portal. */
export type LiveJob = { readonly jobId: JobId; readonly recordNumber: string; readonly act: LiveAct };

export const liveJobsOf = (plan: Pick<ArchivePlan, 'entries'>): readonly LiveJob[] =>
  plan.entries.flatMap(({ job, recordNumber }) =>
    job?.live ? [{ jobId: job.id, recordNumber, act: job.live }] : [],
  );
