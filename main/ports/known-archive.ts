/** The archive that this user last had open in a folder. */
export type KnownArchive = { readonly id: string; readonly title: string; readonly folder: string };

/** Kept with the user, so that a folder without its archive is known as a drive that is not there. */
export type KnownArchiveKeeper = {
  read(): KnownArchive | undefined;
  remember(archive: KnownArchive): void;
};
