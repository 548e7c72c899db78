import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import {
  XmlBufferInputProvider,
  XmlDocument,
  XmlValidateError,
  XsdValidator,
  xmlRegisterInputProvider,
} from 'libxml2-wasm';

const folder = fileURLToPath(new URL('../../../resources/posten-xsd/', import.meta.url));
const names = ['common.xsd', 'portal.xsd', 'portal-legacy.xsd'];
let validator: XsdValidator | undefined;

/** What portal.xsd and common.xsd say against a document, or undefined. */
export function schemaFault(document: XmlDocument): string | undefined {
  if (!validator) {
    const files = Object.fromEntries(
      names.map((name) => [`test-xsd/${name}`, readFileSync(`${folder}${name}`)]),
    );
    xmlRegisterInputProvider(new XmlBufferInputProvider(files));
    const schema = XmlDocument.fromBuffer(readFileSync(`${folder}portal.xsd`), {
      url: 'test-xsd/portal.xsd',
    });
    validator = XsdValidator.fromDoc(schema);
    schema.dispose();
  }
  try {
    validator.validate(document);
    return undefined;
  } catch (fault) {
    if (fault instanceof XmlValidateError) return fault.message;
    throw fault;
  }
}
