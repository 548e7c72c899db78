import type { XmlElement } from 'libxml2-wasm';
import { badBundle } from '../domain/api-error.ts';
import { attributeOf, childOf, childrenOf } from '../xml/read-xml.ts';

export const asicNamespace = 'http://uri.etsi.org/2918/v1.2.1#';
export const dsigNamespace = 'http://www.w3.org/2000/09/xmldsig#';
export const xadesNamespace = 'http://uri.etsi.org/01903/v1.3.2#';
const signedPropertiesType = 'http://uri.etsi.org/01903#SignedProperties';

export type FileReference = {
  readonly id: string | undefined;
  readonly uri: string;
  readonly digest: Buffer;
};

/** The parts of a bundle's signature, found by their place and never by an Id that a forger could repeat. */
export type SignatureForm = {
  readonly signedInfo: XmlElement;
  readonly canonicalization: string;
  readonly signatureMethod: string;
  readonly files: readonly FileReference[];
  readonly propertiesDigest: Buffer;
  readonly value: Buffer;
  /** DER. */
  readonly certificates: readonly Buffer[];
  readonly signedProperties: XmlElement;
  readonly signatureProperties: XmlElement;
  readonly dataObjectFormats: readonly { readonly reference: string; readonly mime: string }[];
};

/** Takes a schema-valid `XAdESSignatures` apart; throws when it does not have the one form the service allows. */
export function readSignatureForm(root: XmlElement): SignatureForm {
  if (root.namespaceUri !== asicNamespace || root.name !== 'XAdESSignatures') {
    throw badBundle('META-INF/signatures.xml is not an XAdESSignatures document');
  }
  const signatures = ds(root, 'Signature');
  const [signature] = signatures;
  if (!signature || signatures.length !== 1) throw badBundle('there must be exactly one signature');
  refuseRepeatedIds(root);
  const signedInfo = one(signature, 'SignedInfo');
  const objects = ds(signature, 'Object');
  const qualifying = objects.flatMap((object) => childrenOf(object, xadesNamespace, 'QualifyingProperties'));
  const [properties] = qualifying;
  if (!properties || qualifying.length !== 1)
    throw badBundle('there must be exactly one QualifyingProperties');
  if (attributeOf(properties, 'Target') !== `#${attributeOf(signature, 'Id')}`) {
    throw badBundle("QualifyingProperties does not point at the signature's Id");
  }
  const signedProperties = xa(properties, 'SignedProperties');
  const references = ds(signedInfo, 'Reference');
  const isProperties = (reference: XmlElement) => attributeOf(reference, 'Type') === signedPropertiesType;
  const propertiesReferences = references.filter(isProperties);
  const [propertiesReference] = propertiesReferences;
  if (!propertiesReference || propertiesReferences.length !== 1) {
    throw badBundle('there must be exactly one reference of type SignedProperties');
  }
  checkPropertiesReference(propertiesReference, attributeOf(signedProperties, 'Id'));
  return {
    signedInfo,
    canonicalization: algorithm(one(signedInfo, 'CanonicalizationMethod')),
    signatureMethod: algorithm(one(signedInfo, 'SignatureMethod')),
    files: references.filter((reference) => !isProperties(reference)).map(toFileReference),
    propertiesDigest: digestOf(propertiesReference),
    value: base64(one(signature, 'SignatureValue').content),
    certificates: ds(one(signature, 'KeyInfo'), 'X509Data').flatMap((data) =>
      ds(data, 'X509Certificate').map((certificate) => base64(certificate.content)),
    ),
    signedProperties,
    signatureProperties: xa(signedProperties, 'SignedSignatureProperties'),
    dataObjectFormats: childrenOf(
      xa(signedProperties, 'SignedDataObjectProperties'),
      xadesNamespace,
      'DataObjectFormat',
    ).map(toFormat),
  };
}

function toFileReference(reference: XmlElement): FileReference {
  const uri = attributeOf(reference, 'URI') ?? '';
  if (ds(reference, 'Transforms').length > 0)
    throw badBundle(`the reference to ${uri} must not have transforms`);
  return { id: attributeOf(reference, 'Id'), uri, digest: digestOf(reference) };
}

function checkPropertiesReference(reference: XmlElement, id: string | undefined): void {
  if (id === undefined || attributeOf(reference, 'URI') !== `#${id}`) {
    throw badBundle('the SignedProperties reference does not point at the SignedProperties element');
  }
  const transforms = ds(reference, 'Transforms').flatMap((list) => ds(list, 'Transform'));
  if (transforms.length !== 1 || !transforms[0] || algorithm(transforms[0]) !== c14n10) {
    throw badBundle('the SignedProperties reference must have the one transform C14N 1.0');
  }
}

function toFormat(format: XmlElement) {
  const parts = childrenOf(format);
  const mime = childOf(format, xadesNamespace, 'MimeType')?.content;
  if (parts.length !== 1 || mime === undefined) throw badBundle('DataObjectFormat may hold MimeType only');
  return { reference: attributeOf(format, 'ObjectReference') ?? '', mime: mime.trim() };
}

function digestOf(reference: XmlElement): Buffer {
  const method = algorithm(one(reference, 'DigestMethod'));
  if (method !== 'http://www.w3.org/2001/04/xmlenc#sha256')
    throw badBundle(`digest method ${method} is not allowed`);
  return base64(one(reference, 'DigestValue').content);
}

/** Two elements with one Id is how signatures are wrapped around other content. */
function refuseRepeatedIds(root: XmlElement): void {
  const ids = root.find('descendant-or-self::*/@Id').map((node) => node.content);
  if (new Set(ids).size !== ids.length) throw badBundle('an Id is used more than once in the signature');
}

export const c14n10 = 'http://www.w3.org/TR/2001/REC-xml-c14n-20010315';
export const c14n11 = 'http://www.w3.org/2006/12/xml-c14n11';

export const base64 = (text: string) => Buffer.from(text.replace(/\s+/g, ''), 'base64');
export const algorithm = (element: XmlElement) => attributeOf(element, 'Algorithm') ?? '';
const ds = (parent: XmlElement, name: string) => childrenOf(parent, dsigNamespace, name);

export function one(parent: XmlElement, name: string, namespace = dsigNamespace): XmlElement {
  const found = childOf(parent, namespace, name);
  if (!found) throw badBundle(`${parent.name} lacks ${name}`);
  return found;
}

export const xa = (parent: XmlElement, name: string) => one(parent, name, xadesNamespace);
