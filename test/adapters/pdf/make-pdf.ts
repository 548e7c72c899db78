import 'reflect-metadata';
import { CryptoKeySigner, PDF } from '@libpdf/core';
import {
  BasicConstraintsExtension,
  PemConverter,
  type X509Certificate,
  X509CertificateGenerator,
} from '@peculiar/x509';
import { degrees, PDFDocument, StandardFonts } from 'pdf-lib';

const a4: [number, number] = [595.28, 841.89];

export type PageWish = { readonly text: string; readonly size?: [number, number]; readonly turn?: number };

/** A plain PDF with a page for each wish, its text drawn so that pages can be told apart. */
export async function makePdf(
  pages: readonly (string | PageWish)[],
  change: (document: PDFDocument) => Promise<void> | void = () => {},
): Promise<Uint8Array> {
  const document = await PDFDocument.create();
  const font = await document.embedFont(StandardFonts.Helvetica);
  for (const wish of pages) {
    const { text, size = a4, turn = 0 } = typeof wish === 'string' ? { text: wish } : wish;
    const page = document.addPage(size);
    page.drawText(text, { x: 60, y: size[1] - 100, size: 24, font });
    if (turn) page.setRotation(degrees(turn));
  }
  await change(document);
  return document.save({ useObjectStreams: false, addDefaultPage: false, updateFieldAppearances: false });
}

/** Text of each page, in order. */
export async function readPages(bytes: Uint8Array): Promise<readonly string[]> {
  const pdf = await PDF.load(bytes);
  return pdf.getPages().map((page) => page.extractText().text.trim());
}

export async function encrypt(bytes: Uint8Array, userPassword?: string): Promise<Uint8Array> {
  const pdf = await PDF.load(bytes);
  pdf.setProtection({ ownerPassword: 'eier', ...(userPassword && { userPassword }) });
  return pdf.save();
}

export type Signing = {
  readonly sign: (bytes: Uint8Array, at?: Date) => Promise<Uint8Array>;
  readonly anchor: string;
};

const algorithm = {
  name: 'RSASSA-PKCS1-v1_5',
  hash: 'SHA-256',
  modulusLength: 2048,
  publicExponent: new Uint8Array([1, 0, 1]),
};
const years = { notBefore: new Date('2020-01-01'), notAfter: new Date('2040-01-01') };

/** A signer with a certificate issued by an authority made for the test. */
export async function makeSigning(commonName = 'Kari Testesen'): Promise<Signing> {
  const [authority, own] = await Promise.all([makeKeys(), makeKeys()]);
  const root = await X509CertificateGenerator.createSelfSigned({
    ...years,
    serialNumber: '01',
    name: 'CN=Prøverot',
    keys: authority,
    signingAlgorithm: algorithm,
    extensions: [new BasicConstraintsExtension(true, undefined, true)],
  });
  const certificate: X509Certificate = await X509CertificateGenerator.create({
    ...years,
    serialNumber: '02',
    subject: `CN=${commonName},O=Lillevik kommune,C=NO`,
    issuer: root.subject,
    publicKey: own.publicKey,
    signingKey: authority.privateKey,
    signingAlgorithm: algorithm,
  });
  const signer = new CryptoKeySigner(
    own.privateKey,
    new Uint8Array(certificate.rawData),
    'RSA',
    'RSASSA-PKCS1-v1_5',
  );
  return {
    anchor: root.toString('pem'),
    sign: async (bytes, at = new Date('2026-01-02T03:04:05Z')) => {
      const pdf = await PDF.load(bytes);
      const { bytes: signed } = await pdf.sign({ signer, signingTime: at, reason: 'Prøve' });
      return signed;
    },
  };
}

const makeKeys = (): Promise<CryptoKeyPair> => crypto.subtle.generateKey(algorithm, true, ['sign', 'verify']);

/** Signs as the holder of a PEM certificate (its issuer may follow) and its PKCS#8 key. */
export async function signWith(
  { chain, key }: { readonly chain: string; readonly key: string },
  bytes: Uint8Array,
  at: Date,
): Promise<Uint8Array> {
  const [own = new ArrayBuffer(), ...issuers] = PemConverter.decode(chain);
  const [secret = new ArrayBuffer()] = PemConverter.decode(key);
  const privateKey = await crypto.subtle.importKey('pkcs8', secret, algorithm, false, ['sign']);
  const signer = new CryptoKeySigner(
    privateKey,
    new Uint8Array(own),
    'RSA',
    'RSASSA-PKCS1-v1_5',
    issuers.map((issuer) => new Uint8Array(issuer)),
  );
  const { bytes: signed } = await (await PDF.load(bytes)).sign({ signer, signingTime: at });
  return signed;
}
