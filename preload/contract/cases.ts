import { z } from 'zod';
import * as codes from './codes.ts';
import { logRow } from './log-row.ts';
import { date, id, instant, list, method, nothing, text, window } from './method.ts';
import * as views from './views.ts';

const caseView = views.caseRow.extend({
  publicTitle: z.string().optional(),
  ownerId: id<'user'>(),
  classId: id<'class'>(),
  className: z.string(),
  screening: views.screening.optional(),
  screeningFlaws: list(views.foundFlaw),
  /** What becomes of the case, by its class; absent where the class has no decision. */
  disposal: z
    .object({
      decision: codes.disposalDecision,
      legalBasis: z.string().optional(),
      /** Absent for what is kept. */
      retentionYears: z.number().optional(),
      /** From this day; absent while the case is open, and for what is kept. */
      date: date.optional(),
    })
    .optional(),
  createdAt: instant,
  createdBy: z.string(),
  closedAt: instant.optional(),
  closedBy: z.string().optional(),
  register: views.decision,
  change: views.decision,
  close: views.decision,
  reopen: views.decision,
  /** Answers that wait because the case was closed when they came. */
  waitingAnswers: z.number(),
  runningJobs: z.number(),
  /** Entries that would stay open if the case were screened by itself. */
  unscreenedEntries: z.number(),
});
export type CaseView = z.output<typeof caseView>;

const caseFields = {
  title: text,
  publicTitle: text.optional(),
  classId: id<'class'>(),
  ownerId: id<'user'>(),
  adminUnit: id<'unit'>(),
  screening: views.screening.optional(),
};

export const caseMethods = {
  'cases.search': method(
    z.object({
      text,
      statuses: list(codes.caseStatus),
      mine: z.boolean(),
      orderBy: codes.caseOrder,
      ...window,
    }),
    views.page(views.caseRow),
  ),
  'cases.open': method(z.object({ caseId: id<'case'>() }), caseView),
  'cases.entries': method(z.object({ caseId: id<'case'>(), text, ...window }), views.page(views.entryRow)),
  'cases.log': method(z.object({ caseId: id<'case'>(), ...window }), z.object({ rows: list(logRow) })),
  'cases.classes': method(
    nothing,
    z.object({
      classes: list(
        z.object({
          id: id<'class'>(),
          code: z.string(),
          title: z.string(),
          depth: z.number(),
          selectable: z.boolean(),
          /** How a new case in the class begins. */
          screening: views.screening.optional(),
        }),
      ),
    }),
  ),
  /** `confirmsLoosening`: the person was told what of the class's screening the case does without. */
  'cases.create': method(
    z.object({ ...caseFields, confirmsLoosening: z.boolean().default(false) }),
    z.object({ caseId: id<'case'>() }),
  ),
  'cases.change': method(
    z.object({
      caseId: id<'case'>(),
      ...caseFields,
      /** The entries that have no screening get the case's. */
      screensEntries: z.boolean().default(true),
      /** The person was told what the change opens, and to whom. */
      confirmsLoosening: z.boolean().default(false),
    }),
    nothing,
  ),
  /** `withRunningJobs`: the person was told of them, and that answers will wait in their basket. */
  'cases.close': method(
    z.object({ caseId: id<'case'>(), withRunningJobs: z.boolean().default(false) }),
    nothing,
  ),
  'cases.reopen': method(z.object({ caseId: id<'case'>(), reason: text }), z.object({ filed: z.number() })),
} as const;
