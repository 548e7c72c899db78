import { existsSync, mkdirSync, statSync } from 'node:fs';
import { dirname } from 'node:path';

/** What the archive folder lies on is not there: a drive that is not connected, a share without a letter. */
export class DriveMissing extends Error {
  override readonly name = 'DriveMissing';
  readonly folder: string;
  constructor(folder: string) {
    super(`there is nothing that ${folder} could lie on`);
    this.folder = folder;
  }
}

/**
 * Makes the folder with all above it, for this user alone. Throws {@link DriveMissing}. Step by step, since Node's own way
 * goes on for ever where the folder above is there and nothing can be made in it.
 */
export function makeArchiveFolder(folder: string): void {
  if (!makeOne(folder)) return;
  const above = dirname(folder);
  if (above === folder || existsSync(above)) throw new DriveMissing(folder);
  try {
    makeArchiveFolder(above);
  } catch (fault) {
    throw fault instanceof DriveMissing ? new DriveMissing(folder) : fault;
  }
  if (makeOne(folder)) throw new DriveMissing(folder);
}

/** Gives whether something above it is missing. */
function makeOne(folder: string): boolean {
  try {
    mkdirSync(folder, { mode: 0o700 });
  } catch (fault) {
    const code = fault instanceof Error && 'code' in fault ? fault.code : undefined;
    if (code === 'ENOENT') return true;
    if (code !== 'EEXIST' || !statSync(folder).isDirectory()) throw fault;
  }
  return false;
}
