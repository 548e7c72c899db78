import { z } from 'zod';
import type { SigningPolicy } from '../../domain/limits.ts';
import * as codes from './codes.ts';
import { date, id, instant, list, method, nothing, text } from './method.ts';
import * as views from './views.ts';

const sessionView = z.object({
  archive: z.object({
    kind: z.enum(['training', 'production']),
    title: z.string(),
    recordCreator: z.string(),
  }),
  user: views.user,
  /** What this user may act by today. */
  rights: views.rights,
  /** May this user open a case in any unit? */
  newCase: views.decision,
  /** Everybody who works in the archive. */
  users: list(views.user),
  /** Closed ones too, since what they had still names them. */
  units: list(views.adminUnit),
  /** Withdrawn codes and repealed bases too. */
  access: views.accessLists,
  /** The parts of «Tilgang» that this person has a use for. */
  accessParts: list(codes.accessPart),
  maySwitchUser: z.boolean(),
  /** What those who run the machine have decided; nothing here is changed in the window. */
  governed: z.object({
    updates: z.string().optional(),
    archiveFolder: z.string().optional(),
    proxy: z.string().optional(),
    productionOnly: z.boolean().optional(),
    allowedServices: list(z.string()).optional(),
  }),
  /** Who sits here should make the vault's recovery key before anything else. */
  recoveryKeyDue: z.boolean(),
  language: codes.language,
  theme: codes.theme,
  version: z.string(),
  /** What this host and machine can do; a screen hides what is missing. */
  capabilities: z.object({ officeDocuments: z.boolean(), openExternal: z.boolean() }),
  /** The local portal's page for signers; absent in production. */
  signerPortal: z.string().optional(),
  today: date,
});
export type SessionView = z.output<typeof sessionView>;

const policy = z.object({
  maxTitle: z.int(),
  maxMessage: z.int(),
  maxBytes: z.int(),
  maxRecipients: z.int(),
  defaultDeadlineDays: z.int(),
  minDeadlineDays: z.int(),
  maxDeadlineDays: z.int(),
  approvalRequired: z.boolean(),
  /** For entries whose main document is of that type. */
  deadlinesByType: z.partialRecord(
    codes.documentType,
    z.object({ defaultDeadlineDays: z.int(), minDeadlineDays: z.int(), maxDeadlineDays: z.int() }),
  ),
  answersArriveAs: codes.answerArrival,
  deleteAtService: z.boolean(),
  /** Answers that show identity numbers are screened by this section of the law. */
  identityNumberBasis: z.string().trim().min(1).max(200),
  lookingLogMonths: z.int(),
  renewWithinMonths: z.int(),
}) satisfies z.ZodType<SigningPolicy>;

export const sessionMethods = {
  'session.open': method(nothing, sessionView),
  'session.switchUser': method(z.object({ userId: id<'user'>() }), nothing),
  'session.setLanguage': method(z.object({ language: codes.language }), nothing),
  'session.setTheme': method(z.object({ theme: codes.theme }), nothing),
  'desk.baskets': method(
    nothing,
    z.object({
      baskets: list(z.object({ id: codes.basketId, count: z.number() })),
      recentCases: list(views.caseRow),
    }),
  ),
  /** What must be done before a day that is near. */
  'desk.notices': method(
    nothing,
    z.object({
      /** Set once the enterprise certificate is near its end. */
      certificateExpiresAt: instant.optional(),
      /** Production without a signing service. */
      serviceMissing: z.boolean(),
      /** Lists that a migration made of free text wait to be looked through, by who may. */
      accessReviewDue: z.boolean(),
      /** Filed signatures for the document centre to see to; absent for others. */
      signatures: z.object({ worsened: z.number(), due: z.number() }).optional(),
      /** Roles that nobody has in the unit at the top, told to who may give them. */
      nobodyAtTop: z.object({ roles: list(codes.roleAtTop), unit: z.string() }).optional(),
      /** Signed files that will soon be gone from the service; the first to go first. */
      downloads: list(
        z.object({
          entryId: id<'entry'>(),
          recordNumber: z.string(),
          title: z.string(),
          withheld: views.withheld,
          fetchBefore: date,
        }),
      ),
    }),
  ),
  'desk.basket': method(
    z.object({ id: codes.basketId, offset: z.int().min(0), limit: z.int().min(1).max(500) }),
    views.page(views.entryRow),
  ),
  /** Case number, record number or running number, typed in the «Gå til» field. */
  'desk.goTo': method(
    z.object({ number: text }),
    z.object({ caseId: id<'case'>().optional(), entryId: id<'entry'>().optional() }),
  ),
  'policy.read': method(nothing, z.object({ policy, change: views.decision })),
  'policy.change': method(z.object({ policy }), nothing),
} as const;
