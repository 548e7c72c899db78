export type ArchiveIdentity = {
  readonly id: string;
  readonly kind: 'training' | 'production';
  readonly title: string;
  readonly recordCreator: { readonly name: string; readonly organisationNumber: string };
};

/** Thrown when a training archive is opened as production, or the other way round; `kind` is what it is. */
export class WrongArchiveKind extends Error {
  override readonly name = 'WrongArchiveKind';
  readonly kind: ArchiveIdentity['kind'];
  constructor(kind: ArchiveIdentity['kind']) {
    super(`the folder holds a ${kind} archive`);
    this.kind = kind;
  }
}

export interface ArchiveIdentityReader {
  identity(): Promise<ArchiveIdentity>;
}
