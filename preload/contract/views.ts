import { z } from 'zod';
import type { AccessLists } from '../../domain/access/access-code.ts';
import type { Access } from '../../domain/access/actor.ts';
import type { AdminUnit } from '../../domain/access/admin-unit.ts';
import { type Decision, isDecision } from '../../domain/decision.ts';
import { type Finding, isFinding } from '../../domain/findings.ts';
import type { RevealReason } from '../../domain/reveal-reason.ts';
import type { User } from '../../domain/roles.ts';
import type { FoundFlaw, Screening } from '../../domain/screening.ts';
import * as codes from './codes.ts';
import { date, id, instant, list, sha256 } from './method.ts';
import { verdict } from './verdict-view.ts';

/** May this be done now, and if not, why: a code with a sentence in the catalogue. */
export const decision = z.custom<Decision>(isDecision);
export const finding = z.custom<Finding>(isFinding);

export const screening = z.object({
  accessCode: id<'access-code'>(),
  legalBasis: z.string().min(1).max(200),
  hidesTitle: z.boolean(),
  hidesParties: z.boolean(),
  hidesDocuments: z.boolean(),
  accessGroup: id<'access-group'>().optional(),
  endsOn: date.optional(),
}) satisfies z.ZodType<Screening>;

/** What of a screening counts no more, and since which day. It hides all the same. */
export const foundFlaw = z.object({
  flaw: codes.screeningFlaw,
  since: date,
}) satisfies z.ZodType<FoundFlaw>;

/** Why an identity number is to be shown in full. `words`: one's own, needed where no other ground fits. */
export const revealReason = z.object({
  ground: codes.revealGround,
  words: z.string().max(500),
}) satisfies z.ZodType<RevealReason>;

export const user = z.object({
  id: id<'user'>(),
  name: z.string(),
  initials: z.string(),
  adminUnit: id<'unit'>(),
  roles: list(codes.role),
}) satisfies z.ZodType<User>;

export const rights = z.object({
  grants: list(
    z.object({
      role: codes.role,
      units: list(id<'unit'>()),
      atTop: z.boolean(),
      of: id<'user'>().optional(),
    }),
  ),
  clearances: list(z.object({ accessCode: id<'access-code'>(), units: list(id<'unit'>()) })),
  groups: list(id<'access-group'>()),
  deputyOf: list(id<'user'>()),
}) satisfies z.ZodType<Access>;

export const adminUnit = z.object({
  id: id<'unit'>(),
  name: z.string(),
  parentId: id<'unit'>().optional(),
  openedOn: date,
  closedOn: date.optional(),
}) satisfies z.ZodType<AdminUnit>;

export const accessLists = z.object({
  codes: list(
    z.object({
      id: id<'access-code'>(),
      name: z.string(),
      bases: list(id<'legal-basis'>()),
      withdrawnOn: date.optional(),
    }),
  ),
  bases: list(z.object({ id: id<'legal-basis'>(), text: z.string(), repealedOn: date.optional() })),
  groups: list(z.object({ id: id<'access-group'>(), name: z.string(), members: list(id<'user'>()) })),
}) satisfies z.ZodType<AccessLists>;

/** Words of it are hidden from this user: `*****`, or the form made for the public, stands in their place. */
export const withheld = z.boolean();

export const caseRow = z.object({
  id: id<'case'>(),
  caseNumber: z.string(),
  title: z.string(),
  status: codes.caseStatus,
  caseDate: date,
  ownerName: z.string(),
  adminUnit: id<'unit'>(),
  classCode: z.string(),
  entryCount: z.number(),
  changedAt: instant,
  screened: z.boolean(),
  withheld,
});
export type CaseRowView = z.output<typeof caseRow>;

export const entryRow = z.object({
  id: id<'entry'>(),
  caseId: id<'case'>(),
  caseNumber: z.string(),
  caseTitle: z.string(),
  recordNumber: z.string(),
  entryNumber: z.number(),
  runningNumber: z.string(),
  type: codes.entryType,
  status: codes.entryStatus,
  title: z.string(),
  journalDate: date,
  documentDate: date.optional(),
  partyNames: z.string(),
  caseworkerName: z.string(),
  documentCount: z.number(),
  screened: z.boolean(),
  withheld,
  arrear: z.boolean(),
  job: z.object({ state: codes.jobState, failure: codes.failureReason.optional() }).optional(),
});
export type EntryRowView = z.output<typeof entryRow>;

export const party = z.object({
  id: id<'party'>(),
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
  isScreened: z.boolean().optional(),
  withheld,
  /** `ddmmyy ●●●●●` where the archive holds an identity number; revealed on demand, and the reveal is logged. */
  maskedIdentity: z.string().optional(),
});
export type PartyView = z.output<typeof party>;

export const documentObject = z.object({
  id: id<'document-object'>(),
  version: z.number(),
  variant: codes.variant,
  format: z.string(),
  fileName: z.string(),
  mime: z.string(),
  size: z.number(),
  pages: z.number(),
  sha256,
  createdAt: instant,
  createdBy: z.string(),
  /** Where the bytes are read, relative to the application's own address. */
  url: z.string(),
  /** Of a public variant: the file it was made of. */
  madeFrom: id<'document-object'>().optional(),
  signature: z.object({ verification: codes.signatureVerification, on: date, by: z.string() }).optional(),
});
export const entryDocument = z.object({
  id: id<'document'>(),
  role: codes.linkRole,
  number: z.number(),
  title: z.string(),
  type: codes.documentType,
  finished: z.boolean(),
  isScreened: z.boolean().optional(),
  withheld,
  createdAt: instant,
  createdBy: z.string(),
  /** The file that is shown and sent. */
  current: documentObject.optional(),
  /** The newest public variant; outdated where the file it was made of is no longer the current one. */
  publicVariant: z.object({ object: documentObject, outdated: z.boolean() }).optional(),
  objects: list(documentObject),
});
export type EntryDocumentView = z.output<typeof entryDocument>;

export const signer = z.object({
  id: id<'signer'>(),
  name: z.string(),
  group: z.number(),
  onBehalfOf: z.string().optional(),
  state: codes.signerState,
  serviceState: z.string().optional(),
  since: instant.optional(),
  /** Training only: there is a page where this synthetic person reads and signs, for `signing.signerAddress` to tell. */
  hasSignerPage: z.boolean(),
});

export const job = z.object({
  id: id<'job'>(),
  entryId: id<'entry'>(),
  /** The job's number at the service, once it has one. */
  serviceJobId: z.string().optional(),
  state: codes.jobState,
  failure: codes.failureReason.optional(),
  title: z.string(),
  message: z.string(),
  deadlineDays: z.number(),
  orderedBy: z.string(),
  orderedAt: instant,
  sentAt: instant.optional(),
  endedAt: instant.optional(),
  /** The latest day the last group can still sign. */
  latestEnd: date,
  /** The signed files disappear from the service after this day. */
  fetchBefore: date.optional(),
  withheld,
  /** `url`: absent where the user may not read what was sent. */
  merged: z.object({ url: z.string().optional(), bytes: z.number(), pages: z.number() }),
  signers: list(signer),
  lastFault: z.object({ code: z.string(), detail: z.string(), at: instant }).optional(),
  cancelRequestedAt: instant.optional(),
  cancelReason: z.string().optional(),
  followedUp: z.object({ at: instant, by: z.string(), comment: z.string() }).optional(),
  followUp: decision,
  undoFollowUp: decision,
  /** The group that is waited for, and its last day. */
  turn: z.object({ since: instant, until: date, place: z.int(), of: z.int() }).optional(),
  /** What shall follow the job, or what came of that. `latestEnd` is of the successor, if sent today. */
  plan: z
    .object({
      kind: codes.successionKind,
      deadlineDays: z.number(),
      latestEnd: date,
      plannedBy: z.string(),
      plannedAt: instant,
      replacement: z.object({ signerId: id<'signer'>(), name: z.string() }).optional(),
      askedAt: instant.optional(),
      settledAt: instant.optional(),
      dropped: codes.dropReason.optional(),
      undo: decision,
    })
    .optional(),
  /** Jobs of the same entry before and after this one. */
  succeeds: z.object({ jobId: id<'job'>(), kind: codes.successionKind }).optional(),
  succeededBy: z.object({ jobId: id<'job'>(), kind: codes.successionKind }).optional(),
  /** Days that a new deadline may have. */
  deadlineLimits: z.object({ min: z.number(), max: z.number(), usual: z.number() }),
  extend: decision,
  replace: decision,
  remind: decision,
  /** The days on which the service itself reminds whose turn it is; none where that is not known. */
  notices: list(z.object({ on: date, by: codes.noticeWay })),
  cancel: decision,
  retry: decision,
  declareUnsent: decision,
  /** What came and cannot be the answer; absent unless the job is doubtful. */
  doubtful: z
    .object({
      receivedAt: instant,
      doubts: list(codes.doubt),
      /** What was found out about the document; absent where none came. */
      verdict: verdict.optional(),
      /** What was delivered; absent where nothing was, or it is no PDF. */
      url: z.string().optional(),
      /** When it is fetched again; absent: when the service next tells of it. */
      nextFetchAt: instant.optional(),
      lastDay: date,
      decideFrom: date,
      file: decision,
      keepWaiting: decision,
      declareLost: decision,
    })
    .optional(),
  answer: z
    .object({
      id: id<'answer'>(),
      receivedAt: instant,
      filedAs: z.object({ entryId: id<'entry'>(), recordNumber: z.string() }).optional(),
      /** Absent when there is no signed PDF. */
      verified: z.boolean().optional(),
      /** Absent as well for answers from before the document was judged part by part. */
      verdict: verdict.optional(),
      /** The job was cancelled for another to follow it: kept as evidence of who had signed, and not filed. */
      kept: z.boolean(),
      /** What had been signed by then; absent where nothing was, or the user may not read it. */
      url: z.string().optional(),
      file: decision,
    })
    .optional(),
});
export type JobView = z.output<typeof job>;

/** One part of a long list; `next` is absent at the end, and `total` counts them all. */
export const partOf = <Row extends z.ZodType>(row: Row) =>
  z.object({ rows: list(row), total: z.number(), next: z.string().optional() });
export const page = <Row extends z.ZodType>(row: Row) => z.object({ rows: list(row), total: z.number() });
