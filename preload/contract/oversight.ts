import { z } from 'zod';
import { takeOverStates } from '../../domain/access/succession.ts';
import * as codes from './codes.ts';
import { date, id, instant, list, method, nothing, window } from './method.ts';
import * as views from './views.ts';

const binnedEntry = z.object({
  entryId: id<'entry'>(),
  caseId: id<'case'>(),
  caseNumber: z.string(),
  recordNumber: z.string(),
  /** As who asks may see it. */
  title: z.string(),
  caseworkerName: z.string(),
  binnedAt: instant,
  binnedBy: z.string(),
  /** From then on it is gone for good. */
  goneAt: instant,
  restore: views.decision,
  empty: views.decision,
});
export type BinnedEntryView = z.output<typeof binnedEntry>;

const look = z.object({
  at: instant,
  userId: id<'user'>(),
  /** As it was then; `Kari Nordvik for Ola Berg` for a deputy. */
  userName: z.string(),
  kind: codes.lookKind,
  caseId: id<'case'>(),
  caseNumber: z.string(),
  entryId: id<'entry'>().optional(),
  recordNumber: z.string().optional(),
  /** Why an identity number was shown. */
  reason: z.object({ ground: codes.revealGround, words: z.string() }).optional(),
});
export type LookView = z.output<typeof look>;

const takeOver = z.object({
  id: id<'take-over'>(),
  fromName: z.string(),
  toName: z.string(),
  on: date,
  orderedByName: z.string(),
  state: z.enum(takeOverStates),
  withdraw: z.boolean(),
});
export type TakeOverView = z.output<typeof takeOver>;

/** What the document centre and leaders see to: the bin, the log of looking, and who has what. */
export const oversightMethods = {
  /** Deleted drafts, for the document centre. */
  'bin.list': method(nothing, z.object({ entries: list(binnedEntry) })),
  'bin.restore': method(z.object({ entryId: id<'entry'>() }), nothing),
  /** For good: the one that is named, or all that one may. */
  'bin.empty': method(z.object({ entryId: id<'entry'>().optional() }), z.object({ gone: z.number() })),
  /** Who opened what is screened, newest first. `from` is included, `before` is not. */
  'looking.list': method(
    z.object({
      caseId: id<'case'>().optional(),
      userId: id<'user'>().optional(),
      kind: codes.lookKind.optional(),
      from: instant.optional(),
      before: instant.optional(),
      ...window,
    }),
    views.page(look),
  ),
  /** Gives the open cases and entries of one to another. `left`: how many stay, since one may not, or the other could not. */
  'ownership.takeOver': method(
    z.object({ fromId: id<'user'>(), toId: id<'user'>() }),
    z.object({ cases: z.number(), entries: z.number(), left: z.number() }),
  ),
  /** Those that are planned, and those that ended, newest day first; over units where one may distribute. */
  'ownership.planned': method(nothing, z.object({ takeOvers: list(takeOver) })),
  'ownership.planTakeOver': method(
    z.object({ fromId: id<'user'>(), toId: id<'user'>(), on: date }),
    z.object({ takeOverId: id<'take-over'>() }),
  ),
  'ownership.withdrawTakeOver': method(z.object({ takeOverId: id<'take-over'>() }), nothing),
} as const;
