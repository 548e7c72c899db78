import { createHash, sign } from 'node:crypto';
import { crc32, deflateRawSync } from 'node:zlib';
import { Zip, type ZipInputFile } from 'fflate';
import { issuerName } from './issuer-name.ts';
import type { Credentials } from './read-credentials.ts';
import { type SigningCertificate, signaturesXml, signedInfo, signedProperties } from './xades-signature.ts';

export type BundleFile = { readonly name: string; readonly mime: string; readonly bytes: Uint8Array };

// Zip keeps local time; its first moment is the same everywhere and says nothing.
const mtime = new Date(1980, 0, 1);

/**
 * The signed bundle (ASiC-E, docs/rules.md, 21): the files in their order, then their signature.
 * The same files, key and `signingTime` give the same bytes. PDFs are not compressed, for they hold compressed streams
 * already.
 */
export function buildBundle(
  files: readonly BundleFile[],
  credentials: Pick<Credentials, 'key' | 'chain' | 'certificate'>,
  signingTime: Date,
): Uint8Array {
  const signature = Buffer.from(signFiles(files, credentials, signingTime), 'utf8');
  return zip([...files, { name: 'META-INF/signatures.xml', mime: 'application/xml', bytes: signature }]);
}

/**
 * The library writes the zip; digests and deflating are Node's own, which take a tenth of the time. Every entry is
 * deflated, PDFs in stored blocks: sizes come after the data, and Java reads such entries only when they are deflated.
 */
function zip(files: readonly BundleFile[]): Uint8Array {
  const chunks: Uint8Array[] = [];
  const archive = new Zip((fault, chunk) => {
    if (fault) throw fault;
    chunks.push(chunk);
  });
  for (const { name, mime, bytes } of files) {
    // Room for the whole at once: collecting many small pieces would take longer than all the rest.
    const chunkSize = bytes.byteLength + 65_536;
    const level = mime === 'application/pdf' ? 0 : 6;
    const file: ZipInputFile = {
      filename: name,
      size: bytes.byteLength,
      crc: crc32(bytes),
      compression: 8,
      mtime,
    };
    archive.add(file);
    file.ondata?.(null, deflateRawSync(bytes, { level, chunkSize }), true);
  }
  archive.end();
  return Buffer.concat(chunks);
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
