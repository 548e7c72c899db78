import type { XmlElement } from 'libxml2-wasm';
import { badBundle } from '../domain/api-error.ts';
import {
  type IdentifierPolicy,
  identifierPolicies,
  type SignatureType,
  signatureTypes,
} from '../domain/job.ts';
import { apiNamespace, attributeOf, childOf, childrenOf, readXml, XmlRefusal } from '../xml/read-xml.ts';
import { findSchemaFault } from '../xml/schemas.ts';

export type ManifestSigner = {
  readonly order: number;
  /** Absent when the signer is identified by contact information. */
  readonly number: string | undefined;
  readonly signatureType: SignatureType | undefined;
  readonly usesLookup: boolean;
  readonly email: string | undefined;
  readonly mobile: string | undefined;
  readonly onBehalfOf: 'SELF' | 'OTHER' | undefined;
};

export type ManifestDocument = { readonly title: string; readonly href: string; readonly mime: string };

export type Manifest = {
  readonly signers: readonly ManifestSigner[];
  readonly organisation: string;
  readonly title: string;
  readonly nonsensitiveTitle: string | undefined;
  readonly description: string | undefined;
  readonly documents: readonly ManifestDocument[];
  readonly level: 3 | 4 | undefined;
  readonly activationAt: number | undefined;
  readonly availableSeconds: number | undefined;
  readonly identifier: IdentifierPolicy | undefined;
};

const root = 'portal-signature-job-manifest';

/** Reads `manifest.xml` after the official schema has accepted it. */
export function readManifest(bytes: Uint8Array): Manifest {
  try {
    return readXml(bytes, (document) => {
      const fault = findSchemaFault(document, 'api');
      if (fault) throw badBundle(`manifest.xml is not valid: ${fault}`);
      if (document.root.name !== root) throw badBundle(`manifest.xml is not a ${root}`);
      return toManifest(document.root);
    });
  } catch (fault) {
    if (fault instanceof XmlRefusal) throw badBundle(`manifest.xml: ${fault.message}`);
    throw fault;
  }
}

function toManifest(element: XmlElement): Manifest {
  // The schema has seen that whatever is required is there; the deprecated form keeps titles inside `document`.
  const legacy = child(element, 'document');
  const titles = legacy ?? element;
  const documents = legacy ? [legacy] : childrenOf(required(element, 'documents'), apiNamespace, 'document');
  const availability = child(element, 'availability');
  const activation = availability && text(availability, 'activation-time');
  const seconds = availability && text(availability, 'available-seconds');
  const level = text(element, 'required-authentication');
  return {
    signers: childrenOf(required(element, 'signers'), apiNamespace, 'signer').map(toSigner),
    organisation: text(required(element, 'sender'), 'organization-number') ?? '',
    title: text(titles, 'title') ?? '',
    nonsensitiveTitle: text(titles, 'nonsensitive-title'),
    description: text(titles, 'description'),
    documents: documents.map((document) => ({
      title: text(document, 'title') ?? '',
      href: attributeOf(document, 'href') ?? '',
      mime: attributeOf(document, 'mime') ?? '',
    })),
    level: level === '3' ? 3 : level === '4' ? 4 : undefined,
    activationAt: activation === undefined ? undefined : Date.parse(activation.trim()),
    availableSeconds: seconds === undefined ? undefined : Number(seconds),
    identifier: oneOf(identifierPolicies, text(element, 'identifier-in-signed-documents')),
  };
}

function toSigner(element: XmlElement): ManifestSigner {
  const lookup = child(element, 'notifications-using-lookup');
  const own = child(element, 'notifications');
  const address = (name: string, attribute: string) => {
    const found = own && child(own, name);
    return found && attributeOf(found, attribute);
  };
  return {
    order: Number(attributeOf(element, 'order') ?? '0'),
    number: text(element, 'personal-identification-number'),
    signatureType: oneOf(signatureTypes, text(element, 'signature-type')),
    usesLookup: lookup !== undefined,
    email: address('email', 'address'),
    mobile: address('sms', 'number'),
    onBehalfOf: oneOf(['SELF', 'OTHER'] as const, text(element, 'on-behalf-of')),
  };
}

/** One of the values that the schema allows. */
const oneOf = <Value extends string>(values: readonly Value[], text: string | undefined): Value | undefined =>
  values.find((value) => value === text);
const child = (parent: XmlElement, name: string) => childOf(parent, apiNamespace, name);
const text = (parent: XmlElement, name: string) => child(parent, name)?.content;

function required(parent: XmlElement, name: string): XmlElement {
  const found = child(parent, name);
  if (!found) throw badBundle(`manifest.xml lacks ${name}`);
  return found;
}
