/** A file on its way to the window. `mime` is never guessed from content a clerk chose to call something. */
export type ServedFile = {
  readonly bytes: Uint8Array;
  readonly mime: string;
  readonly fileName: string;
  readonly etag: string;
};
