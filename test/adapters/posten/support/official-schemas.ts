import { readFileSync } from 'node:fs';
import {
  XmlBufferInputProvider,
  XmlDocument,
  XmlLibError,
  XsdValidator,
  xmlRegisterInputProvider,
} from 'libxml2-wasm';

const folder = new URL('../../../../resources/posten-xsd/', import.meta.url);
const names = [
  'common.xsd',
  'portal.xsd',
  'portal-legacy.xsd',
  'thirdparty/XAdES.xsd',
  'thirdparty/xmldsig-core-schema.xsd',
  'thirdparty/ts_102918v010201.xsd',
];
const root = 'official';
xmlRegisterInputProvider(
  new XmlBufferInputProvider(
    Object.fromEntries(names.map((name) => [`${root}/${name}`, readFileSync(new URL(name, folder))])),
  ),
);

// The ETSI schemas do not say where XMLDSig lies, so one schema brings all three.
const signatures = `<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">
<xs:import namespace="http://www.w3.org/2000/09/xmldsig#" schemaLocation="thirdparty/xmldsig-core-schema.xsd"/>
<xs:import namespace="http://uri.etsi.org/01903/v1.3.2#" schemaLocation="thirdparty/XAdES.xsd"/>
<xs:import namespace="http://uri.etsi.org/2918/v1.2.1#" schemaLocation="thirdparty/ts_102918v010201.xsd"/>
</xs:schema>`;

const validator = (text: string, name: string): XsdValidator => {
  const schema = XmlDocument.fromString(text, { url: `${root}/${name}` });
  try {
    return XsdValidator.fromDoc(schema);
  } finally {
    schema.dispose();
  }
};
const apiValidator = validator(readFileSync(new URL('portal.xsd', folder), 'utf8'), 'portal.xsd');
const signaturesValidator = validator(signatures, 'signatures.xsd');

/** What the official schema says against the XML; empty when it is valid. */
export function schemaFaults(xml: string, schema: 'api' | 'signatures'): readonly string[] {
  const document = XmlDocument.fromString(xml);
  try {
    (schema === 'api' ? apiValidator : signaturesValidator).validate(document);
    return [];
  } catch (fault) {
    if (!(fault instanceof XmlLibError)) throw fault;
    return fault.details.map((detail) => detail.message.trim());
  } finally {
    document.dispose();
  }
}
