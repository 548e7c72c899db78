/** Whom the archive asks for time stamps (RFC 3161). */
export type TimeStampSettings = {
  readonly url: string;
  /** PEM. Its time stamps count where their chain ends in one of these. */
  readonly anchors: readonly string[];
  /** Sealed under the vault key, where it asks who we are. */
  readonly access?: { readonly user: string; readonly sealedSecret: Uint8Array };
};

export interface TimeStampSettingsReader {
  timeStampSettings(): Promise<TimeStampSettings | undefined>;
}

export interface TimeStampSettingsWriter {
  /** Nothing: none is asked any more. */
  setTimeStampSettings(settings: TimeStampSettings | undefined): Promise<void>;
}
