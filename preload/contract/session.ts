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
  /** Everybody one may be; in production only oneself. */
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
  'service.read': method(
    nothing,
    z.object({
      environment: z.enum(['training', 'difitest', 'production', 'none']),
      organisation: z.string().optional(),
      certificateExpiresAt: z.string().optional(),
      nextPollAt: z.string().optional(),
      test: views.decision,
    }),
  ),
  /** «Test forbindelsen»: `outcome` has a sentence in the catalogue, `detail` is for support. */
  'service.test': method(
    nothing,
    z.object({
      outcome: z.string(),
      detail: z.string(),
      organisation: z.string().optional(),
      certificateExpiresAt: z.string().optional(),
    }),
  ),
} as const;
