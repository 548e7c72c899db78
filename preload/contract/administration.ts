import { z } from 'zod';
import * as codes from './codes.ts';
import { id, instant, list, method, nothing, stagedId, text } from './method.ts';
import * as views from './views.ts';

const userFields = {
  name: text,
  initials: text,
  adminUnit: id<'unit'>(),
  roles: list(codes.role, 10),
};
const stagedFiles = list(stagedId, 20);

const chosen = {
  environment: codes.serviceEnvironment,
  /** Nine digits: the sender. */
  organisation: text,
  signatureType: codes.signatureType,
  authenticationLevel: codes.authenticationLevel,
  signerIdentifier: codes.signerIdentifier,
  /** Access by token instead of by certificate. */
  token: z.object({ clientId: z.string().min(1).max(200), brokerId: z.string().min(1).max(200) }).optional(),
};
const serviceForm = z.object({
  ...chosen,
  /** Staged PKCS#12 or PEM files; none leaves the certificate that is there. */
  certificateFiles: stagedFiles,
  passphrase: z.string().max(1000),
  /** Fingerprints of the anchors that stay. */
  keepAnchors: list(z.string().max(100), 100),
  anchorFiles: stagedFiles,
});
export type ServiceForm = z.input<typeof serviceForm>;

const anchor = z.object({ fingerprint: z.string(), subject: z.string(), expiresAt: instant });
const serviceSettings = z.object({
  ...chosen,
  certificate: z.object({
    subject: z.string(),
    issuer: z.string(),
    organisation: z.string().optional(),
    expiresAt: instant,
    warnings: list(codes.certificateWarning),
  }),
  anchors: list(anchor),
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
      /** The archive that was in the folder before, where a new one is wanted all the same. */
      insteadOf: text.optional(),
    }),
    nothing,
  ),
  'users.list': method(
    nothing,
    z.object({ users: list(views.user), units: list(views.adminUnit), change: views.decision }),
  ),
  'users.add': method(z.object(userFields), z.object({ userId: id<'user'>() })),
  'users.change': method(z.object({ userId: id<'user'>(), ...userFields }), nothing),
  'service.read': method(
    nothing,
    z.object({
      environment: codes.environmentInUse,
      organisation: z.string().optional(),
      certificateExpiresAt: instant.optional(),
      nextPollAt: instant.optional(),
      test: views.decision,
      change: views.decision,
      /** Those that the machine's policy allows. */
      allowed: list(codes.serviceEnvironment),
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
      outcome: codes.connectionOutcome,
      detail: z.string(),
      organisation: z.string().optional(),
      certificateExpiresAt: instant.optional(),
    }),
  ),
} as const;
