import { parseArgs } from 'node:util';
import type { MachinePolicy } from '../../../domain/machine-policy.ts';
import { type ArchiveChoice, chooseArchive } from '../choose-archive.ts';
import type { UserFolders } from '../user-folders.ts';

export type ElectronOptions = ArchiveChoice & {
  /** For tests: the local portal's clock and outcomes can be steered. */
  readonly portalTestControl?: boolean;
};

/**
 * `[--archive DIR] [--production]`; the user's own archive unless a folder is named. Everything else is left to Electron,
 * which has options of its own. Throws `FolderForbidden` where policy sets the folder.
 */
export function parseElectronOptions(
  args: readonly string[],
  folders: UserFolders,
  policy: MachinePolicy,
): ElectronOptions {
  const { values } = parseArgs({
    args: [...args],
    strict: false,
    options: {
      archive: { type: 'string' },
      production: { type: 'boolean' },
      'portal-test-control': { type: 'boolean' },
    },
  });
  const named = typeof values.archive === 'string' && values.archive !== '' ? values.archive : undefined;
  const choice = chooseArchive({ archive: named, production: values.production === true }, folders, policy);
  return values['portal-test-control'] === true ? { ...choice, portalTestControl: true } : choice;
}
