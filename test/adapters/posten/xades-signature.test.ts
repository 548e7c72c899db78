import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { signedInfo, signedProperties } from '../../../main/adapters/posten/xades-signature.ts';

const sha256 = (text: string) => createHash('sha256').update(text).digest('base64');

describe('the known answer of the official client', () => {
  const files = [
    { name: 'dokument.pdf', mime: 'application/pdf', sha256: sha256('hoveddokument-innhold') },
    { name: 'manifest.xml', mime: 'application/xml', sha256: sha256('manifest-innhold') },
  ];
  const properties = signedProperties(
    files,
    {
      sha1: '6Gko40cr8upGenUAxIT6bBVcRfo=',
      issuerName: 'CN=Avsender,OU=Avsender,O=Avsender,L=Oslo,ST=NO,C=NO',
      serialNumber: '589725471',
    },
    '2018-11-29T09:15:00+01:00',
  );

  test('the canonical signed properties are the same 912 octets', () => {
    expect(Buffer.byteLength(properties)).toBe(912);
    expect(sha256(properties)).toBe('n4ZOYvk7M6YXWrrunai7lVH48xeDJDxER9TlJ7c8f/g=');
  });

  test('the canonical signed info is the same 1039 octets', () => {
    const info = signedInfo(files, sha256(properties));
    expect(Buffer.byteLength(info)).toBe(1039);
    expect(sha256(info)).toBe('Tm84u1J53+tP3vPm4asYzmEg04rq7MP4vygQ1HIV5aQ=');
  });
});
