import { createHash, createPublicKey, generateKeyPairSync, type KeyObject, sign } from 'node:crypto';
import {
  bits,
  der,
  explicit,
  integer,
  nothing,
  octets,
  oid,
  sequence,
  setOf,
  text,
  time,
  yes,
} from './der.ts';

export type Hash = 'sha256' | 'sha384' | 'sha1' | 'md5';
const rsaOids: Readonly<Record<Hash, string>> = {
  sha256: '1.2.840.113549.1.1.11',
  sha384: '1.2.840.113549.1.1.12',
  sha1: '1.2.840.113549.1.1.5',
  md5: '1.2.840.113549.1.1.4',
};
export const hashOids: Readonly<Record<Hash, string>> = {
  sha256: '2.16.840.1.101.3.4.2.1',
  sha384: '2.16.840.1.101.3.4.2.2',
  sha1: '1.3.14.3.2.26',
  md5: '1.2.840.113549.2.5',
};
export const usages = {
  clientAuth: '1.3.6.1.5.5.7.3.2',
  serverAuth: '1.3.6.1.5.5.7.3.1',
  codeSigning: '1.3.6.1.5.5.7.3.3',
  documentSigning: '1.3.6.1.5.5.7.3.36',
  timeStamping: '1.3.6.1.5.5.7.3.8',
  ocspSigning: '1.3.6.1.5.5.7.3.9',
} as const;
/** Bits of the key usage extension, from the left. */
export const keyUses = {
  digitalSignature: 0,
  nonRepudiation: 1,
  keyEncipherment: 2,
  keyCertSign: 5,
  cRLSign: 6,
} as const;

export type CertificateWish = {
  readonly name: string;
  readonly organisation?: string;
  /** Given name and surname: the certificate of a person. */
  readonly person?: readonly [string, string];
  readonly keyUsage?: readonly (keyof typeof keyUses)[] | 'none';
  readonly extendedUsages?: readonly string[];
  readonly authority?: { readonly pathLength?: number };
  readonly notBefore?: Date;
  readonly notAfter?: Date;
  readonly signedWith?: Hash;
  readonly keyBits?: number;
  readonly keyExponent?: number;
  readonly unknownCritical?: boolean;
  /** Where its issuer tells which it has revoked: a list, and a responder. */
  readonly crlAt?: string;
  readonly ocspAt?: string;
};
export type Holder = {
  readonly der: Buffer;
  readonly key: KeyObject;
  readonly name: Buffer;
  readonly serial: bigint;
};

let serial = 1_000n;
const keys = new Map<string, KeyObject[]>();
let taken = 0;

const newKey = (keyBits: number, exponent: number): KeyObject =>
  generateKeyPairSync('rsa', { modulusLength: keyBits, publicExponent: exponent }).privateKey;

/** Keys take long to make, so those who are no authorities share a few. */
function takeKey(keyBits: number, exponent: number): KeyObject {
  const kind = `${keyBits}-${exponent}`;
  const pool = keys.get(kind) ?? [];
  keys.set(kind, pool);
  if (pool.length < 4) pool.push(newKey(keyBits, exponent));
  taken += 1;
  const key = pool[taken % pool.length];
  if (!key) throw new Error('no key');
  return key;
}

/** Issued by another, or by itself. */
export function issue(wish: CertificateWish, issuer?: Holder): Holder {
  const [keyBits, exponent] = [wish.keyBits ?? 2048, wish.keyExponent ?? 65_537];
  const key = wish.authority ? newKey(keyBits, exponent) : takeKey(keyBits, exponent);
  const name = nameOf(wish);
  serial += 1n;
  const algorithm = sequence(oid(rsaOids[wish.signedWith ?? 'sha256']), nothing);
  const publicKey = createPublicKey(key).export({ type: 'spki', format: 'der' });
  const body = sequence(
    explicit(0, integer(2)),
    integer(serial),
    algorithm,
    issuer?.name ?? name,
    sequence(time(wish.notBefore ?? new Date('2024-01-01Z')), time(wish.notAfter ?? new Date('2036-01-01Z'))),
    name,
    publicKey,
    explicit(3, sequence(...extensionsOf(wish, publicKey))),
  );
  const signature = sign(wish.signedWith ?? 'sha256', body, issuer?.key ?? key);
  return { der: sequence(body, algorithm, bits(signature)), key, name, serial };
}

export const pem = ({ der: bytes }: Pick<Holder, 'der'>): string =>
  `-----BEGIN CERTIFICATE-----\n${bytes.toString('base64').replace(/.{64}/g, '$&\n')}\n-----END CERTIFICATE-----\n`;

function nameOf({ name, organisation, person }: CertificateWish): Buffer {
  const part = (type: string, value: string) => setOf(sequence(oid(type), text(value)));
  return sequence(
    setOf(sequence(oid('2.5.4.6'), der(0x13, Buffer.from('NO')))),
    ...(organisation ? [part('2.5.4.97', `NTRNO-${organisation}`)] : []),
    ...(person ? [part('2.5.4.42', person[0]), part('2.5.4.4', person[1])] : []),
    part('2.5.4.3', name),
  );
}

function extensionsOf(wish: CertificateWish, publicKey: Buffer): readonly Buffer[] {
  const extension = (type: string, critical: boolean, value: Buffer) =>
    sequence(oid(type), ...(critical ? [yes] : []), octets(value));
  const {
    authority,
    extendedUsages,
    keyUsage = authority ? ['keyCertSign', 'cRLSign'] : ['nonRepudiation'],
  } = wish;
  const uses = keyUsage === 'none' ? 0 : keyUsage.reduce((sum, use) => sum | (0x80 >> keyUses[use]), 0);
  const limit = authority?.pathLength === undefined ? [] : [integer(authority.pathLength)];
  return [
    extension('2.5.29.19', true, sequence(...(authority ? [yes, ...limit] : []))),
    ...(keyUsage === 'none' ? [] : [extension('2.5.29.15', true, bits(Buffer.from([uses])))]),
    ...(extendedUsages
      ? [
          extension(
            '2.5.29.37',
            extendedUsages.includes(usages.timeStamping),
            sequence(...extendedUsages.map(oid)),
          ),
        ]
      : []),
    extension('2.5.29.14', false, octets(createHash('sha1').update(publicKey).digest())),
    ...(wish.crlAt
      ? [extension('2.5.29.31', false, sequence(sequence(explicit(0, explicit(0, address(wish.crlAt))))))]
      : []),
    ...(wish.ocspAt
      ? [
          extension(
            '1.3.6.1.5.5.7.1.1',
            false,
            sequence(sequence(oid('1.3.6.1.5.5.7.48.1'), address(wish.ocspAt))),
          ),
        ]
      : []),
    ...(wish.unknownCritical ? [extension('1.3.6.1.4.1.99999.1', true, nothing)] : []),
  ];
}

const address = (url: string): Buffer => der(0x86, Buffer.from(url, 'latin1'));

/** A list of revoked certificates by their authority. */
export function revocationList(
  issuer: Holder,
  revoked: readonly { readonly serial: bigint; readonly at: Date }[],
): Buffer {
  const algorithm = sequence(oid(rsaOids.sha256), nothing);
  const entries = revoked.map((one) => sequence(integer(one.serial), time(one.at)));
  const body = sequence(
    integer(1),
    algorithm,
    issuer.name,
    time(new Date('2026-01-01Z')),
    time(new Date('2036-01-01Z')),
    ...(entries.length > 0 ? [sequence(...entries)] : []),
  );
  return sequence(body, algorithm, bits(sign('sha256', body, issuer.key)));
}

/** An OCSP response by the authority itself on one of its certificates. */
export function ocspResponse(issuer: Holder, about: Holder, revokedAt?: Date): Buffer {
  const key = createPublicKey(issuer.key).export({ type: 'pkcs1', format: 'der' });
  const hashed = (bytes: Buffer) => octets(createHash('sha1').update(bytes).digest());
  const certId = sequence(
    sequence(oid(hashOids.sha1), nothing),
    hashed(issuer.name),
    hashed(key),
    integer(about.serial),
  );
  const now = der(0x18, Buffer.from('20260101000000Z'));
  const revoked = der(0x18, Buffer.from((revokedAt ?? new Date()).toISOString().replace(/[-:T]|\.\d+/g, '')));
  const status = revokedAt ? der(0xa1, revoked) : der(0x80);
  const body = sequence(explicit(1, issuer.name), now, sequence(sequence(certId, status, now)));
  const basic = sequence(
    body,
    sequence(oid(rsaOids.sha256), nothing),
    bits(sign('sha256', body, issuer.key)),
  );
  return sequence(
    der(0x0a, Buffer.from([0])),
    explicit(0, sequence(oid('1.3.6.1.5.5.7.48.1.1'), octets(basic))),
  );
}
