import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import {
  XmlBufferInputProvider,
  XmlC14NMode,
  XmlDocument,
  XmlElement,
  XsdValidator,
  xmlRegisterInputProvider,
} from 'libxml2-wasm';

const prefixes = {
  ltv: 'https://id.signicat.com/definitions/xsd/LtvSdo-1.0',
  ds: 'http://www.w3.org/2000/09/xmldsig#',
  xades: 'http://uri.etsi.org/01903/v1.3.2#',
};
const c14n = 'http://www.w3.org/TR/2001/REC-xml-c14n-20010315';
const modes: Readonly<Record<string, 0 | 1>> = {
  [c14n]: XmlC14NMode.XML_C14N_1_0,
  'http://www.w3.org/2001/10/xml-exc-c14n#': XmlC14NMode.XML_C14N_EXCLUSIVE_1_0,
};
const enveloped = 'http://www.w3.org/2000/09/xmldsig#enveloped-signature';
const largest = 4 * 1024 * 1024;

type Reference = { readonly method: string; readonly digest: Buffer; readonly canonical: string };

/** What the evidence of one signature says, and what of it is signed; the parts are found by their place. */
export type Evidence = {
  readonly displayName: string;
  readonly nationalId?: string;
  readonly signedAt: Date;
  readonly documents: readonly { readonly method: string; readonly digest: Buffer }[];
  readonly signatureMethod: string;
  readonly signature: Buffer;
  /** What the signature is over. */
  readonly signedInfo: string;
  /** The whole evidence, and what its signer says of the signature (XAdES). */
  readonly references: readonly [Reference, Reference];
  /** Digest of the signer's certificate, as the signer gives it. */
  readonly namedCertificate: { readonly method: string; readonly digest: Buffer };
  /** DER; the first is the signer's. */
  readonly certificates: readonly Buffer[];
  /** DER of time-stamp tokens, with what each is over: the signature in its canonical form. */
  readonly timeStamps: readonly { readonly token: Buffer; readonly over: string }[];
  /** DER of what it holds about revocation. */
  readonly revocation: { readonly crls: readonly Buffer[]; readonly ocsps: readonly Buffer[] };
};

/** Reads an LTV-SDO that follows its schema. Throws on anything else, and on what a second reader could read otherwise. */
export function readEvidence(bytes: Uint8Array): Evidence {
  if (bytes.length > largest) throw new Error('too large');
  const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  const body = text.replace(/^\uFEFF?<\?xml[^?]*\?>/, '');
  if (/<!DOCTYPE|<!ENTITY|<\?/i.test(body)) throw new Error('a document type or an instruction');
  const document = XmlDocument.fromString(body);
  try {
    schema().validate(document);
    return readDocument(document);
  } finally {
    document.dispose();
  }
}

function readDocument(document: XmlDocument): Evidence {
  const all = (path: string): readonly XmlElement[] =>
    document.find(path, prefixes).filter((node) => node instanceof XmlElement);
  const one = (path: string): XmlElement => {
    const [found, ...more] = all(path);
    if (!found || more.length > 0) throw new Error(`${path} must stand once`);
    return found;
  };
  const attribute = (element: XmlElement, name: string) => element.attr(name)?.value ?? '';
  const decoded = (element: XmlElement) => Buffer.from(element.content, 'base64');
  const signature = '/ltv:LtvSdo/ds:Signature';
  const info = `${signature}/ds:SignedInfo`;
  const properties = one(`${signature}/ds:Object/xades:QualifyingProperties/xades:SignedProperties`);
  const references = all(`${info}/ds:Reference`);
  const rootId = attribute(document.root, 'Id');
  const whole = references.findIndex((reference) => {
    const uri = reference.attr('URI')?.value;
    return uri === '' || (rootId !== '' && uri === `#${rootId}`);
  });
  const own = references.findIndex((reference) => {
    const id = attribute(properties, 'Id');
    return id !== '' && id !== rootId && attribute(reference, 'URI') === `#${id}`;
  });
  if (references.length !== 2 || whole < 0 || own < 0)
    throw new Error('it does not sign itself and its properties');
  const transforms = (place: number) =>
    all(`${info}/ds:Reference[${place + 1}]/ds:Transforms/ds:Transform`).map((each) =>
      attribute(each, 'Algorithm'),
    );
  const method = attribute(one(`${info}/ds:CanonicalizationMethod`), 'Algorithm');
  const certificate = `${signature}/ds:KeyInfo/ds:X509Data/ds:X509Certificate`;
  const named =
    '//xades:SignedSignatureProperties/*[self::xades:SigningCertificate or self::xades:SigningCertificateV2]/xades:Cert[1]/xades:CertDigest';
  const signedInfo = canonical(one(info), modeOf(method));
  const ownCanonical = canonical(properties, modeOf(transforms(own)[0] ?? c14n));
  if (transforms(own).length > 1) throw new Error('transforms that are not known');
  const [first, second, ...further] = transforms(whole);
  if (first !== enveloped || further.length > 0) throw new Error('transforms that are not known');
  const time = new Date(
    one('/ltv:LtvSdo/ltv:Description/ltv:SignatureDescription/xades:SigningTime').content,
  );
  if (Number.isNaN(time.getTime())) throw new Error('no time');
  const nationalId = all('/ltv:LtvSdo/ltv:Description/ltv:SignerDescription/ltv:SignerNationalId')[0]
    ?.content;
  const evidence = {
    displayName: one('/ltv:LtvSdo/ltv:Description/ltv:SignerDescription/ltv:SignerDisplayName').content,
    ...(nationalId && { nationalId }),
    signedAt: time,
    documents: all('/ltv:LtvSdo/ltv:Description/ltv:DocumentDescription/ltv:DocumentDigest').map(
      (digest) => ({
        method: attribute(digest, 'alg'),
        digest: decoded(digest),
      }),
    ),
    signatureMethod: attribute(one(`${info}/ds:SignatureMethod`), 'Algorithm'),
    signature: decoded(one(`${signature}/ds:SignatureValue`)),
    signedInfo,
    namedCertificate: {
      method: attribute(one(`${named}/ds:DigestMethod`), 'Algorithm'),
      digest: decoded(one(`${named}/ds:DigestValue`)),
    },
    certificates: [...all(certificate), ...all('//xades:EncapsulatedX509Certificate')].map(decoded),
    timeStamps: all('//xades:UnsignedSignatureProperties/xades:SignatureTimeStamp').flatMap((_, place) => {
      const here = `(//xades:UnsignedSignatureProperties/xades:SignatureTimeStamp)[${place + 1}]`;
      const [form] = all(`${here}/ds:CanonicalizationMethod`);
      const over = canonical(
        one(`${signature}/ds:SignatureValue`),
        modeOf(form ? attribute(form, 'Algorithm') : c14n),
      );
      return all(`${here}/xades:EncapsulatedTimeStamp`).map((token) => ({ token: decoded(token), over }));
    }),
    revocation: {
      crls: all('//xades:EncapsulatedCRLValue').map(decoded),
      ocsps: all('//xades:EncapsulatedOCSPValue').map(decoded),
    },
  };
  const digestOf = (place: number) => ({
    method: attribute(one(`${info}/ds:Reference[${place + 1}]/ds:DigestMethod`), 'Algorithm'),
    digest: decoded(one(`${info}/ds:Reference[${place + 1}]/ds:DigestValue`)),
  });
  const [wholeDigest, ownDigest] = [digestOf(whole), digestOf(own)];
  one(signature).remove();
  return {
    ...evidence,
    references: [
      { ...wholeDigest, canonical: canonical(document.root, modeOf(second ?? c14n)) },
      { ...ownDigest, canonical: ownCanonical },
    ],
  };
}

/** A part in its canonical form, in the place where it stands. */
const canonical = (element: XmlElement, mode: 0 | 1): string =>
  element.canonicalizeToString({ mode, withComments: false });

function modeOf(algorithm: string): 0 | 1 {
  const mode = modes[algorithm];
  if (mode === undefined) throw new Error(`canonical form ${algorithm} is not known`);
  return mode;
}

let validator: XsdValidator | undefined;

function schema(): XsdValidator {
  if (validator) return validator;
  const files = {
    'evidence/ltv-sdo.xsd': 'evidence/ltv-sdo.xsd',
    'evidence/XAdES.xsd': 'posten-xsd/thirdparty/XAdES.xsd',
    'evidence/xmldsig-core-schema.xsd': 'posten-xsd/thirdparty/xmldsig-core-schema.xsd',
  };
  const sources = Object.fromEntries(
    Object.entries(files).map(([name, path]) => [name, readFileSync(resource(path))]),
  );
  xmlRegisterInputProvider(new XmlBufferInputProvider(sources));
  const document = XmlDocument.fromBuffer(sources['evidence/ltv-sdo.xsd'] ?? new Uint8Array(), {
    url: 'evidence/ltv-sdo.xsd',
  });
  validator = XsdValidator.fromDoc(document);
  document.dispose();
  return validator;
}

/** The source lies three folders below the root, the build four. */
function resource(path: string): string {
  const found = ['../../../', '../../../../']
    .map((up) => fileURLToPath(new URL(`${up}resources/${path}`, import.meta.url)))
    .find((one) => existsSync(one));
  if (!found) throw new Error(`resources/${path} is missing`);
  return found;
}
