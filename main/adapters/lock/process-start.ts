import { execFileSync } from 'node:child_process';
import { readFileSync, readlinkSync } from 'node:fs';
import { hostname } from 'node:os';

/**
 * The scope in which a process number is unique: this start of this machine and, on Linux, this process namespace (a
 * container has its own). Two machines may have one name.
 */
export function processScope(): string {
  if (process.platform !== 'linux') return hostname();
  try {
    const run = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
    return `${hostname()} ${run} ${readlinkSync('/proc/self/ns/pid')}`;
  } catch {
    return hostname();
  }
}

/** Another user's process cannot be signalled, and lives. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (fault) {
    return !(fault instanceof Error && 'code' in fault && fault.code === 'ESRCH');
  }
}

/** When a process began, in the operating system's own words; `undefined` where that is not told, as on Windows. */
export function processStart(pid: number): string | undefined {
  try {
    if (process.platform === 'linux') return startInStat(readFileSync(`/proc/${pid}/stat`, 'utf8'));
    if (process.platform !== 'darwin') return undefined;
    const told = execFileSync('/bin/ps', ['-o', 'lstart=', '-p', String(pid)], {
      encoding: 'utf8',
      env: { LC_ALL: 'C', TZ: 'UTC' },
    });
    return told.trim() || undefined;
  } catch {
    return undefined;
  }
}

/** proc(5): the 22nd field, in ticks since the machine began; the name in the second may hold blanks and brackets. */
const startInStat = (stat: string): string | undefined =>
  stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19];
