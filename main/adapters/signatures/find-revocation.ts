import { createHash } from 'node:crypto';
import { fromBER, GeneralizedTime } from 'asn1js';
import { BasicOCSPResponse, CertificateRevocationList, OCSPResponse, type SingleResponse } from 'pkijs';
import { strongSignature } from './algorithms.ts';
import { type ReadCertificate, readCertificate } from './read-certificate.ts';
import { verifyBy } from './read-cms.ts';
import { hasIssued } from './trust-path.ts';

export type RevocationEvidence = {
  readonly crls: readonly Uint8Array[];
  readonly ocsps: readonly Uint8Array[];
};
/** What evidence says of one certificate; `since` for one that has been revoked. */
export type Revocation =
  | { readonly status: 'good' | 'not-known' }
  | { readonly status: 'revoked'; readonly since: Date };

const ocspSigning = '1.3.6.1.5.5.7.3.9';
const mostPieces = 50;
const notKnown: Revocation = { status: 'not-known' };

/**
 * Asks the CRLs and OCSP responses that came with a signature; the network is never asked. Evidence that cannot be
 * read, or that its issuer has not signed, says nothing.
 */
export function findRevocation(
  certificate: ReadCertificate,
  issuer: ReadCertificate,
  { crls, ocsps }: RevocationEvidence,
): Revocation {
  const ask = (read: typeof askList, pieces: readonly Uint8Array[]): readonly Revocation[] =>
    pieces.slice(0, mostPieces).map((der) => {
      try {
        return read(der, certificate, issuer);
      } catch {
        return notKnown;
      }
    });
  const found = [...ask(askList, crls), ...ask(askResponse, ocsps)];
  return (
    found.find(({ status }) => status === 'revoked') ??
    found.find(({ status }) => status === 'good') ??
    notKnown
  );
}

function askList(der: Uint8Array, certificate: ReadCertificate, issuer: ReadCertificate): Revocation {
  const list = CertificateRevocationList.fromBER(new Uint8Array(der));
  const algorithm = strongSignature(list.signatureAlgorithm.algorithmId);
  const signature = list.signatureValue.valueBlock.valueHexView;
  if (!algorithm || !list.issuer.isEqual(issuer.parsed.subject)) return notKnown;
  if (!verifyBy(algorithm, list.tbsView, issuer.x509.publicKey, signature)) return notKnown;
  const entry = list.revokedCertificates?.find(({ userCertificate }) =>
    userCertificate.isEqual(certificate.parsed.serialNumber),
  );
  return entry ? { status: 'revoked', since: entry.revocationDate.value } : { status: 'good' };
}

function askResponse(der: Uint8Array, certificate: ReadCertificate, issuer: ReadCertificate): Revocation {
  const basic = readBasicResponse(der);
  const algorithm = strongSignature(basic.signatureAlgorithm.algorithmId);
  const { tbsView, responses } = basic.tbsResponseData;
  const delegates = (basic.certs ?? [])
    .map((one) => readCertificate(new Uint8Array(one.toSchema().toBER())))
    .filter((one) => hasIssued(issuer, one) && one.extendedUsages?.includes(ocspSigning));
  const isSigned = [issuer, ...delegates].some(
    ({ x509 }) =>
      algorithm && verifyBy(algorithm, tbsView, x509.publicKey, basic.signature.valueBlock.valueHexView),
  );
  const one = responses.find((response) => isAbout(response, certificate, issuer));
  if (!isSigned || !one) return notKnown;
  const { idBlock, valueBlock } = one.certStatus;
  if (idBlock.tagNumber === 0) return { status: 'good' };
  const since: unknown = valueBlock?.value?.[0];
  return idBlock.tagNumber === 1 && since instanceof GeneralizedTime
    ? { status: 'revoked', since: since.toDate() }
    : notKnown;
}

/** The name of a certificate in OCSP, RFC 6960, 4.1.1. SHA-1 is only a name here. */
function isAbout({ certID }: SingleResponse, { parsed }: ReadCertificate, issuer: ReadCertificate): boolean {
  const names: Readonly<Record<string, string>> = {
    '1.3.14.3.2.26': 'sha1',
    '2.16.840.1.101.3.4.2.1': 'sha256',
  };
  const hash = names[certID.hashAlgorithm.algorithmId];
  if (!hash || !certID.serialNumber.isEqual(parsed.serialNumber)) return false;
  const digest = (bytes: ArrayBuffer | Uint8Array) => createHash(hash).update(new Uint8Array(bytes)).digest();
  const key = issuer.parsed.subjectPublicKeyInfo.subjectPublicKey.valueBlock.valueHexView;
  return (
    digest(issuer.parsed.subject.toSchema().toBER()).equals(certID.issuerNameHash.valueBlock.valueHexView) &&
    digest(key).equals(certID.issuerKeyHash.valueBlock.valueHexView)
  );
}

/** Some put the basic response there without the frame around it. */
function readBasicResponse(der: Uint8Array): BasicOCSPResponse {
  const own = new Uint8Array(der);
  try {
    const inner = OCSPResponse.fromBER(own).responseBytes?.response.valueBlock.valueHexView;
    if (inner) return BasicOCSPResponse.fromBER(new Uint8Array(inner));
  } catch {
    // Then it is read as what stands inside.
  }
  return new BasicOCSPResponse({ schema: fromBER(own).result });
}
