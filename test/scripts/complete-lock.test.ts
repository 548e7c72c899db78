import { expect, test } from 'vitest';
// @ts-expect-error: a plain script, without declarations
import { findMissing } from '../../scripts/complete-lock.mjs';

const lockOf = (packages: Record<string, object>) => ({ packages: { '': {}, ...packages } });
const native = (version: string) => ({ version, optional: true });

test('a lock file that holds every platform package is complete', () => {
  const optionalDependencies = { 'p-linux-x64': '1.0.0', 'p-win32-x64': '1.0.0' };
  const lock = lockOf({
    'node_modules/p': { optionalDependencies },
    'node_modules/p-linux-x64': native('1.0.0'),
    'node_modules/p-win32-x64': native('1.0.0'),
  });
  expect(findMissing(lock)).toEqual([]);
});
test('a platform package that was left out goes beside the ones that are there', () => {
  const optionalDependencies = { 'p-linux-x64': '2.0.0', 'p-win32-x64': '2.0.0' };
  const lock = lockOf({
    'node_modules/p-linux-x64': native('1.0.0'),
    'node_modules/p-win32-x64': native('1.0.0'),
    'node_modules/user/node_modules/p': { dev: true, optionalDependencies },
    'node_modules/user/node_modules/p-linux-x64': native('2.0.0'),
  });
  expect(findMissing(lock)).toEqual([
    { at: 'node_modules/user/node_modules/p-win32-x64', name: 'p-win32-x64', version: '2.0.0', dev: true },
  ]);
});
test('an optional package by range is npm’s own matter', () => {
  const lock = lockOf({ 'node_modules/p': { optionalDependencies: { fsevents: '~2.3.3' } } });
  expect(findMissing(lock)).toEqual([]);
});
