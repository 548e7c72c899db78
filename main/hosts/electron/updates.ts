/** What is known of this installation when it starts. */
export type Installation = {
  readonly platform: string;
  readonly packaged: boolean;
  /** Path of the running program. */
  readonly program: string;
  /** The user's local application data on Windows, where the per-user installer lays the program. */
  readonly localAppData: string | undefined;
  /** Where the municipality keeps its updates, by policy; updates are off where none is named. */
  readonly address: string | undefined;
};

/**
 * Where this installation takes updates from, if anywhere. Only one laid out for one user on Windows updates itself: the
 * machine's own is the business of whoever deploys it, and a per-machine installer that updates would ask for elevation
 * at quit (electron-builder#3470).
 */
export function updateAddress(installation: Installation): string | undefined {
  const { platform, packaged, program, localAppData, address } = installation;
  if (platform !== 'win32' || !packaged || address === undefined || localAppData === undefined)
    return undefined;
  const own = program.toLowerCase().startsWith(`${localAppData.toLowerCase().replace(/\\+$/, '')}\\`);
  return own && URL.parse(address)?.protocol === 'https:' ? address : undefined;
}

/** The part of electron-updater used here. */
export interface Updater {
  /** Fetches a newer version where there is one; it is laid out when the program is left. */
  checkForUpdates(): Promise<unknown>;
}

const firstMs = 60_000;
const againMs = 6 * 60 * 60_000;

/**
 * Looks for updates one minute after the start and then every six hours; a failure is logged. Returns a function that
 * stops it.
 */
export function watchForUpdates(updater: Updater, log: (line: string) => void): () => void {
  let timer: ReturnType<typeof setTimeout>;
  const look = async () => {
    try {
      await updater.checkForUpdates();
    } catch (fault) {
      log(`looking for updates: ${fault instanceof Error ? fault.message : String(fault)}`);
    }
    timer = setTimeout(look, againMs);
  };
  timer = setTimeout(look, firstMs);
  return () => clearTimeout(timer);
}
