import type { KeyObject } from 'node:crypto';

/** How data was signed: the digest, and for RSA the padding. Only what ETSI TS 119 312 allows. */
export type SignatureAlgorithm = {
  readonly hash: 'sha256' | 'sha384' | 'sha512' | 'sha3-256' | 'sha3-384' | 'sha3-512';
  readonly scheme: 'rsa' | 'rsa-pss' | 'ecdsa';
  readonly saltLength?: number;
};

const hashes: Readonly<Record<string, SignatureAlgorithm['hash']>> = {
  '2.16.840.1.101.3.4.2.1': 'sha256',
  '2.16.840.1.101.3.4.2.2': 'sha384',
  '2.16.840.1.101.3.4.2.3': 'sha512',
  '2.16.840.1.101.3.4.2.8': 'sha3-256',
  '2.16.840.1.101.3.4.2.9': 'sha3-384',
  '2.16.840.1.101.3.4.2.10': 'sha3-512',
};
/** The digest of an object identifier; nothing for MD5, SHA-1 and others that are not to be relied on. */
export const strongHash = (oid: string): SignatureAlgorithm['hash'] | undefined => hashes[oid];

export const rsaEncryption = '1.2.840.113549.1.1.1';
export const rsaPss = '1.2.840.113549.1.1.10';
export const ecPublicKey = '1.2.840.10045.2.1';

const signatures: Readonly<Record<string, SignatureAlgorithm>> = {
  '1.2.840.113549.1.1.11': { hash: 'sha256', scheme: 'rsa' },
  '1.2.840.113549.1.1.12': { hash: 'sha384', scheme: 'rsa' },
  '1.2.840.113549.1.1.13': { hash: 'sha512', scheme: 'rsa' },
  '2.16.840.1.101.3.4.3.14': { hash: 'sha3-256', scheme: 'rsa' },
  '2.16.840.1.101.3.4.3.15': { hash: 'sha3-384', scheme: 'rsa' },
  '2.16.840.1.101.3.4.3.16': { hash: 'sha3-512', scheme: 'rsa' },
  '1.2.840.10045.4.3.2': { hash: 'sha256', scheme: 'ecdsa' },
  '1.2.840.10045.4.3.3': { hash: 'sha384', scheme: 'ecdsa' },
  '1.2.840.10045.4.3.4': { hash: 'sha512', scheme: 'ecdsa' },
};
/** The algorithm of a signature object identifier that names its digest. */
export const strongSignature = (oid: string): SignatureAlgorithm | undefined => signatures[oid];

/** Shorter RSA keys are no longer to be relied on after this day, by the transition of ETSI TS 119 312. */
const shortRsaUntil = Date.parse('2029-01-01T00:00:00Z');
const curves = new Set([
  'prime256v1',
  'secp384r1',
  'secp521r1',
  'brainpoolP256r1',
  'brainpoolP384r1',
  'brainpoolP512r1',
]);

/** Whether a key is long enough to be relied on at the time. */
export function isStrongKey(key: KeyObject, at: Date): boolean {
  const { modulusLength = 0, publicExponent = 0n, namedCurve = '' } = key.asymmetricKeyDetails ?? {};
  if (key.asymmetricKeyType === 'ec') return curves.has(namedCurve);
  if (key.asymmetricKeyType !== 'rsa' && key.asymmetricKeyType !== 'rsa-pss') return false;
  const shortest = at.getTime() < shortRsaUntil ? 1900 : 3000;
  return modulusLength >= shortest && publicExponent >= 65_537n;
}

/** When a key is no longer to be relied on, where that is known. */
export function keyEnds(key: KeyObject): Date | undefined {
  const { modulusLength = 0 } = key.asymmetricKeyDetails ?? {};
  return key.asymmetricKeyType !== 'ec' && modulusLength < 3000 ? new Date(shortRsaUntil) : undefined;
}

/** `RSA 2048`, `EC prime256v1`. */
export function keyName(key: KeyObject): string {
  const { modulusLength, namedCurve } = key.asymmetricKeyDetails ?? {};
  return `${(key.asymmetricKeyType ?? '').replace(/-pss$/, '').toUpperCase()} ${modulusLength ?? namedCurve ?? ''}`.trim();
}
