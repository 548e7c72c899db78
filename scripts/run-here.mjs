import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { projectNode, root } from './setup.mjs';

/** Runs one of our TypeScript programs on the project's Node: in this process if that is what runs it, else in a child. */
export async function runHere(program, args) {
  const path = join(root, program);
  if (Number.parseInt(process.versions.node, 10) >= 24) {
    endWithNpm();
    process.argv = [process.argv[0], path, ...args];
    await import(pathToFileURL(path).href);
    return;
  }
  process.exitCode = await follow(spawn(projectNode, [path, ...args], { stdio: 'inherit' }));
}

/** Passes signals on to a child and waits for it; gives its exit code, 1 if a signal ended it. */
export function follow(child) {
  const signals = ['SIGTERM', 'SIGINT', 'SIGHUP'];
  const pass = (signal) => child.kill(signal);
  for (const signal of signals) process.on(signal, pass);
  endWithNpm();
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code) => {
      for (const signal of signals) process.off(signal, pass);
      resolve(code ?? 1);
    });
  });
}

/**
 * npm starts us through a shell. A signal to npm ends that shell, which tells nobody; so when it is gone we end as if the
 * signal had reached us.
 */
function endWithNpm() {
  if (process.env.npm_lifecycle_event === undefined || process.platform === 'win32') return;
  const parent = process.ppid;
  const watch = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(watch);
    process.kill(process.pid, 'SIGTERM');
  }, 300).unref();
}
