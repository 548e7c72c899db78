import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { utilityProcess } from 'electron';
import { heapFlags } from '../../adapters/children/heap-flags.ts';
import type { StartChild } from '../../ports/child-program.ts';

/**
 * Children of the desktop program: utility processes, since without the RunAsNode fuse the program cannot be started as
 * Node. They have no standard input, and end with their parent by themselves.
 */
export const startUtilityChild: StartChild = (program, { args = [], env, memoryMb, log }) => {
  const path = fileURLToPath(program.href);
  let tellExit: ((how: string) => void) | undefined;
  let ended: string | undefined;
  const end = (how: string) => {
    if (ended !== undefined) return;
    ended = how;
    tellExit?.(how);
  };
  const child = fork();
  function fork() {
    try {
      return utilityProcess.fork(path, [...args], {
        execArgv: heapFlags(memoryMb),
        env: { ...process.env, ...env },
        stdio: ['ignore', 'pipe', 'pipe'],
        serviceName: 'Segl',
      });
    } catch (fault) {
      end(fault instanceof Error ? fault.message : String(fault));
      return undefined;
    }
  }
  child?.once('exit', (code) => end(String(code)));
  for (const output of [child?.stdout, child?.stderr])
    if (output) createInterface({ input: output }).on('line', log);
  return {
    post: (message) => {
      if (ended === undefined) child?.postMessage(message);
    },
    onMessage: (listener) => void child?.on('message', listener),
    onExit: (listener) => {
      tellExit = listener;
      if (ended !== undefined) listener(ended);
    },
    kill: () => void (child && endHard(child.pid, () => child.kill())),
  };
};

/** `kill()` asks with SIGTERM, which a child that hangs in a computation never hears; on Windows both end it at once. */
function endHard(pid: number | undefined, ask: () => void): void {
  try {
    if (pid === undefined || process.platform === 'win32') ask();
    else process.kill(pid, 'SIGKILL');
  } catch {
    // The process has already ended.
  }
}
