import { type MountSources, networkBehind } from '../adapters/system/network-folder.ts';
import { realFolder } from './user-folders.ts';

/** The archive folder lies on another machine: SQLite's write-ahead log needs memory that is shared within one. */
export class NetworkFolder extends Error {
  override readonly name = 'NetworkFolder';
  readonly folder: string;
  /** The share, or the kind of file system. */
  readonly behind: string;
  constructor(folder: string, behind: string) {
    super(`${folder} lies on ${behind}`);
    this.folder = folder;
    this.behind = behind;
  }
}

/** Before anything is made there. Throws {@link NetworkFolder}. */
export function refuseNetwork(folder: string, sources?: MountSources): void {
  const behind = networkBehind(realFolder(folder), sources);
  if (behind !== undefined) throw new NetworkFolder(folder, behind);
}
