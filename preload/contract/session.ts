import { z } from 'zod';
import * as codes from './codes.ts';
import { id, method, nothing, text } from './method.ts';
import * as views from './views.ts';

const sessionView = z.object({
  archive: z.object({
    kind: z.enum(['training', 'production']),
    title: z.string(),
    recordCreator: z.string(),
  }),
  user: views.user,
  /** Everybody who works in the archive. */
  users: z.array(views.user),
  maySwitchUser: z.boolean(),
  language: codes.language,
  theme: codes.theme,
  version: z.string(),
  /** What this host and machine can do; a screen hides what is missing. */
  capabilities: z.object({ officeDocuments: z.boolean(), openExternal: z.boolean() }),
  /** The local portal's page for signers; absent in production. */
  signerPortal: z.string().optional(),
  today: z.string(),
});
export type SessionView = z.output<typeof sessionView>;

const policyView = z.object({
  maxTitle: z.int(),
  maxMessage: z.int(),
  maxBytes: z.int(),
  maxRecipients: z.int(),
  defaultDeadlineDays: z.int(),
  minDeadlineDays: z.int(),
  maxDeadlineDays: z.int(),
  approvalRequired: z.boolean(),
  answersArriveAs: z.enum(['M', 'J']),
  deleteAtService: z.boolean(),
});
export type PolicyView = z.output<typeof policyView>;

export const sessionMethods = {
  'session.open': method(nothing, sessionView),
  'session.switchUser': method(z.object({ userId: id }), nothing),
  'session.setLanguage': method(z.object({ language: codes.language }), nothing),
  'session.setTheme': method(z.object({ theme: codes.theme }), nothing),
  'desk.baskets': method(
    nothing,
    z.object({
      baskets: z.array(z.object({ id: codes.basketId, count: z.number() })),
      recentCases: z.array(views.caseRow),
    }),
  ),
  /** What somebody should see to before it is too late. */
  'desk.notices': method(
    nothing,
    z.object({
      /** Set once the enterprise certificate is near its end. */
      certificateExpiresAt: z.string().optional(),
      /** Production without a signing service. */
      serviceMissing: z.boolean(),
      /** Signed files that will soon be gone from the service; the first to go first. */
      downloads: z.array(
        z.object({
          entryId: z.string(),
          recordNumber: z.string(),
          title: z.string(),
          fetchBefore: z.string(),
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
    z.object({ caseId: z.string().optional(), entryId: z.string().optional() }),
  ),
  'policy.read': method(nothing, z.object({ policy: policyView, change: views.decision })),
  'policy.change': method(z.object({ policy: policyView }), nothing),
} as const;
