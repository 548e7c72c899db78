import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { app } from './app.ts';
import { isReady, onlyAfterReady, setting } from './standing.ts';

/**
 * The key lies in `Local State` in the profile, sealed for whoever is logged in: another profile has another key
 * (https://github.com/electron/electron/issues/39733). Another user cannot read this one, and gets a key that opens
 * nothing of before.
 */
function profileKey(): Buffer {
  const path = join(app.getPath('userData'), 'Local State');
  const kept = existsSync(path) ? tryOpen(readFileSync(path)) : undefined;
  if (kept) return kept;
  const key = randomBytes(32);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, sealWith(userKey(), key));
  return key;
}
function tryOpen(sealed: Buffer): Buffer | undefined {
  try {
    return openWith(userKey(), sealed);
  } catch {
    return undefined;
  }
}
let keyRing = setting.keyRing;
/** The ring is locked, unlocked or taken away while the program runs. */
export const turnKeyRing = (to: typeof keyRing): void => {
  keyRing = to;
};
const userKey = () => createHash('sha256').update(setting.user).digest();

function sealWith(key: Buffer, plain: Buffer): Buffer {
  const nonce = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', key, nonce);
  return Buffer.concat([nonce, cipher.update(plain), cipher.final(), cipher.getAuthTag()]);
}
function openWith(key: Buffer, sealed: Buffer): Buffer {
  const cipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(0, 12));
  cipher.setAuthTag(sealed.subarray(-16));
  return Buffer.concat([cipher.update(sealed.subarray(12, -16)), cipher.final()]);
}

function ring(): Buffer {
  onlyAfterReady('safe-storage-after-ready');
  if (keyRing === 'absent') throw new Error('Encryption is not available.');
  // Whoever is asked to unlock it says no.
  if (keyRing === 'locked') throw new Error('Error while decrypting the ciphertext provided to safeStorage.');
  return profileKey();
}
export const safeStorage = {
  async isAsyncEncryptionAvailable(): Promise<boolean> {
    onlyAfterReady('safe-storage-after-ready');
    return keyRing !== 'absent';
  },
  async encryptStringAsync(plain: string): Promise<Buffer> {
    return sealWith(ring(), Buffer.from(plain));
  },
  async decryptStringAsync(sealed: Buffer) {
    return { result: openWith(ring(), sealed).toString('utf8'), shouldReEncrypt: false };
  },
  getSelectedStorageBackend(): string {
    if (!isReady()) return 'unknown';
    return keyRing === 'basic_text' ? 'basic_text' : 'gnome_libsecret';
  },
};
