import { createHash } from 'node:crypto';
import { realpathSync } from 'node:fs';
import { homedir } from 'node:os';
import { basename, dirname, join, posix, resolve, win32 } from 'node:path';

/** Where one user's things lie on this machine. */
export type UserFolders = {
  /** Settings, vault keys, and Electron's own profile, which holds what Windows' key ring needs. */
  readonly own: string;
  /** Archives for which no folder was chosen. */
  readonly archives: string;
  /** What may be thrown away at any time. */
  readonly caches: string;
  /** Where earlier editions kept all of it: Windows' roaming profile. */
  readonly before?: string;
};
type Environment = Readonly<Record<string, string | undefined>>;
export type ArchiveKind = 'training' | 'production';

/**
 * The one place that decides it, for both hosts. On Windows the local profile: a roaming one is copied between machines at
 * log-in, which damages an open database, and a key sealed for one machine opens nothing on another.
 */
export function userFolders(
  env: Environment = process.env,
  platform: string = process.platform,
  home: string = homedir(),
): UserFolders {
  if (platform === 'win32') {
    const local = env.LOCALAPPDATA || win32.join(home, 'AppData', 'Local');
    const roaming = env.APPDATA || win32.join(home, 'AppData', 'Roaming');
    const own = win32.join(local, 'segl');
    return { own, archives: own, caches: win32.join(own, 'cache'), before: win32.join(roaming, 'segl') };
  }
  if (platform === 'darwin') {
    const own = posix.join(home, 'Library', 'Application Support', 'segl');
    return { own, archives: own, caches: posix.join(home, 'Library', 'Caches', 'segl') };
  }
  const place = (named: string | undefined, usual: string) =>
    posix.join(named || posix.join(home, usual), 'segl');
  return {
    own: place(env.XDG_CONFIG_HOME, '.config'),
    archives: place(env.XDG_DATA_HOME, '.local/share'),
    caches: place(env.XDG_CACHE_HOME, '.cache'),
  };
}

/** The archive of a user who has named no folder. */
export const usualArchive = (folders: UserFolders, kind: ArchiveKind): string =>
  join(folders.archives, kind === 'production' ? 'drift' : 'opplaering');

/**
 * Electron's profile for one archive, so that each has its own lock and two can be open at once. The usual production
 * archive has the user's own folder: what sealed its key before lies there.
 */
export const profileFolder = (folders: UserFolders, archive: string, kind: ArchiveKind): string =>
  realFolder(archive) === realFolder(usualArchive(folders, 'production')) && kind === 'production'
    ? folders.own
    : join(folders.own, 'profiles', archiveName(realFolder(archive)));

/** What a user's own files about an archive are called by: a digest of where it lies. */
export const archiveName = (folder: string): string =>
  createHash('sha256').update(folder).digest('hex').slice(0, 16);

/**
 * The folder as the operating system knows it, also before it is made: links followed, and on Windows a mapped drive as
 * the share behind it.
 */
export function realFolder(folder: string): string {
  const rest: string[] = [];
  for (let path = resolve(folder); ; path = dirname(path)) {
    try {
      return join(realpathSync.native(path), ...rest);
    } catch (fault) {
      const missing = fault instanceof Error && 'code' in fault && fault.code === 'ENOENT';
      if (!missing || path === dirname(path)) return resolve(folder);
      rest.unshift(basename(path));
    }
  }
}
