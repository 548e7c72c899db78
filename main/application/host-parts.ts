import type { MachinePolicy } from '../../domain/machine-policy.ts';
import type { Preferences } from '../../domain/preferences.ts';
import type { ServiceEnvironment } from '../../domain/signing-settings.ts';
import type { ArchiveHolder } from '../ports/archive-holder.ts';
import type { StartChild } from '../ports/child-program.ts';
import type { KnownArchiveKeeper } from '../ports/known-archive.ts';
import type { Secrets } from '../ports/service-setup.ts';
import type { VaultLock } from '../ports/vault.ts';

type ServiceAddress = {
  readonly apiRoot: string;
  /** The nine digits in the certificate of the server there. */
  readonly serverOrganisation: string;
};
/** Other places than Posten's own for its environments: for tests. */
export type ServiceAddresses = { readonly [Environment in ServiceEnvironment]?: ServiceAddress };

/** Where the local portal of a training archive is, and what proves who we are to it. */
export type SigningConnection = ServiceAddress & {
  readonly environment: 'training';
  /** PEM */
  readonly anchors: readonly string[];
  readonly organisation: string;
  /** PEM */
  readonly certificateChain: string;
  readonly key: string;
  /** Training: where signers read and sign. */
  readonly signerAddress?: string;
};

/** What a host adds to the application. */
export type HostParts = {
  /** Folder that holds `archive.db`. */
  readonly archiveFolder: string;
  readonly kind: 'training' | 'production';
  /** Who has the archive now that another process took it from us; `undefined` while it is ours. */
  readonly takenBy?: () => ArchiveHolder | undefined;
  /** What is decided for this machine; nothing when left out. */
  readonly policy?: MachinePolicy;
  /** What the operating system says of the way to an address: `PROXY host:port` or `DIRECT`. */
  readonly systemProxy?: (url: string) => Promise<string>;
  /** Heavy work runs in processes of its own. */
  readonly startChild: StartChild;
  /** Where the key that seals identity numbers is kept, outside the archive. */
  readonly vaultLock: VaultLock;
  readonly preferences: {
    read(): Preferences;
    write(change: Partial<Preferences>): void;
  };
  /** Training: the local portal, where it runs. */
  readonly signing?: SigningConnection;
  /** Where it is kept, outside `archive.db`, how far the archive has come; left out, an older copy is not known as one. */
  readonly highWaterFile?: string;
  /** Production: which archive this user last had open here. */
  readonly knownArchive?: KnownArchiveKeeper;
  /** Production: where certificate and key of the signing service are kept, sealed under the vault key. */
  readonly secrets?: (vaultKey: Uint8Array) => Secrets;
  readonly serviceAddresses?: ServiceAddresses;
  readonly capabilities: { readonly openExternal: boolean };
  readonly version: string;
  /** One line per event, never with personal data. */
  readonly log: (line: string) => void;
  /** A training archive with its users and classes only: for the demo, and for tests that make their own cases. */
  readonly withoutSampleCases?: boolean;
  /** Holds the application's own answers to the contract; on in tests and development. */
  readonly checkAnswers?: boolean;
  readonly onProgress?: (step: { readonly done: number; readonly total: number }) => void;
};
