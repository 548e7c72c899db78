import type { Instant, Result } from '../../domain/basics.ts';
import type { ConnectionReport } from './signing-service.ts';

/** What the system owner has decided about the signing service. Holds the private key: never shown, never logged. */
export type ServiceSettings = {
  readonly environment: 'difitest' | 'production';
  /** Nine digits: the sender. Another organisation's certificate may act for it as its broker. */
  readonly organisation: string;
  /** PEM, the certificate first. */
  readonly certificateChain: string;
  /** PKCS#8 in PEM, without a passphrase. */
  readonly key: string;
  /** PEM certificates, besides those that came with Segl, that the service is recognised by. */
  readonly anchors: readonly string[];
  readonly signatureType: 'authenticated' | 'advanced';
  readonly authenticationLevel: 3 | 4;
  readonly signerIdentifier: 'number-and-name' | 'birth-date-and-name' | 'name';
  /** Access by token instead of by certificate. */
  readonly token?: { readonly clientId: string; readonly brokerId: string };
};

/** What will keep the service from taking a certificate. */
export type CertificateWarning = 'not-for-signatures' | 'not-for-clients' | 'without-organisation';

export type EnterpriseCertificate = Pick<ServiceSettings, 'certificateChain' | 'key'> & {
  readonly subject: string;
  readonly issuer: string;
  /** Nine digits, where the certificate tells. */
  readonly organisation?: string;
  readonly expiresAt: Instant;
  readonly warnings: readonly CertificateWarning[];
};
export type TrustAnchor = {
  readonly pem: string;
  /** SHA-256 in hexadecimal, as authorities publish it. */
  readonly fingerprint: string;
  readonly subject: string;
  readonly expiresAt: Instant;
};
export type CertificateRefusal =
  | 'certificate-missing'
  | 'certificate-unreadable'
  | 'certificate-key-missing'
  | 'certificate-key-unreadable'
  | 'certificate-key-mismatch'
  | 'certificate-key-not-rsa'
  | 'certificate-not-pkcs12'
  | 'certificate-passphrase-wrong'
  /** Facts `certificateCommand` and `keyCommand`: how the file is converted. */
  | 'certificate-legacy-cipher';

/** Setting up the signing service while Segl runs. */
export interface ServiceSetup {
  current(): ServiceSettings | undefined;
  /** One PKCS#12 file, or PEM files with the certificate, its issuers and the key in any order. */
  readCertificate(
    files: readonly Uint8Array[],
    passphrase: string,
  ): Promise<Result<EnterpriseCertificate, CertificateRefusal>>;
  /** Every certificate of a PEM or DER file; none when it holds none that can be read. */
  readAnchors(file: Uint8Array): readonly TrustAnchor[];
  /** How many certificates of that environment came with Segl. */
  anchorsWithSegl(environment: ServiceSettings['environment']): number;
  /** Keeps the settings with the host's secrets, then works by them. */
  use(settings: ServiceSettings): Promise<void>;
  /** Asks the service who it takes us for, without keeping anything. */
  test(settings: ServiceSettings): Promise<ConnectionReport>;
}

/** Where the host keeps what must not lie in the archive. */
export interface Secrets {
  /** Throws `VaultLocked` when the key is gone or the bytes were altered. */
  read(name: string): Promise<Uint8Array | undefined>;
  /** Whole or not at all. */
  write(name: string, bytes: Uint8Array): Promise<void>;
}
