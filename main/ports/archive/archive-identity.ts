export type ArchiveIdentity = {
  readonly id: string;
  readonly kind: 'training' | 'production';
  readonly title: string;
  readonly recordCreator: { readonly name: string; readonly organisationNumber: string };
};

export interface ArchiveIdentityReader {
  identity(): Promise<ArchiveIdentity>;
}
