/** Text of an element. A carriage return is written as a reference, since parsers turn a bare one into a line feed. */
export const xmlText = (text: string): string =>
  text.replace(/[&<>\r]/g, (character) => references[character] ?? character);

/** Value of an attribute in double quotes. */
export const xmlAttribute = (text: string): string =>
  text.replace(/[&<>"\r\n\t]/g, (character) => references[character] ?? character);

const references: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\r': '&#13;',
  '\n': '&#10;',
  '\t': '&#9;',
};

/** `<name>text</name>`, or nothing where there is no text. */
export const xmlElement = (name: string, text: string | number | undefined): string =>
  text === undefined ? '' : `<${name}>${xmlText(String(text))}</${name}>`;

export const xmlDeclaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';

/** Namespace of every element of the API (docs/rules.md, 14). */
export const apiNamespace = 'http://signering.posten.no/schema/v1';
