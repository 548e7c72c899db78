import { createHash, sign, X509Certificate } from 'node:crypto';
import { XmlElement } from 'libxml2-wasm';
import { c14n10 } from '../bundle/signature-form.ts';
import { toDateTime } from '../domain/clock.ts';
import type { Job, Signer } from '../domain/job.ts';
import type { StoredDocument } from '../store/job-store.ts';
import type { Issued } from '../training/certificates.ts';
import { readXml } from '../xml/read-xml.ts';
import { escapeXml } from '../xml/write-xml.ts';

const namespaces =
  'xmlns:ds="http://www.w3.org/2000/09/xmldsig#" xmlns:ltv="https://id.signicat.com/definitions/xsd/LtvSdo-1.0" ' +
  'xmlns:xades="http://uri.etsi.org/01903/v1.3.2#"';
const enveloped = 'http://www.w3.org/2000/09/xmldsig#enveloped-signature';
const sha256Method = 'http://www.w3.org/2001/04/xmlenc#sha256';

export type SignatureEvent = {
  readonly job: Job;
  readonly signer: Signer;
  readonly documents: readonly StoredDocument[];
  readonly at: number;
  readonly seal: Issued;
};

/**
 * What the service stores of one signature: an XML document in the shape of Signicat's LTV-SDO, with the signer, the
 * documents' digests and an enveloped XAdES signature by the service. The person's own signature is a training
 * stand-in.
 */
export function makeLtvSdo(event: SignatureEvent): Uint8Array {
  const start = `<ltv:LtvSdo ${namespaces} Id="root">${descriptionOf(event)}`;
  const end = '</ltv:LtvSdo>';
  const id = `signature-${event.signer.id}`;
  const properties = propertiesOf(event, id);
  const whole = canonicalOf(`${start}${end}`, '/*');
  // Each part is read in the place where it will stand, since its canonical form has the namespaces around it.
  const frame = (info: string, value: string) =>
    `${start}<ds:Signature Id="${id}">${info}<ds:SignatureValue>${value}</ds:SignatureValue>${keyOf(event)}` +
    `<ds:Object><xades:QualifyingProperties Target="#${id}">${properties}</xades:QualifyingProperties></ds:Object>` +
    `</ds:Signature>${end}`;
  const info = signedInfo(
    sha256(whole),
    sha256(canonicalOf(frame('', ''), '//*[local-name()="SignedProperties"]')),
    id,
  );
  const value = sign(
    'RSA-SHA256',
    Buffer.from(canonicalOf(frame(info, ''), '//*[local-name()="SignedInfo"]')),
    event.seal.key,
  );
  return Buffer.from(`<?xml version="1.0" encoding="UTF-8"?>${frame(info, value.toString('base64'))}`);
}

const canonicalOf = (xml: string, path: string): string =>
  readXml(Buffer.from(xml), (document) => {
    const found = document.get(path);
    if (!(found instanceof XmlElement)) throw new Error(`${path} is missing`);
    return found.canonicalizeToString();
  });

function descriptionOf({ job, signer, documents, at }: SignatureEvent): string {
  const time = toDateTime(at);
  const documentsXml = documents
    .map((document) =>
      tag(
        'ltv:DocumentDescription',
        tag('ltv:DocumentMimeType', 'application/pdf') +
          tag('ltv:DocumentTitle', escapeXml(document.title)) +
          tag('ltv:DocumentDigest', sha256(document.bytes), ` alg="${sha256Method}"`),
      ),
    )
    .join('');
  const signerXml = tag(
    'ltv:SignerDescription',
    tag('ltv:SignerDisplayName', escapeXml(signer.name)) +
      tag('ltv:SignerUniqueId', `training-${signer.id}`) +
      (signer.number === undefined ? '' : tag('ltv:SignerNationalId', signer.number)) +
      tag('ltv:SignerNationality', 'NO'),
  );
  const methodXml = tag(
    'ltv:SignatureDescription',
    tag('ltv:SignatureTypeFriendlyName', 'BankID (training)') +
      tag('ltv:SignatureFormatFriendlyName', 'training') +
      tag('xades:SigningTime', time),
  );
  const native = Buffer.from(`Training signature ${signer.id} in job ${job.id} at ${time}`).toString(
    'base64',
  );
  const event = tag('ltv:Event', tag('ltv:Timestamp', time) + tag('ltv:Type', 'signed'));
  return (
    tag('ltv:Description', signerXml + documentsXml + methodXml) +
    tag('ltv:PackagingPolicyIdentifier', 'segl-training') +
    tag('ltv:NativeSignature', tag('ltv:NativeSdo', native, ' Format="segl-training"')) +
    tag('ltv:SignatureContext', tag('ltv:ContextEntry', '127.0.0.1', ' Name="ip-address"')) +
    tag('ltv:AuditTrails', tag('ltv:SignatureCreationAuditTrail', event))
  );
}

function signedInfo(whole: string, properties: string, id: string): string {
  const method = (name: string, algorithm: string) => `<ds:${name} Algorithm="${algorithm}"></ds:${name}>`;
  const digest = (value: string) =>
    `${method('DigestMethod', sha256Method)}<ds:DigestValue>${value}</ds:DigestValue>`;
  const transforms = tag('ds:Transforms', method('Transform', enveloped));
  return tag(
    'ds:SignedInfo',
    method('CanonicalizationMethod', c14n10) +
      method('SignatureMethod', 'http://www.w3.org/2001/04/xmldsig-more#rsa-sha256') +
      tag('ds:Reference', transforms + digest(whole), ' URI="#root"') +
      tag(
        'ds:Reference',
        digest(properties),
        ` Type="http://uri.etsi.org/01903#SignedProperties" URI="#${id}-properties"`,
      ),
  );
}

/** When, and by which certificate (ETSI EN 319 132-1). */
function propertiesOf({ at, seal }: SignatureEvent, id: string): string {
  const certificate = new X509Certificate(seal.certificate);
  const digest =
    `<ds:DigestMethod Algorithm="${sha256Method}"></ds:DigestMethod>` +
    `<ds:DigestValue>${sha256(certificate.raw)}</ds:DigestValue>`;
  const serial = tag('ds:X509SerialNumber', BigInt(`0x${certificate.serialNumber}`).toString());
  const issuer =
    tag('ds:X509IssuerName', escapeXml(certificate.issuer.split('\n').toReversed().join(','))) + serial;
  const named = tag(
    'xades:SigningCertificate',
    tag('xades:Cert', tag('xades:CertDigest', digest) + tag('xades:IssuerSerial', issuer)),
  );
  const signature = tag('xades:SignedSignatureProperties', tag('xades:SigningTime', toDateTime(at)) + named);
  return tag('xades:SignedProperties', signature, ` Id="${id}-properties"`);
}

const keyOf = ({ seal }: SignatureEvent): string =>
  tag(
    'ds:KeyInfo',
    tag(
      'ds:X509Data',
      tag('ds:X509Certificate', new X509Certificate(seal.certificate).raw.toString('base64')),
    ),
  );

const tag = (name: string, content: string, attributes = '') => `<${name}${attributes}>${content}</${name}>`;
const sha256 = (bytes: Uint8Array | string) => createHash('sha256').update(bytes).digest('base64');
