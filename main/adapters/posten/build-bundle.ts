import { createHash, sign } from 'node:crypto';
import { zipSync } from 'fflate';
import { issuerName } from './issuer-name.ts';
import type { Credentials } from './read-credentials.ts';
import { type SigningCertificate, signaturesXml, signedInfo, signedProperties } from './xades-signature.ts';

export type BundleFile = { readonly name: string; readonly mime: string; readonly bytes: Uint8Array };

// Zip keeps local time; its first moment is the same everywhere and says nothing.
const mtime = new Date(1980, 0, 1);

/**
 * The signed bundle (ASiC-E, posten-signering reference, section 3): the files in their order, then their signature.
 * The same files, key and `signingTime` give the same bytes. PDFs are stored as they are, for they hold compressed
 * streams already.
 */
export function buildBundle(
  files: readonly BundleFile[],
  credentials: Pick<Credentials, 'key' | 'chain' | 'certificate'>,
  signingTime: Date,
): Uint8Array {
  const signature = signFiles(files, credentials, signingTime);
  return zipSync(
    Object.fromEntries([
      ...files.map(({ name, mime, bytes }) => [name, [bytes, { level: mime === 'application/pdf' ? 0 : 6 }]]),
      ['META-INF/signatures.xml', [Buffer.from(signature, 'utf8'), { level: 6 }]],
    ]),
    { mtime },
  );
}

/** `META-INF/signatures.xml` over the files: every file is covered, in the bundle's order. */
export function signFiles(
  files: readonly BundleFile[],
  { key, chain, certificate }: Pick<Credentials, 'key' | 'chain' | 'certificate'>,
  signingTime: Date,
): string {
  const digested = files.map(({ name, mime, bytes }) => ({ name, mime, sha256: sha256(bytes) }));
  const properties = signedProperties(
    digested,
    signingCertificate(certificate.raw, certificate.serialNumber),
    signingTime.toISOString(),
  );
  const info = signedInfo(digested, sha256(properties));
  return signaturesXml({
    signedInfo: info,
    signatureValue: sign('sha256', Buffer.from(info, 'utf8'), key).toString('base64'),
    certificates: chain.map((link) => link.raw.toString('base64')),
    signedProperties: properties,
  });
}

const signingCertificate = (der: Uint8Array, serialHex: string): SigningCertificate => ({
  sha1: createHash('sha1').update(der).digest('base64'),
  issuerName: issuerName(der),
  serialNumber: BigInt(`0x${serialHex}`).toString(),
});

const sha256 = (bytes: Uint8Array | string): string => createHash('sha256').update(bytes).digest('base64');
