import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { hostname, tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { announceHolder, readHolder, withdrawHolder } from '../../../main/adapters/lock/lock-holder.ts';

const temporary = () => {
  const folder = mkdtempSync(join(tmpdir(), 'segl-holder-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
};

test('who has the archive open is told by user, machine and process, until it is closed', () => {
  const folder = temporary();
  announceHolder(folder);
  expect(readHolder(folder)).toMatchObject({
    user: userInfo().username,
    machine: hostname(),
    process: process.pid,
  });
  withdrawHolder(folder);
  expect(readHolder(folder)).toBeUndefined();
});
test('what cannot be read tells nobody, and not to be able to tell is no fault', () => {
  const folder = temporary();
  writeFileSync(join(folder, 'in-use.json'), '{"user":1}');
  expect(readHolder(folder)).toBeUndefined();
  announceHolder(join(folder, 'missing'));
  expect(readHolder(join(folder, 'missing'))).toBeUndefined();
});
