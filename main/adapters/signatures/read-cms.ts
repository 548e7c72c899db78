import { createHash, verify } from 'node:crypto';
import { BaseBlock, fromBER, GeneralizedTime, Null, OctetString, UTCTime } from 'asn1js';
import { ContentInfo, IssuerAndSerialNumber, SignedData, type SignerInfo } from 'pkijs';
import {
  ecPublicKey,
  rsaEncryption,
  rsaPss,
  type SignatureAlgorithm,
  strongHash,
  strongSignature,
} from './algorithms.ts';
import { checkNesting } from './check-nesting.ts';
import { pssAlgorithm, type ReadCertificate, readCertificate } from './read-certificate.ts';

const oids = {
  data: '1.2.840.113549.1.7.1',
  signedData: '1.2.840.113549.1.7.2',
  contentType: '1.2.840.113549.1.9.3',
  messageDigest: '1.2.840.113549.1.9.4',
  signingTime: '1.2.840.113549.1.9.5',
  signingCertificateV2: '1.2.840.113549.1.9.16.2.47',
  revocationArchival: '1.2.840.113583.1.1.8',
  timeStampToken: '1.2.840.113549.1.9.16.2.14',
  sha256: '2.16.840.1.101.3.4.2.1',
} as const;
const mostCertificates = 100;

/** One signer's SignedData, RFC 5652, with every part that counts as it came. */
export type Cms = {
  readonly contentType: string;
  /** Content of its own; a detached signature has none. */
  readonly content?: Uint8Array;
  readonly signer: ReadCertificate;
  readonly others: readonly ReadCertificate[];
  /** Certificates in it that cannot be read. */
  readonly unreadable: number;
  /** When the signer claims to have signed. */
  readonly signedAt?: Date;
  /** Absent where it is one that is not to be relied on. */
  readonly algorithm?: SignatureAlgorithm;
  /** The attribute that names the signer's certificate by digest: right, wrong, or not there. */
  readonly namesCertificate: 'yes' | 'no' | 'absent';
  readonly signature: Uint8Array<ArrayBuffer>;
  /** DER of time-stamp tokens over the signature. */
  readonly timeStamps: readonly Uint8Array<ArrayBuffer>[];
  /** DER of CRLs and OCSP responses. */
  readonly revocation: { readonly crls: readonly Uint8Array[]; readonly ocsps: readonly Uint8Array[] };
  /** Whether it is the digest of these bytes that was signed. False for a digest not to be relied on. */
  readonly isOver: (bytes: Uint8Array) => boolean;
  /** Whether the signer's key made the signature. */
  readonly holds: () => boolean;
};

/** Throws on anything that is not one signer's SignedData, whole, with its certificate and signed attributes. */
export function readCms(der: Uint8Array): Cms {
  const own = new Uint8Array(der);
  checkNesting(own);
  const parsed = fromBER(own);
  if (parsed.offset < 0) throw new Error('not ASN.1');
  if (own.subarray(parsed.offset).some((byte) => byte !== 0)) throw new Error('something follows');
  const info = new ContentInfo({ schema: parsed.result });
  if (info.contentType !== oids.signedData) throw new Error('not SignedData');
  const signedData = new SignedData({ schema: info.content });
  const [signerInfo, ...more] = signedData.signerInfos;
  if (!signerInfo || more.length > 0) throw new Error('not one signer');
  checkForm(signedData, signerInfo);
  const raw = children(children(children(parsed.result)[1])[0]);
  const { readable, unreadable } = readCertificates(tagged(raw, 0));
  const signers = readable.filter((one) => isSignerOf(signerInfo, one));
  const [signer] = signers;
  if (!signer) throw new Error('its certificate is not there');
  const signed = attributesOf(children(raw.at(-1))[0], 0);
  const unsigned = attributesOf(children(raw.at(-1))[0], 1);
  if (!signed) throw new Error('nothing but the content is signed');
  const kind = only(signed.values(oids.contentType));
  // RFC 5652, 11.1: what kind of content it is must be signed as well.
  if (kind?.valueBlock.toString() !== signedData.encapContentInfo.eContentType)
    throw new Error('another content');
  const hash = strongHash(signerInfo.digestAlgorithm.algorithmId);
  const algorithm = algorithmOf(signerInfo, hash);
  const time: unknown = signed.values(oids.signingTime)[0];
  const signedAt = time instanceof UTCTime || time instanceof GeneralizedTime ? time.toDate() : undefined;
  if (signedAt && Number.isNaN(signedAt.getTime())) throw new Error('a signing time that does not exist');
  const digest: unknown = only(signed.values(oids.messageDigest));
  const content = signedData.encapContentInfo.eContent?.getValue();
  const signature = new Uint8Array(signerInfo.signature.valueBlock.valueHexView);
  return {
    contentType: signedData.encapContentInfo.eContentType,
    ...(content && { content: new Uint8Array(content) }),
    signer,
    others: readable.filter((one) => one !== signer),
    unreadable,
    ...(signedAt && { signedAt }),
    ...(algorithm && { algorithm }),
    namesCertificate: namesCertificate(signed.values(oids.signingCertificateV2), signer),
    signature,
    timeStamps: unsigned?.values(oids.timeStampToken).map(rawOf) ?? [],
    revocation: revocationOf(tagged(raw, 1), signed.values(oids.revocationArchival)),
    isOver: (bytes) =>
      hash !== undefined &&
      digest instanceof OctetString &&
      createHash(hash).update(bytes).digest().equals(Buffer.from(digest.getValue())),
    holds: () => algorithm !== undefined && verifyBy(algorithm, signed.der, signer.x509.publicKey, signature),
  };
}

/** Whether a key made the signature, by an algorithm that fits it. */
export function verifyBy(
  { hash, scheme, saltLength }: SignatureAlgorithm,
  bytes: Uint8Array,
  key: ReadCertificate['x509']['publicKey'],
  signature: Uint8Array,
): boolean {
  const wanted = scheme === 'ecdsa' ? ['ec'] : scheme === 'rsa' ? ['rsa'] : ['rsa', 'rsa-pss'];
  if (!wanted.includes(key.asymmetricKeyType ?? '')) return false;
  // RSA_PKCS1_PADDING and RSA_PKCS1_PSS_PADDING of OpenSSL.
  const padding = scheme === 'rsa' ? { padding: 1 } : scheme === 'rsa-pss' ? { padding: 6, saltLength } : {};
  try {
    return verify(hash, bytes, { key, ...padding }, signature);
  } catch {
    return false;
  }
}

/** The version numbers and the list of digests say nothing new, so they must at least say it right. */
function checkForm(signedData: SignedData, info: SignerInfo): void {
  const bySerial = info.sid instanceof IssuerAndSerialNumber;
  if (info.version !== (bySerial ? 1 : 3)) throw new Error('wrong version of the signer');
  // RFC 5652, 5.1: by what it holds. Certificates and revocation lists that are not X.509's would ask for more.
  const version = bySerial && signedData.encapContentInfo.eContentType === oids.data ? 1 : 3;
  if (signedData.version !== version) throw new Error('wrong version');
  const { algorithmId } = info.digestAlgorithm;
  for (const { algorithmParams } of [info.digestAlgorithm, ...signedData.digestAlgorithms])
    if (algorithmParams !== undefined && !(algorithmParams instanceof Null))
      throw new Error('parameters that a digest does not have');
  if (
    signedData.digestAlgorithms.some((one) => one.algorithmId !== algorithmId) ||
    !signedData.digestAlgorithms[0]
  )
    throw new Error('digests that nothing uses');
}

type Attributes = { readonly der: Uint8Array; readonly values: (oid: string) => readonly BaseBlock[] };

/** `tag`: 0 for the signed ones, 1 for the others. Signed is their DER as a SET, RFC 5652, 5.4. */
function attributesOf(info: BaseBlock | undefined, tag: number): Attributes | undefined {
  const block = tagged(children(info), tag);
  if (!block) return undefined;
  const der = new Uint8Array(block.valueBeforeDecodeView);
  der[0] = 0x31;
  const found = children(block).map((attribute) => children(attribute));
  return {
    der,
    values: (oid) => {
      const same = found.filter(([type]) => type?.valueBlock.toString() === oid);
      if (same.length > 1 && tag === 0) throw new Error('an attribute stands twice');
      return same.flatMap(([, values]) => children(values));
    },
  };
}

function readCertificates(block: BaseBlock | undefined) {
  const raw = children(block);
  if (raw.length > mostCertificates) throw new Error('too many certificates');
  const readable: ReadCertificate[] = [];
  for (const one of raw) {
    try {
      readable.push(readCertificate(rawOf(one)));
    } catch {
      // Counted below: whether it matters is for the judge to say.
    }
  }
  return { readable, unreadable: raw.length - readable.length };
}

function isSignerOf({ sid }: SignerInfo, { parsed }: ReadCertificate): boolean {
  // Letter for letter: nothing signs this name, so nothing else would notice a change of it.
  if (sid instanceof IssuerAndSerialNumber)
    return (
      Buffer.from(parsed.issuer.valueBeforeDecode).equals(Buffer.from(sid.issuer.valueBeforeDecode)) &&
      parsed.serialNumber.isEqual(sid.serialNumber)
    );
  const keyId = parsed.extensions?.find(({ extnID }) => extnID === '2.5.29.14')?.parsedValue;
  return keyId instanceof OctetString && Buffer.from(keyId.getValue()).equals(sid.valueBlock.valueHexView);
}

function algorithmOf(info: SignerInfo, hash: SignatureAlgorithm['hash'] | undefined) {
  const { algorithmId, algorithmParams } = info.signatureAlgorithm;
  if (!hash) return undefined;
  if (algorithmId === rsaEncryption) return { hash, scheme: 'rsa' } as const;
  if (algorithmId === ecPublicKey) return { hash, scheme: 'ecdsa' } as const;
  const named = algorithmId === rsaPss ? pssAlgorithm(algorithmParams) : strongSignature(algorithmId);
  return named?.hash === hash ? named : undefined;
}

/** RFC 5035: the first digest in the attribute is the signer's certificate's. */
function namesCertificate(values: readonly BaseBlock[], signer: ReadCertificate): Cms['namesCertificate'] {
  if (values.length === 0) return 'absent';
  const [first] = children(children(values[0])[0]);
  const parts = children(first);
  const digest = parts.find((part) => part instanceof OctetString);
  const method = parts[0] === digest ? oids.sha256 : (children(parts[0])[0]?.valueBlock.toString() ?? '');
  const hash = strongHash(method);
  if (!hash || !(digest instanceof OctetString)) return 'no';
  return createHash(hash).update(signer.der).digest().equals(Buffer.from(digest.getValue())) ? 'yes' : 'no';
}

/** From the SignedData itself (RFC 5652, 10.2.1) and from Adobe's attribute. */
function revocationOf(block: BaseBlock | undefined, archival: readonly BaseBlock[]): Cms['revocation'] {
  const own = children(block);
  const lists = children(archival[0]);
  const inside = (tag: number) => children(children(tagged(lists, tag))[0]).map(rawOf);
  return {
    crls: [...own.filter(({ idBlock }) => idBlock.tagClass === 1).map(rawOf), ...inside(0)],
    ocsps: [
      ...own
        .filter(({ idBlock }) => idBlock.tagClass === 3 && idBlock.tagNumber === 1)
        .map((other) => rawOf(children(other)[1] ?? other)),
      ...inside(1),
    ],
  };
}

const only = <Item>(items: readonly Item[]): Item | undefined => (items.length === 1 ? items[0] : undefined);
const rawOf = (block: BaseBlock): Uint8Array<ArrayBuffer> => new Uint8Array(block.valueBeforeDecodeView);
const tagged = (blocks: readonly BaseBlock[], tag: number): BaseBlock | undefined =>
  blocks.find(({ idBlock }) => idBlock.tagClass === 3 && idBlock.tagNumber === tag);
/** Blocks inside a constructed one; none in any other. */
function children(block: BaseBlock | undefined): readonly BaseBlock[] {
  const value: unknown = block && 'value' in block.valueBlock ? block.valueBlock.value : undefined;
  return Array.isArray(value) ? value.filter((item) => item instanceof BaseBlock) : [];
}
