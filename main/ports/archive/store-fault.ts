/**
 * Disk full, file locked, or the file is no archive: `kind` says what to do about it. `unsafe-place`: the file system bears
 * no write-ahead log. `old-sqlite`: the library beside us is not the one that Segl was made with.
 */
export class StoreFault extends Error {
  override readonly name = 'StoreFault';
  readonly kind:
    | 'disk-full'
    | 'locked'
    | 'not-an-archive'
    | 'newer-archive'
    | 'damaged'
    | 'read-only'
    | 'unsafe-place'
    | 'old-sqlite';
  constructor(kind: StoreFault['kind'], cause?: unknown) {
    super(kind, { cause });
    this.kind = kind;
  }
}
