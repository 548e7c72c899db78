import type { CalendarDate } from '../../domain/basics.ts';
import type {
  CaseStatus,
  ClearanceWay,
  DocumentType,
  EntryStatus,
  EntryType,
} from '../../domain/code-lists.ts';
import type { Disposal } from '../../domain/disposal.ts';
import type { IdentityNumber } from '../../domain/identity-number.ts';
import type { Role } from '../../domain/roles.ts';
import type { Screening } from '../../domain/screening.ts';
import type { FailureReason } from '../../domain/signing-job.ts';

type Address = { readonly address: string; readonly postalCode: string; readonly postalPlace: string };

/** A synthetic person: `number` is an identity number with month + 80. */
export type TrainingPerson = Address & {
  readonly name: string;
  readonly number: IdentityNumber;
  readonly email?: string | undefined;
};
export type TrainingFirm = Address & {
  readonly name: string;
  readonly organisationNumber: string;
  readonly email?: string | undefined;
  /** Key of the person who signs for it. */
  readonly signedBy?: string | undefined;
};
/** `key` is the initials; everything else in the ingredients names the user by them. */
export type TrainingUser = {
  readonly initials: string;
  readonly name: string;
  readonly title: string;
  readonly adminUnit: string;
  readonly roles: readonly Role[];
};

/**
 * The running text of one kind of document. Each item is a paragraph, or several of which one is chosen for each
 * document. `{text}` alone stands for the document's own paragraphs; other names in braces are filled from its facts.
 */
export type LetterForm = {
  readonly language: 'nb' | 'nn';
  readonly type: DocumentType;
  readonly body: readonly (string | readonly string[])[];
  readonly signatures: readonly string[];
};

export type LetterFacts = Readonly<Record<string, string>>;

export type TrainingDocument = {
  readonly form: string;
  /** The entry's title, where left out. */
  readonly title?: string | undefined;
  readonly text: readonly string[];
  readonly facts: LetterFacts;
  readonly unfinished: boolean;
};

/** What the local portal shall be made to do with a job that the first start sends. */
export type LiveAct = 'leave-waiting' | 'sign-all' | 'sign-first' | 'reject-first';

export type TrainingJob = {
  /** `2026-11-12T09:15`, in UTC. */
  readonly at: string;
  readonly message: string;
  readonly deadlineDays: number;
  /** Keys of persons or firms among the entry's recipients, with the group each signs in. */
  readonly signers: readonly { readonly party: string; readonly group: number }[];
  readonly became:
    | { readonly live: LiveAct }
    | {
        readonly failure: Exclude<FailureReason, 'other'>;
        readonly at: string;
        /** Position of the signer who decided it; those before have signed. */
        readonly decidedBy: number;
        /** Left in the basket of answers that cannot be delivered. */
        readonly waits: boolean;
        /** When the answer was taken note of; until then it is an arrear. */
        readonly handled?: CalendarDate | undefined;
      }
    | { readonly fault: string; readonly detail: string; readonly at: string };
};

export type TrainingEntry = {
  /** Unique in the case. */
  readonly key: string;
  readonly type: EntryType;
  readonly status: EntryStatus;
  /** Words in `[[ ]]` are left out of the public title. */
  readonly title: string;
  readonly nonSensitiveTitle?: string | undefined;
  /** Document date; of an incoming entry it is received `days` later. */
  readonly date: CalendarDate;
  readonly days: number;
  readonly dueOn?: CalendarDate | undefined;
  readonly caseworker?: string | undefined;
  /** Keys of persons, firms or users (initials); `EK:` before it makes it a copy recipient. */
  readonly parties: readonly string[];
  readonly screening?: string | undefined;
  /** Keys of entries in the same case that this one answers. */
  readonly answers: readonly string[];
  readonly cleared?: { readonly way: ClearanceWay; readonly on: CalendarDate } | undefined;
  readonly documents: readonly TrainingDocument[];
  readonly job?: TrainingJob | undefined;
};

export type TrainingCase = {
  readonly key: string;
  readonly title: string;
  readonly status: CaseStatus;
  readonly date: CalendarDate;
  readonly closed?: CalendarDate | undefined;
  readonly owner: string;
  readonly classCode: string;
  readonly language: 'nb' | 'nn';
  readonly screening?: string | undefined;
  readonly facts: LetterFacts;
  readonly entries: readonly TrainingEntry[];
};

/** Everything the training archive is made of; hand-written files in `resources/training`. */
export type Ingredients = {
  readonly municipality: Address & { readonly name: string; readonly organisationNumber: string };
  readonly users: readonly TrainingUser[];
  readonly classes: readonly {
    readonly code: string;
    readonly title: string;
    readonly parent?: string | undefined;
    readonly disposal?: Disposal | undefined;
  }[];
  readonly persons: Readonly<Record<string, TrainingPerson>>;
  readonly firms: Readonly<Record<string, TrainingFirm>>;
  readonly screenings: Readonly<Record<string, Screening>>;
  readonly forms: Readonly<Record<string, LetterForm>>;
  readonly cases: readonly TrainingCase[];
};
