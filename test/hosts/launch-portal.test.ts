import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { startNodeChild } from '../../main/adapters/children/start-node-child.ts';
import { launchPortal, type RunningPortal } from '../../main/hosts/launch-portal.ts';
import { writeStubPortal } from './stub-portal.ts';

let folder: string;
const open: RunningPortal[] = [];
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'segl-portal-'));
});
afterEach(async () => {
  for (const portal of open.splice(0)) await portal.close();
  rmSync(folder, { recursive: true, force: true });
});

async function launch() {
  const portal = await launchPortal({
    program: writeStubPortal(folder),
    startChild: startNodeChild,
    folder: join(folder, 'state'),
    log: () => undefined,
  });
  open.push(portal);
  return portal;
}
const starts = () =>
  readFileSync(join(folder, 'state', 'starts.txt'), 'utf8')
    .trim()
    .split('\n')
    .map(Number);
const isAlive = (pid: number) => {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
};

test('a portal that dies comes back on the same address', async () => {
  const portal = await launch();
  await fetch(`${portal.signer}die`).catch(() => undefined);
  await expect.poll(() => starts().length, { timeout: 20_000 }).toBe(2);
  await expect
    .poll(() =>
      fetch(portal.signer).then(
        (reply) => reply.status,
        () => 0,
      ),
    )
    .toBe(200);
});
test('it ends with its launcher', async () => {
  const portal = await launch();
  await portal.close();
  expect(starts().map(isAlive)).toEqual([false]);
});
test('the next start is on the ports of last time, since stored addresses point there', async () => {
  const first = await launch();
  await first.close();
  const second = await launch();
  expect(second.connection.apiRoot).toBe(first.connection.apiRoot);
  expect(second.signer).toBe(first.signer);
});
test('taken ports are given up for others', async () => {
  const first = await launch();
  await first.close();
  const squatter = createServer();
  const port = Number(new URL(first.signer).port);
  await new Promise<void>((resolve) => void squatter.listen(port, '127.0.0.1', resolve));
  const second = await launch();
  expect(second.signer).not.toBe(first.signer);
  await new Promise((resolve) => squatter.close(resolve));
});
test('a program that says something else is no portal, and is not left running', async () => {
  const program = join(folder, 'other.mjs');
  writeFileSync(
    program,
    `import { writeFileSync } from 'node:fs';
writeFileSync(${JSON.stringify(join(folder, 'pid'))}, String(process.pid));
process.send('hello'); setInterval(() => {}, 1000);`,
  );
  await expect(
    launchPortal({
      program,
      startChild: startNodeChild,
      folder: join(folder, 'state'),
      log: () => undefined,
    }),
  ).rejects.toThrow();
  await expect.poll(() => isAlive(Number(readFileSync(join(folder, 'pid'), 'utf8')))).toBe(false);
  expect(existsSync(join(folder, 'state', 'ports.json'))).toBe(false);
});
