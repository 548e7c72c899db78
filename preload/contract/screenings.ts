import { z } from 'zod';
import * as codes from './codes.ts';
import { date, id, instant, list, method, nothing, part } from './method.ts';
import * as views from './views.ts';

const thing = { caseId: id<'case'>(), entryId: id<'entry'>().optional() };
const row = z.object({
  ...thing,
  /** Case number or record number. */
  number: z.string(),
  /** As who asks may see it. */
  title: z.string(),
  withheld: views.withheld,
  adminUnit: id<'unit'>(),
  ownerName: z.string(),
  screening: views.screening,
  /** Since when it bears its code. `isKnown`: the archive was told; else it is the time of the registration. */
  screened: z.object({ at: instant, by: z.string(), isKnown: z.boolean() }),
  /** Since when it is on the list. */
  since: date,
  settle: views.decision,
});
export type FlawedRow = z.output<typeof row>;

/** Screenings to look at again, for the document centre in its units. */
export const screeningMethods = {
  'screenings.counts': method(
    nothing,
    z.object({ counts: list(z.object({ flaw: codes.screeningFlaw, count: z.number() })) }),
  ),
  /** Longest screened first. */
  'screenings.list': method(z.object({ flaw: codes.screeningFlaw, ...part }), views.partOf(row)),
  /** One or many at once. `passed`: somebody was there first; `left`: those that stay as they were, and why. */
  'screenings.settle': method(
    z.object({
      flaw: codes.screeningFlaw,
      things: list(z.object(thing), 500),
      settlement: z.discriminatedUnion('how', [
        z.object({ how: z.literal('open') }),
        z.object({ how: z.literal('prolong'), endsOn: date.optional() }),
        z.object({
          how: z.literal('rescreen'),
          accessCode: id<'access-code'>(),
          legalBasis: z.string().min(1).max(200),
        }),
      ]),
    }),
    z.object({
      settled: z.number(),
      passed: z.number(),
      left: list(z.object({ number: z.string(), decision: views.decision })),
    }),
  ),
} as const;
