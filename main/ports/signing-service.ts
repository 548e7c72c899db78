import type { JobOutcome } from '../../domain/answer.ts';
import type { Instant } from '../../domain/basics.ts';
import type { IdentityNumber } from '../../domain/identity-number.ts';
import type { ServiceNotice } from '../../domain/service-notices.ts';
import type { Signer, SignerState, SigningJob } from '../../domain/signing-job.ts';
import type { ConnectionOutcome } from '../../domain/signing-settings.ts';

/**
 * A job's signer with what the service needs beside. Who signs `onBehalfOf` another is not looked up in the register,
 * so own contact data is needed.
 */
export type SignerOrder = Pick<Signer, 'group' | 'onBehalfOf'> & {
  readonly identityNumber: IdentityNumber;
  readonly contact?: { readonly email?: string; readonly phone?: string };
};

/**
 * A job with what the service needs beside. Its `reference` is echoed by the service in every change: ≤ 50 characters,
 * no personal data. Each group has `deadlineDays` from its activation.
 */
export type SigningOrder = Pick<
  SigningJob,
  'reference' | 'title' | 'nonSensitiveTitle' | 'message' | 'deadlineDays'
> & {
  readonly pdf: Uint8Array;
  readonly signers: readonly SignerOrder[];
};

export type Accepted = { readonly serviceJobId: string; readonly cancellationUrl?: string };

export type SignerChange = {
  /** As the service writes it. */
  readonly identityNumber?: string;
  /** Set when the signer was addressed by contact data. */
  readonly contact?: { readonly email?: string; readonly phone?: string };
  readonly state: SignerState;
  /** The service's own word for the state. */
  readonly serviceState: string;
  readonly since: Instant;
  readonly xadesUrl?: string;
};

/** A full snapshot of one job that has changed. It comes again until it is confirmed. */
export type JobChange = {
  readonly reference?: string;
  readonly serviceJobId: string;
  readonly status: 'inProgress' | JobOutcome;
  readonly signers: readonly SignerChange[];
  readonly confirmationUrl: string;
  readonly cancellationUrl?: string;
  readonly deleteDocumentsUrl?: string;
  readonly padesUrl?: string;
};

/** `nextAt`: asking before that is refused by the service; it must survive a restart. */
export type Poll =
  | { readonly kind: 'change'; readonly change: JobChange; readonly nextAt: Instant }
  | { readonly kind: 'nothing'; readonly nextAt: Instant }
  | { readonly kind: 'too-soon'; readonly nextAt: Instant };

/** Whose seal counts on what this service delivers, and how it makes a signed document of the one it was sent. */
export type SealPolicy = {
  /** PEM. A certificate counts only where its chain ends in one of these. */
  readonly anchors: readonly string[];
  /** PEM. The same for time stamps; without any, no time stamp is trusted and the time of receipt counts. */
  readonly timeStampAnchors: readonly string[];
  /** Nine digits: the only organisation whose seal counts. */
  readonly organisation: string;
  /** Object identifiers, one of which the seal's certificate must name as extended key usage; empty: none need be. */
  readonly extendedUsages: readonly string[];
  /** `front-page`: one page before the document's own. `receipt-page`: one after them. `none`: only its own. */
  readonly addedPages: 'front-page' | 'receipt-page' | 'none';
  /** Nine digits each: who may have signed the evidence of a signature; absent where the service delivers none. */
  readonly evidenceOrganisations?: readonly string[];
};

/**
 * An external signing service. Every call may throw {@link ServiceUnreachable},
 * {@link ServiceRefusal} or {@link AnswerLost}. Addresses in answers are opaque and only ever handed back.
 */
export interface SigningService {
  /**
   * Not safe to repeat: two calls make two jobs. Throws {@link ServiceUnreachable} only when the request certainly
   * was not taken, {@link AnswerLost} whenever it may have been.
   */
  create(order: SigningOrder): Promise<Accepted>;
  poll(): Promise<Poll>;
  fetchSignedPdf(padesUrl: string): Promise<Uint8Array>;
  fetchSignature(xadesUrl: string): Promise<Uint8Array>;
  /** Only after everything in the change is stored: the service may then forget the job. Safe to repeat. */
  confirm(confirmationUrl: string): Promise<void>;
  /** `too-late`: the job ended meanwhile; its outcome comes by polling. */
  cancel(cancellationUrl: string): Promise<'cancelled' | 'too-late'>;
  deleteDocuments(deleteDocumentsUrl: string): Promise<void>;
  /** The notices that the service sends by itself, for a deadline of so many days. */
  noticePlan(deadlineDays: number): readonly ServiceNotice[];
  /** Whether one more notice can be had on demand; a service without that sends its own. */
  remindsOnDemand(): boolean;
  /** One more notice to those of the job whose turn it is. Throws {@link ServiceRefusal} where it cannot be had. */
  remind(serviceJobId: string): Promise<void>;
  sealPolicy(): SealPolicy;
  testConnection(): Promise<ConnectionReport>;
  close(): Promise<void>;
}

/** What the connection test found. */
export type ConnectionReport = {
  readonly outcome: ConnectionOutcome;
  /** The service's or network's own words, for support. */
  readonly detail: string;
  /** Who the service says we are. */
  readonly organisation?: string;
  readonly certificateExpiresAt?: Instant;
};

/** The request certainly had no effect: no connection, or the service is closed. `code` e.g. `ECONNREFUSED`. */
export class ServiceUnreachable extends Error {
  override readonly name = 'ServiceUnreachable';
  readonly code: string;
  /** When the service itself said when to come back. */
  readonly retryAt?: Instant;
  constructor(code: string, detail: string, retryAt?: Instant, cause?: unknown) {
    super(detail, { cause });
    this.code = code;
    this.retryAt = retryAt;
  }
}

/** The service answered and said no. `code` is its error code, or `http-<status>` when it gave none. */
export class ServiceRefusal extends Error {
  override readonly name = 'ServiceRefusal';
  readonly code: string;
  readonly httpStatus: number;
  constructor(code: string, detail: string, httpStatus: number) {
    super(detail);
    this.code = code;
    this.httpStatus = httpStatus;
  }
}

/** The request may or may not have had its effect. */
export class AnswerLost extends Error {
  override readonly name = 'AnswerLost';
  constructor(detail: string, cause?: unknown) {
    super(detail, { cause });
  }
}
