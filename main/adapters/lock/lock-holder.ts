import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { hostname, userInfo } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';

const holder = z.object({
  user: z.string().min(1),
  machine: z.string().min(1),
  process: z.int().positive(),
  since: z.iso.datetime(),
});
/** Who has an archive open: what somebody else at the same machine needs to find them. */
export type LockHolder = z.output<typeof holder>;

const fileIn = (folder: string) => join(folder, 'in-use.json');

/** Beside the lock, by the one who has taken it. Not to be had is no fault: the lock itself stands. */
export function announceHolder(folder: string): void {
  try {
    const told: LockHolder = {
      user: userInfo().username,
      machine: hostname(),
      process: process.pid,
      since: new Date().toISOString(),
    };
    writeFileSync(fileIn(folder), JSON.stringify(told));
  } catch {
    rmSync(fileIn(folder), { force: true });
  }
}

export const withdrawHolder = (folder: string): void => rmSync(fileIn(folder), { force: true });

/** Only of use while the lock is taken; `undefined` when nothing of use is told. */
export function readHolder(folder: string): LockHolder | undefined {
  try {
    return holder.parse(JSON.parse(readFileSync(fileIn(folder), 'utf8')));
  } catch {
    return undefined;
  }
}
