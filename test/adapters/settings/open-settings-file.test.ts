import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, expect, test, vi } from 'vitest';
import { openSettingsFile } from '../../../main/adapters/settings/open-settings-file.ts';

let folder: string;
let file: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'segl-settings-'));
  file = join(folder, 'preferences.json');
});
const open = (log = (_line: string): void => undefined) => openSettingsFile(folder, log);

test('a new desk speaks bokmål and follows the system theme', () => {
  expect(open().read()).toEqual({ language: 'nb', theme: 'auto' });
});
test('one change leaves the others, and survives', () => {
  open().write({ language: 'en' });
  open().write({ theme: 'dark' });
  expect(open().read()).toEqual({ language: 'en', theme: 'dark' });
});
test('a wrong value falls back on its own', () => {
  writeFileSync(file, '{"language":"klingon","theme":"dark","userId":7}');
  expect(open().read()).toEqual({ language: 'nb', theme: 'dark' });
});
test('what a newer version keeps there is left alone', () => {
  writeFileSync(file, '{"theme":"dark","density":"compact"}');
  open().write({ theme: 'light' });
  expect(JSON.parse(readFileSync(file, 'utf8'))).toMatchObject({ theme: 'light', density: 'compact' });
});
test.each(['', '{"language":', 'null', '[]', '\u0000\u0000'])(
  'a file that holds %j is set aside whole, and said so',
  (damage) => {
    writeFileSync(file, damage);
    const log = vi.fn();
    const settings = open(log);
    expect(settings.read()).toEqual({ language: 'nb', theme: 'auto' });
    expect(readFileSync(`${file}.damaged`, 'utf8')).toBe(damage);
    expect(log).toHaveBeenCalledOnce();
    settings.write({ theme: 'dark' });
    expect(open().read().theme).toBe('dark');
  },
);
test('a second damage does not overwrite the first', () => {
  for (const damage of ['{', '{{']) {
    writeFileSync(file, damage);
    open();
  }
  expect(readdirSync(folder).filter((name) => name.includes('damaged'))).toHaveLength(2);
});
