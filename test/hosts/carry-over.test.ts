import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, expect, onTestFinished, test } from 'vitest';
import { lockArchive } from '../../main/adapters/lock/lock-archive.ts';
import { openArchiveStore } from '../../main/adapters/store/open-archive-store.ts';
import { keyFileLock } from '../../main/adapters/vault/key-file-lock.ts';
import { openSecretFiles } from '../../main/adapters/vault/open-secret-files.ts';
import { archiveFolderFiles } from '../../main/hosts/archive-folder.ts';
import { carryOver, copyWhole, EarlierEditionOpen, TwoPlaces } from '../../main/hosts/carry-over.ts';

let roaming: string;
let local: string;
let lines: string[];
const log = (line: string) => void lines.push(line);
beforeEach(() => {
  const base = mkdtempSync(join(tmpdir(), 'segl-flytt-'));
  onTestFinished(() => rmSync(base, { recursive: true, force: true }));
  roaming = join(base, 'Roaming', 'segl');
  local = join(base, 'Local', 'segl');
  lines = [];
});

/** A production archive with key and secrets, and Electron's own files, as an earlier edition left them. */
async function liveIn(place: string) {
  const archive = join(place, 'drift');
  const files = archiveFolderFiles(archive, 'production', { own: place });
  mkdirSync(files.host, { recursive: true });
  const store = await openArchiveStore(join(archive, 'archive.db'), {
    create: {
      id: '00000000-0000-4000-8000-000000000001',
      kind: 'production',
      title: 'Drift – Prøvevik',
      recordCreator: { name: 'Prøvevik kommune', organisationNumber: '974760673' },
    },
  });
  await store.close();
  const key = new Uint8Array(32).fill(6);
  await keyFileLock(files.vaultKey).keep(key);
  writeFileSync(`${files.vaultKey}.sealed`, 'sealed by the ring');
  await openSecretFiles(files.secrets, key).write('signing-service', new TextEncoder().encode('hemmelig'));
  writeFileSync(join(place, 'Local State'), '{"os_crypt":{"encrypted_key":"x"}}');
  writeFileSync(join(place, 'preferences-drift.json'), '{"language":"nn"}');
  return key;
}
async function expectAllIn(place: string, key: Uint8Array) {
  const files = archiveFolderFiles(join(place, 'drift'), 'production', { own: place });
  expect(readFileSync(files.vaultKey)).toEqual(Buffer.from(key));
  expect(readFileSync(`${files.vaultKey}.sealed`, 'utf8')).toBe('sealed by the ring');
  const secret = await openSecretFiles(files.secrets, (await keyFileLock(files.vaultKey).open()) ?? key).read(
    'signing-service',
  );
  expect(new TextDecoder().decode(secret)).toBe('hemmelig');
  expect(readFileSync(join(place, 'Local State'), 'utf8')).toContain('encrypted_key');
  const store = await openArchiveStore(join(place, 'drift', 'archive.db'));
  expect((await store.read.identity()).title).toBe('Drift – Prøvevik');
  await store.close();
}

test('archive, keys, secrets and Electron’s profile come along, and the vault opens', async () => {
  const key = await liveIn(roaming);
  carryOver(roaming, local, log);
  await expectAllIn(local, key);
  expect(existsSync(roaming)).toBe(false);
});
test('it is done once: what an earlier edition makes afterwards is left alone', async () => {
  const key = await liveIn(roaming);
  carryOver(roaming, local, log);
  await liveIn(roaming);
  carryOver(roaming, local, log);
  await expectAllIn(local, key);
  expect(existsSync(join(roaming, 'drift', 'archive.db'))).toBe(true);
  expect(lines.at(-1)).toContain('left as it is');
});
test('nothing to carry over is no fault, and an empty folder is not in the way', async () => {
  carryOver(roaming, local, log);
  expect(existsSync(local)).toBe(false);
  const key = await liveIn(roaming);
  mkdirSync(local, { recursive: true });
  carryOver(roaming, local, log);
  await expectAllIn(local, key);
});
test('archives in both places are for a person to judge; neither is touched', async () => {
  await liveIn(roaming);
  await liveIn(local);
  const before = readdirSync(roaming, { recursive: true });
  expect(() => carryOver(roaming, local, log)).toThrow(TwoPlaces);
  expect(readdirSync(roaming, { recursive: true })).toEqual(before);
});
test('while an earlier edition has the archive open, nothing is moved', async () => {
  const key = await liveIn(roaming);
  const lock = lockArchive(join(roaming, 'drift', 'host'));
  expect(() => carryOver(roaming, local, log)).toThrow(EarlierEditionOpen);
  expect(existsSync(local)).toBe(false);
  lock?.release();
  carryOver(roaming, local, log);
  await expectAllIn(local, key);
});
test('a move that fails leaves the old place as it was, and the next start does it', async () => {
  const key = await liveIn(roaming);
  // A file where the folder should come.
  mkdirSync(join(local, '..'), { recursive: true });
  rmSync(join(local, '..'), { recursive: true });
  writeFileSync(join(local, '..'), 'in the way');
  expect(() => carryOver(roaming, local, log)).toThrow();
  rmSync(join(local, '..'));
  carryOver(roaming, local, log);
  await expectAllIn(local, key);
});
test('across volumes it is copied and compared', async () => {
  const key = await liveIn(roaming);
  copyWhole(roaming, `${local}-copy`);
  expect(readdirSync(`${local}-copy`, { recursive: true }).sort()).toEqual(
    readdirSync(roaming, { recursive: true }).sort(),
  );
  expect(key.byteLength).toBe(32);
});
test.skipIf(!existsSync('/dev/shm'))('between two real volumes', async () => {
  const shared = mkdtempSync('/dev/shm/segl-');
  onTestFinished(() => rmSync(shared, { recursive: true, force: true }));
  const away = join(shared, 'segl');
  const key = await liveIn(away);
  carryOver(away, local, log);
  await expectAllIn(local, key);
  expect(existsSync(away)).toBe(false);
  expect(lines.at(-1)).toContain('copied');
  expect(readdirSync(join(local, '..'))).toEqual(['segl']);
});
