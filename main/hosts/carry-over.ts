import { createHash } from 'node:crypto';
import {
  copyFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { type ArchiveLock, lockArchive } from '../adapters/lock/lock-archive.ts';
import { archiveName, realFolder, type UserFolders, userFolders } from './user-folders.ts';

/** Both places hold archives or keys, and only a person can tell which of them counts. */
export class TwoPlaces extends Error {
  override readonly name = 'TwoPlaces';
  readonly before: string;
  readonly now: string;
  constructor(before: string, now: string) {
    super(`${before} and ${now} both hold archives`);
    this.before = before;
    this.now = now;
  }
}
/** An earlier edition is open on what is to be carried over. */
export class EarlierEditionOpen extends Error {
  override readonly name = 'EarlierEditionOpen';
  readonly archive: string;
  constructor(archive: string) {
    super(`${archive} is open in an earlier edition`);
    this.archive = archive;
  }
}

const marker = 'carried-over.json';

/** The user's folders on this machine, with what an earlier edition kept elsewhere carried over. */
export function settleFolders(
  log: (line: string) => void,
  folders: UserFolders = userFolders(),
): UserFolders {
  if (folders.before !== undefined) carryOver(folders.before, folders.own, log);
  return folders;
}

/**
 * Carries a user's folder over to where it belongs now, once, and whole: archives, keys, and Electron's profile with
 * what the operating system's key ring needs. It is moved in one step; across volumes it is copied, compared, and takes
 * its name when it is complete, and only then does the old one go. An interrupted or failed attempt leaves the old folder
 * as it was. Synchronous, since Electron must know before it is ready. Throws {@link TwoPlaces},
 * {@link EarlierEditionOpen}, or what the disk says.
 */
export function carryOver(before: string, now: string, log: (line: string) => void): void {
  if (!existsSync(before) || realFolder(before) === realFolder(now)) return;
  // What is there although it was carried over may have been worked in since, by an earlier edition.
  if (existsSync(join(now, marker))) {
    log(`${before} is left as it is; what it held lies in ${now}`);
    return;
  }
  if (holdsOurs(now)) {
    if (existsSync(join(before, 'keys')) || archivesIn(before).includes('drift'))
      throw new TwoPlaces(before, now);
    return;
  }
  const locks = lockArchives(before);
  try {
    nameKeysAnew(before, now);
    setAside(now);
    mkdirSync(dirname(now), { recursive: true });
    // Windows moves no folder in which a file is open.
    if (process.platform === 'win32') release(locks);
    move(before, now, log);
  } catch (fault) {
    // Another start may have done it in the same moment.
    if (!existsSync(join(now, marker))) throw fault;
  } finally {
    release(locks);
  }
}

function move(before: string, now: string, log: (line: string) => void): void {
  // Inside first, so that it arrives together with the rest.
  writeFileSync(join(before, marker), JSON.stringify({ from: before, at: new Date().toISOString() }));
  try {
    renameSync(before, now);
    log(`${before} was moved to ${now}`);
    return;
  } catch (fault) {
    if (codeOf(fault) !== 'EXDEV') {
      rmSync(join(before, marker), { force: true });
      throw fault;
    }
  }
  rmSync(join(before, marker), { force: true });
  const unfinished = `${now}.carrying-${process.pid}`;
  try {
    copyWhole(before, unfinished);
    writeFileSync(join(unfinished, marker), JSON.stringify({ from: before, at: new Date().toISOString() }));
    renameSync(unfinished, now);
  } catch (fault) {
    rmSync(unfinished, { recursive: true, force: true });
    throw fault;
  }
  log(`${before} was copied to ${now}`);
  try {
    rmSync(before, { recursive: true, force: true });
  } catch (fault) {
    log(`${before} could not be removed: ${codeOf(fault)}`);
  }
}

/** Copies, flushes, and compares every file. */
export function copyWhole(from: string, to: string): void {
  cpSync(from, to, { recursive: true, errorOnExist: true, force: false, preserveTimestamps: true });
  for (const entry of readdirSync(from, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const path = join(entry.parentPath, entry.name).slice(from.length);
    if (digestOf(join(from, path)) !== digestOf(join(to, path)))
      throw new Error(`the copy of ${join(from, path)} differs`);
  }
}
const digestOf = (path: string) => createHash('sha256').update(readFileSync(path)).digest('hex');

/** A user's keys and settings for an archive are called by where it lies, so it gets its coming name beside the present one. */
function nameKeysAnew(before: string, now: string): void {
  for (const folder of archivesIn(before)) {
    const old = archiveName(join(realFolder(before), folder));
    const fresh = archiveName(join(realFolder(now), folder));
    for (const ending of ['.key', '.key.sealed']) {
      const from = join(before, 'keys', `${old}${ending}`);
      const to = join(before, 'keys', `${fresh}${ending}`);
      if (existsSync(from) && !existsSync(to)) copyFileSync(from, to);
    }
    const from = join(before, 'archives', old);
    const to = join(before, 'archives', fresh);
    if (existsSync(from) && !existsSync(to)) cpSync(from, to, { recursive: true });
  }
}

/** Of folders without anything of ours only an empty one may be there when the whole takes its name. */
function setAside(now: string): void {
  if (!existsSync(now)) return;
  if (readdirSync(now).length === 0) rmdirSync(now);
  else renameSync(now, `${now}.aside-${Date.now()}`);
}

function lockArchives(folder: string): ArchiveLock[] {
  const locks: ArchiveLock[] = [];
  for (const name of archivesIn(folder)) {
    const host = join(folder, name, 'host');
    if (!existsSync(join(host, 'in-use.lock'))) continue;
    const lock = lockArchive(host);
    if (!lock) {
      release(locks);
      throw new EarlierEditionOpen(join(folder, name));
    }
    locks.push(lock);
  }
  return locks;
}
function release(locks: ArchiveLock[]): void {
  for (const lock of locks.splice(0)) lock.release();
}

const archivesIn = (folder: string): readonly string[] =>
  readdirSync(folder).filter((name) => existsSync(join(folder, name, 'archive.db')));

/** Archives, keys, or the key that the operating system's ring sealed keys by. */
const holdsOurs = (folder: string): boolean =>
  existsSync(folder) &&
  (archivesIn(folder).length > 0 ||
    ['keys', 'archives', 'Local State'].some((name) => existsSync(join(folder, name))));

const codeOf = (fault: unknown): string =>
  fault instanceof Error && 'code' in fault ? String(fault.code) : String(fault);
