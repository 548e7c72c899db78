import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import { root } from '../architecture/read-imports.ts';

const copied = [
  ...['domain', 'main', 'portal', 'preload', 'renderer', 'resources', 'scripts', 'texts'],
  ...['package.json', 'package-lock.json', 'tsconfig.json', 'tsconfig.build.json'],
  ...['vite.config.ts', 'vite-preload.config.ts', 'out/renderer', 'out/renderer.built-from'],
];
let folder: string;
// A repository of its own: starting builds the program, and other tests read what is built.
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'segl-start-'));
  mkdirSync(join(folder, 'out'));
  for (const path of copied) cpSync(join(root, path), join(folder, path), { recursive: true });
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'), 'junction');
});
afterAll(() => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }));

/** Writes a program of the shell's, and gives its folder. */
function lay(name: string, lines: readonly string[]): string {
  const place = mkdtempSync(join(folder, 'bin-'));
  writeFileSync(join(place, name), ['#!/bin/sh', ...lines, ''].join('\n'), { mode: 0o755 });
  return place;
}

/** `npm start` with such a program in Electron's place, and another in the browser's. */
function startWith(electron: readonly string[]) {
  const home = mkdtempSync(join(folder, 'home-'));
  const [pidFile, opened] = [join(home, 'electron.pid'), join(home, 'opened')];
  const browser = lay('chromium', [`echo "$@" > ${opened}`]);
  // Electron's sandbox does not run as root, so nobody starts it as that.
  const asUser = `data:text/javascript,process.getuid = () => 1000`;
  const script = join(folder, 'scripts', 'start.mjs');
  const args = ['--import', asUser, script, '--production', '--archive', join(home, 'arkiv')];
  const child = spawn(process.execPath, args, {
    cwd: folder,
    env: {
      PATH: `${browser}:${process.env.PATH}`,
      HOME: home,
      XDG_CONFIG_HOME: join(home, 'config'),
      DISPLAY: ':97',
      ELECTRON_OVERRIDE_DIST_PATH: lay('electron', [`echo $$ > ${pidFile}`, ...electron]),
      SEGL_PATIENCE_MS: '2000',
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const ended = once(child, 'exit');
  onTestFinished(async () => {
    child.kill('SIGKILL');
    await ended;
  });
  const written: string[] = [];
  for (const output of [child.stdout, child.stderr])
    output.setEncoding('utf8').on('data', (text: string) => void written.push(text));
  const read = (path: string) => {
    try {
      return readFileSync(path, 'utf8');
    } catch {
      return '';
    }
  };
  return {
    said: () => written.join(''),
    opened: () => /--app=(http:\S+)/.exec(read(opened))?.[1] ?? '',
    electronLives: () => {
      try {
        return process.kill(Number(read(pidFile)), 0);
      } catch {
        return false;
      }
    },
    leave: async () => {
      child.kill('SIGTERM');
      const [code] = await ended;
      return Number(code);
    },
  };
}

if (process.platform === 'linux')
  test.each([
    [
      'hangs and does not listen',
      ["trap '' TERM", 'while :; do /bin/sleep 1; done'],
      'Electron viste ikke noe vindu innen 2 sekunder, og ble avsluttet.',
    ],
    ['crashes', ['kill -SEGV $$'], /Electron sluttet \((SIGSEGV|kode 139)\) før noe vindu ble vist\./],
  ])(
    'where Electron %s it is ended, that is said, and the browser opens on a Segl that answers',
    async (_, electron, sentence) => {
      const segl = startWith(electron);
      await expect.poll(segl.opened, { timeout: 90_000 }).toMatch(/^http:\/\/127\.0\.0\.1:\d+\//);
      expect(segl.said()).toMatch(sentence);
      expect(segl.said()).toContain('Åpner Segl i nettleseren.');
      expect(segl.electronLives()).toBe(false);
      // The address lets a browser in once, and sends it on.
      expect((await fetch(segl.opened(), { redirect: 'manual' })).status).toBe(303);
      expect(await segl.leave()).toBe(0);
    },
    120_000,
  );
