import { codesOf } from './codes.ts';
import { type Coded, type FactsOf, isCoded, maybeText, number, type Shape, text } from './facts.ts';

/**
 * Every way in which Segl says no, and the facts that make its sentence concrete. A new one does not compile until each
 * language has a sentence for it.
 */
export const refusalFacts = {
  // the door
  'invalid-input': { field: text },
  'unknown-method': {},
  internal: {},
  /** What is under way is finished, and nothing new is begun. */
  closing: {},
  // the window hears nothing from the archive
  'connection-lost': {},
  'not-found': {},
  // the archive
  'not-allowed': {},
  'no-unit': {},
  'not-at-top': {},
  'other-unit': {},
  'not-cleared': { code: text },
  'not-in-group': {},
  'unit-twice': { unit: text },
  'unit-in-itself': { unit: text },
  'unit-has-units': { unit: text, count: number },
  'unit-closed': { unit: text },
  'code-twice': { code: text },
  'bases-missing': {},
  'basis-twice': { basis: text },
  'group-twice': { group: text },
  'dates-reversed': { from: text, to: text },
  'date-past': { to: text },
  'right-twice': { unit: text },
  'own-owner-role': {},
  'deputy-for-oneself': {},
  'deputy-twice': { deputy: text },
  'not-ones-clearances': {},
  'default-twice': {},
  'review-done': {},
  'access-code-unknown': { code: text },
  'access-code-withdrawn': { code: text },
  'legal-basis-unknown': { basis: text },
  'legal-basis-repealed': { basis: text },
  'access-group-unknown': {},
  'nothing-screened': {},
  // what is chosen leaves it on the list
  'still-flawed': {},
  'public-title-unfit': {},
  // the person has not been told what it opens
  'loosening-unconfirmed': {},
  'case-closed': { case: text },
  'case-open': { case: text },
  'entries-unfinished': { count: number },
  'signing-running': { count: number },
  'documents-unfinished': { count: number },
  'changed-meanwhile': { entry: text },
  'field-frozen': { field: text, status: text },
  'step-unknown': { from: text, to: text },
  'must-be-dispatched': {},
  'locked-by-dispatch': {},
  'title-missing': {},
  'recipient-missing': {},
  'sender-missing': {},
  'main-document-missing': {},
  'screening-undecided': {},
  'reason-missing': {},
  'arrear-open': {},
  'archive-format-missing': {},
  'never-deletable': { entry: text },
  'not-own-draft': { entry: text },
  'receiver-without-role': { user: text },
  'class-has-children': { code: text },
  'already-cleared': { entry: text },
  'parties-settled': { entry: text },
  'policy-out-of-bounds': { field: text, min: number, max: number },
  // setting up
  'archive-not-set-up': { language: text, theme: text },
  'archive-exists': {},
  // `archive`: the id of the one that was last open here
  'archive-missing': { language: text, theme: text, archive: text, title: text, folder: text },
  'user-not-chosen': { language: text, theme: text },
  /** `reason` and `recoverable` («yes» or «no») are what the screen of a locked vault explains. */
  'vault-locked': { reason: text, recoverable: maybeText, language: maybeText, theme: maybeText },
  'recovery-key-missing': {},
  'recovery-key-misspelt': {},
  'recovery-key-wrong': {},
  'governed-by-policy': {},
  'name-missing': {},
  'role-missing': {},
  'last-system-owner': {},
  'class-unreadable': { line: number },
  'class-twice': { code: text },
  'classes-missing': {},
  'service-is-training': {},
  'service-in-use': { count: number },
  'certificate-missing': {},
  'certificate-unreadable': {},
  'certificate-expired': { on: text },
  'certificate-key-missing': {},
  'certificate-key-unreadable': {},
  'certificate-key-mismatch': {},
  'certificate-key-not-rsa': {},
  'certificate-not-pkcs12': {},
  'certificate-passphrase-wrong': {},
  'certificate-legacy-cipher': { certificateCommand: text, keyCommand: text },
  'anchor-unreadable': {},
  // files
  'file-missing': { file: maybeText },
  'file-too-large': { file: maybeText, max: number },
  'file-empty': { file: text },
  'file-kind-unknown': { file: text },
  'file-name-mismatch': { file: text },
  'file-encrypted': { file: text },
  'file-damaged': { file: text },
  'file-no-pages': { file: text },
  'file-too-heavy': { file: text },
  'file-signed': { file: text },
  'file-converter-missing': { file: text },
  'file-conversion-failed': { file: text },
  // control of signatures
  'control-empty': { file: text },
  'control-not-signed-kind': { file: text },
  'control-encrypted': { file: text },
  'control-damaged': { file: text },
  'control-too-heavy': { file: text },
  'control-other-xml': { file: text },
  'control-not-done': { file: text },
  // renewal of evidence; `fault` is one of the faults of a time stamp, `detail` for support
  'time-stamp-failed': { fault: text, detail: text },
  'time-stamps-not-set-up': {},
  'time-stamp-address-wrong': {},
  /** A secret goes over encrypted connections only. */
  'time-stamp-secret-in-clear': {},
  'time-stamp-anchor-missing': {},
  'signature-not-renewable': { file: text },
  'revocation-not-fetched': { address: text },
  'renewal-not-verified': { file: text },
  // public variants
  'nothing-marked': {},
  'variant-too-long': { pages: number, most: number },
  'variant-not-drawn': {},
  /** `place` is one of the leftover places; `page` counts from 1. */
  'still-readable': { place: text, page: maybeText },
  // dispatch and signing
  findings: {},
  'documents-changed': {},
  'dispatch-running': {},
  'not-cancellable': {},
  'already-ended': {},
  'not-uncertain': {},
  'job-moved-on': {},
  'not-doubtful': {},
  // `date`: from when the document centre decides
  'service-may-still-deliver': { date: text },
  'nothing-to-file': {},
  'service-unreachable': { code: text },
  'service-refused': { code: text },
  'service-not-set-up': {},
  'unknown-job-running': {},
  'jobs-not-taken-in': { count: number },
  'answer-filed': { recordNumber: maybeText },
  'identity-number-wrong': { name: text, fault: text },
  'organisation-number-wrong': { name: maybeText },
  'identity-locked': {},
  // store
  'disk-full': {},
  'archive-locked': {},
  'archive-taken': { user: text, machine: text, process: number },
  'archive-damaged': {},
  'archive-newer': {},
  'archive-read-only': {},
  'archive-place-unsafe': {},
  'program-incomplete': {},
} as const satisfies Readonly<Record<string, Shape>>;

export type RefusalCode = keyof typeof refusalFacts;
export const refusalCodes = codesOf(refusalFacts);

export type RefusalFacts = { readonly [Code in RefusalCode]: FactsOf<(typeof refusalFacts)[Code]> };

/** A «no» with exactly the facts of its code. */
export type Refusal<Code extends RefusalCode = RefusalCode> = Coded<RefusalFacts, Code>;

export const isRefusal = (value: unknown): value is Refusal => isCoded(refusalFacts, value);
