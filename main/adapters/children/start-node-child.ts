import { fork } from 'node:child_process';
import { Socket } from 'node:net';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import type { StartChild } from '../../ports/child-program.ts';
import { heapFlags } from './heap-flags.ts';

/** Children of a Node host: this very Node, started once more. */
export const startNodeChild: StartChild = (program, { args = [], env, memoryMb, log }) => {
  const child = fork(fileURLToPath(program.href), args, {
    execArgv: heapFlags(memoryMb),
    env: { ...process.env, ...env },
    serialization: 'advanced',
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  let tellExit: ((how: string) => void) | undefined;
  let ended: string | undefined;
  const end = (how: string) => {
    if (ended !== undefined) return;
    ended = how;
    tellExit?.(how);
  };
  child.once('exit', (code, signal) => end(String(signal ?? code)));
  child.on('error', (fault) => {
    // Also said when a message finds no one: that child's exit is on its way.
    if (child.pid === undefined) end(fault.message);
  });
  for (const output of [child.stdout, child.stderr]) {
    if (!output) continue;
    createInterface({ input: output }).on('line', log);
    if (output instanceof Socket) output.unref();
  }
  child.unref();
  child.channel?.unref();
  return {
    post: (message) => {
      if (child.connected) child.send(Object(message), () => undefined);
    },
    onMessage: (listener) => void child.on('message', listener),
    onExit: (listener) => {
      tellExit = listener;
      if (ended !== undefined) listener(ended);
    },
    kill: () => void child.kill('SIGKILL'),
  };
};
