import { copyFileSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { openSecretFiles } from '../../../main/adapters/vault/open-secret-files.ts';
import { VaultLocked } from '../../../main/ports/vault.ts';

const key = new Uint8Array(32).fill(1);
const secret = new TextEncoder().encode('-----BEGIN PRIVATE KEY-----');
function folder(): string {
  const path = mkdtempSync(join(tmpdir(), 'segl-hemmelig-'));
  onTestFinished(() => rmSync(path, { recursive: true, force: true }));
  return join(path, 'secrets');
}

test('a secret comes back, is for its owner only, and cannot be read in the file', async () => {
  const path = folder();
  const secrets = openSecretFiles(path, key);
  expect(await secrets.read('service')).toBeUndefined();
  await secrets.write('service', Uint8Array.of(1));
  await secrets.write('service', secret);
  expect(await openSecretFiles(path, key).read('service')).toEqual(secret);
  expect(readdirSync(path)).toEqual(['service.sealed']);
  const file = join(path, 'service.sealed');
  if (process.platform !== 'win32') expect(statSync(file).mode & 0o777).toBe(0o600);
  expect(readFileSync(file, 'latin1')).not.toContain('PRIVATE KEY');
});

test('another key and another name do not open it', async () => {
  const path = folder();
  const secrets = openSecretFiles(path, key);
  await secrets.write('service', secret);
  copyFileSync(join(path, 'service.sealed'), join(path, 'other.sealed'));
  await expect(secrets.read('other')).rejects.toThrow(VaultLocked);
  await expect(openSecretFiles(path, new Uint8Array(32)).read('service')).rejects.toThrow(VaultLocked);
});
