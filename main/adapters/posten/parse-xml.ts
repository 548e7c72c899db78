import { SaxesParser } from 'saxes';

export type XmlNode = {
  readonly namespace: string;
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly XmlNode[];
  /** All character data directly inside, trimmed. */
  readonly text: string;
};

/** The bytes are not XML that this client takes; the message says why in a few words. */
export class UnreadableXml extends Error {
  override readonly name = 'UnreadableXml';
}

/** An answer has some sixty elements in four levels; these leave room and still end a hostile one early. */
const bounds = { bytes: 1_048_576, depth: 24, elements: 2_000 } as const;

type Open = { node: XmlNode; children: XmlNode[]; text: string };

/**
 * The tree of a small XML document, by namespace and whatever prefixes. Document types, and with them entities of
 * one's own, are refused. Throws {@link UnreadableXml}, nothing else.
 */
export function parseXml(bytes: Uint8Array): XmlNode {
  if (bytes.byteLength > bounds.bytes) throw new UnreadableXml('larger than 1 MB');
  const parser = new SaxesParser({ xmlns: true, position: false });
  const open: Open[] = [];
  let root: XmlNode | undefined;
  let elements = 0;
  parser.on('error', (fault) => {
    throw new UnreadableXml(fault.message);
  });
  parser.on('doctype', () => {
    throw new UnreadableXml('holds a document type');
  });
  parser.on('opentag', (tag) => {
    elements += 1;
    if (elements > bounds.elements) throw new UnreadableXml('too many elements');
    if (open.length >= bounds.depth) throw new UnreadableXml('nested too deeply');
    const children: XmlNode[] = [];
    const attributes = Object.fromEntries(
      Object.values(tag.attributes)
        .filter((attribute) => attribute.uri === '')
        .map((attribute) => [attribute.local, attribute.value]),
    );
    open.push({
      node: { namespace: tag.uri, name: tag.local, attributes, children, text: '' },
      children,
      text: '',
    });
  });
  parser.on('text', (text) => {
    const last = open.at(-1);
    if (last) last.text += text;
  });
  parser.on('cdata', (text) => {
    const last = open.at(-1);
    if (last) last.text += text;
  });
  parser.on('closetag', () => {
    const done = open.pop();
    if (!done) return;
    const node = { ...done.node, text: done.text.trim() };
    const parent = open.at(-1);
    if (parent) parent.children.push(node);
    else root = node;
  });
  try {
    parser.write(new TextDecoder('utf-8', { fatal: true }).decode(bytes)).close();
  } catch (fault) {
    throw fault instanceof UnreadableXml ? fault : new UnreadableXml(String(fault), { cause: fault });
  }
  if (!root) throw new UnreadableXml('has no element');
  return root;
}
