import type { Facts } from './basics.ts';

/** Every finding the check before «Ekspeder» may make; each has a sentence in every language. */
export const findingCodes = [
  'entry-not-outgoing',
  'entry-not-final',
  'approval-missing',
  'already-dispatched',
  'dispatch-running',
  'case-closed',
  'not-allowed',
  'recipient-missing',
  'recipients-too-many',
  'recipient-name-missing',
  'identity-number-missing',
  'identity-number-length',
  'identity-number-wrong',
  'identity-number-date',
  'identity-number-synthetic',
  'identity-number-real',
  'identity-number-2032',
  'recipient-twice',
  'firm-without-signer',
  'group-out-of-range',
  'title-missing',
  'title-too-long',
  'title-characters',
  'nonsensitive-title-missing',
  'nonsensitive-title-too-long',
  'message-too-long',
  'message-characters',
  'deadline-out-of-range',
  'deadline-not-yours',
  'main-document-missing',
  'document-unfinished',
  'document-empty',
  'document-kind-unknown',
  'document-encrypted',
  'document-damaged',
  'document-no-pages',
  'document-signed',
  'document-not-pdf',
  'merged-too-large',
  'merge-failed',
  'attachment-titles-equal',
  'main-title-differs',
  'document-form-fields',
  'document-xfa',
  'document-embedded-files',
  'document-javascript',
  'document-odd-page-size',
  'personnel-unscreened',
  'addressee-reserved',
  'addressee-without-contact',
  'leader-not-agreed',
] as const;
export type FindingCode = (typeof findingCodes)[number];

export const findingFields = [
  'entry',
  'title',
  'nonSensitiveTitle',
  'message',
  'deadline',
  'recipients',
  'documents',
  'leader',
] as const;
/** Where in the dialog the finding belongs; `recipients.2` is the third recipient, `documents.0` the main document. */
export type FindingField = (typeof findingFields)[number] | `recipients.${number}` | `documents.${number}`;

/** A stop keeps the entry from being dispatched; a warning is the clerk's to weigh. */
export const severities = ['stop', 'warning'] as const;

export type Finding = {
  readonly code: FindingCode;
  readonly severity: (typeof severities)[number];
  readonly field: FindingField;
  readonly facts: Facts;
};

export const stop = (code: FindingCode, field: FindingField, facts: Facts = {}): Finding => ({
  code,
  severity: 'stop',
  field,
  facts,
});
export const warning = (code: FindingCode, field: FindingField, facts: Facts = {}): Finding => ({
  code,
  severity: 'warning',
  field,
  facts,
});

export const mayDispatch = (findings: readonly Finding[]): boolean =>
  findings.every((finding) => finding.severity !== 'stop');
