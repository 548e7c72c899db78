import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, expect, onTestFinished, test } from 'vitest';
import type { MachinePolicy } from '../../../domain/machine-policy.ts';
import { archiveFolderFiles } from '../../../main/hosts/archive-folder.ts';
import { FolderForbidden } from '../../../main/hosts/choose-archive.ts';
import { placeProfile } from '../../../main/hosts/electron/place-profile.ts';
import { realFolder, type UserFolders, usualArchive } from '../../../main/hosts/user-folders.ts';
import { PolicyUnreadable } from '../../../main/ports/machine-policy.ts';

let folders: UserFolders;
beforeEach(() => {
  const base = mkdtempSync(join(tmpdir(), 'segl-profil-'));
  onTestFinished(() => rmSync(base, { recursive: true, force: true }));
  folders = { own: join(base, 'own'), archives: join(base, 'own'), caches: join(base, 'cache') };
});

function start(args: readonly string[], policy: MachinePolicy = {}) {
  const set: Record<string, string> = {};
  const note = (name: string, value: string) => {
    set[name] = value;
  };
  const app = {
    isPackaged: true,
    setPath: note,
    commandLine: { appendSwitch: note },
  };
  const placed = placeProfile(
    app,
    ['segl', ...args],
    () => undefined,
    () => folders,
    () => policy,
  );
  return { ...placed, profile: set.userData ?? '', cache: set['disk-cache-dir'] ?? '', set };
}

test('a start with --production while training is open has another lock, so it opens production', () => {
  const training = start([]);
  const production = start(['--production']);
  expect(training.kind).toBe('training');
  expect(production.kind).toBe('production');
  // Electron's lock on a second start goes by this folder.
  expect(production.profile).not.toBe(training.profile);
  expect(start(['--production']).profile).toBe(production.profile);
  expect(start(['--production', '--archive', usualArchive(folders, 'production')]).profile).toBe(
    production.profile,
  );
});
test('two archives of the same kind have a lock each', () => {
  const [a, b] = ['a', 'b'].map(
    (name) => start(['--production', '--archive', join(folders.own, name)]).profile,
  );
  expect(a).not.toBe(b);
});
test('the profile is made before Electron needs it, and only its disk cache lies elsewhere', () => {
  const { profile, cache, set } = start([]);
  expect(existsSync(profile)).toBe(true);
  expect(cache.startsWith(folders.caches)).toBe(true);
  expect(set).not.toHaveProperty('sessionData');
});
test('a key that was sealed under the shared profile finds what it was sealed by', () => {
  const archive = join(folders.own, 'gammelt');
  const { vaultKey } = archiveFolderFiles(realFolder(archive), 'production', folders);
  mkdirSync(join(vaultKey, '..'), { recursive: true });
  writeFileSync(`${vaultKey}.sealed`, 'sealed');
  writeFileSync(join(folders.own, 'Local State'), 'the ring’s file');
  const { profile } = start(['--production', '--archive', archive]);
  expect(readFileSync(join(profile, 'Local State'), 'utf8')).toBe('the ring’s file');
  writeFileSync(join(profile, 'Local State'), 'newer');
  start(['--production', '--archive', archive]);
  expect(readFileSync(join(profile, 'Local State'), 'utf8')).toBe('newer');
});
test('policy decides kind and folder; one that cannot be read opens nothing', () => {
  expect(start([], { productionOnly: true })).toMatchObject({ kind: 'production' });
  expect(() => start(['--archive', '/elsewhere'], { archiveFolder: folders.archives })).toThrow(
    FolderForbidden,
  );
  rmSync(folders.own, { recursive: true });
  const app = { isPackaged: true, setPath: () => undefined, commandLine: { appendSwitch: () => undefined } };
  const unreadable = () => {
    throw new PolicyUnreadable('/etc/segl/policy.json', undefined);
  };
  expect(() =>
    placeProfile(
      app,
      ['segl'],
      () => undefined,
      () => folders,
      unreadable,
    ),
  ).toThrow(PolicyUnreadable);
  expect(existsSync(folders.own)).toBe(false);
});
