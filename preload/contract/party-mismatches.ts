import { z } from 'zod';
import * as codes from './codes.ts';
import { id, instant, list, method, nothing, text, window } from './method.ts';
import * as views from './views.ts';

const line = z.object({
  kind: codes.partyKind,
  name: z.string(),
  isFirm: z.boolean(),
  organisationNumber: z.string().optional(),
  contactPerson: z.string().optional(),
});

const mismatchView = z.object({
  entryId: id<'entry'>(),
  caseId: id<'case'>(),
  recordNumber: z.string(),
  /** As who asks may see it. */
  title: z.string(),
  withheld: views.withheld,
  revision: z.number(),
  orderedAt: instant,
  orderedBy: z.string(),
  /** As the journal has them. */
  parties: list(line),
  /** Whom the job was sent to. */
  sentTo: list(z.object({ name: z.string(), onBehalfOf: z.string().optional() })),
  /** What the parties would become, those who were not sent to taken away; absent for who may not see them. */
  proposed: list(line).optional(),
  /** In the journal as recipients, and not sent to. */
  notSentTo: list(z.object({ partyId: id<'party'>(), name: z.string() })),
  settle: views.decision,
});
export type MismatchView = z.output<typeof mismatchView>;

export const partyMismatchMethods = {
  /** «Parter som ikke stemmer med utsendelsen», in the units where one keeps the journal. */
  'parties.mismatches': method(z.object(window), views.page(mismatchView)),
  /** The parties become those the job was sent to. `copies`: who was not, and stays as a copy recipient. */
  'parties.correct': method(
    z.object({ entryId: id<'entry'>(), revision: z.int(), copies: list(id<'party'>(), 500) }),
    nothing,
  ),
  /** The parties stand as they are, with a reason. */
  'parties.leave': method(z.object({ entryId: id<'entry'>(), reason: text }), nothing),
} as const;
