import type { Instant, Result } from '../../domain/basics.ts';
import type {
  CertificateWarning,
  ServiceEnvironment,
  SigningSettings,
} from '../../domain/signing-settings.ts';
import type { ConnectionReport } from './signing-service.ts';

/** The settings with certificate and key. Holds the private key: never shown, never logged. */
export type ServiceSettings = SigningSettings & {
  /** PEM, the certificate first. */
  readonly certificateChain: string;
  /** PKCS#8 in PEM, without a passphrase. */
  readonly key: string;
  /** PEM certificates, besides those that came with Segl, that the service is recognised by. */
  readonly anchors: readonly string[];
};

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
  anchorsWithSegl(environment: ServiceEnvironment): number;
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
