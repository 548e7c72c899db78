/** Disk full, file locked, or the file is no archive: `kind` says what to do about it. */
export class StoreFault extends Error {
  readonly kind: 'disk-full' | 'locked' | 'not-an-archive' | 'newer-archive' | 'damaged' | 'read-only';
  constructor(kind: StoreFault['kind'], cause?: unknown) {
    super(kind, { cause });
    this.kind = kind;
  }
}
