import { z } from 'zod';
import * as codes from './codes.ts';
import { id, method, nothing, text, window } from './method.ts';
import * as views from './views.ts';

const entryView = views.entryRow.extend({
  publicTitle: z.string().optional(),
  nonSensitiveTitle: z.string().optional(),
  receivedAt: z.string().optional(),
  sentAt: z.string().optional(),
  dueOn: z.string().optional(),
  caseworkerId: z.string(),
  adminUnit: z.string(),
  screening: views.screening.optional(),
  clearance: z
    .object({
      way: codes.clearanceWay,
      on: z.string(),
      by: z.string(),
      byRecordNumber: z.string().optional(),
    })
    .optional(),
  revision: z.number(),
  createdAt: z.string(),
  createdBy: z.string(),
  parties: z.array(views.party),
  documents: z.array(views.entryDocument),
  links: z.array(
    z.object({
      entryId: z.string(),
      recordNumber: z.string(),
      title: z.string(),
      kind: z.enum(['answers', 'answered-by', 'signing-answer', 'signing-answer-of']),
    }),
  ),
  /** Newest first. */
  jobs: z.array(views.job),
  frozen: z.array(codes.entryField),
  /** Why fields are locked: `ekspedert 12.03.2026 kl. 10:04 av …` is made of this. */
  lock: z
    .object({
      code: z.enum(['dispatch-running', 'dispatched', 'final', 'case-closed', 'expunged']),
      at: z.string().optional(),
      by: z.string().optional(),
    })
    .optional(),
  steps: z.array(z.object({ to: codes.entryStatus, decision: views.decision })),
  /** May the dispatch dialog be opened? What is still in the way inside it are findings. */
  dispatch: views.decision,
  remove: views.decision,
  clear: views.decision,
  /** Extensions and kinds that may be added, e.g. `.pdf`, `.png`. */
  accepts: z.array(z.string()),
});
export type EntryView = z.output<typeof entryView>;

const partyInput = z.object({
  /** Of a party that is there; left out for a new one. */
  id: id.optional(),
  kind: codes.partyKind,
  name: text,
  isFirm: z.boolean(),
  organisationNumber: text.optional(),
  address: text.optional(),
  postalCode: text.optional(),
  postalPlace: text.optional(),
  email: text.optional(),
  phone: text.optional(),
  contactPerson: text.optional(),
  /** As typed; left out keeps the one that is there, empty takes it away. */
  identityNumber: text.optional(),
});
export type PartyInput = z.output<typeof partyInput>;

const documentAdded = z.object({
  documentId: z.string(),
  /** What is worth knowing of the file: `signed`, `form-fields`, `xfa`, `embedded-files`, `javascript`, `odd-page-size`. */
  warnings: z.array(z.string()),
});

export const entryMethods = {
  'entries.open': method(z.object({ entryId: id }), entryView),
  'entries.create': method(
    z.object({
      caseId: id,
      type: codes.entryType,
      title: text,
      documentDate: z.iso.date().optional(),
      /** The incoming entry this one answers. */
      answers: id.optional(),
      screening: views.screening.optional(),
      parties: z.array(partyInput),
    }),
    z.object({ entryId: z.string() }),
  ),
  'entries.change': method(
    z.object({
      entryId: id,
      revision: z.int(),
      title: text.optional(),
      publicTitle: text.optional(),
      nonSensitiveTitle: text.optional(),
      documentDate: z.union([z.iso.date(), z.literal('')]).optional(),
      dueOn: z.union([z.iso.date(), z.literal('')]).optional(),
      caseworkerId: id.optional(),
      /** `null` takes the screening away. */
      screening: views.screening.nullable().optional(),
    }),
    z.object({ revision: z.number() }),
  ),
  'entries.setParties': method(
    z.object({ entryId: id, revision: z.int(), parties: z.array(partyInput).max(100) }),
    z.object({ revision: z.number() }),
  ),
  'entries.setStatus': method(
    z.object({ entryId: id, revision: z.int(), to: codes.entryStatus, reason: text.optional() }),
    nothing,
  ),
  'entries.delete': method(z.object({ entryId: id }), nothing),
  'entries.clear': method(z.object({ entryId: id, way: codes.clearanceWay }), nothing),
  'entries.log': method(z.object({ entryId: id, ...window }), z.object({ rows: z.array(views.logRow) })),
  /** Shows an identity number in full; who looked and when is logged. */
  'entries.revealIdentity': method(
    z.object({ entryId: id, partyId: id }),
    z.object({ identityNumber: z.string() }),
  ),
  'documents.add': method(
    z.object({ entryId: id, stagedId: id, fileName: z.string().min(1).max(255), title: text.optional() }),
    documentAdded,
  ),
  'documents.replace': method(
    z.object({ entryId: id, documentId: id, stagedId: id, fileName: z.string().min(1).max(255) }),
    documentAdded,
  ),
  'documents.rename': method(z.object({ entryId: id, documentId: id, title: text }), nothing),
  'documents.remove': method(z.object({ entryId: id, documentId: id }), nothing),
  'documents.order': method(z.object({ entryId: id, order: z.array(id).max(200) }), nothing),
} as const;
