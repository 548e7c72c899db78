import { resolve } from 'node:path';
import type { MachinePolicy } from '../../domain/machine-policy.ts';
import { type ArchiveKind, realFolder, type UserFolders, usualArchive } from './user-folders.ts';

export type ArchiveChoice = { readonly archive: string; readonly kind: ArchiveKind };

/** The start asks for another folder than the machine's policy sets. */
export class FolderForbidden extends Error {
  override readonly name = 'FolderForbidden';
  readonly folder: string;
  readonly set: string;
  constructor(folder: string, set: string) {
    super(`${folder} is not where the machine's policy wants the archives: ${set}`);
    this.folder = folder;
    this.set = set;
  }
}

/**
 * Which archive a start opens: what the machine's policy says, then what the arguments say, then the user's own. Throws
 * {@link FolderForbidden} for a named folder outside of the one that policy sets.
 */
export function chooseArchive(
  asked: { readonly archive?: string | undefined; readonly production: boolean },
  folders: UserFolders,
  policy: MachinePolicy,
): ArchiveChoice {
  const kind = asked.production || policy.productionOnly ? 'production' : 'training';
  const usual = usualArchive(foldersUnder(folders, policy), kind);
  if (asked.archive === undefined) return { archive: resolve(usual), kind };
  if (policy.archiveFolder !== undefined && realFolder(asked.archive) !== realFolder(usual))
    throw new FolderForbidden(asked.archive, policy.archiveFolder);
  return { archive: resolve(asked.archive), kind };
}

/** The user's folders, with the archives where policy wants them. */
const foldersUnder = (folders: UserFolders, { archiveFolder }: MachinePolicy): UserFolders =>
  archiveFolder === undefined ? folders : { ...folders, archives: archiveFolder };
