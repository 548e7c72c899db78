import { createHash, sign, X509Certificate } from 'node:crypto';
import { buffer } from 'node:stream/consumers';
import { ZipFile } from 'yazl';

const ds = 'http://www.w3.org/2000/09/xmldsig#';
const xades = 'http://uri.etsi.org/01903/v1.3.2#';
const c14n = 'http://www.w3.org/TR/2001/REC-xml-c14n-20010315';
const sha256 = 'http://www.w3.org/2001/04/xmlenc#sha256';

export type BundleFile = { readonly name: string; readonly bytes: Uint8Array; readonly mime: string };

export type Identity = {
  /** PEM chain, leaf first. */
  readonly chain: string;
  readonly key: string;
};

/** What a test may do wrong on purpose, or in another style. */
export type SignatureWish = {
  readonly signingTime?: string;
  readonly certDigestMethod?: string;
  readonly c14n?: string;
  readonly signatureMethod?: string;
  /** Changes the signature document after signing. */
  readonly tamper?: (xml: string) => string;
  /** Leaves files out of the references. */
  readonly uncovered?: readonly string[];
  /** Replaces what is said of the files. */
  readonly uri?: (name: string) => string;
  readonly style?: 'plain' | 'prefixed';
};

const digest = (algorithm: string, bytes: Uint8Array | string) =>
  createHash(algorithm).update(bytes).digest('base64');

const certificatesOf = (chain: string) =>
  (chain.match(/-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/g) ?? []).map(
    (pem) => new X509Certificate(pem),
  );

/** `META-INF/signatures.xml`, written as the Java client lays it out, or with prefixes on the root. */
export function signaturesXml(files: readonly BundleFile[], who: Identity, wish: SignatureWish = {}): string {
  const prefixed = wish.style === 'prefixed';
  const covered = files.filter((file) => !wish.uncovered?.includes(file.name));
  const chain = certificatesOf(who.chain);
  const [leaf] = chain;
  if (!leaf) throw new Error('the chain is empty');
  const outer = prefixed ? ` xmlns:asic="http://uri.etsi.org/2918/v1.2.1#" xmlns:unused="urn:unused"` : '';
  const p = prefixed ? 'ns2:' : 'ns2:';
  const certDigestMethod = wish.certDigestMethod ?? `${ds}sha1`;
  const hash = certDigestMethod.endsWith('sha1') ? 'sha1' : 'sha256';
  const issuer = leaf.issuer.split('\n').reverse().join(',');
  const time = wish.signingTime ?? new Date().toISOString();
  const formats = covered
    .map(
      (file, i) =>
        `<DataObjectFormat ObjectReference="#ID_${i}"><MimeType>${file.mime}</MimeType></DataObjectFormat>`,
    )
    .join('');
  const propertiesBody =
    `<SignedSignatureProperties><SigningTime>${time}</SigningTime><SigningCertificate><Cert><CertDigest>` +
    `<${p}DigestMethod Algorithm="${certDigestMethod}"></${p}DigestMethod>` +
    `<${p}DigestValue>${digest(hash, leaf.raw)}</${p}DigestValue></CertDigest><IssuerSerial>` +
    `<${p}X509IssuerName>${issuer}</${p}X509IssuerName>` +
    `<${p}X509SerialNumber>${BigInt(`0x${leaf.serialNumber}`)}</${p}X509SerialNumber></IssuerSerial></Cert></SigningCertificate>` +
    `</SignedSignatureProperties><SignedDataObjectProperties>${formats}</SignedDataObjectProperties></SignedProperties>`;
  // Canonical form carries every namespace in scope: those of the root come along.
  const propertiesCanonical =
    `<SignedProperties xmlns="${xades}"${outer.split(' xmlns:unused')[0]} xmlns:ns2="${ds}"${prefixed ? ' xmlns:unused="urn:unused"' : ''} Id="SignedProperties">` +
    propertiesBody;
  const method = (name: string, algorithm: string) => `<${name} Algorithm="${algorithm}"></${name}>`;
  const references = covered
    .map(
      (file, i) =>
        `<Reference Id="ID_${i}" URI="${wish.uri ? wish.uri(file.name) : file.name}">${method('DigestMethod', sha256)}` +
        `<DigestValue>${digest('sha256', file.bytes)}</DigestValue></Reference>`,
    )
    .join('');
  const info =
    method('CanonicalizationMethod', wish.c14n ?? c14n) +
    method('SignatureMethod', wish.signatureMethod ?? 'http://www.w3.org/2001/04/xmldsig-more#rsa-sha256') +
    references +
    `<Reference Type="http://uri.etsi.org/01903#SignedProperties" URI="#SignedProperties"><Transforms>${method('Transform', c14n)}</Transforms>` +
    `${method('DigestMethod', sha256)}<DigestValue>${digest('sha256', propertiesCanonical)}</DigestValue></Reference></SignedInfo>`;
  const canonicalInfo = `<SignedInfo xmlns="${ds}"${outer}>${info}`;
  const value = sign('RSA-SHA256', Buffer.from(canonicalInfo), who.key).toString('base64');
  const keyInfo = chain
    .map((one) => `<X509Certificate>${one.raw.toString('base64')}</X509Certificate>`)
    .join('');
  const root = prefixed ? 'asic:XAdESSignatures' : 'XAdESSignatures';
  const rootNs = prefixed ? outer : ' xmlns="http://uri.etsi.org/2918/v1.2.1#"';
  const xml =
    `<?xml version="1.0" encoding="UTF-8"?><${root}${rootNs}><Signature xmlns="${ds}" Id="Signature"><SignedInfo>${info}` +
    `<SignatureValue>${value}</SignatureValue><KeyInfo><X509Data>${keyInfo}</X509Data></KeyInfo>` +
    `<Object><QualifyingProperties xmlns="${xades}" xmlns:ns2="${ds}" Target="#Signature">` +
    `<SignedProperties Id="SignedProperties">${propertiesBody}</QualifyingProperties></Object></Signature></${root}>`;
  return wish.tamper ? wish.tamper(xml) : xml;
}

/** Files as a zip, in the order given. */
export async function zipOf(
  files: readonly { readonly name: string; readonly bytes: Uint8Array }[],
): Promise<Buffer> {
  const zip = new ZipFile();
  for (const file of files) zip.addBuffer(Buffer.from(file.bytes), file.name);
  zip.end();
  return buffer(zip.outputStream);
}

/** A signed bundle of documents and manifest. */
export function bundleOf(
  files: readonly BundleFile[],
  who: Identity,
  wish: SignatureWish = {},
): Promise<Buffer> {
  const signatures = { name: 'META-INF/signatures.xml', bytes: Buffer.from(signaturesXml(files, who, wish)) };
  return zipOf([...files, signatures]);
}
