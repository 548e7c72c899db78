import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { profileFolder, realFolder, userFolders, usualArchive } from '../../main/hosts/user-folders.ts';

test('on Windows everything lies in the local profile, nothing in the roaming one', () => {
  const env = {
    LOCALAPPDATA: 'C:\\Users\\kari\\AppData\\Local',
    APPDATA: 'C:\\Users\\kari\\AppData\\Roaming',
  };
  expect(userFolders(env, 'win32', 'C:\\Users\\kari')).toEqual({
    own: 'C:\\Users\\kari\\AppData\\Local\\segl',
    archives: 'C:\\Users\\kari\\AppData\\Local\\segl',
    caches: 'C:\\Users\\kari\\AppData\\Local\\segl\\cache',
    before: 'C:\\Users\\kari\\AppData\\Roaming\\segl',
  });
  expect(userFolders({}, 'win32', 'C:\\Users\\kari')).toEqual(userFolders(env, 'win32', 'C:\\Users\\kari'));
});
test('elsewhere where the operating system wants each thing', () => {
  expect(userFolders({}, 'darwin', '/Users/kari')).toEqual({
    own: '/Users/kari/Library/Application Support/segl',
    archives: '/Users/kari/Library/Application Support/segl',
    caches: '/Users/kari/Library/Caches/segl',
  });
  expect(userFolders({}, 'linux', '/home2/kari')).toEqual({
    own: '/home2/kari/.config/segl',
    archives: '/home2/kari/.local/share/segl',
    caches: '/home2/kari/.cache/segl',
  });
  const named = { XDG_CONFIG_HOME: '/c', XDG_DATA_HOME: '/d', XDG_CACHE_HOME: '/k' };
  expect(userFolders(named, 'linux', '/home2/kari')).toEqual({
    own: '/c/segl',
    archives: '/d/segl',
    caches: '/k/segl',
  });
});
test('two users of one machine share nothing', () => {
  const of = (user: string) => Object.values(userFolders({}, 'win32', `C:\\Users\\${user}`));
  expect(of('kari').filter((folder) => of('ola').includes(folder))).toEqual([]);
});

test('each archive has a profile of its own, and the usual production archive has the user’s folder', () => {
  const folders = { own: '/own', archives: '/archives', caches: '/caches' };
  const profile = (archive: string, kind: 'training' | 'production') => profileFolder(folders, archive, kind);
  expect(profile(usualArchive(folders, 'production'), 'production')).toBe('/own');
  const others = [
    profile(usualArchive(folders, 'training'), 'training'),
    profile('/elsewhere', 'production'),
    profile('/elsewhere/b', 'production'),
  ];
  expect(new Set([...others, '/own']).size).toBe(4);
});
test('a folder has one name, through links and before it is made', () => {
  const base = realpathSync(mkdtempSync(join(tmpdir(), 'segl-mappe-')));
  onTestFinished(() => rmSync(base, { recursive: true, force: true }));
  mkdirSync(join(base, 'real'));
  symlinkSync(join(base, 'real'), join(base, 'link'));
  expect(realFolder(join(base, 'link', 'a', 'b'))).toBe(join(base, 'real', 'a', 'b'));
  mkdirSync(join(base, 'real', 'a', 'b'), { recursive: true });
  expect(realFolder(join(base, 'link', 'a', 'b'))).toBe(join(base, 'real', 'a', 'b'));
});
