import type { FindProxy } from '../../ports/proxy.ts';
import type { PostenEnvironment } from './environments.ts';
import type { CredentialSource } from './read-credentials.ts';

export type SenderSector = 'public' | 'private';
export type SignatureType = 'ADVANCED_ELECTRONIC_SIGNATURE' | 'AUTHENTICATED_ELECTRONIC_SIGNATURE';
export type AuthenticationLevel = 3 | 4;
export type SignerIdentifier = 'PERSONAL_IDENTIFICATION_NUMBER_AND_NAME' | 'DATE_OF_BIRTH_AND_NAME' | 'NAME';

/** How a job looks to the signer, apart from the order itself. */
export type JobStyle = {
  /** Default `public`: contact data comes from the contact and reservation register. */
  readonly sender?: SenderSector;
  /** Default: authenticated for a public sender, advanced (the only choice) for a private one. */
  readonly signatureType?: SignatureType;
  /** Default 4. */
  readonly authenticationLevel?: AuthenticationLevel;
  /** Default identity number and name; the service has no default that its documents agree on, so it is always sent. */
  readonly identifierInSignedDocuments?: SignerIdentifier;
};

/** Access by token instead of by certificate (docs/rules.md, 17). */
export type TokenAccess = {
  readonly clientId: string;
  /** Not an organisation number: the id that the self-service gave. */
  readonly brokerId: string;
  /** Only for an environment that is not one of Posten's own. */
  readonly url?: string;
  /** PEM; only where the token host's certificate is not an ordinary public one. */
  readonly anchors?: readonly string[];
};

export type Timeouts = {
  /** Until the TLS connection stands. */
  readonly connectMs: number;
  /** Until the whole answer is here, and between two steps of an upload. */
  readonly responseMs: number;
  /** The same for signed documents. */
  readonly downloadMs: number;
};

/** As the service's own Java client waits (docs/rules.md, 18). */
export const usualTimeouts: Timeouts = { connectMs: 5_000, responseMs: 10_000, downloadMs: 60_000 };

export type PostenConfig = JobStyle & {
  readonly environment: PostenEnvironment;
  /** Nine digits: the sender. Another organisation's certificate may act for it as its broker. */
  readonly organisation: string;
  /** One named queue per archive, or two systems take each other's messages. */
  readonly queue: string;
  readonly credentials: CredentialSource;
  /** Present: calls carry a token. The bundle is signed with the certificate's key all the same. */
  readonly token?: TokenAccess;
  readonly now: () => Date;
  /** Lines for support: never a name, a title or an identity number. */
  readonly log?: (line: string) => void;
  /** Folder with `production/*.pem` and `difitest/*.pem`; default `resources/trust`. */
  readonly trustFolder?: string;
  /** PEM certificates that count besides those of the folder; only for a named environment. */
  readonly furtherAnchors?: readonly string[];
  /** Where the service is reached through a proxy. */
  readonly findProxy?: FindProxy;
  readonly timeouts?: Partial<Timeouts>;
  /** Default 9; the service blocks an organisation for 30 s at more than 10. */
  readonly callsPerSecond?: number;
};
