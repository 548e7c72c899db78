import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import type { RunningPortal } from '../../../portal/portal.ts';

const start = fileURLToPath(new URL('../../../portal/start.ts', import.meta.url));

export type PortalProcess = {
  readonly where: Omit<RunningPortal, 'close'>;
  readonly child: ChildProcess;
  /** Sends a signal and waits for the end; gives exit code and signal. */
  readonly end: (signal: NodeJS.Signals) => Promise<readonly unknown[]>;
};

/** Runs the program itself and waits for the line that says where it listens. */
export async function startPortalProcess(dir: string, ...more: readonly string[]): Promise<PortalProcess> {
  const child = spawn(
    process.execPath,
    [start, '--dir', dir, '--json', '--test-control', '--poll-wait-seconds', '0', ...more],
    // The channel is what a parent holds on to its child by; a program started by hand has none.
    { stdio: ['pipe', 'pipe', 'pipe', ...(more.includes('--with-parent') ? (['ipc'] as const) : [])] },
  );
  let errors = '';
  child.stderr?.on('data', (chunk: Buffer) => {
    errors += chunk;
  });
  if (!child.stdout) throw new Error('the portal has no standard output');
  const lines = createInterface({ input: child.stdout });
  const line = await Promise.race([
    once(lines, 'line').then(([text]) => String(text)),
    once(child, 'exit').then(() => undefined),
  ]);
  if (line === undefined) throw new Error(errors);
  return {
    where: JSON.parse(line) as PortalProcess['where'],
    child,
    end: async (signal) => {
      const ended = once(child, 'exit');
      child.kill(signal);
      return ended;
    },
  };
}
