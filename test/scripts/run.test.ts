import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeAll, expect, test } from 'vitest';

const root = fileURLToPath(new URL('../..', import.meta.url));
let folder: string;
let program: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'segl-run-'));
  const path = join(folder, 'program.ts');
  writeFileSync(
    path,
    `import { writeFileSync } from 'node:fs';
const args: readonly string[] = process.argv.slice(2);
console.log(JSON.stringify(args));
if (args[0] === 'stay') {
  process.on('SIGTERM', () => { writeFileSync(args[1] ?? '', 'ended'); process.exit(0); });
  setInterval(() => {}, 1000);
} else process.exitCode = Number(args[0]);
`,
  );
  program = relative(root, path);
});

test('arguments, output and exit code are the program’s own, and nothing else is printed', () => {
  const run = spawnSync(process.execPath, ['scripts/run.mjs', program, '2', '--json', 'a b'], {
    cwd: root,
    encoding: 'utf8',
  });
  expect(run).toMatchObject({ status: 2, stdout: '["2","--json","a b"]\n', stderr: '' });
});
test.skipIf(process.platform === 'win32')(
  'a program ends when the shell npm put between is gone',
  async () => {
    const mark = join(folder, 'mark');
    // The second command keeps the shell from becoming the program itself.
    const command = `"${process.execPath}" scripts/run.mjs ${program} stay ${mark}; true`;
    const shell = spawn('sh', ['-c', command], {
      cwd: root,
      stdio: ['ignore', 'pipe', 'inherit'],
      env: { ...process.env, npm_lifecycle_event: 'serve' },
    });
    await once(shell.stdout, 'data');
    shell.kill('SIGTERM');
    const read = () => {
      try {
        return readFileSync(mark, 'utf8');
      } catch {
        return '';
      }
    };
    await expect.poll(read, { timeout: 10_000 }).toBe('ended');
  },
);
