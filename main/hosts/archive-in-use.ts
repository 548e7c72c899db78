/** Another process has the archive open. `running` is what that one may have left for us; see `node/running.ts`. */
export class ArchiveInUse extends Error {
  readonly running: string;
  constructor(archive: string, running: string) {
    super(`${archive} is open in another process`);
    this.running = running;
  }
}
