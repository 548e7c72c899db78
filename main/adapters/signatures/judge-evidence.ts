import { createHash, type KeyObject, verify } from 'node:crypto';
import { type EvidenceCode, type EvidenceVerdict, verdictPart } from '../../../domain/verdict.ts';
import type { EvidenceOrder, VerifyOrder } from '../../ports/pdf-workshop.ts';
import { isForDocuments } from './judge-seal.ts';
import { type ReadCertificate, readAnchors, readCertificate } from './read-certificate.ts';
import { type Evidence, readEvidence } from './read-evidence.ts';
import { findTrustPath } from './trust-path.ts';

const digests: Readonly<Record<string, string>> = {
  'http://www.w3.org/2001/04/xmlenc#sha256': 'sha256',
  'http://www.w3.org/2001/04/xmldsig-more#sha384': 'sha384',
  'http://www.w3.org/2001/04/xmlenc#sha512': 'sha512',
};
const signatures = /^http:\/\/www\.w3\.org\/2001\/04\/xmldsig-more#(rsa|ecdsa)-(sha256|sha384|sha512)$/;
const clockSkewMs = 5 * 60_000;

/** Whether the evidence of one signature holds: that this person signed this document, vouched for by the service. */
export function judgeEvidence(signer: EvidenceOrder, order: VerifyOrder): EvidenceVerdict {
  const told = (code: EvidenceCode, facts = {}): EvidenceVerdict => ({
    ...verdictPart(code, facts),
    signerName: signer.name,
  });
  if (!signer.evidence || signer.evidence.length === 0) return told('missing');
  let evidence: Evidence;
  let certificates: readonly ReadCertificate[];
  try {
    evidence = readEvidence(signer.evidence);
    certificates = evidence.certificates.map((der) => readCertificate(der));
  } catch {
    return told('malformed');
  }
  const [own, ...others] = certificates;
  if (!own) return told('malformed');
  const facts = { by: own.name, name: evidence.displayName, signedAt: evidence.signedAt.toISOString() };
  const fault =
    faultOfSignature(evidence, own) ??
    faultOfCertificate(own, others, order) ??
    faultOfContent(evidence, signer, order);
  return told(fault ?? 'evidence-holds', facts);
}

/** Whether it is as its signer made it. */
export function faultOfSignature(
  evidence: Evidence,
  own: ReadCertificate,
): 'weak-algorithm' | 'signature-broken' | undefined {
  const { references, namedCertificate, signature, signedInfo, signatureMethod } = evidence;
  const [, scheme, hash] = signatures.exec(signatureMethod) ?? [];
  const hashed = [...references, namedCertificate].map(({ method }) => digests[method]);
  if (!scheme || !hash || hashed.some((one) => one === undefined)) return 'weak-algorithm';
  const holds =
    references.every(({ method, digest, canonical }) => isDigest(method, digest, Buffer.from(canonical))) &&
    isDigest(namedCertificate.method, namedCertificate.digest, own.der) &&
    isSignedBy(own.x509.publicKey, scheme, hash, signedInfo, signature);
  return holds ? undefined : 'signature-broken';
}

function isDigest(method: string, digest: Buffer, bytes: Uint8Array): boolean {
  const hash = digests[method];
  return hash !== undefined && createHash(hash).update(bytes).digest().equals(digest);
}

function isSignedBy(key: KeyObject, scheme: string, hash: string, text: string, signature: Buffer): boolean {
  if (key.asymmetricKeyType !== (scheme === 'rsa' ? 'rsa' : 'ec')) return false;
  try {
    return verify(hash, Buffer.from(text), { key, dsaEncoding: 'ieee-p1363' }, signature);
  } catch {
    return false;
  }
}

function faultOfCertificate(
  own: ReadCertificate,
  others: readonly ReadCertificate[],
  { policy, receivedAt }: VerifyOrder,
): EvidenceCode | undefined {
  const way = findTrustPath(own, others, readAnchors(policy.anchors), new Date(receivedAt));
  if ('fault' in way) return way.fault;
  const isKnown = own.organisation !== undefined && policy.evidenceOrganisations?.includes(own.organisation);
  return isKnown && !own.isPersonal && isForDocuments(own) ? undefined : 'other-signer-of-evidence';
}

function faultOfContent(
  { documents, nationalId, displayName, signedAt }: Evidence,
  signer: EvidenceOrder,
  { sent, receivedAt }: VerifyOrder,
): EvidenceCode | undefined {
  if (signedAt.getTime() > Date.parse(receivedAt) + clockSkewMs) return 'signing-time-in-future';
  const [document, ...more] = documents;
  if (!document || more.length > 0 || !isDigest(document.method, document.digest, sent))
    return 'other-document';
  const { identityNumber } = signer;
  const isPerson =
    identityNumber !== undefined && nationalId !== undefined
      ? identityNumber === nationalId
      : isSameName(signer.name, displayName);
  return isPerson ? undefined : 'other-person';
}

/** The service has the name from a register: more names, in another order. The shorter must be in the longer. */
function isSameName(one: string, other: string): boolean {
  const [first, second] = [wordsOf(one), wordsOf(other)];
  const [shorter, longer] = first.length < second.length ? [first, second] : [second, first];
  return shorter.length >= 2 && shorter.every((part) => longer.includes(part));
}

const wordsOf = (name: string): readonly string[] => [
  ...(name
    .normalize('NFC')
    .toLocaleLowerCase('nb')
    .match(/[\p{L}\p{M}'’-]+/gu) ?? []),
];
