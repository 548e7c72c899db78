import { createHash } from 'node:crypto';
import { Null, OctetString } from 'asn1js';
import { AlgorithmIdentifier, CertID, OCSPRequest, Request, TBSRequest } from 'pkijs';
import {
  type FetchedRevocation,
  RevocationUnreachable,
  type WantedRevocation,
} from '../../ports/time-stamps.ts';
import { readCertificate } from '../signatures/read-certificate.ts';
import { askAddress, type HttpReply, type Question } from './ask-address.ts';
import type { Road } from './request-time-stamp.ts';

const largestList = 16 * 1024 * 1024;
const largestResponse = 256 * 1024;
const sha1 = '1.3.14.3.2.26';

/** Asks the issuers of certificates whether they have revoked them: their lists first, else their responders (RFC 6960). */
export const fetchRevocation =
  (road: Road) =>
  async (wanted: readonly WantedRevocation[]): Promise<FetchedRevocation> => {
    const crls = new Map<string, Uint8Array>();
    const ocsps: Uint8Array[] = [];
    for (const one of wanted) {
      const [address] = [...one.lists, ...one.responders];
      if (address === undefined) continue;
      const known = one.lists.some((url) => crls.has(url));
      if (known || (await addList(road, one, crls))) continue;
      const response = await askResponders(road, one);
      if (!response) throw new RevocationUnreachable(address);
      ocsps.push(response);
    }
    return { crls: [...crls.values()], ocsps };
  };

async function addList(
  road: Road,
  { lists }: WantedRevocation,
  crls: Map<string, Uint8Array>,
): Promise<boolean> {
  for (const url of lists) {
    const answer = await tryAsk(road, { url, method: 'GET', limitMs: road.limitMs, maxBytes: largestList });
    const der = answer && plainDer(answer.body);
    if (!der) continue;
    crls.set(url, der);
    return true;
  }
  return false;
}

/** Some give their lists as PEM. */
function plainDer(body: Uint8Array): Uint8Array | undefined {
  if (body[0] === 0x30) return body;
  const text = /-----BEGIN X509 CRL-----([\s\S]+?)-----END/.exec(Buffer.from(body).toString('latin1'))?.[1];
  return text === undefined ? undefined : new Uint8Array(Buffer.from(text, 'base64'));
}

async function askResponders(road: Road, { certificate, issuer, responders }: WantedRevocation) {
  const body = questionOf(certificate, issuer);
  const headers = { 'Content-Type': 'application/ocsp-request', Accept: 'application/ocsp-response' };
  for (const url of responders) {
    const question = {
      url,
      method: 'POST',
      headers,
      body,
      limitMs: road.limitMs,
      maxBytes: largestResponse,
    } as const;
    const answer = await tryAsk(road, question);
    if (answer?.body[0] === 0x30) return answer.body;
  }
  return undefined;
}

/** The name of a certificate in OCSP, RFC 6960, 4.1.1. SHA-1 is only a name here. */
function questionOf(certificate: Uint8Array, issuer: Uint8Array): Uint8Array {
  const [{ parsed }, by] = [readCertificate(certificate), readCertificate(issuer)];
  const hashed = (bytes: ArrayBuffer | Uint8Array) =>
    new OctetString({
      valueHex: new Uint8Array(createHash('sha1').update(new Uint8Array(bytes)).digest()),
    });
  const certID = new CertID({
    hashAlgorithm: new AlgorithmIdentifier({ algorithmId: sha1, algorithmParams: new Null() }),
    issuerNameHash: hashed(by.parsed.subject.toSchema().toBER()),
    issuerKeyHash: hashed(by.parsed.subjectPublicKeyInfo.subjectPublicKey.valueBlock.valueHexView),
    serialNumber: parsed.serialNumber,
  });
  const request = new OCSPRequest({
    tbsRequest: new TBSRequest({ requestList: [new Request({ reqCert: certID })] }),
  });
  return new Uint8Array(request.toSchema(true).toBER());
}

async function tryAsk(road: Road, question: Question): Promise<HttpReply | undefined> {
  if (!/^https?:\/\//i.test(question.url)) return undefined;
  try {
    const answer = await askAddress(question, road.findProxy);
    return answer.status === 200 ? answer : undefined;
  } catch {
    return undefined;
  }
}
