import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import type { ArchiveHolder } from '../../ports/archive-holder.ts';
import { type ArchiveLock, lockArchive } from './lock-archive.ts';
import {
  beginHeartbeat,
  firstHeartbeat,
  folderNumber,
  type Heartbeat,
  readHeartbeat,
  replaceHeartbeat,
  withdrawHeartbeat,
} from './lock-holder.ts';
import { isAlive, processScope, processStart } from './process-start.ts';

export type HeldArchive = {
  /** Who has the archive now that we were taken for gone; asked before each change. `undefined` while it is ours. */
  takenBy(): ArchiveHolder | undefined;
  release(): void;
};
/** Another process has the archive; `holder` where its heartbeat can be read. */
export type Refused = { readonly holder: ArchiveHolder | undefined };

export type Holding = {
  /** The operating system's lock, unless a test has one that does nothing. */
  readonly lock?: (folder: string) => ArchiveLock | undefined;
  /** How often the holder writes that it lives, in milliseconds. */
  readonly beatEvery?: number;
  /** How long a newcomer watches a heartbeat that it cannot judge otherwise, in milliseconds. */
  readonly watchFor?: number;
  readonly onTaken?: (holder: ArchiveHolder) => void;
};

const BEAT_MS = 3_000;
/** Four beats: one that comes late is not taken for the last. */
const WATCH_MS = 12_000;
/** Two that replace a dead heartbeat at once both see the one that was last. */
const SETTLE_MS = 150;

/**
 * One process per archive folder, by two witnesses, either of which refuses: the operating system's lock, and a heartbeat in
 * the folder, for file systems whose locks do nothing and for a lock file that somebody deletes.
 *
 * A heartbeat written on this machine since it started is dead when its process has ended: no process has that number,
 * or the one that has it began at another time. Any other heartbeat (another machine, a container, before a restart, a
 * copied folder) is dead when its counter has not grown for `watchFor`, measured by the process that waits; clocks of two
 * machines are never compared. A laptop that slept for longer than that loses the archive: before each change and at
 * each beat the holder reads whose heartbeat it is, and writes nothing more once it is another's.
 */
export async function holdArchive(folder: string, order: Holding = {}): Promise<HeldArchive | Refused> {
  const lock = (order.lock ?? lockArchive)(folder);
  if (!lock) return { holder: holderIn(folder) };
  try {
    const own = firstHeartbeat(folder, randomUUID());
    const other = await takePlace(folder, own, order.watchFor ?? WATCH_MS);
    if (!other) return keepBeating(folder, own, lock, order);
    lock.release();
    return other;
  } catch (fault) {
    lock.release();
    throw fault;
  }
}

const holderIn = (folder: string): ArchiveHolder | undefined => {
  const found = readHeartbeat(folder);
  return found === 'unreadable' ? undefined : found;
};

/** `undefined` once the place is ours. */
async function takePlace(folder: string, own: Heartbeat, watchFor: number): Promise<Refused | undefined> {
  const found = readHeartbeat(folder);
  if (!found) return beginHeartbeat(folder, own) ? undefined : { holder: holderIn(folder) };
  if (await lives(folder, found, watchFor)) return { holder: holderIn(folder) };
  replaceHeartbeat(folder, own);
  await pause(SETTLE_MS);
  const settled = readHeartbeat(folder);
  return typeof settled === 'object' && settled.id === own.id ? undefined : { holder: holderIn(folder) };
}

async function lives(folder: string, found: Heartbeat | 'unreadable', watchFor: number): Promise<boolean> {
  if (found !== 'unreadable' && found.scope === processScope() && found.folder === folderNumber(folder)) {
    if (!isAlive(found.process)) return false;
    if (found.started !== undefined) return processStart(found.process) === found.started;
  }
  const before = JSON.stringify(found);
  const until = performance.now() + watchFor;
  while (performance.now() < until) {
    await pause(watchFor / 20);
    const now = readHeartbeat(folder);
    if (!now) return false;
    if (JSON.stringify(now) !== before) return true;
  }
  return false;
}

function keepBeating(folder: string, own: Heartbeat, lock: ArchiveLock, order: Holding): HeldArchive {
  let { count } = own;
  let taken: ArchiveHolder | undefined;
  const putBack = () => {
    try {
      beginHeartbeat(folder, { ...own, count });
    } catch {
      // A full disk; the next beat tries again.
    }
  };
  const takenBy = () => {
    if (taken) return taken;
    const found = readHeartbeat(folder);
    // Half a file is a beat of ours that was cut short, or not yet anybody's.
    if (found === 'unreadable') return undefined;
    if (!found) putBack();
    if (!found || found.id === own.id) return undefined;
    taken = found;
    clearInterval(beating);
    order.onTaken?.(found);
    return taken;
  };
  const beat = () => {
    try {
      if (!takenBy()) replaceHeartbeat(folder, { ...own, count: ++count });
    } catch {
      // A full disk, or a reader that holds the file on Windows: the next beat tells.
    }
  };
  const beating = setInterval(beat, order.beatEvery ?? BEAT_MS).unref();
  return {
    takenBy,
    release: () => {
      clearInterval(beating);
      withdrawHeartbeat(folder, own.id);
      lock.release();
    },
  };
}
