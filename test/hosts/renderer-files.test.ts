import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { type FindPage, openRendererFiles } from '../../main/hosts/renderer-files.ts';

let find: FindPage;
beforeAll(() => {
  const folder = mkdtempSync(join(tmpdir(), 'segl-window-'));
  mkdirSync(join(folder, 'window', 'assets'), { recursive: true });
  writeFileSync(join(folder, 'secret.txt'), 'outside');
  writeFileSync(join(folder, 'window', 'index.html'), 'start');
  writeFileSync(join(folder, 'window', 'assets', 'main-abc.js'), 'code');
  find = openRendererFiles(join(folder, 'window'));
});

test('the root is the start page', () => {
  expect(Buffer.from(find('/')?.bytes ?? []).toString()).toBe('start');
});
test('a script is served as one, and may be kept', () => {
  expect(find('/assets/main-abc.js')).toMatchObject({
    mime: 'text/javascript; charset=utf-8',
    lasting: true,
  });
});
test.each([
  '/../secret.txt',
  '/assets/../../secret.txt',
  '/%2e%2e/secret.txt',
  '//secret.txt',
  '',
  '/nothing.js',
])('%j leads nowhere', (path) => {
  expect(find(path)).toBeUndefined();
});
