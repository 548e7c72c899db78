import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { claimFolder } from '../../../main/adapters/claim/claim-folder.ts';

const newFolder = () => mkdtempSync(join(tmpdir(), 'segl-claim-'));

test('a folder is had by one at a time', () => {
  const folder = newFolder();
  const first = claimFolder(folder);
  expect(first).toBeDefined();
  expect(claimFolder(folder)).toBeUndefined();
  first?.release();
  const next = claimFolder(folder);
  expect(next).toBeDefined();
  next?.release();
});
test('a process that is killed leaves no claim behind', async () => {
  const folder = newFolder();
  const program = new URL('../../../main/adapters/claim/claim-folder.ts', import.meta.url).href;
  const holder = spawn(process.execPath, [
    '--input-type=module',
    '-e',
    `import { claimFolder } from ${JSON.stringify(program)};
     globalThis.held = claimFolder(${JSON.stringify(folder)}); console.log('held'); setInterval(() => {}, 1000);`,
  ]);
  await once(holder.stdout, 'data');
  expect(claimFolder(folder)).toBeUndefined();
  holder.kill('SIGKILL');
  await once(holder, 'exit');
  const next = claimFolder(folder);
  expect(next).toBeDefined();
  next?.release();
});
