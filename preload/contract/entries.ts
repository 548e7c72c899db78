import { z } from 'zod';
import type { PartyInput } from '../../domain/party-input.ts';
import * as codes from './codes.ts';
import { logRow } from './log-row.ts';
import { date, id, instant, list, method, nothing, stagedId, text, window } from './method.ts';
import * as views from './views.ts';

const entryView = views.entryRow.extend({
  publicTitle: z.string().optional(),
  nonSensitiveTitle: z.string().optional(),
  receivedAt: instant.optional(),
  sentAt: instant.optional(),
  dueOn: date.optional(),
  caseworkerId: id<'user'>(),
  adminUnit: id<'unit'>(),
  screening: views.screening.optional(),
  screeningFlaws: list(views.foundFlaw),
  clearance: z
    .object({
      way: codes.clearanceWay,
      on: date,
      by: z.string(),
      byRecordNumber: z.string().optional(),
    })
    .optional(),
  revision: z.number(),
  createdAt: instant,
  createdBy: z.string(),
  parties: list(views.party),
  documents: list(views.entryDocument),
  links: list(
    z.object({
      entryId: id<'entry'>(),
      recordNumber: z.string(),
      title: z.string(),
      withheld: views.withheld,
      kind: z.enum([
        'answers',
        'answered-by',
        'signing-answer',
        'signing-answer-of',
        'sends-again',
        'sent-again-by',
        'one-of-many',
      ]),
    }),
  ),
  /** Newest first. */
  jobs: list(views.job),
  frozen: list(codes.entryField),
  /** Why fields are locked: `ekspedert 12.03.2026 kl. 10:04 av …` is made of this. */
  lock: z
    .object({
      code: codes.entryLock,
      at: instant.optional(),
      by: z.string().optional(),
    })
    .optional(),
  steps: list(z.object({ to: codes.entryStatus, decision: views.decision })),
  /** May the dispatch dialog be opened? What is still in the way inside it are findings. */
  dispatch: views.decision,
  /** «Send på nytt». */
  /** «Send til mange». */
  toMany: views.decision,
  sendAgain: views.decision,
  /** The entry that sends this one again, or that this one sends again, and where its newest job stands. */
  again: list(
    z.object({
      entryId: id<'entry'>(),
      recordNumber: z.string(),
      which: z.enum(['earlier', 'later']),
      job: z.object({ id: id<'job'>(), state: codes.jobState, cancel: views.decision }).optional(),
    }),
  ),
  /** May something of it be changed? What is frozen all the same is in `frozen`. */
  change: views.decision,
  remove: views.decision,
  /** May a public variant of its documents be made? */
  mask: views.decision,
  clear: views.decision,
  /** Extensions and kinds that may be added, e.g. `.pdf`, `.png`. */
  accepts: list(z.string()),
});
export type EntryView = z.output<typeof entryView>;

const partyInput = z.object({
  /** Of a party that is there; left out for a new one. */
  id: id<'party'>().optional(),
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
  isScreened: z.boolean().optional(),
  /** As typed; left out keeps the one that is there, empty takes it away. */
  identityNumber: text.optional(),
}) satisfies z.ZodType<PartyInput>;

const documentAdded = z.object({
  documentId: id<'document'>(),
  warnings: list(codes.fileWarning),
});

export const entryMethods = {
  'entries.open': method(z.object({ entryId: id<'entry'>() }), entryView),
  'entries.create': method(
    z.object({
      caseId: id<'case'>(),
      type: codes.entryType,
      title: text,
      documentDate: date.optional(),
      /** The incoming entry this one answers. */
      answers: id<'entry'>().optional(),
      /** The title with the screened words hidden; left out, the whole of a screened title is. */
      publicTitle: text.optional(),
      /** Left out, the case's; `null` leaves the entry open though its case is screened. */
      screening: views.screening.nullable().optional(),
      /** What it shows that the case's screening hides has been told, and is wanted. */
      confirmsLoosening: z.boolean().default(false),
      parties: list(partyInput),
    }),
    z.object({ entryId: id<'entry'>() }),
  ),
  'entries.change': method(
    z.object({
      entryId: id<'entry'>(),
      revision: z.int(),
      title: text.optional(),
      publicTitle: text.optional(),
      nonSensitiveTitle: text.optional(),
      documentDate: z.union([date, z.literal('')]).optional(),
      dueOn: z.union([date, z.literal('')]).optional(),
      caseworkerId: id<'user'>().optional(),
      /** `null` takes the screening away. */
      screening: views.screening.nullable().optional(),
      /** The person was told what the change opens, and to whom. */
      confirmsLoosening: z.boolean().default(false),
    }),
    z.object({ revision: z.number() }),
  ),
  'entries.setParties': method(
    z.object({ entryId: id<'entry'>(), revision: z.int(), parties: list(partyInput, 100) }),
    z.object({ revision: z.number() }),
  ),
  /** Marks one party as screened, or takes the mark away. */
  'entries.screenParty': method(
    z.object({ entryId: id<'entry'>(), partyId: id<'party'>(), isScreened: z.boolean() }),
    nothing,
  ),
  'entries.setStatus': method(
    z.object({ entryId: id<'entry'>(), revision: z.int(), to: codes.entryStatus, reason: text.optional() }),
    nothing,
  ),
  'entries.delete': method(z.object({ entryId: id<'entry'>() }), nothing),
  'entries.clear': method(z.object({ entryId: id<'entry'>(), way: codes.clearanceWay }), nothing),
  'entries.log': method(z.object({ entryId: id<'entry'>(), ...window }), z.object({ rows: list(logRow) })),
  /** Shows one identity number in full; who looked, when and why is logged. */
  'entries.revealIdentity': method(
    z.object({ entryId: id<'entry'>(), partyId: id<'party'>(), reason: views.revealReason }),
    z.object({ identityNumber: z.string() }),
  ),
  'documents.add': method(
    z.object({
      entryId: id<'entry'>(),
      stagedId,
      fileName: z.string().min(1).max(255),
      title: text.optional(),
    }),
    documentAdded,
  ),
  'documents.replace': method(
    z.object({
      entryId: id<'entry'>(),
      documentId: id<'document'>(),
      stagedId,
      fileName: z.string().min(1).max(255),
    }),
    documentAdded,
  ),
  'documents.rename': method(
    z.object({ entryId: id<'entry'>(), documentId: id<'document'>(), title: text }),
    nothing,
  ),
  /** Marks one document as screened, or takes the mark away. */
  'documents.screen': method(
    z.object({ entryId: id<'entry'>(), documentId: id<'document'>(), isScreened: z.boolean() }),
    nothing,
  ),
  'documents.remove': method(z.object({ entryId: id<'entry'>(), documentId: id<'document'>() }), nothing),
  /** Takes an attachment out; it can be put back where it was, until the program ends. */
  'documents.takeOut': method(z.object({ entryId: id<'entry'>(), documentId: id<'document'>() }), nothing),
  'documents.putBack': method(z.object({ entryId: id<'entry'>(), documentId: id<'document'>() }), nothing),
  /** Makes an earlier version the one that counts again, as a new one. */
  'documents.chooseVersion': method(
    z.object({ entryId: id<'entry'>(), documentId: id<'document'>(), objectId: id<'document-object'>() }),
    nothing,
  ),
  'documents.order': method(
    z.object({ entryId: id<'entry'>(), order: list(id<'document'>(), 200) }),
    nothing,
  ),
} as const;
