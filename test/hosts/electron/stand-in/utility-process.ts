import { type ChildProcess, spawn } from 'node:child_process';
import { EventEmitter } from 'node:events';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { cloned, node, onlyAfterReady, refuse, report } from './standing.ts';

type Options = {
  readonly env?: NodeJS.ProcessEnv;
  readonly execArgv?: readonly string[];
  readonly cwd?: string;
  readonly stdio?: string | readonly string[];
  readonly serviceName?: string;
};
const inChild = fileURLToPath(new URL('./utility-child.ts', import.meta.url));

class UtilityProcess extends EventEmitter {
  readonly #child: ChildProcess;
  constructor(child: ChildProcess) {
    super();
    this.#child = child;
    child.once('spawn', () => this.emit('spawn'));
    child.on('message', (message) => void this.emit('message', message));
    child.once('exit', (code, signal) => {
      report('utility-gone', { pid: child.pid, code, signal });
      this.emit('exit', code ?? 1);
    });
    child.on('error', () => undefined);
  }
  get pid() {
    return this.#child.exitCode === null ? this.#child.pid : undefined;
  }
  get stdout() {
    return this.#child.stdout;
  }
  get stderr() {
    return this.#child.stderr;
  }
  postMessage(message: unknown): void {
    if (this.#child.connected) this.#child.send({ data: cloned(message) }, () => undefined);
  }
  kill = (): boolean => this.#child.kill('SIGTERM');
}

/** A real process of Node's, with only what Electron's utility process has. */
export const utilityProcess = {
  fork(modulePath: string, args: readonly string[] = [], options: Options = {}): UtilityProcess {
    onlyAfterReady('utility-after-ready');
    const stdio = options.stdio ?? 'inherit';
    if (Array.isArray(stdio) && stdio[0] !== 'ignore') refuse('utility-stdin-ignored');
    if (!existsSync(modulePath)) throw new Error(`Unable to find module ${modulePath}`);
    const outputs = Array.isArray(stdio) ? stdio.slice(1) : [stdio, stdio];
    const way = (name: string | undefined) => (name === 'pipe' || name === 'ignore' ? name : 'inherit');
    const child = spawn(node, ['--import', inChild, ...(options.execArgv ?? []), modulePath, ...args], {
      env: options.env ?? process.env,
      ...(options.cwd !== undefined && { cwd: options.cwd }),
      serialization: 'advanced',
      stdio: ['ignore', way(outputs[0]), way(outputs[1]), 'ipc'],
    });
    report('utility', { module: modulePath, pid: child.pid });
    return new UtilityProcess(child);
  },
};
