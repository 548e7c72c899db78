import { X509Certificate } from 'node:crypto';
import { ok, type Result, refuse } from '../../../domain/basics.ts';
import { toInstant } from '../../../domain/calendar.ts';
import type { CertificateRefusal, EnterpriseCertificate, TrustAnchor } from '../../ports/service-setup.ts';
import { pemCertificates } from './environments.ts';
import {
  type CredentialRefusal,
  type CredentialSource,
  legacyCipherRemedy,
  readCredentials,
} from './read-credentials.ts';

/** An enterprise certificate as the system owner hands it in: one PKCS#12 file, or PEM files in any order. */
export async function readCertificateFiles(
  files: readonly Uint8Array[],
  passphrase: string,
): Promise<Result<EnterpriseCertificate, CertificateRefusal>> {
  const source = sourceOf(files, passphrase);
  if (!source) return refuse('certificate-missing');
  const read = await readCredentials(source);
  if (!read.ok) return toRefusal(read.refusal.code);
  const { chain, keyPem, subject, issuer, organisation, notAfter, findings } = read.value;
  return ok({
    certificateChain: chain.map((certificate) => certificate.toString()).join(''),
    key: keyPem,
    subject,
    issuer,
    organisation,
    expiresAt: notAfter,
    warnings: findings,
  });
}

function sourceOf(files: readonly Uint8Array[], passphrase: string): CredentialSource | undefined {
  const texts = files.map((file) => Buffer.from(file).toString('latin1'));
  const text = texts.filter((one) => one.includes('-----BEGIN ')).join('\n');
  if (text !== '') {
    const [key = ''] =
      /-----BEGIN [A-Z ]*PRIVATE KEY-----[\s\S]+?-----END [A-Z ]*PRIVATE KEY-----/.exec(text) ?? [];
    return { kind: 'pem', certificateChain: text, key, passphrase };
  }
  const [bytes] = files;
  return bytes && { kind: 'pkcs12', bytes, passphrase };
}

const refusals: Readonly<Record<CredentialRefusal, CertificateRefusal>> = {
  'certificate-missing': 'certificate-missing',
  'certificate-unreadable': 'certificate-unreadable',
  'key-missing': 'certificate-key-missing',
  'key-unreadable': 'certificate-key-unreadable',
  'key-mismatch': 'certificate-key-mismatch',
  'key-not-rsa': 'certificate-key-not-rsa',
  'not-pkcs12': 'certificate-not-pkcs12',
  'passphrase-wrong': 'certificate-passphrase-wrong',
  'legacy-cipher': 'certificate-legacy-cipher',
};

function toRefusal(code: CredentialRefusal) {
  const [certificateCommand, keyCommand] = legacyCipherRemedy;
  return code === 'legacy-cipher'
    ? refuse(refusals[code], { certificateCommand, keyCommand })
    : refuse(refusals[code]);
}

/** Every certificate of a PEM or DER file; none when one of them cannot be read. */
export function readTrustAnchors(file: Uint8Array): readonly TrustAnchor[] {
  const texts = pemCertificates(Buffer.from(file).toString('latin1'));
  try {
    return (texts.length > 0 ? texts : [file]).map((one) => {
      const certificate = new X509Certificate(one);
      return {
        pem: certificate.toString(),
        fingerprint: certificate.fingerprint256.replaceAll(':', '').toLowerCase(),
        subject: certificate.subject.split('\n').join(', '),
        expiresAt: toInstant(new Date(certificate.validTo)),
      };
    });
  } catch {
    return [];
  }
}
