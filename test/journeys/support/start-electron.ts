import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { _electron, chromium, expect, type Page } from '@playwright/test';
import { type StartedHost, steerPortalAt } from './start-host.ts';

const root = fileURLToPath(new URL('../../../', import.meta.url));
/** Electron's own program, or an installed Segl. */
const program = process.env.SEGL_ELECTRON;
export const inElectron = program !== undefined;

export type StartedElectron = StartedHost & { readonly window: Page };
/** A running program, however it was started. */
type Running = {
  readonly process: ChildProcess;
  readonly pages: () => readonly Page[];
  readonly close: () => Promise<void>;
};

/**
 * Starts Segl in Electron on an archive folder, with a profile of its own. From the repository through Playwright's
 * `_electron`; an installed program has the fuse off that this needs, and is reached by its page's debugging port.
 */
export async function startElectron(archive: string): Promise<StartedElectron> {
  const home = mkdtempSync(join(tmpdir(), 'segl-electron-'));
  const shown = join(home, 'shown');
  const env = {
    ...process.env,
    TZ: 'Europe/Oslo',
    HOME: home,
    XDG_CONFIG_HOME: home,
    LOCALAPPDATA: home,
    SEGL_SHOWN_FILE: shown,
  };
  const args = ['--archive', archive, '--portal-test-control'];
  const running = await (process.env.SEGL_PACKED ? startInstalled(args, env) : startFromRoot(args, env));
  const written: string[] = [];
  for (const output of [running.process.stdout, running.process.stderr])
    output?.setEncoding('utf8').on('data', (text: string) => void written.push(text));
  const gone = once(running.process, 'exit');
  const own = () => running.pages().find((page) => page.url().startsWith('archive://app/'));
  await expect.poll(own, { timeout: 60_000 }).toBeDefined();
  await expect.poll(() => readShown(shown), { timeout: 60_000 }).toMatchObject({ portal: expect.anything() });
  const window = own();
  if (!window) throw new Error(`Segl showed no window:\n${written.join('')}`);
  const { portal = null, control = '' } = readShown(shown);
  const remove = () => rmSync(home, { recursive: true, force: true, maxRetries: 5 });
  return {
    url: window.url(),
    port: 0,
    archive,
    portal,
    control,
    pid: running.process.pid ?? 0,
    window,
    enterUrl: () => Promise.reject(new Error('Segl is not entered by an address in Electron')),
    openWindow: () => Promise.reject(new Error('Segl has one window in Electron')),
    steerPortal: (command, body) => steerPortalAt(control, command, body),
    log: () => written.join(''),
    stop: async () => {
      await running.close();
      await gone;
      remove();
      if (running.process.exitCode !== 0) throw new Error(`Segl ended badly:\n${written.join('')}`);
    },
    kill: async () => {
      if (running.process.exitCode === null) running.process.kill('SIGKILL');
      await gone;
      remove();
    },
  };
}

async function startFromRoot(args: readonly string[], env: NodeJS.ProcessEnv): Promise<Running> {
  const defined = Object.entries(env).filter((entry): entry is [string, string] => entry[1] !== undefined);
  const app = await _electron.launch({
    executablePath: program ?? '',
    args: [root, ...args],
    env: Object.fromEntries(defined),
  });
  return { process: app.process(), pages: () => app.windows(), close: () => app.close() };
}

async function startInstalled(args: readonly string[], env: NodeJS.ProcessEnv): Promise<Running> {
  const child = spawn(program ?? '', ['--remote-debugging-port=0', ...args], {
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const address = await new Promise<string>((resolve, reject) => {
    child.once('exit', (code) => reject(new Error(`Segl ended with ${code} before it could be reached`)));
    createInterface({ input: child.stderr }).on('line', (line) => {
      const found = /DevTools listening on (ws:\S+)/.exec(line)?.[1];
      if (found) resolve(found);
    });
  });
  const browser = await chromium.connectOverCDP(address);
  return {
    process: child,
    pages: () => browser.contexts().flatMap((context) => context.pages()),
    close: async () => {
      for (const page of browser.contexts().flatMap((context) => context.pages())) await page.close();
      await browser.close();
    },
  };
}

function readShown(path: string): { readonly portal?: string; readonly control?: string } {
  try {
    // Written by Segl itself; a wrong one fails the journey at its first step.
    return JSON.parse(readFileSync(path, 'utf8')) as { portal?: string; control?: string };
  } catch {
    return {};
  }
}
