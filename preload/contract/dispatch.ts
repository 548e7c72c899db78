import { z } from 'zod';
import { freshTerms, type OrderTerms, type ShownOrder } from '../../domain/dispatch-order.ts';
import * as codes from './codes.ts';
import { date, id, instant, list, method, nothing, sha256, text, window } from './method.ts';
import * as views from './views.ts';

type TermSchema<Term> = Term extends string ? z.ZodString : Term extends number ? z.ZodNumber : z.ZodBoolean;
const termSchema = (fresh: OrderTerms[keyof OrderTerms]) => {
  if (typeof fresh === 'string') return text;
  return typeof fresh === 'number' ? z.number() : z.boolean();
};
/** A schema for each of an order's terms, by the kind of its value. */
export const orderTerms = Object.fromEntries(
  Object.entries(freshTerms).map(([name, fresh]) => [name, termSchema(fresh)]),
  // Object.fromEntries forgets which name has which kind.
) as { readonly [Name in keyof OrderTerms]: TermSchema<OrderTerms[Name]> };

/** As typed: the rules judge it, so nothing here is shortened or refused for its content. */
const dispatchOrder = z.object({
  recipients: list(
    z.object({
      partyId: id<'party'>().optional(),
      name: text,
      identityNumber: z.string().max(100),
      /** The number that the archive holds and that counts while none is typed: where it is, and what is shown of it. */
      keptIdentity: z
        .object({ from: codes.identityPlace, id: z.string().min(1).max(64), masked: z.string().max(100) })
        .optional(),
      group: z.int(),
      onBehalfOf: z.object({ name: text, organisationNumber: z.string().max(100).optional() }).optional(),
    }),
    100,
  ),
  ...orderTerms,
}) satisfies z.ZodType<ShownOrder>;

const mergedView = z.object({
  sha256,
  /** The exact PDF that will be signed. */
  url: z.string(),
  bytes: z.number(),
  pages: z.number(),
  pdfa: codes.pdfaLevel.optional(),
});

/** What each document takes of the merged file, measured in that file. */
const weighed = {
  /** Main document first. `pages` and `bytes` are absent for one that cannot be merged. */
  documents: list(
    z.object({
      id: id<'document'>(),
      title: z.string(),
      mime: z.string().optional(),
      pages: z.number().optional(),
      bytes: z.number().optional(),
    }),
  ),
  /** The merged file of those that can be merged; absent where none can. */
  mergeableBytes: z.number().optional(),
};
const weighedView = z.object({ ...weighed, maxBytes: z.number() });
export type WeighedView = z.output<typeof weighedView>;

const checkView = z.object({
  ...weighed,
  findings: list(views.finding),
  mayDispatch: z.boolean(),
  merged: mergedView.optional(),
  titleLength: z.number(),
  messageLength: z.number(),
  /** The latest day the last group can still sign, if sent today. */
  latestEnd: date,
  /** One per recipient: what the identity number turned out to be. */
  identities: list(
    z.object({
      valid: z.boolean(),
      kind: codes.identityKind.optional(),
      synthetic: z.boolean(),
    }),
  ),
});
export type DispatchCheckView = z.output<typeof checkView>;

const prepareView = z.object({
  entryId: id<'entry'>(),
  caseId: id<'case'>(),
  recordNumber: z.string(),
  caseNumber: z.string(),
  title: z.string(),
  nonSensitiveTitle: z.string(),
  screened: z.boolean(),
  /** The draft left earlier, else one made of the entry's recipients. */
  order: dispatchOrder,
  limits: z.object({
    maxTitle: z.number(),
    maxMessage: z.number(),
    maxBytes: z.number(),
    maxRecipients: z.number(),
    defaultDeadlineDays: z.number(),
    minDeadlineDays: z.number(),
    maxDeadlineDays: z.number(),
  }),
  mayChangeDeadline: z.boolean(),
  askAboutLeader: z.boolean(),
  /** What of the signers stands in the signed document; absent where no service is set up. */
  signedShows: codes.signerIdentifier.optional(),
  /** By which section of the law an answer is screened that shows identity numbers. */
  numberBasis: z.string(),
});
export type DispatchPrepareView = z.output<typeof prepareView>;

/** One line of a list of jobs: how far it has come, who is waited for, and what one may do about it. */
const jobRow = z.object({
  jobId: id<'job'>(),
  entryId: id<'entry'>(),
  caseId: id<'case'>(),
  caseNumber: z.string(),
  recordNumber: z.string(),
  title: z.string(),
  screened: z.boolean(),
  withheld: views.withheld,
  adminUnit: id<'unit'>(),
  caseworkerName: z.string(),
  state: codes.jobState,
  failure: codes.failureReason.optional(),
  /** The group that is waited for: when its turn came, its last day, whole days to it, and who has not answered. */
  turn: z
    .object({
      since: instant,
      until: date,
      daysLeft: z.int(),
      place: z.int(),
      of: z.int(),
      names: list(z.string()),
    })
    .optional(),
  signed: z.int(),
  signers: z.int(),
  latestEnd: date,
  endedAt: instant.optional(),
  /** Whose answer ended it. */
  endedBy: list(z.string()),
  /** It is being cancelled, or another shall follow it. */
  leaving: z.boolean(),
  cancel: views.decision,
  extend: views.decision,
  remind: views.decision,
  sendAgain: views.decision,
  followUp: views.decision,
});
export type JobRowView = z.output<typeof jobRow>;

const jobIds = list(id<'job'>(), 500);
const jobOutcome = z.object({ jobId: id<'job'>(), outcome: views.decision });

export const dispatchMethods = {
  'dispatch.prepare': method(z.object({ entryId: id<'entry'>() }), prepareView),
  /** Shows the number of one recipient in full; who looked, when and why is logged. */
  'dispatch.revealIdentity': method(
    z.object({
      entryId: id<'entry'>(),
      from: codes.identityPlace,
      id: z.string().min(1).max(64),
      reason: views.revealReason,
    }),
    z.object({ identityNumber: z.string() }),
  ),
  'dispatch.check': method(z.object({ entryId: id<'entry'>(), order: dispatchOrder }), checkView),
  'dispatch.weigh': method(z.object({ entryId: id<'entry'>() }), weighedView),
  /** A recipient in the journal whom the order does not go to is taken away, or made a copy recipient. */
  'dispatch.settleParty': method(
    z.object({ entryId: id<'entry'>(), partyId: id<'party'>(), as: codes.partySettlement }),
    nothing,
  ),
  'dispatch.keepDraft': method(z.object({ entryId: id<'entry'>(), order: dispatchOrder }), nothing),
  /**
   * «Ekspeder». `seenMerged` is the digest of the PDF the clerk was shown; refused with `documents-changed` when it is
   * another by now, and with `findings` when the rules stop it (the findings stand in the reply).
   */
  'dispatch.expedite': method(
    z.object({ entryId: id<'entry'>(), order: dispatchOrder, seenMerged: sha256 }),
    z.object({ jobId: id<'job'>() }),
  ),
  /** The jobs of a basket. `endsBy`: only those whose turn ends on that day or before. */
  'signing.list': method(
    z.object({
      basket: codes.jobBasketId,
      adminUnit: id<'unit'>().optional(),
      caseworker: id<'user'>().optional(),
      endsBy: date.optional(),
      ...window,
    }),
    views.page(jobRow),
  ),
  /** «Ferdig behandlet» for a job that came to nothing. */
  'signing.followUp': method(z.object({ jobId: id<'job'>(), comment: text }), nothing),
  'signing.undoFollowUp': method(z.object({ jobId: id<'job'>() }), nothing),
  'signing.cancel': method(
    z.object({ jobId: id<'job'>(), reason: text }),
    z.object({ outcome: z.enum(['requested', 'too-late']) }),
  ),
  /**
   * What another deadline would do to each of these jobs, before it is done. Jobs that are not there are left out.
   * `signed`: who has signed already, and must sign again.
   */
  'signing.checkDeadline': method(
    z.object({ jobIds: jobIds, deadlineDays: z.number() }),
    z.object({
      jobs: list(
        z.object({
          jobId: id<'job'>(),
          entryId: id<'entry'>(),
          recordNumber: z.string(),
          title: z.string(),
          withheld: views.withheld,
          latestEnd: date,
          newLatestEnd: date,
          signed: list(z.string()),
          waiting: list(z.string()),
          decision: views.decision,
        }),
      ),
    }),
  ),
  /** Gives each of these jobs another deadline; `jobs.progress` tells how far it has come. */
  'signing.extend': method(
    z.object({ jobIds: jobIds, deadlineDays: z.int() }),
    z.object({ jobs: list(jobOutcome) }),
  ),
  /** Another signs instead of one who has not answered. */
  'signing.replaceSigner': method(
    z.object({
      jobId: id<'job'>(),
      signerId: id<'signer'>(),
      name: text,
      identityNumber: z.string().max(100),
    }),
    nothing,
  ),
  /** Takes back what was planned to follow the job. */
  'signing.undoPlan': method(z.object({ jobId: id<'job'>() }), nothing),
  /** One more notice to those whose turn it is, where the service has that. */
  'signing.remind': method(z.object({ jobIds: jobIds }), z.object({ jobs: list(jobOutcome) })),
  /** «Send på nytt»: makes a new entry of one whose dispatch came to nothing. */
  'dispatch.sendAgain': method(z.object({ entryId: id<'entry'>() }), z.object({ entryId: id<'entry'>() })),
  /** «Prøv igjen nå» for a job that waits for the network. */
  'signing.retry': method(z.object({ jobId: id<'job'>() }), nothing),
  /** The clerk has seen that the service never got an uncertain job; the entry goes back to F. */
  'signing.declareUnsent': method(z.object({ jobId: id<'job'>() }), nothing),
  /** The document centre's word on an answer that cannot be the right one. */
  'signing.decideDoubtful': method(z.object({ jobId: id<'job'>(), decision: codes.doubtDecision }), nothing),
  /** Training only: where one synthetic signer reads and signs. It holds the number; who asked and why is logged. */
  'signing.signerAddress': method(
    z.object({ jobId: id<'job'>(), signerId: id<'signer'>(), reason: views.revealReason }),
    z.object({ address: z.string() }),
  ),
  /** «Hent svar nå»; obeys the service's own waiting time. */
  'signing.fetchNow': method(nothing, z.object({ received: z.number(), nextAt: instant.optional() })),
  'answers.file': method(
    z.object({ answerId: id<'answer'>(), caseId: id<'case'>().optional() }),
    z.object({ entryId: id<'entry'>() }),
  ),
} as const;
