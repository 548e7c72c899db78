import type { ArchiveHolder } from '../ports/archive-holder.ts';

/**
 * Another process has the archive open. `running` is what that one may have left for us; see `node/running.ts`. `holder`
 * tells who that is, where it is known.
 */
export class ArchiveInUse extends Error {
  override readonly name = 'ArchiveInUse';
  readonly running: string;
  readonly holder: ArchiveHolder | undefined;
  constructor(archive: string, running: string, holder: ArchiveHolder | undefined) {
    super(`${archive} is open in another process`);
    this.running = running;
    this.holder = holder;
  }
}
