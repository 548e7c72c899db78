import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Command } from '../stand-in/commands.ts';
import { SETTING, type Setting } from '../stand-in/standing.ts';
import { type Layout, normalUser } from './lay-out-packed.ts';

/** One thing that the stand-in saw. */
export type Sight = { readonly kind: string; readonly [fact: string]: unknown };
export type StandIn = {
  readonly sights: readonly Sight[];
  /** The first thing of a kind, or the next when it has not been seen yet. Rejects when the program ends without it. */
  see(kind: string, where?: (sight: Sight) => boolean): Promise<Sight>;
  perform(command: Command): Promise<unknown>;
  /** Runs code in the page of the window. */
  evaluate<Value>(code: string): Promise<Value>;
  /** Exit code, or the name of a signal; with all that it wrote to standard error. */
  readonly ended: Promise<{ readonly code: string; readonly log: string }>;
  kill(): Promise<void>;
};
export type Order = Partial<Setting> & {
  readonly args?: readonly string[];
  readonly env?: NodeJS.ProcessEnv;
  /** Who is asked to run it; a normal user otherwise. */
  readonly asRoot?: boolean;
};

/** Starts the program of a layout under the stand-in, as a process of its own. */
export function startStandIn(layout: Layout, home: string, order: Order = {}): StandIn {
  const { args = [], env, asRoot, ...given } = order;
  const setting: Setting = {
    packaged: true,
    appPath: layout.appPath,
    execPath: ownExecutable(layout),
    home,
    keyRing: 'present',
    user: 'ingrid',
    ...given,
  };
  const child = spawn(layout.node, ['--unhandled-rejections=warn', layout.standIn, ...args], {
    cwd: layout.folder,
    env: {
      PATH: process.env.PATH,
      SystemRoot: process.env.SystemRoot,
      TMPDIR: home,
      HOME: home,
      XDG_CONFIG_HOME: join(home, 'config'),
      XDG_DATA_HOME: join(home, 'share'),
      XDG_CACHE_HOME: join(home, 'cache'),
      APPDATA: join(home, 'roaming'),
      LOCALAPPDATA: join(home, 'local'),
      ...env,
      [SETTING]: JSON.stringify(setting),
    },
    serialization: 'advanced',
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    ...(asRoot ? {} : normalUser),
  });
  const written: string[] = [];
  for (const output of [child.stdout, child.stderr])
    output?.setEncoding('utf8').on('data', (text: string) => void written.push(text));
  const sights: Sight[] = [];
  const watching = new Set<(sight: Sight) => void>();
  // Only the stand-in writes to this channel.
  child.on('message', (message) => {
    const sight = message as Sight;
    sights.push(sight);
    for (const watch of watching) watch(sight);
  });
  const ended = once(child, 'exit').then(([code, signal]) => ({
    code: String(signal ?? code),
    log: written.join(''),
  }));
  const see: StandIn['see'] = (kind, where = () => true) => {
    const found = sights.find((sight) => sight.kind === kind && where(sight));
    if (found) return Promise.resolve(found);
    return new Promise((resolve, reject) => {
      const watch = (sight: Sight) => {
        if (sight.kind !== kind || !where(sight)) return;
        watching.delete(watch);
        resolve(sight);
      };
      watching.add(watch);
      void ended.then(({ code, log }) =>
        reject(new Error(`ended with ${code} before «${kind}»:\n${JSON.stringify(sights)}\n${log}`)),
      );
    });
  };
  let lastNumber = 0;
  const perform = async (command: Command): Promise<unknown> => {
    lastNumber += 1;
    const number = lastNumber;
    child.send({ ...command, number });
    const done = await see('done', (sight) => sight.number === number);
    if (done.fault !== undefined) throw new Error(String(done.fault));
    return done.value;
  };
  return {
    sights,
    see,
    perform,
    // The page answers what the code says it does.
    evaluate: async <Value>(code: string) => (await perform({ do: 'evaluate', code })) as Value,
    ended,
    kill: async () => {
      if (child.exitCode === null && child.signalCode === null) child.kill('SIGKILL');
      await ended;
    },
  };
}

/** What the program finds as its own executable: with the fuses set, whoever runs it starts the program once more. */
function ownExecutable(layout: Layout): string {
  const path = join(layout.folder, process.platform === 'win32' ? 'segl.cmd' : 'segl');
  mkdirSync(layout.folder, { recursive: true });
  const start = `"${layout.node}" "${layout.standIn}"`;
  writeFileSync(path, process.platform === 'win32' ? `@${start} %*\n` : `#!/bin/sh\nexec ${start} "$@"\n`);
  chmodSync(path, 0o755);
  return path;
}
