/** Posten's environments that the system owner may choose between. */
export const serviceEnvironments = ['difitest', 'production'] as const;
export type ServiceEnvironment = (typeof serviceEnvironments)[number];

/** Where jobs go by now: training has its local portal, and production may not be set up yet. */
export const environmentsInUse = ['training', ...serviceEnvironments, 'none'] as const;

export const signatureTypes = ['authenticated', 'advanced'] as const;
export const authenticationLevels = [3, 4] as const;
/** What of the signer stands in the signed document. */
export const signerIdentifiers = ['number-and-name', 'birth-date-and-name', 'name'] as const;

/** What the system owner decides about the signing service, apart from certificates. */
export type SigningSettings = {
  readonly environment: ServiceEnvironment;
  /** Nine digits: the sender. Another organisation's certificate may act for it as its broker. */
  readonly organisation: string;
  readonly signatureType: (typeof signatureTypes)[number];
  readonly authenticationLevel: (typeof authenticationLevels)[number];
  readonly signerIdentifier: (typeof signerIdentifiers)[number];
  /** Access by token instead of by certificate. */
  readonly token?: { readonly clientId: string; readonly brokerId: string };
};

/** What will keep the service from taking a certificate. */
export const certificateWarnings = ['not-for-signatures', 'not-for-clients', 'without-organisation'] as const;
export type CertificateWarning = (typeof certificateWarnings)[number];

/** What the connection test found; each has a sentence that says what to do. */
export const connectionOutcomes = [
  'works',
  'no-network',
  'proxy-refused',
  'tls-refused',
  'server-not-recognised',
  'certificate-missing',
  'wrong-certificate-kind',
  'certificate-expired',
  'wrong-environment',
  'not-authorised',
  'broker-not-authorised',
  'clock-off',
  'service-fault',
] as const;
export type ConnectionOutcome = (typeof connectionOutcomes)[number];
