import 'reflect-metadata';
import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  AuthorityKeyIdentifierExtension,
  BasicConstraintsExtension,
  cryptoProvider,
  ExtendedKeyUsageExtension,
  type Extension,
  type JsonName,
  KeyUsageFlags,
  KeyUsagesExtension,
  PemConverter,
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
const year = 365 * 24 * 3_600_000;
const clientAuth = '1.3.6.1.5.5.7.3.2';
const serverAuth = '1.3.6.1.5.5.7.3.1';
/** RFC 9336. */
const documentSigning = '1.3.6.1.5.5.7.3.36';

/** Organisation number of the service's own certificate, as in the real one. */
export const serviceOrganisation = '984661185';

export type Organisation = { readonly number: string; readonly name: string };

/** A certificate and its key, both PEM; `chain` is the certificate followed by its issuer. */
export type Issued = { readonly certificate: string; readonly chain: string; readonly key: string };

export type TrainingCertificates = {
  readonly ca: string;
  readonly caPath: string;
  readonly server: Issued;
  readonly enterprise: { readonly certificatePath: string; readonly keyPath: string };
  readonly seal: Issued;
  /** An enterprise certificate for any organisation; tests ask for unfit ones too. */
  readonly issueEnterprise: (organisation: Organisation, wish?: EnterpriseWish) => Promise<Issued>;
};

export type EnterpriseWish = {
  readonly keyUsage?: 'digitalSignature' | 'keyEncipherment';
  readonly usage?: 'clientAuth' | 'serverAuth';
  readonly notBefore?: Date;
  readonly notAfter?: Date;
};

type Wish = {
  readonly subject: JsonName;
  readonly keyUsage: KeyUsageFlags;
  readonly extendedUsage?: string;
  readonly notBefore?: Date;
  readonly notAfter?: Date;
};

/**
 * Opens the training CA and what it has issued in `dir`, making what is missing. Files are written whole or not
 * at all, so a start that was cut short is finished by the next; keys are readable by their owner only.
 */
export async function openTrainingCertificates(
  dir: string,
  organisation: Organisation,
): Promise<TrainingCertificates> {
  cryptoProvider.set(crypto);
  mkdirSync(dir, { recursive: true, mode: 0o700 });
  const ca = await openAuthority(dir);
  const kept = async (name: string, wish: Wish): Promise<Issued> => {
    const paths = pathsOf(dir, name);
    if (!existsSync(paths.certificate) || !existsSync(paths.key)) {
      const issued = await issue(ca, wish);
      writeWhole(paths.key, issued.key);
      writeWhole(paths.certificate, issued.chain);
    }
    const chain = readFileSync(paths.certificate, 'utf8');
    return { chain, certificate: firstCertificate(chain), key: readFileSync(paths.key, 'utf8') };
  };
  const enterpriseName = `virksomhet-${organisation.number}`;
  const server = await kept('server', {
    subject: subjectOf({ number: serviceOrganisation, name: 'POSTEN BRING AS (TRAINING)' }),
    keyUsage: KeyUsageFlags.digitalSignature,
    extendedUsage: serverAuth,
  });
  // A seal commits the one who makes it, so its certificate is for that and nothing else, as the authorities' are.
  const seal = await kept('forsegling', {
    subject: subjectOf({ number: serviceOrganisation, name: 'Posten signering (training)' }),
    keyUsage: KeyUsageFlags.nonRepudiation,
    extendedUsage: documentSigning,
  });
  await kept(enterpriseName, enterpriseWish(organisation, {}));
  const enterprise = pathsOf(dir, enterpriseName);
  return {
    ca: ca.pem,
    caPath: pathsOf(dir, 'ca').certificate,
    server,
    enterprise: { certificatePath: enterprise.certificate, keyPath: enterprise.key },
    seal,
    issueEnterprise: (who, wish = {}) => issue(ca, enterpriseWish(who, wish)),
  };
}

/** A private key as WebCrypto holds it. */
type SigningKey = Parameters<typeof crypto.subtle.exportKey>[1];

type Authority = {
  readonly certificate: X509Certificate;
  readonly pem: string;
  readonly key: SigningKey;
};

async function openAuthority(dir: string): Promise<Authority> {
  const paths = pathsOf(dir, 'ca');
  if (!existsSync(paths.certificate) || !existsSync(paths.key)) {
    const keys = await crypto.subtle.generateKey(algorithm, true, ['sign', 'verify']);
    const certificate = await X509CertificateGenerator.createSelfSigned({
      serialNumber: newSerial(),
      name: [{ C: ['NO'] }, { O: ['Segl'] }, { CN: [`Segl Training CA ${newSerial().slice(0, 6)}`] }],
      notBefore: new Date(Date.now() - year),
      notAfter: new Date(Date.now() + 20 * year),
      keys,
      extensions: [
        new BasicConstraintsExtension(true, 0, true),
        new KeyUsagesExtension(KeyUsageFlags.keyCertSign | KeyUsageFlags.cRLSign, true),
        await SubjectKeyIdentifierExtension.create(keys.publicKey),
      ],
    });
    writeWhole(paths.key, await keyPem(keys.privateKey));
    writeWhole(paths.certificate, `${certificate.toString('pem')}\n`);
  }
  const pem = readFileSync(paths.certificate, 'utf8');
  const der = PemConverter.decodeFirst(readFileSync(paths.key, 'utf8'));
  const key = await crypto.subtle.importKey('pkcs8', der, algorithm, false, ['sign']);
  return { certificate: new X509Certificate(pem), pem, key };
}

async function issue(ca: Authority, wish: Wish): Promise<Issued> {
  const keys = await crypto.subtle.generateKey(algorithm, true, ['sign', 'verify']);
  const extensions: Extension[] = [
    new BasicConstraintsExtension(false, undefined, true),
    new KeyUsagesExtension(wish.keyUsage, true),
    await SubjectKeyIdentifierExtension.create(keys.publicKey),
    await AuthorityKeyIdentifierExtension.create(ca.certificate.publicKey),
  ];
  if (wish.extendedUsage) extensions.push(new ExtendedKeyUsageExtension([wish.extendedUsage]));
  const certificate = await X509CertificateGenerator.create({
    serialNumber: newSerial(),
    issuer: ca.certificate.subjectName,
    subject: wish.subject,
    notBefore: wish.notBefore ?? new Date(Date.now() - year),
    notAfter: wish.notAfter ?? new Date(Date.now() + 10 * year),
    publicKey: keys.publicKey,
    signingKey: ca.key,
    extensions,
  });
  const pem = `${certificate.toString('pem')}\n`;
  return { certificate: pem, chain: `${pem}${ca.pem}`, key: await keyPem(keys.privateKey) };
}

const enterpriseWish = (organisation: Organisation, wish: EnterpriseWish): Wish => ({
  subject: subjectOf(organisation),
  keyUsage: KeyUsageFlags[wish.keyUsage ?? 'digitalSignature'],
  extendedUsage: wish.usage === 'serverAuth' ? serverAuth : clientAuth,
  ...(wish.notBefore && { notBefore: wish.notBefore }),
  ...(wish.notAfter && { notAfter: wish.notAfter }),
});

/** The SEID2 form: the number sits in organizationIdentifier (2.5.4.97). */
const subjectOf = (organisation: Organisation): JsonName => [
  { C: ['NO'] },
  { O: [organisation.name] },
  { '2.5.4.97': [`NTRNO-${organisation.number}`] },
  { CN: [organisation.name] },
];

const pathsOf = (dir: string, name: string) => ({
  certificate: join(dir, `${name}.pem`),
  key: join(dir, `${name}.key.pem`),
});

/** Positive and without a leading zero byte, so that every reader sees the same number. */
const newSerial = () => `4${randomBytes(8).toString('hex').slice(1)}`;

async function keyPem(key: SigningKey): Promise<string> {
  return `${PemConverter.encode(await crypto.subtle.exportKey('pkcs8', key), 'PRIVATE KEY')}\n`;
}

function firstCertificate(chain: string): string {
  const end = '-----END CERTIFICATE-----';
  return `${chain.slice(0, chain.indexOf(end) + end.length)}\n`;
}

function writeWhole(path: string, text: string): void {
  writeFileSync(`${path}.new`, text, { mode: 0o600, flush: true });
  renameSync(`${path}.new`, path);
}
