import { z } from 'zod';
import * as codes from './codes.ts';
import { id, instant, list, method, nothing } from './method.ts';
import * as views from './views.ts';

const lostEntry = z.object({
  entryId: id<'entry'>(),
  caseId: id<'case'>(),
  recordNumber: z.string(),
  title: z.string(),
  withheld: views.withheld,
});

const restorationView = z.object({
  /** Set while the archive is older than what is known of it, and nothing is sent. */
  since: instant.optional(),
  /** «Oppdrag arkivet ikke kjenner»: stored as the service told them, not filed yet. */
  unknown: list(
    z.object({
      id: id<'unknown-job'>(),
      serviceJobId: z.string(),
      state: codes.jobState,
      failure: codes.failureReason.optional(),
      receivedAt: instant,
      /** Since when it runs with the document centre's knowledge, and others may be sent. */
      acknowledgedAt: instant.optional(),
      /** The outgoing entry that it is known to be for, where the archive has that. */
      entry: lostEntry.optional(),
    }),
  ),
  /** Sent before, and not told of by the service yet. */
  lost: list(
    z.object({
      reference: z.string(),
      entry: lostEntry.optional(),
      /** When the answer had been stored that the archive has lost. */
      answeredAt: instant.optional(),
    }),
  ),
  settle: views.decision,
});
export type RestorationView = z.output<typeof restorationView>;

export const restorationMethods = {
  'restoration.read': method(nothing, restorationView),
  /** Files what an unknown job came to in a case; with `entryId` as the answer to that outgoing entry. */
  'restoration.file': method(
    z.object({ unknownJobId: id<'unknown-job'>(), caseId: id<'case'>(), entryId: id<'entry'>().optional() }),
    z.object({ entryId: id<'entry'>() }),
  ),
  /** The document centre knows that it runs; others may be sent meanwhile. */
  'restoration.acknowledge': method(z.object({ unknownJobId: id<'unknown-job'>() }), nothing),
  /** The document centre has decided that a lost job never comes. */
  'restoration.dismiss': method(z.object({ reference: z.string().min(1).max(100) }), nothing),
  /** Opens for sending again, once nothing is left to take in. */
  'restoration.reopen': method(nothing, nothing),
} as const;
