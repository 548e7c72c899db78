import { existsSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { makeArchiveFolder } from '../../main/hosts/make-archive-folder.ts';

function temporary(): string {
  const folder = mkdtempSync(join(tmpdir(), 'segl-folder-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

test('the folder is made with all above it, for one user; one that is there is left', () => {
  const folder = join(temporary(), 'a', 'b', 'arkiv');
  makeArchiveFolder(folder);
  makeArchiveFolder(folder);
  if (process.platform !== 'win32') expect(statSync(folder).mode & 0o777).toBe(0o700);
});
test('a file in its place, or above it, is the operating system’s own fault', () => {
  const file = join(temporary(), 'fil');
  writeFileSync(file, '');
  expect(() => makeArchiveFolder(file)).toThrow('EEXIST');
  expect(() => makeArchiveFolder(join(file, 'arkiv'))).toThrow(/ENOTDIR|EEXIST/);
});
// Below a drive letter that Windows has not given, or where Linux lets nobody make anything.
const unused = ['Q', 'R', 'S', 'T'].map((letter) => `${letter}:\\`).find((drive) => !existsSync(drive));
const nowhere = { win32: `${unused}arkiv\\drift`, linux: '/proc/frakoblet/arkiv' }[
  process.platform as string
];
if (nowhere !== undefined)
  test('where there is no such drive it is said of the folder that was wanted', () => {
    const refused = expect.objectContaining({ name: 'DriveMissing', folder: nowhere });
    expect(() => makeArchiveFolder(nowhere)).toThrow(refused);
  });
