import { randomBytes } from 'node:crypto';
import { Decrypter, Encrypter, generateX25519Identity, identityToRecipient } from 'age-encryption';
import { ok, refuse } from '../../../domain/basics.ts';
import type { RecoveryLocksmith } from '../../ports/vault.ts';
import { deriveKey } from './open-seal.ts';

/**
 * Recovery keys as age identities: 58 letters and digits of which none is easily taken for another, with a checksum that finds
 * every misspelling of up to four. What is sealed for one is an ordinary age file, which the program `age` opens with
 * the paper alone should Segl be gone.
 */
export const recoveryLocksmith: RecoveryLocksmith = {
  make: async (vaultKey) => {
    const recoveryKey = await generateX25519Identity();
    const recipient = await identityToRecipient(recoveryKey);
    const encrypter = new Encrypter();
    encrypter.addRecipient(recipient);
    return { recoveryKey, recipient, sealedKey: await encrypter.encrypt(vaultKey) };
  },
  open: async (sealedKey, typed) => {
    const identity = tidied(typed);
    if (!(await isIdentity(identity))) return refuse('recovery-key-misspelt');
    const decrypter = new Decrypter();
    decrypter.addIdentity(identity);
    try {
      return ok(await decrypter.decrypt(sealedKey));
    } catch {
      return refuse('recovery-key-wrong');
    }
  },
  markOf: (vaultKey) => Buffer.from(deriveKey(vaultKey, 'segl/vault/mark/1')).toString('hex'),
  newVaultKey: () => new Uint8Array(randomBytes(32)),
};

const PREFIX = 'AGE-SECRET-KEY-1';

/** However it was set in groups, and with or without what every such key begins with. */
function tidied(typed: string): string {
  const marks = typed.toUpperCase().replace(/[^A-Z0-9]/g, '');
  const prefix = PREFIX.replaceAll('-', '');
  return PREFIX + (marks.startsWith(prefix) ? marks.slice(prefix.length) : marks);
}

const isIdentity = (text: string): Promise<boolean> =>
  identityToRecipient(text).then(
    () => true,
    () => false,
  );
