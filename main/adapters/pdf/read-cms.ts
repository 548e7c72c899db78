import { X509Certificate } from 'node:crypto';
import { fromBER, GeneralizedTime, UTCTime } from 'asn1js';
import { Certificate, ContentInfo, IssuerAndSerialNumber, SignedData, type SignerInfo } from 'pkijs';

const signingTimeOid = '1.2.840.113549.1.9.5';
const commonNameOid = '2.5.4.3';
const organisationOid = '2.5.4.10';
const mostCertificates = 200;

export type Cms = {
  readonly signedData: SignedData;
  readonly signer: X509Certificate;
  readonly others: readonly X509Certificate[];
  /** Common name, or the organisation's where the certificate has none. */
  readonly signedBy: string;
  readonly signedAt?: Date;
};

/** Reads the CMS of a signature. Throws on anything that is not one signer's SignedData with its certificate. */
export function readCms(der: Uint8Array<ArrayBuffer>): Cms {
  const parsed = fromBER(der);
  if (parsed.offset < 0) throw new Error('signature is not ASN.1');
  const content = new ContentInfo({ schema: parsed.result });
  const signedData = new SignedData({ schema: content.content });
  const [info, ...more] = signedData.signerInfos;
  if (!info || more.length > 0) throw new Error('signature must have one signer');
  const certificates = (signedData.certificates ?? [])
    .filter((one) => one instanceof Certificate)
    .slice(0, mostCertificates);
  const own = certificates.find((certificate) => isSignerOf(info, certificate));
  if (!own) throw new Error('signature lacks its certificate');
  const signedAt = signingTime(info);
  return {
    signedData,
    signer: toNode(own),
    others: certificates.filter((certificate) => certificate !== own).map(toNode),
    signedBy: nameOf(own, commonNameOid) ?? nameOf(own, organisationOid) ?? '',
    signedAt,
  };
}

const toNode = (certificate: Certificate): X509Certificate =>
  new X509Certificate(new Uint8Array(certificate.toSchema().toBER()));

function isSignerOf(info: SignerInfo, certificate: Certificate): boolean {
  if (info.sid instanceof IssuerAndSerialNumber) {
    return (
      certificate.issuer.isEqual(info.sid.issuer) && certificate.serialNumber.isEqual(info.sid.serialNumber)
    );
  }
  const keyId = certificate.extensions?.find((extension) => extension.extnID === '2.5.29.14');
  const wanted = Buffer.from(info.sid.valueBlock.valueHexView);
  const found = keyId && fromBER(keyId.extnValue.valueBlock.valueHexView).result;
  return found !== undefined && Buffer.from(found.valueBlock.toBER()).equals(wanted);
}

function signingTime(info: SignerInfo): Date | undefined {
  const attribute = info.signedAttrs?.attributes.find(({ type }) => type === signingTimeOid);
  const value: unknown = attribute?.values[0];
  return value instanceof UTCTime || value instanceof GeneralizedTime ? value.toDate() : undefined;
}

function nameOf(certificate: Certificate, oid: string): string | undefined {
  const value: unknown = certificate.subject.typesAndValues.find(({ type }) => String(type) === oid)?.value
    .valueBlock.value;
  return typeof value === 'string' ? value : undefined;
}
