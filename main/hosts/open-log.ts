import { appendFileSync, mkdirSync, rmSync, statSync } from 'node:fs';
import { dirname } from 'node:path';

const LARGEST = 5_000_000;

/** One line per event, with its time: on standard error, or in a file that begins anew when it has grown large. */
export function openLog(path: string | undefined): (line: string) => void {
  if (path === undefined) return (line) => void process.stderr.write(stamped(line));
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
  if ((statSync(path, { throwIfNoEntry: false })?.size ?? 0) > LARGEST) rmSync(path);
  return (line) => appendFileSync(path, stamped(line), { mode: 0o600 });
}

const stamped = (line: string) => `${new Date().toISOString()} ${line}\n`;
