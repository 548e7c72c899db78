import { readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { hostname, userInfo } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import type { ArchiveHolder } from '../../ports/archive-holder.ts';
import { processScope, processStart } from './process-start.ts';

const heartbeat = z.object({
  user: z.string().min(1),
  machine: z.string().min(1),
  process: z.int().positive(),
  since: z.iso.datetime(),
  /** By chance, one for each opening. */
  id: z.string().min(1),
  /** Within what `process` means one process. */
  scope: z.string(),
  /** When the process began, where the operating system tells. */
  started: z.string().optional(),
  /** The folder's own number in its file system: a copy of it has another. */
  folder: z.number(),
  /** Grows as long as the holder lives. */
  count: z.int().nonnegative(),
}) satisfies z.ZodType<ArchiveHolder>;
/** What the one who has an archive open keeps writing beside it. */
export type Heartbeat = Readonly<z.output<typeof heartbeat>>;

const fileIn = (folder: string) => join(folder, 'in-use.json');

export const folderNumber = (folder: string): number => statSync(folder).ino;

/** This process's first, for an archive that it opens now. */
export const firstHeartbeat = (folder: string, id: string): Heartbeat => ({
  user: userInfo().username,
  machine: hostname(),
  process: process.pid,
  since: new Date().toISOString(),
  id,
  scope: processScope(),
  started: processStart(process.pid),
  folder: folderNumber(folder),
  count: 0,
});

/** `unreadable` for a file that is there and tells nothing, as half a file after a power cut. */
export function readHeartbeat(folder: string): Heartbeat | 'unreadable' | undefined {
  let text: string;
  try {
    text = readFileSync(fileIn(folder), 'utf8');
  } catch (fault) {
    return fault instanceof Error && 'code' in fault && fault.code === 'ENOENT' ? undefined : 'unreadable';
  }
  try {
    return heartbeat.parse(JSON.parse(text));
  } catch {
    return 'unreadable';
  }
}

/** Only where there is none: false when another was first. */
export function beginHeartbeat(folder: string, beat: Heartbeat): boolean {
  try {
    writeFileSync(fileIn(folder), JSON.stringify(beat), { flag: 'wx', mode: 0o600 });
    return true;
  } catch (fault) {
    if (fault instanceof Error && 'code' in fault && fault.code === 'EEXIST') return false;
    throw fault;
  }
}

/** In the place of what is there, whole or not at all. */
export function replaceHeartbeat(folder: string, beat: Heartbeat): void {
  const coming = `${fileIn(folder)}.${beat.id}`;
  try {
    writeFileSync(coming, JSON.stringify(beat), { mode: 0o600 });
    renameSync(coming, fileIn(folder));
  } catch (fault) {
    rmSync(coming, { force: true });
    throw fault;
  }
}

export function withdrawHeartbeat(folder: string, id: string): void {
  const found = readHeartbeat(folder);
  if (typeof found === 'object' && found.id === id) rmSync(fileIn(folder), { force: true });
}
