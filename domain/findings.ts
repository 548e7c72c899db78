import { codesOf, isCode } from './codes.ts';
import {
  type Coded,
  coded,
  type FactsOf,
  type FactsParameter,
  isCoded,
  number,
  type Shape,
  text,
} from './facts.ts';

/** `number` is the place in the list of recipients, from 1; a recipient without a name is called by it. */
const who = { name: text, number } as const;
const document = { document: text } as const;
/** `page` is from 1; 0 where it is not known which. */
const pageOf = { document: text, page: number } as const;
const tooLong = { length: number, max: number, over: number } as const;

/** Every finding the check before «Ekspeder» may make, and its facts; each has a sentence in every language. */
export const findingFacts = {
  'entry-not-outgoing': {},
  'entry-not-final': {},
  'approval-missing': {},
  'already-dispatched': {},
  'dispatch-running': {},
  /** The entry sends another again, which has been signed after all, or is out. */
  'earlier-signed': { entry: text },
  'earlier-running': { entry: text },
  'archive-restored': {},
  'dispatch-lost': {},
  'case-closed': { case: text },
  'not-allowed': {},
  'no-unit': {},
  'other-unit': {},
  'not-cleared': { code: text },
  'not-in-group': {},
  'recipient-missing': {},
  'recipients-too-many': { count: number, max: number },
  'recipient-name-missing': who,
  'identity-number-missing': who,
  'identity-number-length': who,
  'identity-number-wrong': who,
  'identity-number-date': who,
  'identity-number-synthetic': who,
  'identity-number-real': who,
  'identity-number-2032': who,
  'recipient-twice': { ...who, first: number },
  'firm-without-signer': { ...who, firm: text },
  'firm-name-missing': who,
  'firm-number-wrong': { ...who, firm: text },
  /** `party` is the id by which it can be taken away or made a copy. */
  'party-not-sent-to': { party: text, name: text },
  'group-out-of-range': who,
  'title-missing': {},
  'title-too-long': tooLong,
  'title-characters': {},
  'nonsensitive-title-missing': {},
  'nonsensitive-title-too-long': { length: number, max: number },
  'message-too-long': tooLong,
  'message-characters': {},
  'deadline-out-of-range': { days: number, min: number, max: number },
  'deadline-not-yours': { days: number },
  'main-document-missing': {},
  'document-unfinished': document,
  'document-empty': document,
  'document-kind-unknown': document,
  'document-encrypted': document,
  'document-damaged': document,
  'document-no-pages': document,
  'document-too-heavy': document,
  'document-page-differs': pageOf,
  'document-field-lost': pageOf,
  'document-signed': document,
  'document-not-pdf': document,
  'merged-too-large': { bytes: number, max: number, over: number },
  'merge-failed': {},
  'attachment-titles-equal': { document: text, first: number, second: number },
  'main-title-differs': document,
  'document-form-fields': document,
  'document-xfa': document,
  'document-embedded-files': document,
  'document-javascript': document,
  'document-odd-page-size': document,
  'document-restricted': document,
  'document-rights-confirmed': document,
  'personnel-unscreened': { case: text },
  // what of its screening counts no more, and since when
  'screening-expired': { since: text },
  'screening-provisional': { since: text },
  'screening-code-withdrawn': { since: text },
  'screening-basis-repealed': { since: text },
  'addressee-reserved': who,
  'addressee-without-contact': who,
  'leader-not-agreed': {},
} as const satisfies Readonly<Record<string, Shape>>;
export type FindingCode = keyof typeof findingFacts;
export const findingCodes = codesOf(findingFacts);
export type FindingFacts = { readonly [Code in FindingCode]: FactsOf<(typeof findingFacts)[Code]> };

export const findingFields = [
  'entry',
  'title',
  'nonSensitiveTitle',
  'message',
  'deadline',
  'recipients',
  'documents',
  'leader',
  'rights',
] as const;
/** Where in the dialog the finding belongs; `recipients.2` is the third recipient, `documents.0` the main document. */
export type FindingField = (typeof findingFields)[number] | `recipients.${number}` | `documents.${number}`;

/** A stop keeps the entry from being dispatched; a warning is the clerk's to weigh. */
export const severities = ['stop', 'warning'] as const;

type Severity = (typeof severities)[number];

export type Finding<Code extends FindingCode = FindingCode> = Coded<FindingFacts, Code> & {
  readonly severity: Severity;
  readonly field: FindingField;
};

const find =
  (severity: Severity) =>
  <Code extends FindingCode>(
    code: Code,
    field: FindingField,
    ...[facts]: FactsParameter<FindingFacts, Code>
  ): Finding<Code> => ({ ...coded<FindingFacts, Code>(code, facts), severity, field });

export const stop = find('stop');
export const warning = find('warning');

/** Is this a finding with the facts of its code? For what comes from another process. */
export const isFinding = (value: unknown): value is Finding =>
  isCoded(findingFacts, value) &&
  typeof value === 'object' &&
  value !== null &&
  'severity' in value &&
  isCode(severities, String(value.severity)) &&
  'field' in value &&
  (isCode(findingFields, String(value.field)) || /^(recipients|documents)\.\d+$/.test(String(value.field)));

export const mayDispatch = (findings: readonly Finding[]): boolean =>
  findings.every((finding) => finding.severity !== 'stop');
