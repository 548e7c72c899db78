import { readFileSync } from 'node:fs';
import {
  XmlBufferInputProvider,
  XmlDocument,
  XmlLibError,
  XsdValidator,
  xmlRegisterInputProvider,
} from 'libxml2-wasm';
import { resourcePath } from '../resources/resource-path.ts';
import { messageOf } from './read-xml.ts';

const files = [
  'common.xsd',
  'portal.xsd',
  'portal-legacy.xsd',
  'thirdparty/XAdES.xsd',
  'thirdparty/xmldsig-core-schema.xsd',
  'thirdparty/ts_102918v010201.xsd',
];

/** ETSI's schemas import XMLDSig without saying where it lies; one schema that brings all three settles it. */
const bundleSchema = `<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">
  <xs:import namespace="http://www.w3.org/2000/09/xmldsig#" schemaLocation="thirdparty/xmldsig-core-schema.xsd"/>
  <xs:import namespace="http://uri.etsi.org/01903/v1.3.2#" schemaLocation="thirdparty/XAdES.xsd"/>
  <xs:import namespace="http://uri.etsi.org/2918/v1.2.1#" schemaLocation="thirdparty/ts_102918v010201.xsd"/>
</xs:schema>`;

/** `api`: requests, manifests, answers and errors. `bundle`: signatures.xml. */
export type SchemaName = 'api' | 'bundle';
const validators = new Map<SchemaName, XsdValidator>();
let registered = false;

function validatorOf(name: SchemaName): XsdValidator {
  const known = validators.get(name);
  if (known) return known;
  const root = 'posten-xsd';
  if (!registered) {
    const sources = Object.fromEntries(
      files.map((file) => [`${root}/${file}`, readFileSync(resourcePath(`posten-xsd/${file}`))]),
    );
    xmlRegisterInputProvider(new XmlBufferInputProvider(sources));
    registered = true;
  }
  const schema =
    name === 'bundle'
      ? XmlDocument.fromString(bundleSchema, { url: `${root}/bundle.xsd` })
      : XmlDocument.fromBuffer(readFileSync(resourcePath('posten-xsd/portal.xsd')), {
          url: `${root}/portal.xsd`,
        });
  const validator = XsdValidator.fromDoc(schema);
  schema.dispose();
  validators.set(name, validator);
  return validator;
}

/** What the official schema says against the document, or undefined when it is valid. */
export function findSchemaFault(document: XmlDocument, name: SchemaName): string | undefined {
  try {
    validatorOf(name).validate(document);
    return undefined;
  } catch (fault) {
    if (!(fault instanceof XmlLibError)) throw fault;
    return fault.details.map((detail) => messageOf(detail.message)).join('; ') || messageOf(fault);
  }
}
