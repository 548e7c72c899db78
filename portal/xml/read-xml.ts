import { XmlDocument, XmlElement, XmlNode } from 'libxml2-wasm';

export const apiNamespace = 'http://signering.posten.no/schema/v1';

/** The bytes are not XML the portal accepts; the message says why. */
export class XmlRefusal extends Error {
  override readonly name = 'XmlRefusal';
}

const maxBytes = 2 * 1024 * 1024;

/**
 * Parses UTF-8 XML and hands the document to `use`, freeing it afterwards. DOCTYPE is refused before the parser
 * sees it, so no entity is ever declared or expanded.
 */
export function readXml<T>(bytes: Uint8Array, use: (document: XmlDocument) => T): T {
  const text = toText(bytes);
  let document: XmlDocument;
  try {
    document = XmlDocument.fromString(text);
  } catch (fault) {
    throw new XmlRefusal(`not well-formed XML: ${messageOf(fault)}`);
  }
  try {
    if (document.dtd) throw new XmlRefusal('DOCTYPE is not allowed');
    return use(document);
  } finally {
    document.dispose();
  }
}

function toText(bytes: Uint8Array): string {
  if (bytes.length > maxBytes) throw new XmlRefusal(`the XML is larger than ${maxBytes} bytes`);
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new XmlRefusal('the XML is not UTF-8');
  }
  const encoding = /^<\?xml[^>]*?encoding\s*=\s*["']([^"']*)["']/.exec(text)?.[1];
  if (encoding && !/^(utf-?8|us-ascii)$/i.test(encoding)) {
    throw new XmlRefusal(`the encoding ${encoding} is not supported`);
  }
  if (/<!DOCTYPE|<!ENTITY/i.test(text)) throw new XmlRefusal('DOCTYPE is not allowed');
  if (text.includes('\0')) throw new XmlRefusal('the XML holds a null character');
  return text;
}

export const messageOf = (fault: unknown) =>
  (fault instanceof Error ? fault.message : String(fault)).trim().replace(/\s+/g, ' ');

/** Child elements, all or those of one name in `namespace`. */
export function childrenOf(parent: XmlElement, namespace?: string, name?: string): readonly XmlElement[] {
  const found: XmlElement[] = [];
  for (let node: XmlNode | null = parent.firstChild; node; node = nextOf(node)) {
    if (!(node instanceof XmlElement)) continue;
    if (namespace !== undefined && node.namespaceUri !== namespace) continue;
    if (name !== undefined && node.name !== name) continue;
    found.push(node);
  }
  return found;
}

const nextOf = (node: XmlNode): XmlNode | null =>
  'next' in node && node.next instanceof XmlNode ? node.next : null;

export const childOf = (parent: XmlElement, namespace: string, name: string): XmlElement | undefined =>
  childrenOf(parent, namespace, name)[0];

export const attributeOf = (element: XmlElement, name: string): string | undefined =>
  element.attr(name)?.value;
