import type { Instant } from './basics.ts';
import { codesOf, isCode } from './codes.ts';
import { revealGrounds } from './reveal-reason.ts';
import { roles } from './roles.ts';
import { numberFindings } from './screening.ts';
import { reportWords } from './signature-report.ts';
import { failureReasons, signerStates } from './signing-job.ts';
import { dropReasons, successionKinds } from './succession.ts';

export const logSubjects = ['case', 'entry', 'document', 'job', 'answer', 'policy', 'user'] as const;
export type LogSubject = (typeof logSubjects)[number];

/** Why nobody knows whether the service took a job. */
export const uncertainties = ['answer-lost', 'interrupted', 'fault'] as const;
export type Uncertainty = (typeof uncertainties)[number];

/** The lists of access, and what of an item on them changes. */
export const accessListNames = [
  'unit',
  'access-code',
  'legal-basis',
  'access-group',
  'default-screening',
] as const;
export const accessFields = ['name', 'parent', 'bases', 'members', 'until', 'merged', 'screening'] as const;

/**
 * Every event that the change log can hold, with the kind of each of its facts: `text`, `texts` (a list), or the list
 * of codes that it is one of. Sentences about them stand in the texts, in each language.
 */
export const logFacts = {
  /** A value of the archive's own metadata. `field` is the name Noark gives it, or ours where Noark has none. */
  'field-changed': { field: 'text', before: 'text', after: 'text' },
  /** Somebody saw a person's whole identity number. `words`: what they wrote beside the ground. */
  'identity-shown': { whose: 'text', ground: revealGrounds, words: 'text' },
  /** Nedgradering, with what it opened; the values before and after stand in rows of their own. */
  'screening-loosened': { opened: 'texts' },
  /** An entry that was open took the screening its case was given. */
  'screening-from-case': { case: 'text' },
  /** The documents are kept from the public, since the file shows identity numbers or cannot be read. */
  'screened-for-numbers': { file: numberFindings },
  /** Past the freeze: the parties became those the job was sent to. */
  'parties-corrected': { before: 'texts', after: 'texts' },
  /** The document centre has let the parties stand though the job was sent to others. */
  'parties-left': { reason: 'text' },
  'job-ordered': { signers: 'texts' },
  /** Whoever ordered the job has the right to send these, though their owner has limited the use of the files. */
  'rights-confirmed': { documents: 'texts' },
  'job-sent': { serviceJobId: 'text' },
  'job-refused': { fault: 'text' },
  'job-uncertain': { why: uncertainties },
  'job-found': { serviceJobId: 'text' },
  'job-declared-unsent': {},
  'job-withdrawn': {},
  'job-cancel-requested': {},
  'job-cancel-too-late': {},
  'job-cancel-reason': { reason: 'text' },
  /** Somebody has dealt with what came to nothing; `comment` may be empty. */
  'job-followed-up': { comment: 'text' },
  'job-follow-up-undone': {},
  /** The job shall be cancelled and followed by another, with this many days. */
  'succession-planned': { kind: successionKinds, days: 'text' },
  'replacement-planned': { before: 'text', after: 'text' },
  'succession-dropped': { kind: successionKinds, why: dropReasons },
  /** Of the job that follows: `signed` had signed the one before, and are asked again. */
  'job-succeeds': { kind: successionKinds, signed: 'texts' },
  'signers-reminded': { signers: 'texts' },
  'sent-again': { entry: 'text' },
  'sends-again': { entry: 'text' },
  /** To `count` persons, each on an entry of their own. */
  'mailing-started': { count: 'text' },
  'mailing-given-up': { left: 'text' },
  'one-of-many': { entry: 'text' },
  'signer-changed': { signer: 'text', before: signerStates, after: signerStates },
  'job-completed': {},
  'job-failed': { failure: failureReasons },
  'signers-unknown': { count: 'text' },
  'answer-doubted': { doubts: 'texts' },
  'answer-kept-waiting': {},
  'answer-filed-unverified': {},
  'answer-declared-lost': {},
  'answer-filed': { entry: 'text' },
  /** `version` is the original's; the words that were hidden are nowhere told. */
  'public-variant-made': { version: 'text', marks: 'text' },
  'signature-controlled': { word: reportWords },
  /** Worse than what was known before; the document centre is told. */
  'signature-worsened': { word: reportWords },
  'signature-worsening-settled': {},
  /** A new version with a time stamp around the evidence. */
  'signature-renewed': { version: 'text', authority: 'text' },
  /** `before` and `after` are the sizes of the file, in bytes. */
  'images-made-smaller': { version: 'text', images: 'text', before: 'text', after: 'text' },
  'version-chosen': { version: 'text', earlier: 'text' },
  /** The archive is older than what is known beside it: `jobs` that were sent are not in it. */
  'archive-restored': { jobs: 'text' },
  /** Numbers up to `last` were given before, to what is no longer in the archive. */
  'numbers-skipped': { scope: 'text', last: 'text' },
  'sending-reopened': {},
  'unknown-job-acknowledged': { serviceJobId: 'text' },
  'unknown-job-filed': { serviceJobId: 'text' },
  'lost-job-dismissed': { reference: 'text' },
  'documents-deleted': {},
  'documents-not-deleted': { fault: 'text' },
  /** `name` is what the item was called when this happened. */
  'access-item-added': { list: accessListNames, name: 'text' },
  'access-item-changed': {
    list: accessListNames,
    name: 'text',
    field: accessFields,
    before: 'text',
    after: 'text',
  },
  'role-given': { role: roles, unit: 'text', from: 'text', to: 'text' },
  'role-taken': { role: roles, unit: 'text', from: 'text', to: 'text' },
  'clearance-given': { accessCode: 'text', unit: 'text', from: 'text', to: 'text' },
  'clearance-taken': { accessCode: 'text', unit: 'text', from: 'text', to: 'text' },
  /** Whoever looks after clearances gave one to themself. */
  'cleared-oneself': { accessCode: 'text', unit: 'text' },
  'group-joined': { group: 'text' },
  'group-left': { group: 'text' },
  'deputy-set': { deputy: 'text', deputyOf: 'text', from: 'text', to: 'text' },
  'deputy-set-with-clearances': { deputy: 'text', deputyOf: 'text', from: 'text', to: 'text' },
  'deputy-ended': { deputy: 'text', deputyOf: 'text' },
  /** `on`: the day it was planned for. */
  'take-over-planned': { from: 'text', to: 'text', on: 'text' },
  'take-over-withdrawn': { from: 'text', to: 'text', on: 'text' },
  'take-over-done': { from: 'text', to: 'text', on: 'text' },
  'take-over-failed': { from: 'text', to: 'text', on: 'text' },
  'access-reviewed': {},
} as const satisfies Readonly<Record<string, Readonly<Record<string, FactKind>>>>;

export type FactKind = 'text' | 'texts' | readonly string[];
type FactValue<Kind> = Kind extends 'text'
  ? string
  : Kind extends 'texts'
    ? readonly string[]
    : Kind extends readonly (infer Code)[]
      ? Code
      : never;

export type LogCode = keyof typeof logFacts;
export type LogFacts<Code extends LogCode> = {
  readonly [Fact in keyof (typeof logFacts)[Code]]: FactValue<(typeof logFacts)[Code][Fact]>;
};
export type LogEvent = {
  readonly [Code in LogCode]: { readonly code: Code; readonly facts: LogFacts<Code> };
}[LogCode];

/** One row of the endringslogg: what happened to what, when and by whom. */
export type LogRow = LogEvent & {
  readonly subject: LogSubject;
  readonly subjectId: string;
  /** Of the entry that the row is about, in the log of a case as it is read. */
  readonly recordNumber?: string;
  readonly at: Instant;
  readonly by: string;
};

/** Stands for a value that is empty, since the export may hold no empty element. */
export const blank = '(tom)';
export const shown = (value: string | number | boolean | undefined): string =>
  value === undefined || value === '' ? blank : String(value);

export const fieldChanged = (field: string, before: string, after: string): LogEvent => ({
  code: 'field-changed',
  facts: { field, before, after },
});

/** What was stored as `code` and `facts`, or nothing where they are no event of {@link logFacts}. */
export function readLogEvent(code: string, facts: unknown): LogEvent | undefined {
  const event = { code, facts };
  return isLogEvent(event) ? event : undefined;
}

function isLogEvent(event: { readonly code: string; readonly facts: unknown }): event is LogEvent {
  const { code, facts } = event;
  if (!isCode(codesOf(logFacts), code) || typeof facts !== 'object' || facts === null) return false;
  const wanted: Readonly<Record<string, FactKind>> = logFacts[code];
  return Object.entries(wanted).every(([fact, kind]) => isFact(Reflect.get(facts, fact), kind));
}

const isText = (value: unknown): value is string => typeof value === 'string';
function isFact(value: unknown, kind: FactKind): boolean {
  if (kind === 'text') return isText(value);
  if (kind === 'texts') return Array.isArray(value) && value.every(isText);
  return isText(value) && kind.includes(value);
}
