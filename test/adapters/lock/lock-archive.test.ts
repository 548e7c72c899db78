import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { lockArchive } from '../../../main/adapters/lock/lock-archive.ts';

const newFolder = () => mkdtempSync(join(tmpdir(), 'segl-lock-'));

test('a folder is had by one at a time', () => {
  const folder = newFolder();
  const first = lockArchive(folder);
  expect(first).toBeDefined();
  expect(lockArchive(folder)).toBeUndefined();
  first?.release();
  const next = lockArchive(folder);
  expect(next).toBeDefined();
  next?.release();
});
test('a process that is killed leaves no lock behind', async () => {
  const folder = newFolder();
  const program = new URL('../../../main/adapters/lock/lock-archive.ts', import.meta.url).href;
  const holder = spawn(process.execPath, [
    '--input-type=module',
    '-e',
    `import { lockArchive } from ${JSON.stringify(program)};
     globalThis.held = lockArchive(${JSON.stringify(folder)}); console.log('held'); setInterval(() => {}, 1000);`,
  ]);
  await once(holder.stdout, 'data');
  expect(lockArchive(folder)).toBeUndefined();
  holder.kill('SIGKILL');
  await once(holder, 'exit');
  const next = lockArchive(folder);
  expect(next).toBeDefined();
  next?.release();
});
