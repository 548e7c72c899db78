import 'reflect-metadata';
import {
  AuthorityKeyIdentifierExtension,
  BasicConstraintsExtension,
  ExtendedKeyUsageExtension,
  type Extension,
  type JsonName,
  KeyUsageFlags,
  KeyUsagesExtension,
  PemConverter,
  SubjectAlternativeNameExtension,
  SubjectKeyIdentifierExtension,
  X509Certificate,
  X509CertificateGenerator,
} from '@peculiar/x509';

const algorithm = {
  name: 'RSASSA-PKCS1-v1_5',
  hash: 'SHA-256',
  modulusLength: 2048,
  publicExponent: new Uint8Array([1, 0, 1]),
};

export type Issued = { readonly certificate: string; readonly key: string; readonly chain: string };

export type Wish = {
  readonly subject: JsonName;
  readonly keyUsage?: number;
  readonly extendedUsage?: readonly string[];
  readonly notBefore?: Date;
  readonly notAfter?: Date;
  /** Host name for an ordinary certificate. */
  readonly host?: string;
};

export type TestAuthority = { readonly pem: string; readonly issue: (wish: Wish) => Promise<Issued> };

export const day = 86_400_000;
export const clientAuth = '1.3.6.1.5.5.7.3.2';
export const serverAuth = '1.3.6.1.5.5.7.3.1';

/** One organisation's subject in the SEID2 form. */
export const seid2 = (organisation: string): JsonName => [
  { C: ['NO'] },
  { O: ['Prøve kommune'] },
  { '2.5.4.97': [`NTRNO-${organisation}`] },
  { CN: ['Prøve kommune'] },
];

export async function openTestAuthority(name = 'Segl test CA'): Promise<TestAuthority> {
  const keys = await crypto.subtle.generateKey(algorithm, true, ['sign', 'verify']);
  const authority = await X509CertificateGenerator.createSelfSigned({
    serialNumber: '0aff',
    name: [{ C: ['NO'] }, { O: ['Segl, prøver'] }, { CN: [name] }],
    notBefore: new Date(Date.now() - 10 * day),
    notAfter: new Date(Date.now() + 3_650 * day),
    keys,
    extensions: [
      new BasicConstraintsExtension(true, 1, true),
      new KeyUsagesExtension(KeyUsageFlags.keyCertSign | KeyUsageFlags.cRLSign, true),
      await SubjectKeyIdentifierExtension.create(keys.publicKey),
    ],
  });
  const pem = authority.toString('pem');
  let serial = 0x4a00;
  const issue = async (wish: Wish): Promise<Issued> => {
    const own = await crypto.subtle.generateKey(algorithm, true, ['sign', 'verify']);
    serial += 1;
    const extensions: Extension[] = [
      new BasicConstraintsExtension(false, undefined, true),
      new KeyUsagesExtension(wish.keyUsage ?? KeyUsageFlags.digitalSignature, true),
      await AuthorityKeyIdentifierExtension.create(keys.publicKey),
    ];
    if (wish.extendedUsage) extensions.push(new ExtendedKeyUsageExtension([...wish.extendedUsage]));
    if (wish.host) extensions.push(new SubjectAlternativeNameExtension([{ type: 'ip', value: wish.host }]));
    const certificate = await X509CertificateGenerator.create({
      serialNumber: serial.toString(16),
      subject: wish.subject,
      issuer: authority.subject,
      notBefore: wish.notBefore ?? new Date(Date.now() - day),
      notAfter: wish.notAfter ?? new Date(Date.now() + 365 * day),
      signingKey: keys.privateKey,
      publicKey: own.publicKey,
      extensions,
    });
    const key = PemConverter.encode(await crypto.subtle.exportKey('pkcs8', own.privateKey), 'PRIVATE KEY');
    const text = new X509Certificate(certificate.rawData).toString('pem');
    return { certificate: text, key, chain: `${text}\n${pem}\n` };
  };
  return { pem, issue };
}
