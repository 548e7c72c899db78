import { z } from 'zod';
import * as codes from './codes.ts';
import { id, method, nothing, text } from './method.ts';
import * as views from './views.ts';

const userFields = {
  name: text,
  initials: text,
  adminUnit: text,
  roles: z.array(codes.role).max(10),
};
const stagedFiles = z.array(id).max(20);

const environment = z.enum(['difitest', 'production']);
const chosen = {
  environment,
  /** Nine digits: the sender. */
  organisation: text,
  signatureType: z.enum(['authenticated', 'advanced']),
  authenticationLevel: z.literal([3, 4]),
  signerIdentifier: z.enum(['number-and-name', 'birth-date-and-name', 'name']),
  /** Access by token instead of by certificate. */
  token: z.object({ clientId: z.string().min(1).max(200), brokerId: z.string().min(1).max(200) }).optional(),
};
const serviceForm = z.object({
  ...chosen,
  /** Staged PKCS#12 or PEM files; none leaves the certificate that is there. */
  certificateFiles: stagedFiles,
  passphrase: z.string().max(1000),
  /** Fingerprints of the anchors that stay. */
  keepAnchors: z.array(z.string().max(100)).max(100),
  anchorFiles: stagedFiles,
});
export type ServiceForm = z.input<typeof serviceForm>;

const anchor = z.object({ fingerprint: z.string(), subject: z.string(), expiresAt: z.string() });
const serviceSettings = z.object({
  ...chosen,
  certificate: z.object({
    subject: z.string(),
    issuer: z.string(),
    organisation: z.string().optional(),
    expiresAt: z.string(),
    /** Each has a sentence in the catalogue. */
    warnings: z.array(z.string()),
  }),
  anchors: z.array(anchor),
});
export type ServiceSettingsView = z.output<typeof serviceSettings>;

/** Setting up: the archive itself, its users, its signing service. */
export const administrationMethods = {
  /** Only where there is no archive yet. The first user owns the system and is the document centre. */
  'archive.create': method(
    z.object({
      recordCreator: z.object({ name: text, organisationNumber: text }),
      title: text,
      user: z.object({ name: text, initials: text, adminUnit: text }),
      /** One class per line, code and title. */
      classes: z.string().max(200_000),
    }),
    nothing,
  ),
  'users.list': method(nothing, z.object({ users: z.array(views.user), change: views.decision })),
  'users.add': method(z.object(userFields), z.object({ userId: z.string() })),
  'users.change': method(z.object({ userId: id, ...userFields }), nothing),
  'service.read': method(
    nothing,
    z.object({
      environment: z.enum(['training', 'difitest', 'production', 'none']),
      organisation: z.string().optional(),
      certificateExpiresAt: z.string().optional(),
      nextPollAt: z.string().optional(),
      test: views.decision,
      change: views.decision,
      /** What is set; absent in training, and until it is set up. */
      settings: serviceSettings.optional(),
      /** How many certificates that the service is recognised by came with Segl. */
      anchorsWithSegl: z.object({ difitest: z.number(), production: z.number() }),
    }),
  ),
  'service.change': method(serviceForm, nothing),
  /**
   * «Test forbindelsen»: what is set, or what stands in the form before it is saved. `outcome` has a sentence in the
   * catalogue, `detail` is for support.
   */
  'service.test': method(
    z.object({ form: serviceForm.optional() }),
    z.object({
      outcome: z.string(),
      detail: z.string(),
      organisation: z.string().optional(),
      certificateExpiresAt: z.string().optional(),
    }),
  ),
} as const;
