import { createHash, sign } from 'node:crypto';
import {
  der,
  explicit,
  generalizedTime,
  integer,
  nothing,
  octets,
  oid,
  sequence,
  setOf,
  time,
} from './der.ts';
import { type Hash, type Holder, hashOids } from './pki.ts';

export type CmsWish = {
  readonly signer: Holder;
  readonly chain?: readonly { readonly der: Uint8Array }[];
  readonly hash?: Hash;
  readonly signedAt?: Date;
  /** Time-stamp tokens over the signature. */
  readonly stamp?: (signature: Buffer) => Buffer;
  /** Content of its own, and its type. */
  readonly content?: { readonly type: string; readonly bytes: Buffer };
  /** Changes the attributes before they are signed. */
  readonly attributes?: (usual: readonly Buffer[]) => readonly Buffer[];
  /** Named in the attribute that names the signer's certificate. */
  readonly named?: Holder;
};

const pkcs7Data = '1.2.840.113549.1.7.1';
const attribute = (type: string, ...values: readonly Buffer[]) => sequence(oid(type), setOf(...values));

/** A CAdES signature over bytes that lie outside it. */
export function makeCms(bytes: Uint8Array, wish: CmsWish): Buffer {
  const hash = wish.hash ?? 'sha256';
  const type = wish.content?.type ?? pkcs7Data;
  const algorithm = sequence(oid(hashOids[hash]), nothing);
  const named = createHash('sha256')
    .update((wish.named ?? wish.signer).der)
    .digest();
  const usual = [
    attribute('1.2.840.113549.1.9.3', oid(type)),
    attribute(
      '1.2.840.113549.1.9.4',
      octets(
        createHash(hash)
          .update(wish.content?.bytes ?? bytes)
          .digest(),
      ),
    ),
    attribute('1.2.840.113549.1.9.16.2.47', sequence(sequence(sequence(octets(named))))),
    ...(wish.signedAt ? [attribute('1.2.840.113549.1.9.5', time(wish.signedAt))] : []),
  ];
  const attributes = setOf(...(wish.attributes?.(usual) ?? usual));
  const signature = sign(hash, attributes, wish.signer.key);
  const unsigned = wish.stamp
    ? [implicit(1, attribute('1.2.840.113549.1.9.16.2.14', wish.stamp(signature)))]
    : [];
  const info = sequence(
    integer(1),
    sequence(issuerOf(wish.signer), integer(wish.signer.serial)),
    algorithm,
    Buffer.concat([Buffer.from([0xa0]), attributes.subarray(1)]),
    sequence(oid('1.2.840.113549.1.1.1'), nothing),
    octets(signature),
    ...unsigned,
  );
  const signedData = sequence(
    integer(wish.content ? 3 : 1),
    setOf(algorithm),
    sequence(oid(type), ...(wish.content ? [explicit(0, octets(wish.content.bytes))] : [])),
    der(0xa0, wish.signer.der, ...(wish.chain ?? []).map((one) => one.der)),
    setOf(info),
  );
  return sequence(oid('1.2.840.113549.1.7.2'), explicit(0, signedData));
}

const implicit = (number: number, content: Buffer): Buffer => der(0xa0 | number, content);

/** The issuer's name as it stands in the certificate: the fourth part of its body. */
function issuerOf({ der: certificate }: Holder): Buffer {
  const body = children(children(certificate)[0] ?? certificate);
  const issuer = body[3];
  if (!issuer) throw new Error('no issuer');
  return issuer;
}

function children(block: Buffer): readonly Buffer[] {
  const header = headerOf(block);
  const found: Buffer[] = [];
  for (let at = header.start; at < header.end; ) {
    const { end } = headerOf(block.subarray(at));
    found.push(block.subarray(at, at + end));
    at += end;
  }
  return found;
}

function headerOf(block: Buffer): { readonly start: number; readonly end: number } {
  const length = block[1] ?? 0;
  if (length < 128) return { start: 2, end: 2 + length };
  const digits = length & 0x7f;
  return { start: 2 + digits, end: 2 + digits + block.readUIntBE(2, digits) };
}

/** A time-stamp token, RFC 3161, over bytes. */
export function makeTimeStamp(over: Uint8Array, at: Date, signer: Holder, chain: readonly Holder[]): Buffer {
  return makeToken({ imprint: createHash('sha256').update(over).digest(), at, signer, chain });
}

/** A time-stamp token over a digest by SHA-256. `nonce`: DER of the whole INTEGER. */
export function makeToken({
  imprint: hashed,
  at,
  signer,
  chain,
  nonce,
}: {
  readonly imprint: Uint8Array;
  readonly at: Date;
  readonly signer: Holder;
  readonly chain: readonly Holder[];
  readonly nonce?: Uint8Array;
}): Buffer {
  const imprint = sequence(sequence(oid(hashOids.sha256), nothing), octets(hashed));
  const content = sequence(
    integer(1),
    oid('1.3.6.1.4.1.99999.2'),
    imprint,
    integer(at.getTime()),
    generalizedTime(at),
    ...(nonce ? [nonce] : []),
  );
  return makeCms(hashed, { signer, chain, content: { type: '1.2.840.113549.1.9.16.1.4', bytes: content } });
}
