import { createHash, verify, X509Certificate } from 'node:crypto';
import { XmlC14NMode, type XmlElement } from 'libxml2-wasm';
import { badBundle } from '../domain/api-error.ts';
import { signingTimeToleranceMs } from '../domain/limits.ts';
import { readXml, XmlRefusal } from '../xml/read-xml.ts';
import { findSchemaFault } from '../xml/schemas.ts';
import { organisationOf } from './certificate-organisation.ts';
import { checkSigningCertificate } from './check-signing-certificate.ts';
import { findReferenced } from './file-reference.ts';
import { c14n10, c14n11, readSignatureForm, type SignatureForm, xa } from './signature-form.ts';

const rsaSha256 = 'http://www.w3.org/2001/04/xmldsig-more#rsa-sha256';
const sha256 = (bytes: Uint8Array | string) => createHash('sha256').update(bytes).digest();

export type SignatureCheck = {
  /** `META-INF/signatures.xml`. */
  readonly signatures: Uint8Array;
  /** Every file outside META-INF. */
  readonly files: ReadonlyMap<string, Uint8Array>;
  /** PEM of the CA that must have issued the certificate. */
  readonly ca: string;
  readonly now: number;
  /** Organisations whose certificate may sign: the sender and the broker. */
  readonly organisations: ReadonlySet<string>;
};

/** Verifies the XAdES signature of a bundle as section 3.2 of the protocol asks; throws what is wrong. */
export function checkSignature(check: SignatureCheck): void {
  try {
    readXml(check.signatures, (document) => {
      const fault = findSchemaFault(document, 'bundle');
      if (fault) throw badBundle(`META-INF/signatures.xml is not valid: ${fault}`);
      const form = readSignatureForm(document.root);
      checkFiles(form, check.files);
      checkValue(form, check);
      checkSigningTime(xa(form.signatureProperties, 'SigningTime').content, check.now);
    });
  } catch (fault) {
    if (fault instanceof XmlRefusal) throw badBundle(`META-INF/signatures.xml: ${fault.message}`);
    throw fault;
  }
}

function checkFiles(form: SignatureForm, files: ReadonlyMap<string, Uint8Array>): void {
  const names = new Set(files.keys());
  const covered = new Set<string>();
  const formats = new Map(form.dataObjectFormats.map((format) => [format.reference, format.mime]));
  if (formats.size !== form.dataObjectFormats.length) throw badBundle('a DataObjectFormat is repeated');
  for (const reference of form.files) {
    const name = findReferenced(names, reference.uri);
    const bytes = name === undefined ? undefined : files.get(name);
    if (name === undefined || !bytes)
      throw badBundle(`the signature refers to ${reference.uri}, which is not there`);
    if (covered.has(name)) throw badBundle(`the signature refers to ${name} twice`);
    covered.add(name);
    if (!sha256(bytes).equals(reference.digest))
      throw badBundle(`the digest of ${name} is not the signed one`);
    if (reference.id === undefined || !formats.delete(`#${reference.id}`)) {
      throw badBundle(`${name} has no DataObjectFormat in the signature`);
    }
  }
  const uncovered = [...names].filter((name) => !covered.has(name));
  if (uncovered.length > 0) throw badBundle(`not covered by the signature: ${uncovered.join(', ')}`);
  if (formats.size > 0) throw badBundle('a DataObjectFormat refers to no file');
}

function checkValue(form: SignatureForm, check: SignatureCheck): void {
  if (form.signatureMethod !== rsaSha256)
    throw badBundle(`signature method ${form.signatureMethod} is not allowed`);
  if (form.canonicalization !== c14n10 && form.canonicalization !== c14n11) {
    throw badBundle(`canonicalisation ${form.canonicalization} is not allowed`);
  }
  const properties = canonical(form.signedProperties, c14n10);
  if (!sha256(properties).equals(form.propertiesDigest)) {
    throw badBundle('the digest of SignedProperties is not the signed one');
  }
  const certificate = checkSigningCertificate(form, toCertificate(check.ca), check.now);
  if (!check.organisations.has(organisationOf(certificate) ?? '')) {
    throw badBundle("the signing certificate is neither the sender's nor the broker's");
  }
  const signedInfo = Buffer.from(canonical(form.signedInfo, form.canonicalization));
  if (!verify('RSA-SHA256', signedInfo, certificate.publicKey, form.value)) {
    throw badBundle('the signature value does not match');
  }
}

const toCertificate = (pem: string) => new X509Certificate(pem);

/** The element's canonical octets, every namespace in scope included. */
export function canonical(element: XmlElement, method: string): string {
  return element.canonicalizeToString({
    mode: method === c14n11 ? XmlC14NMode.XML_C14N_1_1 : XmlC14NMode.XML_C14N_1_0,
  });
}

function checkSigningTime(text: string, now: number): void {
  const at = /(Z|[+-]\d\d:\d\d)$/.test(text.trim()) ? Date.parse(text.trim()) : Number.NaN;
  if (Number.isNaN(at)) throw badBundle('SigningTime is not a time with offset');
  if (Math.abs(at - now) > signingTimeToleranceMs) {
    throw badBundle(
      `SigningTime ${text.trim()} is more than ${signingTimeToleranceMs / 1000} seconds from ${new Date(now).toISOString()}`,
    );
  }
}
