import { createHash, sign, X509Certificate } from 'node:crypto';
import { c14n10, dsigNamespace } from '../bundle/signature-form.ts';
import { toDateTime } from '../domain/clock.ts';
import type { Job, Signer } from '../domain/job.ts';
import type { StoredDocument } from '../store/job-store.ts';
import type { Issued } from '../training/certificates.ts';
import { readXml } from '../xml/read-xml.ts';
import { escapeXml } from '../xml/write-xml.ts';

const namespace = 'https://id.signicat.com/definitions/xsd/LtvSdo-1.0';
const enveloped = 'http://www.w3.org/2000/09/xmldsig#enveloped-signature';

export type SignatureEvent = {
  readonly job: Job;
  readonly signer: Signer;
  readonly documents: readonly StoredDocument[];
  readonly at: number;
  readonly seal: Issued;
};

/**
 * What the service stores of one signature: an XML document in the shape of Signicat's LTV-SDO, with the signer, the
 * documents' digests and an enveloped XML signature by the service. The person's own signature is a training stand-in.
 */
export function makeLtvSdo(event: SignatureEvent): Uint8Array {
  const body = descriptionOf(event);
  const canonical = readXml(Buffer.from(`<LtvSdo xmlns="${namespace}">${body}</LtvSdo>`), (document) =>
    document.root.canonicalizeToString(),
  );
  const signature = signatureOver(canonical, event.seal);
  return Buffer.from(
    `<?xml version="1.0" encoding="UTF-8"?>${canonical.slice(0, -'</LtvSdo>'.length)}${signature}</LtvSdo>`,
  );
}

function descriptionOf({ job, signer, documents, at }: SignatureEvent): string {
  const time = toDateTime(at);
  const documentsXml = documents
    .map((document) =>
      tag(
        'DocumentDescription',
        tag('MimeType', 'application/pdf') +
          tag('Title', escapeXml(document.title)) +
          tag(
            'DocumentDigest',
            sha256(document.bytes),
            ' Algorithm="http://www.w3.org/2001/04/xmlenc#sha256"',
          ),
      ),
    )
    .join('');
  const signerXml = tag(
    'SignerDescription',
    tag('DisplayName', escapeXml(signer.name)) +
      tag('UniqueId', `training-${signer.id}`) +
      (signer.number === undefined ? '' : tag('NationalId', signer.number)),
  );
  const methodXml = tag(
    'SignatureDescription',
    tag('MethodName', 'training') + tag('Format', 'ltv-sdo') + tag('SigningTime', time),
  );
  const native = Buffer.from(`Training signature ${signer.id} in job ${job.id} at ${time}`).toString(
    'base64',
  );
  return (
    tag('Description', signerXml + documentsXml + methodXml) +
    tag('PackagingPolicyIdentifier', 'segl-training') +
    tag('NativeSignature', native) +
    tag('SignatureContext', tag('IpAddress', '127.0.0.1')) +
    tag('AuditTrails', tag('AuditTrail', tag('Time', time) + tag('Event', 'signed')))
  );
}

function signatureOver(canonical: string, seal: Issued): string {
  const method = (name: string, algorithm: string) => `<${name} Algorithm="${algorithm}"></${name}>`;
  const content =
    method('CanonicalizationMethod', c14n10) +
    method('SignatureMethod', 'http://www.w3.org/2001/04/xmldsig-more#rsa-sha256') +
    `<Reference URI=""><Transforms>${method('Transform', enveloped)}${method('Transform', c14n10)}</Transforms>` +
    `${method('DigestMethod', 'http://www.w3.org/2001/04/xmlenc#sha256')}` +
    `<DigestValue>${sha256(Buffer.from(canonical))}</DigestValue></Reference>`;
  const value = sign(
    'RSA-SHA256',
    Buffer.from(`<SignedInfo xmlns="${dsigNamespace}">${content}</SignedInfo>`),
    seal.key,
  );
  const certificate = new X509Certificate(seal.certificate).raw.toString('base64');
  return (
    `<Signature xmlns="${dsigNamespace}"><SignedInfo>${content}</SignedInfo>` +
    `<SignatureValue>${value.toString('base64')}</SignatureValue>` +
    `<KeyInfo><X509Data><X509Certificate>${certificate}</X509Certificate></X509Data></KeyInfo></Signature>`
  );
}

const tag = (name: string, content: string, attributes = '') => `<${name}${attributes}>${content}</${name}>`;
const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('base64');
