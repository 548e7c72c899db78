import { z } from 'zod';
import * as codes from './codes.ts';

export const facts = z.record(z.string(), z.union([z.string(), z.number()]));
/** May this be done now, and if not, why: a code with a sentence in the catalogue. */
export const decision = z.object({
  may: z.boolean(),
  code: z.enum(codes.refusalCodes).optional(),
  facts: facts.optional(),
});
export type Decision = z.output<typeof decision>;

export const finding = z.object({
  /** One of `findingCodes` in the domain; the catalogue has a sentence for each. */
  code: z.string(),
  severity: z.enum(['stop', 'warning']),
  /** `title`, `recipients.2`, `documents.0`, …: where in the dialog it belongs. */
  field: z.string(),
  facts,
});
export type FindingView = z.output<typeof finding>;

export const screening = z.object({
  restriction: codes.accessRestriction,
  legalBasis: z.string().min(1).max(200),
  hidesTitle: z.boolean(),
  hidesParties: z.boolean(),
  endsOn: z.iso.date().optional(),
});
export type ScreeningView = z.output<typeof screening>;

export const user = z.object({
  id: z.string(),
  name: z.string(),
  initials: z.string(),
  adminUnit: z.string(),
  roles: z.array(codes.role),
});
export type UserView = z.output<typeof user>;

export const caseRow = z.object({
  id: z.string(),
  caseNumber: z.string(),
  title: z.string(),
  status: codes.caseStatus,
  caseDate: z.string(),
  ownerName: z.string(),
  adminUnit: z.string(),
  classCode: z.string(),
  entryCount: z.number(),
  changedAt: z.string(),
  screened: z.boolean(),
});
export type CaseRowView = z.output<typeof caseRow>;

export const entryRow = z.object({
  id: z.string(),
  caseId: z.string(),
  caseNumber: z.string(),
  caseTitle: z.string(),
  recordNumber: z.string(),
  entryNumber: z.number(),
  runningNumber: z.string(),
  type: codes.entryType,
  status: codes.entryStatus,
  title: z.string(),
  journalDate: z.string(),
  documentDate: z.string().optional(),
  partyNames: z.string(),
  caseworkerName: z.string(),
  documentCount: z.number(),
  screened: z.boolean(),
  arrear: z.boolean(),
  job: z.object({ state: codes.jobState, failure: codes.failureReason.optional() }).optional(),
});
export type EntryRowView = z.output<typeof entryRow>;

export const party = z.object({
  id: z.string(),
  kind: codes.partyKind,
  name: z.string(),
  isFirm: z.boolean(),
  organisationNumber: z.string().optional(),
  address: z.string().optional(),
  postalCode: z.string().optional(),
  postalPlace: z.string().optional(),
  email: z.string().optional(),
  phone: z.string().optional(),
  contactPerson: z.string().optional(),
  /** `ddmmyy ●●●●●` where the archive holds an identity number; revealed on demand, and the reveal is logged. */
  maskedIdentity: z.string().optional(),
});
export type PartyView = z.output<typeof party>;

export const documentObject = z.object({
  id: z.string(),
  version: z.number(),
  variant: z.enum(['P', 'A', 'O']),
  format: z.string(),
  fileName: z.string(),
  mime: z.string(),
  size: z.number(),
  pages: z.number(),
  sha256: z.string(),
  createdAt: z.string(),
  createdBy: z.string(),
  /** Where the bytes are read, relative to the application's own address. */
  url: z.string(),
  signature: z.object({ verification: z.enum(['I', 'V']), on: z.string(), by: z.string() }).optional(),
});
export const entryDocument = z.object({
  id: z.string(),
  role: codes.linkRole,
  number: z.number(),
  title: z.string(),
  type: codes.documentType,
  finished: z.boolean(),
  createdAt: z.string(),
  createdBy: z.string(),
  /** The file that is shown and sent. */
  current: documentObject.optional(),
  objects: z.array(documentObject),
});
export type EntryDocumentView = z.output<typeof entryDocument>;

export const signer = z.object({
  id: z.string(),
  name: z.string(),
  group: z.number(),
  onBehalfOf: z.string().optional(),
  state: codes.signerState,
  serviceState: z.string().optional(),
  since: z.string().optional(),
  /** Training only: where this synthetic person reads and signs. */
  signingAddress: z.string().optional(),
});

export const job = z.object({
  id: z.string(),
  entryId: z.string(),
  /** The job's number at the service, once it has one. */
  serviceJobId: z.string().optional(),
  state: codes.jobState,
  failure: codes.failureReason.optional(),
  title: z.string(),
  message: z.string(),
  deadlineDays: z.number(),
  orderedBy: z.string(),
  orderedAt: z.string(),
  sentAt: z.string().optional(),
  endedAt: z.string().optional(),
  /** The latest day the last group can still sign. */
  latestEnd: z.string(),
  /** The signed files disappear from the service after this day. */
  fetchBefore: z.string().optional(),
  merged: z.object({ url: z.string(), bytes: z.number(), pages: z.number() }),
  signers: z.array(signer),
  lastFault: z.object({ code: z.string(), detail: z.string(), at: z.string() }).optional(),
  cancelRequestedAt: z.string().optional(),
  cancel: decision,
  retry: decision,
  declareUnsent: decision,
  answer: z
    .object({
      id: z.string(),
      receivedAt: z.string(),
      filedAs: z.object({ entryId: z.string(), recordNumber: z.string() }).optional(),
      /** Absent when there is no signed PDF. */
      verified: z.boolean().optional(),
      file: decision,
    })
    .optional(),
});
export type JobView = z.output<typeof job>;

export const logRow = z.object({
  subject: z.enum(['case', 'entry', 'document', 'job', 'answer', 'policy', 'user']),
  subjectTitle: z.string(),
  field: z.string(),
  before: z.string(),
  after: z.string(),
  at: z.string(),
  by: z.string(),
});
export type LogRowView = z.output<typeof logRow>;

export const page = <Row extends z.ZodType>(row: Row) => z.object({ rows: z.array(row), total: z.number() });
