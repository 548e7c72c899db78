import {
  type BaseBlock,
  type BaseStringBlock,
  fromBER,
  ObjectIdentifier,
  Sequence,
  Set as SetBlock,
} from 'asn1js';

/**
 * The issuer of a DER certificate as RFC 2253 writes it: last part first, no blanks after commas, attributes without a
 * standard short name as a dotted number with the value in hexadecimal DER.
 */
export function issuerName(certificate: Uint8Array): string {
  const parsed = fromBER(certificate);
  if (parsed.offset === -1) throw new Error('The certificate cannot be read');
  const [body] = children(parsed.result);
  // Version is the only tagged field ahead of the issuer: [0] version, serial, signature algorithm, issuer.
  const fields = children(body).filter((field) => field.idBlock.tagClass === 1);
  return children(fields[2]).map(relativeName).reverse().join(',');
}

function children(block: BaseBlock | undefined): readonly BaseBlock[] {
  if (block instanceof Sequence || block instanceof SetBlock) return block.valueBlock.value;
  throw new Error('The certificate cannot be read');
}

const relativeName = (set: BaseBlock): string =>
  children(set)
    .map((attribute) => {
      const [type, value] = children(attribute);
      if (!(type instanceof ObjectIdentifier) || !value) throw new Error('The certificate cannot be read');
      const oid = type.valueBlock.toString();
      const name = shortNames[oid];
      return name && isText(value)
        ? `${name}=${escaped(value.getValue())}`
        : `${oid}=#${Buffer.from(value.toBER()).toString('hex')}`;
    })
    .join('+');

const isText = (block: BaseBlock): block is BaseStringBlock =>
  'getValue' in block && typeof block.getValue === 'function' && typeof block.getValue() === 'string';

/** RFC 2253, section 2.4: what must be escaped anywhere, at the start and at the end. */
const escaped = (text: string): string =>
  text
    .replace(/[,+"\\<>;]/g, '\\$&')
    .replace(/^[# ]/, '\\$&')
    .replace(/(?<!^) $/, '\\ ');

const shortNames: Readonly<Record<string, string>> = {
  '2.5.4.3': 'CN',
  '2.5.4.6': 'C',
  '2.5.4.7': 'L',
  '2.5.4.8': 'ST',
  '2.5.4.9': 'STREET',
  '2.5.4.10': 'O',
  '2.5.4.11': 'OU',
  '0.9.2342.19200300.100.1.25': 'DC',
  '0.9.2342.19200300.100.1.1': 'UID',
};
