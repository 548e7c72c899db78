import { createPrivateKey, type KeyObject, X509Certificate } from 'node:crypto';
import { BitString } from 'asn1js';
import { Certificate } from 'pkijs';
import { type Instant, ok } from '../../../domain/basics.ts';
import { toInstant } from '../../../domain/calendar.ts';
import { certificateOrganisation, type Subject } from '../signatures/certificate-organisation.ts';
import { type Attempt, problem } from './attempt.ts';
import { pemCertificates } from './environments.ts';
import { readPkcs12 } from './read-pkcs12.ts';

/** An enterprise certificate with its key, as the certificate authorities hand it out. */
export type CredentialSource =
  | {
      readonly kind: 'pem';
      /** The certificate and its issuers, in any order. */
      readonly certificateChain: string;
      readonly key: string;
      readonly passphrase?: string;
    }
  | { readonly kind: 'pkcs12'; readonly bytes: Uint8Array; readonly passphrase: string };

/**
 * `legacy-cipher`: the file is whole and the passphrase right, but it is encrypted in a way that today's OpenSSL
 * refuses (RC2 or triple DES). It can be converted, see {@link legacyCipherRemedy}.
 */
export type CredentialRefusal =
  | 'certificate-missing'
  | 'certificate-unreadable'
  | 'key-missing'
  | 'key-unreadable'
  | 'key-mismatch'
  | 'key-not-rsa'
  | 'not-pkcs12'
  | 'passphrase-wrong'
  | 'legacy-cipher';

/** Two commands that turn a file with legacy ciphers into the PEM files Segl takes. */
export const legacyCipherRemedy = [
  'openssl pkcs12 -legacy -in certificate.p12 -nokeys -out chain.pem',
  'openssl pkcs12 -legacy -in certificate.p12 -nocerts -out key.pem',
] as const;

/** `not-for-signatures`: lacks digitalSignature. `not-for-clients`: limited to other uses than TLS clients. */
export type KeyUsageFinding = 'not-for-signatures' | 'not-for-clients' | 'without-organisation';

export type Credentials = {
  readonly key: KeyObject;
  /** PKCS#8 without a passphrase: in memory only. */
  readonly keyPem: string;
  /** The certificate, then each issuer that came with it. */
  readonly chain: readonly X509Certificate[];
  readonly certificate: X509Certificate;
  /** Nine digits, from the certificate. */
  readonly organisation?: string;
  readonly subject: string;
  readonly issuer: string;
  readonly notBefore: Instant;
  /** Warn well ahead: ordering a new certificate takes weeks. */
  readonly notAfter: Instant;
  /** What will keep the service from taking it; empty is good. */
  readonly findings: readonly KeyUsageFinding[];
};

export async function readCredentials(
  source: CredentialSource,
): Promise<Attempt<Credentials, CredentialRefusal>> {
  const parts = source.kind === 'pem' ? readPem(source) : await readPkcs12(source.bytes, source.passphrase);
  if (!parts.ok) return parts;
  const { key, certificates } = parts.value;
  if (key.asymmetricKeyType !== 'rsa') return problem('key-not-rsa');
  const certificate = certificates.find((candidate) => candidate.checkPrivateKey(key));
  if (!certificate) return problem(certificates.length === 0 ? 'certificate-missing' : 'key-mismatch');
  const organisation = certificateOrganisation(subjectOf(certificate));
  return ok({
    key,
    keyPem: key.export({ type: 'pkcs8', format: 'pem' }).toString(),
    chain: chainFrom(certificate, certificates),
    certificate,
    organisation,
    subject: oneLine(certificate.subject),
    issuer: oneLine(certificate.issuer),
    notBefore: toInstant(new Date(certificate.validFrom)),
    notAfter: toInstant(new Date(certificate.validTo)),
    findings: [
      ...usageFindings(certificate),
      ...(organisation === undefined ? (['without-organisation'] as const) : []),
    ],
  });
}

export type CredentialParts = { readonly key: KeyObject; readonly certificates: readonly X509Certificate[] };

function readPem(
  source: Extract<CredentialSource, { kind: 'pem' }>,
): Attempt<CredentialParts, CredentialRefusal> {
  const texts = pemCertificates(source.certificateChain);
  if (texts.length === 0) return problem('certificate-missing');
  if (!/-----BEGIN [A-Z ]*PRIVATE KEY-----/.test(source.key)) return problem('key-missing');
  let certificates: readonly X509Certificate[];
  try {
    certificates = texts.map((text) => new X509Certificate(text));
  } catch (fault) {
    return problem('certificate-unreadable', { detail: String(fault) });
  }
  try {
    const key = createPrivateKey({ key: source.key, format: 'pem', passphrase: source.passphrase ?? '' });
    return ok({ key, certificates });
  } catch (fault) {
    const encrypted = /ENCRYPTED/.test(source.key);
    return problem(encrypted ? 'passphrase-wrong' : 'key-unreadable', { detail: String(fault) });
  }
}

/** From the certificate upwards, as far as the issuers are there. */
function chainFrom(leaf: X509Certificate, all: readonly X509Certificate[]): readonly X509Certificate[] {
  const chain = [leaf];
  for (let last = leaf; chain.length <= all.length; ) {
    if (last.checkIssued(last)) break;
    const issuer = all.find((candidate) => !chain.includes(candidate) && last.checkIssued(candidate));
    if (!issuer) break;
    chain.push(issuer);
    last = issuer;
  }
  return chain;
}

const clientAuth = '1.3.6.1.5.5.7.3.2';
const keyUsageId = '2.5.29.15';

function usageFindings(certificate: X509Certificate): readonly KeyUsageFinding[] {
  const usage = Certificate.fromBER(new Uint8Array(certificate.raw)).extensions?.find(
    (extension) => extension.extnID === keyUsageId,
  )?.parsedValue;
  const findings: KeyUsageFinding[] = [];
  // digitalSignature is the first bit.
  if (usage instanceof BitString && ((usage.valueBlock.valueHexView[0] ?? 0) & 0x80) === 0)
    findings.push('not-for-signatures');
  // What Node calls keyUsage is the extended one; undefined where the certificate sets no limit.
  const extended: readonly string[] | undefined = certificate.keyUsage;
  if (extended !== undefined && !extended.includes(clientAuth)) findings.push('not-for-clients');
  return findings;
}

const subjectOf = (certificate: X509Certificate): Subject => ({ ...certificate.toLegacyObject().subject });

const oneLine = (name: string): string => name.split('\n').join(', ');
