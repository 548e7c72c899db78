import { z } from 'zod';
import { mostListed } from '../../domain/recipient-list.ts';
import * as codes from './codes.ts';
import { orderTerms } from './dispatch.ts';
import { date, id, instant, list, method, nothing, sha256, text } from './method.ts';
import * as views from './views.ts';

const entryId = id<'entry'>();
const mailingId = id<'mailing'>();

/** As typed; the rules judge each line. A few more than may be sent are let in, so that they can be told apart. */
const people = list(
  z.object({
    line: z.int().min(1),
    name: text,
    identityNumber: z.string().max(100),
    firm: text.optional(),
    organisationNumber: z.string().max(100).optional(),
  }),
  2 * mostListed,
);
const terms = z.object(orderTerms);

const mailing = z.object({
  id: mailingId,
  startedBy: z.string(),
  startedAt: instant,
  endedAt: instant.optional(),
  people: list(
    z.object({
      name: z.string(),
      firm: z.string().optional(),
      /** Made for this person. */
      entry: z
        .object({ id: entryId, recordNumber: z.string(), jobState: codes.jobState.optional() })
        .optional(),
      waits: z.boolean(),
    }),
  ),
});

export type MailingView = z.output<typeof mailing>;

const openView = z.object({
  entryId,
  recordNumber: z.string(),
  title: z.string(),
  /** Synthetic persons are wanted, not real ones. */
  training: z.boolean(),
  limits: z.object({
    maxMessage: z.number(),
    defaultDeadlineDays: z.number(),
    minDeadlineDays: z.number(),
    maxDeadlineDays: z.number(),
  }),
  mayChangeDeadline: z.boolean(),
  askAboutLeader: z.boolean(),
  /** Newest first; at most one has not ended. */
  mailings: list(mailing),
});
export type MailingOpenView = z.output<typeof openView>;

export const mailingMethods = {
  /** «Send til mange»: what it begins with, and how far the sendings of this entry have come. No number is in it. */
  'mailing.open': method(z.object({ entryId }), openView),
  'mailing.check': method(
    z.object({ entryId, people, terms }),
    z.object({
      findings: list(views.finding),
      /** Each person may be sent to, and so may what they get. */
      maySend: z.boolean(),
      /** The exact PDF that each will sign. */
      merged: z.object({ sha256, url: z.string(), pages: z.number() }).optional(),
      latestEnd: date,
    }),
  ),
  /** Stores the checked list. Nothing is sent yet. */
  'mailing.start': method(z.object({ entryId, people, terms, seenMerged: sha256 }), z.object({ mailingId })),
  /** Sends to the next person. Refused with `findings` or another reason, what is left waits as it is. */
  'mailing.next': method(z.object({ entryId, mailingId }), z.object({ more: z.boolean() })),
  /** Those who are left get nothing. */
  'mailing.end': method(z.object({ entryId, mailingId }), nothing),
} as const;
