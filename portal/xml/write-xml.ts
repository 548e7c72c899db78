import { apiNamespace } from './read-xml.ts';

export type Element = {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly content: readonly (Element | undefined)[] | string;
};

/** `default` declares the API namespace as default; `ns4` is the prefixed form recorded from the test service. */
export type NamespaceStyle = 'default' | 'ns4';

export const element = (
  name: string,
  content: Element['content'] = [],
  attributes: Element['attributes'] = {},
): Element => ({ name, attributes, content });

/** An element that is left out when there is no text. */
export const optional = (name: string, text: string | undefined): Element | undefined =>
  text === undefined ? undefined : element(name, text);

export const escapeXml = (text: string) =>
  text
    // Characters XML 1.0 cannot hold would make the whole answer unreadable.
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters to remove
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '\ufffd')
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/"/g, '&quot;')
    .replace(/'/g, '&#39;')
    .replace(/\r/g, '&#13;');

/** The document as text, with the API namespace. */
export function writeApiXml(root: Element, style: NamespaceStyle): string {
  const prefix = style === 'ns4' ? 'ns4:' : '';
  const declared =
    style === 'ns4'
      ? ` xmlns="http://uri.etsi.org/01903/v1.3.2#" xmlns:ns4="${apiNamespace}"`
      : ` xmlns="${apiNamespace}"`;
  const write = (node: Element, namespaces = ''): string => {
    const attributes = Object.entries(node.attributes)
      .map(([name, value]) => ` ${name}="${escapeXml(value)}"`)
      .join('');
    const inner =
      typeof node.content === 'string'
        ? escapeXml(node.content)
        : node.content.map((child) => (child ? write(child) : '')).join('');
    return `<${prefix}${node.name}${namespaces}${attributes}>${inner}</${prefix}${node.name}>`;
  };
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>${write(root, declared)}`;
}
