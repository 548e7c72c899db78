import { createPrivateKey, X509Certificate } from 'node:crypto';
import { OctetString } from 'asn1js';
import {
  type AuthenticatedSafe,
  CertBag,
  Certificate,
  type ContentInfo,
  type EncryptedContentInfo,
  EncryptedData,
  PBES2Params,
  PFX,
  PKCS8ShroudedKeyBag,
  PrivateKeyInfo,
  SafeContents,
} from 'pkijs';
import { ok } from '../../../domain/basics.ts';
import { type Attempt, problem } from './attempt.ts';
import type { CredentialParts, CredentialRefusal } from './read-credentials.ts';

const pbes2 = '1.2.840.113549.1.5.13';
const encryptedData = '1.2.840.113549.1.7.6';
/** AES in CBC mode with 128, 192 and 256 bits: what is written today, and all that Web Crypto opens. */
const modernCiphers = ['2.16.840.1.101.3.4.1.2', '2.16.840.1.101.3.4.1.22', '2.16.840.1.101.3.4.1.42'];

/**
 * Key and certificates of a PKCS#12 file. The integrity code is checked first, with the passphrase, so a wrong
 * passphrase, a file of another kind and a file with legacy ciphers are told apart.
 */
export async function readPkcs12(
  bytes: Uint8Array,
  passphrase: string,
): Promise<Attempt<CredentialParts, CredentialRefusal>> {
  const password = new Uint8Array(Buffer.from(passphrase, 'utf8')).buffer;
  const safe = await openSafe(bytes, password);
  if (!safe.ok) return safe;
  try {
    return await readContents(safe.value.safeContents, password);
  } catch (fault) {
    if (fault instanceof LegacyCipher) return problem('legacy-cipher', { detail: fault.message });
    return problem('not-pkcs12', { detail: String(fault) });
  }
}

class LegacyCipher extends Error {
  override readonly name = 'LegacyCipher';
}

async function openSafe(
  bytes: Uint8Array,
  password: ArrayBuffer,
): Promise<Attempt<AuthenticatedSafe, CredentialRefusal>> {
  let file: PFX;
  try {
    file = PFX.fromBER(new Uint8Array(bytes));
    await file.parseInternalValues({ password, checkIntegrity: false });
  } catch (fault) {
    return problem('not-pkcs12', { detail: String(fault) });
  }
  const safe = file.parsedValue?.authenticatedSafe;
  if (!file.macData || !safe) return problem('not-pkcs12', { detail: 'without integrity code' });
  try {
    await file.parseInternalValues({ password });
    return ok(safe);
  } catch {
    return problem('passphrase-wrong');
  }
}

async function readContents(
  contents: readonly ContentInfo[],
  password: ArrayBuffer,
): Promise<Attempt<CredentialParts, CredentialRefusal>> {
  const certificates: X509Certificate[] = [];
  let pkcs8: ArrayBuffer | undefined;
  for (const content of contents) {
    for (const { bagValue } of (await openContent(content, password)).safeBags) {
      if (bagValue instanceof CertBag && bagValue.parsedValue instanceof Certificate)
        certificates.push(new X509Certificate(Buffer.from(bagValue.parsedValue.toSchema().toBER())));
      if (bagValue instanceof PrivateKeyInfo) pkcs8 = bagValue.toSchema().toBER();
      if (bagValue instanceof PKCS8ShroudedKeyBag) pkcs8 = await openKeyBag(bagValue, password);
    }
  }
  if (!pkcs8) return problem('key-missing');
  const key = createPrivateKey({ key: Buffer.from(pkcs8), format: 'der', type: 'pkcs8' });
  return ok({ key, certificates });
}

async function openContent(content: ContentInfo, password: ArrayBuffer): Promise<SafeContents> {
  if (content.contentType !== encryptedData) {
    if (!(content.content instanceof OctetString)) throw new Error('unknown content');
    return SafeContents.fromBER(content.content.getValue());
  }
  const encrypted = new EncryptedData({ schema: content.content });
  refuseLegacy(encrypted.encryptedContentInfo.contentEncryptionAlgorithm);
  return SafeContents.fromBER(await encrypted.decrypt({ password }));
}

async function openKeyBag(bag: PKCS8ShroudedKeyBag, password: ArrayBuffer): Promise<ArrayBuffer | undefined> {
  refuseLegacy(bag.encryptionAlgorithm);
  const { encryptionAlgorithm, encryptedData } = bag;
  return new KeyBag({ encryptionAlgorithm, encryptedData }).open(password);
}

/** The library lets only its own classes open a bag. */
class KeyBag extends PKCS8ShroudedKeyBag {
  async open(password: ArrayBuffer): Promise<ArrayBuffer | undefined> {
    await this.parseInternalValues({ password });
    return this.parsedValue?.toSchema().toBER();
  }
}

function refuseLegacy(algorithm: EncryptedContentInfo['contentEncryptionAlgorithm']): void {
  if (algorithm.algorithmId !== pbes2) throw new LegacyCipher(algorithm.algorithmId);
  // Reading takes the structure apart, so a copy is read.
  const { encryptionScheme } = PBES2Params.fromBER(algorithm.algorithmParams.toBER());
  if (!modernCiphers.includes(encryptionScheme.algorithmId))
    throw new LegacyCipher(encryptionScheme.algorithmId);
}
