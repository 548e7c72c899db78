import { join } from 'node:path';
import { type ArchiveKind, archiveName, type UserFolders, userFolders } from './user-folders.ts';

/**
 * What a host keeps about an archive, apart from `archive.db`. A backup may leave all of it out: preferences, the lock, the log,
 * and in training the local portal's own state. The vault key of a production archive is kept with the user, so that
 * the archive file and what opens its identity numbers never lie together; a training archive has synthetic persons
 * only, and keeps its key beside it so that the folder can be copied. `folder` as {@link realFolder} gives it.
 */
export function archiveFolderFiles(
  folder: string,
  kind: ArchiveKind,
  { own: ownFolder }: Pick<UserFolders, 'own'> = userFolders(),
) {
  const host = join(folder, 'host');
  const name = archiveName(folder);
  const own = join(ownFolder, 'archives', name);
  return {
    host,
    /** In production the current user is remembered for each user of the operating system. */
    preferences: kind === 'training' ? host : own,
    secrets: kind === 'training' ? join(host, 'secrets') : join(own, 'secrets'),
    portal: join(host, 'portal'),
    log: join(host, 'segl.log'),
    /** In production with the user, for it tells of an archive that may not be there. */
    known: join(kind === 'training' ? host : own, 'archive.json'),
    running: join(host, 'running.json'),
    highWater: join(host, 'high-water.jsonl'),
    vaultKey: kind === 'training' ? join(host, 'vault.key') : join(ownFolder, 'keys', `${name}.key`),
  };
}
