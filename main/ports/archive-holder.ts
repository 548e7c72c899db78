/** Who has an archive open, told to a user who is refused because of it. */
export type ArchiveHolder = {
  readonly user: string;
  readonly machine: string;
  /** The operating system's number for it. */
  readonly process: number;
  /** ISO 8601 */
  readonly since: string;
};

/** Another process holds the archive now; nothing more may be written from here. */
export class ArchiveTaken extends Error {
  override readonly name = 'ArchiveTaken';
  readonly holder: ArchiveHolder;
  constructor(holder: ArchiveHolder) {
    super(`process ${holder.process} on ${holder.machine} holds the archive now`);
    this.holder = holder;
  }
}
