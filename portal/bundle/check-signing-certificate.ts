import { createHash, X509Certificate } from 'node:crypto';
import type { XmlElement } from 'libxml2-wasm';
import { badBundle } from '../domain/api-error.ts';
import { childrenOf } from '../xml/read-xml.ts';
import { algorithm, base64, one, type SignatureForm, xa, xadesNamespace } from './signature-form.ts';

/**
 * The certificate that SigningCertificate points at: among those in KeyInfo, issued through them by the CA, within
 * its time, RSA, meant for signatures.
 */
export function checkSigningCertificate(
  form: SignatureForm,
  ca: X509Certificate,
  now: number,
): X509Certificate {
  const signing = childrenOf(xa(form.signatureProperties, 'SigningCertificate'), xadesNamespace, 'Cert');
  const [cert] = signing;
  if (!cert || signing.length !== 1) throw badBundle('SigningCertificate must hold exactly one certificate');
  const digest = xa(cert, 'CertDigest');
  const method = algorithm(one(digest, 'DigestMethod'));
  if (method !== 'http://www.w3.org/2000/09/xmldsig#sha1') {
    throw badBundle(`CertDigest must use SHA-1, not ${method}`);
  }
  const wanted = base64(one(digest, 'DigestValue').content);
  const der = form.certificates.find((bytes) => createHash('sha1').update(bytes).digest().equals(wanted));
  if (!der) throw badBundle('CertDigest does not match any certificate in KeyInfo');
  const chain = form.certificates.map(parsed);
  const certificate = parsed(der);
  checkIssuerSerial(xa(cert, 'IssuerSerial'), certificate);
  checkIssued(certificate, chain, ca, now);
  if (certificate.publicKey.asymmetricKeyType !== 'rsa') throw badBundle('the signing key is not RSA');
  if (certificate.ca) throw badBundle('a CA certificate cannot sign a bundle');
  return certificate;
}

function parsed(der: Buffer): X509Certificate {
  try {
    return new X509Certificate(der);
  } catch {
    throw badBundle('KeyInfo holds something that is not a certificate');
  }
}

function checkIssuerSerial(element: XmlElement, certificate: X509Certificate): void {
  const serial = one(element, 'X509SerialNumber').content.trim();
  if (!/^\d+$/.test(serial) || BigInt(serial) !== BigInt(`0x${certificate.serialNumber}`)) {
    throw badBundle('X509SerialNumber is not that of the signing certificate');
  }
  const named = commonName(one(element, 'X509IssuerName').content, ',');
  const issuer = commonName(certificate.issuer, '\n');
  // Clients write the issuer in several styles; the common name is what all of them write alike.
  if (named !== undefined && issuer !== undefined && named !== issuer) {
    throw badBundle('X509IssuerName is not the issuer of the signing certificate');
  }
}

function commonName(name: string, separator: string): string | undefined {
  const parts = name.split(separator).map((part) => part.trim());
  return parts.find((part) => /^CN=/i.test(part))?.slice(3);
}

function checkIssued(
  leaf: X509Certificate,
  others: readonly X509Certificate[],
  ca: X509Certificate,
  now: number,
): void {
  let current = leaf;
  for (let depth = 0; depth < 4; depth += 1) {
    if (Date.parse(current.validFrom) > now || Date.parse(current.validTo) < now) {
      throw badBundle('the signing certificate is not valid at this time');
    }
    if (isIssuedBy(current, ca)) return;
    const issuer = others.find((other) => other.ca && other !== current && isIssuedBy(current, other));
    if (!issuer) break;
    current = issuer;
  }
  throw badBundle('the signing certificate is not issued by a CA the service trusts');
}

const isIssuedBy = (certificate: X509Certificate, issuer: X509Certificate) =>
  certificate.checkIssued(issuer) && certificate.verify(issuer.publicKey);
