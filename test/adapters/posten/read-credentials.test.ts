import { createPrivateKey, generateKeyPairSync } from 'node:crypto';
import { readFileSync } from 'node:fs';
import {
  AuthenticatedSafe,
  CertBag,
  Certificate,
  PFX,
  PKCS8ShroudedKeyBag,
  PrivateKeyInfo,
  SafeBag,
  SafeContents,
} from 'pkijs';
import { beforeAll, describe, expect, test } from 'vitest';
import { readCredentials } from '../../../main/adapters/posten/read-credentials.ts';
import {
  clientAuth,
  type Issued,
  openTestAuthority,
  seid2,
  serverAuth,
  type TestAuthority,
} from './support/certificates.ts';

const keyEncipherment = 0x04;
let authority: TestAuthority;
let issued: Issued;

beforeAll(async () => {
  authority = await openTestAuthority();
  issued = await authority.issue({ subject: seid2('310000019'), extendedUsage: [clientAuth] });
});

const read = async (source: Parameters<typeof readCredentials>[0]) => {
  const result = await readCredentials(source);
  return result.ok ? result.value : result.refusal.code;
};

describe('PEM', () => {
  const pem = (change: object = {}) =>
    read({ kind: 'pem', certificateChain: issued.chain, key: issued.key, ...change });

  test('gives organisation, expiry and the chain from the certificate upwards, whatever the order of the file', async () => {
    const credentials = await pem({ certificateChain: `${authority.pem}\n${issued.certificate}` });
    expect(credentials).toMatchObject({ organisation: '310000019', findings: [] });
    if (typeof credentials === 'string') throw new Error(credentials);
    expect(credentials.chain.map((link) => link.subject.includes('Segl test CA'))).toEqual([false, true]);
    expect(Date.parse(credentials.notAfter)).toBeGreaterThan(Date.now());
  });

  test('a key with a passphrase is opened by it, and a wrong one is said to be wrong', async () => {
    const key = String(
      createPrivateKey(issued.key).export({
        type: 'pkcs8',
        format: 'pem',
        cipher: 'aes-256-cbc',
        passphrase: 'blåbær',
      }),
    );
    expect(await pem({ key, passphrase: 'blåbær' })).toMatchObject({ organisation: '310000019' });
    expect(await pem({ key, passphrase: 'blåbaer' })).toBe('passphrase-wrong');
    expect(await pem({ key })).toBe('passphrase-wrong');
  });

  test('what is missing or does not fit is named', async () => {
    const other = await authority.issue({ subject: seid2('310000019') });
    const elliptic = generateKeyPairSync('ec', { namedCurve: 'P-256' });
    expect(await pem({ certificateChain: '' })).toBe('certificate-missing');
    expect(
      await pem({ certificateChain: '-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----' }),
    ).toBe('certificate-unreadable');
    expect(await pem({ key: '' })).toBe('key-missing');
    expect(await pem({ key: '-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----' })).toBe(
      'key-unreadable',
    );
    expect(await pem({ key: other.key })).toBe('key-mismatch');
    expect(await pem({ key: elliptic.privateKey.export({ type: 'pkcs8', format: 'pem' }) })).toBe(
      'key-not-rsa',
    );
  });

  test('a certificate that the service will not take is found out', async () => {
    const findings = async (wish: Partial<Parameters<TestAuthority['issue']>[0]>) => {
      const made = await authority.issue({ subject: seid2('310000019'), ...wish });
      const credentials = await pem({ certificateChain: made.chain, key: made.key });
      return typeof credentials === 'string' ? credentials : credentials.findings;
    };
    expect(await findings({ keyUsage: keyEncipherment })).toEqual(['not-for-signatures']);
    expect(await findings({ extendedUsage: [serverAuth] })).toEqual(['not-for-clients']);
    expect(await findings({ subject: [{ CN: ['Prøve kommune'] }] })).toEqual(['without-organisation']);
    expect(await findings({ subject: [{ '2.5.4.5': ['310000019'] }] })).toEqual([]);
  });
});

describe('PKCS#12', () => {
  const passphrase = 'rød grøt';
  let bytes: Uint8Array;
  beforeAll(async () => {
    bytes = await pkcs12(issued, authority.pem, passphrase);
  });

  test('gives the same as the PEM files it was made of', async () => {
    const credentials = await read({ kind: 'pkcs12', bytes, passphrase });
    expect(credentials).toMatchObject({ organisation: '310000019', findings: [] });
    if (typeof credentials === 'string') throw new Error(credentials);
    expect(credentials.chain).toHaveLength(2);
    expect(credentials.keyPem.trim()).toBe(issued.key.trim());
  });

  test('a wrong passphrase and a file of another kind are told apart', async () => {
    expect(await read({ kind: 'pkcs12', bytes, passphrase: 'feil' })).toBe('passphrase-wrong');
    expect(await read({ kind: 'pkcs12', bytes, passphrase: '' })).toBe('passphrase-wrong');
    for (const other of [
      new Uint8Array(),
      Buffer.from('hei'),
      Buffer.from(issued.chain),
      bytes.subarray(0, 500),
    ])
      expect(await read({ kind: 'pkcs12', bytes: other, passphrase })).toBe('not-pkcs12');
  });

  test.each(['legacy-rc2.p12', 'legacy-3des.p12'])(
    '%s is recognised as one that must be converted',
    async (name) => {
      const legacy = readFileSync(new URL(`./fixtures/${name}`, import.meta.url));
      expect(await read({ kind: 'pkcs12', bytes: legacy, passphrase: 'segl' })).toBe('legacy-cipher');
      expect(await read({ kind: 'pkcs12', bytes: legacy, passphrase: 'feil' })).toBe('passphrase-wrong');
    },
  );

  test('one made by OpenSSL today is opened', async () => {
    const modern = readFileSync(new URL('./fixtures/modern.p12', import.meta.url));
    expect(await read({ kind: 'pkcs12', bytes: modern, passphrase: 'segl' })).toMatchObject({
      organisation: '310000019',
    });
  });
});

async function pkcs12(made: Issued, ca: string, passphrase: string): Promise<Uint8Array> {
  const der = (pem: string) => new Uint8Array(Buffer.from(pem.replace(/-----[^-]+-----|\s/g, ''), 'base64'));
  const bytes = new Uint8Array(Buffer.from(passphrase, 'utf8')).buffer;
  const certificates = [made.certificate, ca].map(
    (pem) =>
      new SafeBag({
        bagId: '1.2.840.113549.1.12.10.1.3',
        bagValue: new CertBag({ parsedValue: Certificate.fromBER(der(pem)) }),
      }),
  );
  const keyBag = new SafeBag({
    bagId: '1.2.840.113549.1.12.10.1.2',
    bagValue: new PKCS8ShroudedKeyBag({ parsedValue: PrivateKeyInfo.fromBER(der(made.key)) }),
  });
  const encryption = {
    password: bytes,
    contentEncryptionAlgorithm: { name: 'AES-CBC', length: 256 },
    hmacHashAlgorithm: 'SHA-256',
    iterationCount: 2_048,
  };
  // Protected in the library's types; its own examples call it so.
  await (
    keyBag.bagValue as unknown as { makeInternalValues(wish: object): Promise<void> }
  ).makeInternalValues(encryption);
  const safe = new AuthenticatedSafe({
    parsedValue: {
      safeContents: [
        { privacyMode: 0, value: new SafeContents({ safeBags: [keyBag] }) },
        { privacyMode: 1, value: new SafeContents({ safeBags: certificates }) },
      ],
    },
  });
  await safe.makeInternalValues({ safeContents: [{}, encryption] });
  const file = new PFX({ parsedValue: { integrityMode: 0, authenticatedSafe: safe } });
  await file.makeInternalValues({
    password: bytes,
    iterations: 2_048,
    pbkdf2HashAlgorithm: 'SHA-256',
    hmacHashAlgorithm: 'SHA-256',
  });
  return new Uint8Array(file.toSchema().toBER());
}
