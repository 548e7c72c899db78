import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { toId } from '../../../domain/basics.ts';
import type { HostParts } from '../../../main/application/host-parts.ts';
import { AlreadyRunning, type NodeHost, runNodeHost } from '../../../main/hosts/node/run-node-host.ts';
import { fakeApplication } from '../fake-application.ts';
import { writeStubPortal } from '../stub-portal.ts';

let folder: string;
let given: HostParts[];
const open: NodeHost[] = [];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'segl-host-'));
  mkdirSync(join(folder, 'page'));
  writeFileSync(join(folder, 'page', 'index.html'), '<!doctype html><title>Segl</title>');
  given = [];
});
afterEach(async () => {
  for (const host of open.splice(0)) await host.close();
  rmSync(folder, { recursive: true, force: true });
});

async function start(kind: 'training' | 'production' = 'training', portalProgram = writeStubPortal(folder)) {
  const fake = fakeApplication();
  const host = await runNodeHost({
    createApplication: async (parts) => {
      given.push(parts);
      return fake.app;
    },
    options: { archive: join(folder, 'archive'), port: 0, open: false, json: true, kind },
    log: () => undefined,
    rendererFolder: join(folder, 'page'),
    portalProgram,
  });
  open.push(host);
  return { host, fake };
}

test('the address opens the window', async () => {
  const { host } = await start();
  const entered = await fetch(host.url, { redirect: 'manual' });
  const cookie = (entered.headers.get('set-cookie') ?? '').split(';')[0] ?? '';
  const page = await fetch(`http://127.0.0.1:${host.port}/`, { headers: { cookie } });
  expect(await page.text()).toContain('<title>Segl</title>');
});
test('a training archive gets the local portal as its signing service', async () => {
  const { host } = await start();
  expect(host.portal).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/$/);
  expect(given[0]?.signing).toMatchObject({
    environment: 'training',
    organisation: '310000019',
    anchors: ['the ca'],
    certificateChain: 'the certificate',
    key: 'the key',
    signerAddress: host.portal,
  });
});
test('without the portal the archive opens all the same', async () => {
  const { host } = await start('training', join(folder, 'missing.mjs'));
  expect(host.portal).toBeUndefined();
  expect(given[0]).toMatchObject({ signing: undefined });
});
test('the vault key is kept between starts and is for its owner only', async () => {
  const first = await start();
  const key = new Uint8Array(32).fill(5);
  await given[0]?.vaultLock.keep(key);
  await first.host.close();
  await start();
  expect(await given[1]?.vaultLock.open()).toEqual(key);
  if (process.platform !== 'win32')
    expect(statSync(join(folder, 'archive', 'host', 'vault.key')).mode & 0o777).toBe(0o600);
});
test('preferences outlive the program', async () => {
  const first = await start();
  given[0]?.preferences.write({ language: 'nn', userId: toId('u-1') });
  await first.host.close();
  await start();
  expect(given[1]?.preferences.read()).toEqual({ language: 'nn', theme: 'auto', userId: 'u-1' });
});
test('a second start of the same archive is refused, and given the way into the first', async () => {
  const { host } = await start();
  const second = await start().then(
    () => undefined,
    (fault: unknown) => fault,
  );
  expect(second).toBeInstanceOf(AlreadyRunning);
  const url = second instanceof AlreadyRunning ? (second.url ?? '') : '';
  expect(new URL(url).port).toBe(String(host.port));
  expect((await fetch(url, { redirect: 'manual' })).status).toBe(303);
  expect(given).toHaveLength(1);
});
test('closing closes the application and leaves the archive free for the next', async () => {
  const { host, fake } = await start();
  await host.close();
  expect(fake.app.close).toHaveBeenCalledOnce();
  await expect(fetch(`http://127.0.0.1:${host.port}/`)).rejects.toThrow();
  await start();
});
test('an archive that does not open leaves nothing running', async () => {
  const failing = runNodeHost({
    createApplication: async () => Promise.reject(new Error('archive-newer')),
    options: { archive: join(folder, 'archive'), port: 0, open: false, json: true, kind: 'training' },
    log: () => undefined,
    rendererFolder: join(folder, 'page'),
    portalProgram: writeStubPortal(folder),
  });
  await expect(failing).rejects.toThrow('archive-newer');
  await start();
});
test('a window that is not built is said before anything else is done', async () => {
  rmSync(join(folder, 'page', 'index.html'));
  await expect(start()).rejects.toThrow('not built');
  expect(() => readFileSync(join(folder, 'archive', 'host', 'vault.key'))).toThrow();
});
