import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import type { Browser, Page } from '@playwright/test';
import { askRunning } from '../../../main/hosts/node/running.ts';

const program = fileURLToPath(new URL('../../../main/hosts/node/start.ts', import.meta.url));

/** The first line of the Node host started with `--json`. */
type Greeting = {
  readonly url: string;
  readonly port: number;
  readonly archive: string;
  readonly portal: string | null;
  readonly control: string;
};
export type StartedHost = Greeting & {
  readonly pid: number;
  /** Moves the portal's clock or makes it misbehave, by its control endpoint. */
  steerPortal(command: string, body: unknown): Promise<void>;
  /** An address that lets one more browser in, as a second start of Segl asks for. */
  enterUrl(): Promise<string>;
  /** Lets a second window in, as a second start of Segl does. */
  openWindow(browser: Browser): Promise<Page>;
  /** What it has written to standard error so far. */
  log(): string;
  /** Ends it as a user would; throws when it does not end cleanly. */
  stop(): Promise<void>;
  /** Ends it as a power cut would. */
  kill(): Promise<void>;
};

/** Starts Segl on an archive folder, building the training archive there if it is new. */
export async function startHost(archive: string, ...more: readonly string[]): Promise<StartedHost> {
  const child = spawn(
    process.execPath,
    [program, '--archive', archive, '--json', '--no-open', '--portal-test-control', ...more],
    {
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  );
  const written: string[] = [];
  child.stderr.setEncoding('utf8').on('data', (text: string) => void written.push(text));
  const log = () => written.join('');
  const gone = once(child, 'exit');
  const line = await Promise.race([
    once(createInterface({ input: child.stdout }), 'line').then(([first]) => String(first)),
    gone.then(() => Promise.reject(new Error(`Segl ended before it was ready:\n${log()}`))),
  ]);
  // The promise of the host's first line; a wrong one fails the journey at its first step.
  const greeting = JSON.parse(line) as Greeting;
  const enterUrl = async () => {
    const url = await askRunning(join(greeting.archive, 'host', 'running.json'));
    if (!url) throw new Error('Segl gave no address for a second window');
    return url;
  };
  return {
    ...greeting,
    enterUrl,
    openWindow: async (browser) => {
      const url = await enterUrl();
      const page = await (await browser.newContext({ locale: 'nb-NO', timezoneId: 'Europe/Oslo' })).newPage();
      await page.goto(url);
      return page;
    },
    steerPortal: (command, body) => steerPortalAt(greeting.control, command, body),
    pid: child.pid ?? 0,
    log,
    stop: async () => {
      await end(child, gone, 'SIGTERM');
      if (child.exitCode !== 0)
        throw new Error(`Segl ended with ${child.exitCode ?? child.signalCode}:\n${log()}`);
    },
    kill: () => end(child, gone, 'SIGKILL'),
  };
}

/** Moves the clock of the portal that is steered at `control`, or makes it misbehave. */
export async function steerPortalAt(control: string, command: string, body: unknown): Promise<void> {
  const headers = { 'content-type': 'application/json' };
  const url = `${control.replace(/\/$/, '')}/${command}`;
  const reply = await fetch(url, { method: 'POST', headers, body: JSON.stringify(body) });
  if (!reply.ok) throw new Error(`the portal answered ${reply.status} to ${command}: ${await reply.text()}`);
}

async function end(
  child: ChildProcess,
  gone: Promise<unknown>,
  signal: 'SIGTERM' | 'SIGKILL',
): Promise<void> {
  if (child.exitCode === null && child.signalCode === null) child.kill(signal);
  await gone;
}
