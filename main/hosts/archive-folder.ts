import { createHash } from 'node:crypto';
import { homedir } from 'node:os';
import { join } from 'node:path';

/**
 * What a host keeps about an archive, apart from `archive.db`. A backup may leave all of it out: preferences, the lock, the log,
 * and in training the local portal's own state. The vault key of a production archive is kept with the user, so that
 * the archive file and what opens its identity numbers never lie together; a training archive has synthetic persons
 * only, and keeps its key beside it so that the folder can be copied.
 */
export function archiveFolderFiles(folder: string, kind: 'training' | 'production') {
  const host = join(folder, 'host');
  const name = createHash('sha256').update(folder).digest('hex').slice(0, 16);
  const own = join(userConfigFolder(), 'archives', name);
  return {
    host,
    /** Who sits at the desk is remembered for each user of the operating system in production. */
    preferences: kind === 'training' ? host : own,
    secrets: kind === 'training' ? join(host, 'secrets') : join(own, 'secrets'),
    portal: join(host, 'portal'),
    log: join(host, 'segl.log'),
    running: join(host, 'running.json'),
    vaultKey: kind === 'training' ? join(host, 'vault.key') : join(userConfigFolder(), 'keys', `${name}.key`),
  };
}

/** The folder for Segl's own settings where the operating system wants such things. */
export function userConfigFolder(
  env: Readonly<Record<string, string | undefined>> = process.env,
  platform: string = process.platform,
): string {
  if (platform === 'win32') return join(env.APPDATA ?? join(homedir(), 'AppData', 'Roaming'), 'segl');
  if (platform === 'darwin') return join(homedir(), 'Library', 'Application Support', 'segl');
  return join(env.XDG_CONFIG_HOME || join(homedir(), '.config'), 'segl');
}
