import { createPrivateKey, X509Certificate } from 'node:crypto';
import {
  CertBag,
  Certificate,
  EncryptedData,
  PFX,
  PKCS8ShroudedKeyBag,
  PrivateKeyInfo,
  type SafeContents,
} from 'pkijs';
import { ok, type Result, refuse } from '../../domain/basics.ts';
import type { CredentialParts, CredentialRefusal } from './read-credentials.ts';

const pbes2 = '1.2.840.113549.1.5.13';
const encryptedData = '1.2.840.113549.1.7.6';

/**
 * Key and certificates of a PKCS#12 file. The integrity code is checked first, with the passphrase, so a wrong
 * passphrase, a file of another kind and a file with legacy ciphers are told apart.
 */
export async function readPkcs12(
  bytes: Uint8Array,
  passphrase: string,
): Promise<Result<CredentialParts, CredentialRefusal>> {
  const password = new Uint8Array(Buffer.from(passphrase, 'utf8')).buffer;
  let file: PFX;
  try {
    file = PFX.fromBER(new Uint8Array(bytes));
    await file.parseInternalValues({ password, checkIntegrity: false });
    if (!file.macData) return refuse('not-pkcs12');
  } catch {
    return refuse('not-pkcs12');
  }
  try {
    await file.parseInternalValues({ password });
  } catch {
    return refuse('passphrase-wrong');
  }
  const safe = file.parsedValue?.authenticatedSafe;
  if (!safe) return refuse('not-pkcs12');
  if (
    safe.safeContents.some((content) => content.contentType === encryptedData && !isModern(content.content))
  )
    return refuse('legacy-cipher');
  try {
    await safe.parseInternalValues({ safeContents: safe.safeContents.map(() => ({ password })) });
    return await readBags(safe.parsedValue.safeContents, password);
  } catch (fault) {
    return refuse('legacy-cipher', { detail: String(fault) });
  }
}

const isModern = (content: unknown): boolean =>
  new EncryptedData({ schema: content }).encryptedContentInfo.contentEncryptionAlgorithm.algorithmId ===
  pbes2;

async function readBags(
  contents: readonly { readonly value: SafeContents }[],
  password: ArrayBuffer,
): Promise<Result<CredentialParts, CredentialRefusal>> {
  const certificates: X509Certificate[] = [];
  let pkcs8: ArrayBuffer | undefined;
  for (const { bagValue } of contents.flatMap((content) => content.value.safeBags)) {
    if (bagValue instanceof CertBag && bagValue.parsedValue instanceof Certificate)
      certificates.push(new X509Certificate(Buffer.from(bagValue.parsedValue.toSchema().toBER())));
    if (bagValue instanceof PrivateKeyInfo) pkcs8 = bagValue.toSchema().toBER();
    if (bagValue instanceof PKCS8ShroudedKeyBag) {
      if (bagValue.encryptionAlgorithm.algorithmId !== pbes2) return refuse('legacy-cipher');
      // Protected in the library's types, though it is the only way to open the bag.
      await (bagValue as unknown as { parseInternalValues(wish: object): Promise<void> }).parseInternalValues(
        {
          password,
        },
      );
      pkcs8 = bagValue.parsedValue?.toSchema().toBER();
    }
  }
  if (!pkcs8) return refuse('key-missing');
  const key = createPrivateKey({ key: Buffer.from(pkcs8), format: 'der', type: 'pkcs8' });
  return ok({ key, certificates });
}
