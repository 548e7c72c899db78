import { createHash, createPublicKey, verify, X509Certificate } from 'node:crypto';
import { DOMParser, type Element } from '@xmldom/xmldom';
import { unzipSync } from 'fflate';
import { beforeAll, describe, expect, test } from 'vitest';
import { C14nCanonicalization } from 'xml-crypto';
import { buildBundle, signFiles } from '../../../main/adapters/posten/build-bundle.ts';
import { type Credentials, readCredentials } from '../../../main/adapters/posten/read-credentials.ts';
import { type Issued, openTestAuthority, seid2, type TestAuthority } from './support/certificates.ts';
import { schemaFaults } from './support/official-schemas.ts';
import { smallPdf } from './support/orders.ts';

const dsig = 'http://www.w3.org/2000/09/xmldsig#';
const moment = new Date('2026-11-20T10:00:00.123Z');
const manifest = Buffer.from('<m>æøå &amp; co</m>', 'utf8');
const files = [
  { name: '0000_dokument.pdf', mime: 'application/pdf', bytes: smallPdf },
  { name: 'manifest.xml', mime: 'application/xml', bytes: manifest },
];
let authority: TestAuthority;
let issued: Issued;
let credentials: Credentials;

beforeAll(async () => {
  authority = await openTestAuthority('Segl, prøve-CA');
  issued = await authority.issue({ subject: seid2('310000019') });
  const read = await readCredentials({ kind: 'pem', certificateChain: issued.chain, key: issued.key });
  if (!read.ok) throw new Error(read.refusal.code);
  credentials = read.value;
});

describe('the signed bundle', () => {
  test('holds the documents, the manifest and one signature, in this order and nothing else', () => {
    const names = Object.keys(unzipSync(buildBundle(files, credentials, moment)));
    expect(names).toEqual(['0000_dokument.pdf', 'manifest.xml', 'META-INF/signatures.xml']);
  });

  test('gives back the very bytes that went in', () => {
    const entries = unzipSync(buildBundle(files, credentials, moment));
    expect(Buffer.from(entries['0000_dokument.pdf'] ?? [])).toEqual(Buffer.from(smallPdf));
    expect(Buffer.from(entries['manifest.xml'] ?? [])).toEqual(manifest);
  });

  test('is the same for the same files, key and time', () => {
    expect(buildBundle(files, credentials, moment)).toEqual(buildBundle(files, credentials, moment));
  });
});

describe('META-INF/signatures.xml', () => {
  test('is valid by the schemas of ETSI and W3C', () => {
    expect(schemaFaults(signFiles(files, credentials, moment), 'signatures')).toEqual([]);
  });

  test('carries the certificate and its issuer', () => {
    const xml = signFiles(files, credentials, moment);
    const certificates = [...xml.matchAll(/<X509Certificate>([^<]+)</g)].map(
      ([, der]) => new X509Certificate(Buffer.from(der ?? '', 'base64')),
    );
    expect(certificates.map((link) => link.raw)).toEqual([
      new X509Certificate(issued.certificate).raw,
      new X509Certificate(authority.pem).raw,
    ]);
  });

  test('names the issuer as RFC 2253 does', () => {
    expect(signFiles(files, credentials, moment)).toContain(
      '<ns2:X509IssuerName>CN=Segl\\, prøve-CA,O=Segl\\, prøver,C=NO</ns2:X509IssuerName>',
    );
  });

  test('verifies with a canonicaliser that reads the written document', () => {
    const xml = signFiles(files, credentials, moment);
    const document = new DOMParser().parseFromString(xml, 'text/xml');
    const first = (name: string): Element => {
      const found = document.getElementsByTagNameNS('*', name).item(0);
      if (!found) throw new Error(name);
      return found;
    };
    const canonical = (element: Element): string =>
      // xml-crypto is typed for the browser's DOM, which xmldom's nodes follow.
      new C14nCanonicalization().process(element as unknown as Node, { ancestorNamespaces: [] });
    const info = canonical(first('SignedInfo'));
    const key = createPublicKey(issued.certificate);
    const value = Buffer.from(first('SignatureValue').textContent ?? '', 'base64');
    expect(verify('sha256', Buffer.from(info), key, value)).toBe(true);

    const references = [...document.getElementsByTagNameNS(dsig, 'Reference')];
    const digests = new Map(
      references.map((reference) => [
        reference.getAttribute('URI'),
        reference.getElementsByTagNameNS(dsig, 'DigestValue').item(0)?.textContent,
      ]),
    );
    const sha256 = (bytes: string | Uint8Array) => createHash('sha256').update(bytes).digest('base64');
    expect(Object.fromEntries(digests)).toEqual({
      '0000_dokument.pdf': sha256(smallPdf),
      'manifest.xml': sha256(manifest),
      '#SignedProperties': sha256(canonical(first('SignedProperties'))),
    });
  });
});
