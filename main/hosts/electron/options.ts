import { parseArgs } from 'node:util';
import type { MachinePolicy } from '../../../domain/machine-policy.ts';
import { type ArchiveChoice, chooseArchive } from '../choose-archive.ts';
import type { UserFolders } from '../user-folders.ts';

/**
 * `[--archive DIR] [--production]`; the user's own archive unless a folder is named. Everything else is left to Electron,
 * which has options of its own. Throws `FolderForbidden` where policy sets the folder.
 */
export function parseOptions(
  args: readonly string[],
  folders: UserFolders,
  policy: MachinePolicy,
): ArchiveChoice {
  const { values } = parseArgs({
    args: [...args],
    strict: false,
    options: { archive: { type: 'string' }, production: { type: 'boolean' } },
  });
  const named = typeof values.archive === 'string' && values.archive !== '' ? values.archive : undefined;
  return chooseArchive({ archive: named, production: values.production === true }, folders, policy);
}
