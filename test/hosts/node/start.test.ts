import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, onTestFinished, test } from 'vitest';

const program = fileURLToPath(new URL('../../../main/hosts/node/start.ts', import.meta.url));

/** The program itself, as a person or a script starts it. */
function start(prepare: (folder: string) => void, ...args: string[]) {
  const folder = mkdtempSync(join(tmpdir(), 'segl-start-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  prepare(folder);
  return spawnSync(process.execPath, [program, '--archive', join(folder, 'archive'), '--no-open', ...args], {
    encoding: 'utf8',
    timeout: 60_000,
    env: { ...process.env, XDG_CONFIG_HOME: join(folder, 'config'), XDG_DATA_HOME: join(folder, 'data') },
  });
}

test('an argument of no use is said with how it is to be, and nothing is made', () => {
  const run = start(() => undefined, '--port', 'x');
  expect(run).toMatchObject({ status: 2, stdout: '' });
  expect(run.stderr).toContain('--port x is no port\nuse: serve');
});
test('a fault of opening is a sentence and an exit code, not the inside of the program', () => {
  const run = start((folder) => {
    mkdirSync(join(folder, 'archive'));
    // Where the lock should come.
    writeFileSync(join(folder, 'archive', 'host'), 'in the way');
  }, '--production');
  expect(run.status).toBe(1);
  expect(run.stderr).toMatch(/^[A-ZÆØÅ][^\n]+\.?$/m);
  expect(run.stderr).not.toMatch(/ReferenceError|^\s+at /m);
});
