import { z } from 'zod';

/** Letter codes as the clerk sees them on badges; their texts stand in the catalogue. */
export const caseStatus = z.enum(['R', 'B', 'F', 'A', 'U']);
export const entryType = z.enum(['I', 'U', 'N', 'X', 'S']);
export const entryStatus = z.enum(['R', 'F', 'G', 'E', 'J', 'A', 'U', 'M', 'S']);
export const partyKind = z.enum(['EA', 'EM', 'EK', 'GM', 'IA', 'IM', 'IK', 'IS']);
export const linkRole = z.enum(['H', 'V']);
export const documentType = z.enum([
  'brev',
  'kontrakt',
  'rundskriv',
  'faktura',
  'ordrebekreftelse',
  'signert',
  'avslag',
]);
export const clearanceWay = z.enum(['BU', 'BE', 'TLF', 'TE', 'TO', 'BN', 'SA']);
export const accessRestriction = z.enum(['UO', 'P', 'KL', 'XX']);
export const disposalDecision = z.enum(['B', 'K', 'G']);
export const role = z.enum(['caseworker', 'leader', 'documentCentre', 'reader', 'systemOwner']);
export const jobState = z.enum([
  'queued',
  'sending',
  'uncertain',
  'inProgress',
  'completed',
  'failed',
  'sendFailed',
]);
export const failureReason = z.enum([
  'rejected',
  'expired',
  'cancelled',
  'reserved',
  'contactMissing',
  'blocked',
  'nameMissing',
  'other',
]);
export const signerState = z.enum([
  'waiting',
  'signed',
  'rejected',
  'cancelled',
  'expired',
  'reserved',
  'contactInformationMissing',
  'blocked',
  'nameNotAvailable',
  'notApplicable',
  'unknown',
]);
export const basketId = z.enum([
  'my-drafts',
  'arrears',
  'unregistered',
  'to-approve',
  'sending',
  'out-for-signing',
  'failed-dispatch',
  'signed',
  'refused',
  'undeliverable',
]);
export const entryField = z.enum([
  'title',
  'publicTitle',
  'nonSensitiveTitle',
  'type',
  'journalDate',
  'documentDate',
  'receivedAt',
  'sentAt',
  'dueOn',
  'caseworker',
  'adminUnit',
  'parties',
  'screening',
  'documents',
]);
export const language = z.enum(['nb', 'nn', 'en']);
export const theme = z.enum(['auto', 'light', 'dark']);

/** Every way in which Segl says no. A new one does not compile until each language has a sentence for it. */
export const refusalCodes = [
  // the door
  'invalid-input',
  'unknown-method',
  'internal',
  'not-found',
  // the archive
  'not-allowed',
  'case-closed',
  'case-open',
  'entries-unfinished',
  'signing-running',
  'documents-unfinished',
  'changed-meanwhile',
  'field-frozen',
  'step-unknown',
  'must-be-dispatched',
  'locked-by-dispatch',
  'title-missing',
  'recipient-missing',
  'sender-missing',
  'main-document-missing',
  'screening-undecided',
  'reason-missing',
  'arrear-open',
  'archive-format-missing',
  'never-deletable',
  'class-has-children',
  'already-cleared',
  'policy-out-of-bounds',
  // setting up
  'archive-not-set-up',
  'archive-exists',
  'user-not-chosen',
  'name-missing',
  'role-missing',
  'last-system-owner',
  'class-unreadable',
  'class-twice',
  'classes-missing',
  'service-is-training',
  'service-in-use',
  'certificate-missing',
  'certificate-unreadable',
  'certificate-expired',
  'certificate-key-missing',
  'certificate-key-unreadable',
  'certificate-key-mismatch',
  'certificate-key-not-rsa',
  'certificate-not-pkcs12',
  'certificate-passphrase-wrong',
  'certificate-legacy-cipher',
  'anchor-unreadable',
  // files
  'file-missing',
  'file-too-large',
  'file-empty',
  'file-kind-unknown',
  'file-name-mismatch',
  'file-encrypted',
  'file-damaged',
  'file-no-pages',
  'file-signed',
  'file-converter-missing',
  'file-conversion-failed',
  // dispatch and signing
  'findings',
  'documents-changed',
  'dispatch-running',
  'not-cancellable',
  'already-ended',
  'not-uncertain',
  'service-unreachable',
  'service-refused',
  'service-not-set-up',
  'answer-filed',
  'identity-number-wrong',
  'organisation-number-wrong',
  'identity-locked',
  // store
  'disk-full',
  'archive-locked',
  'archive-damaged',
  'archive-newer',
  'archive-read-only',
  'archive-place-unsafe',
  'program-incomplete',
] as const;
export type RefusalCode = (typeof refusalCodes)[number];
