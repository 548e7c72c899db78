import { createPrivateKey, sign, X509Certificate } from 'node:crypto';
import { PDF, type Signer } from '@libpdf/core';
import type { Issued } from '../training/certificates.ts';

/** Seals the document with the service's certificate: a PAdES B-B signature over all of it. */
export async function sealPdf(bytes: Uint8Array, seal: Issued, ca: string, at: number): Promise<Uint8Array> {
  const key = createPrivateKey(seal.key);
  const signer: Signer = {
    certificate: new Uint8Array(new X509Certificate(seal.certificate).raw),
    certificateChain: [new Uint8Array(new X509Certificate(ca).raw)],
    keyType: 'RSA',
    signatureAlgorithm: 'RSASSA-PKCS1-v1_5',
    sign: async (data, algorithm) => new Uint8Array(sign(algorithm.replace('-', ''), data, key)),
  };
  const pdf = await PDF.load(bytes);
  const sealed = await pdf.sign({
    signer,
    subFilter: 'ETSI.CAdES.detached',
    level: 'B-B',
    fieldName: 'Forsegling',
    signingTime: new Date(at),
    digestAlgorithm: 'SHA-256',
  });
  return sealed.bytes;
}
