import type { EntryId, Instant, Sha256 } from '../../domain/basics.ts';
import type { MachinePolicy } from '../../domain/machine-policy.ts';
import type { SigningSettings } from '../../domain/signing-settings.ts';
import type { ArchiveStore } from '../ports/archive-store.ts';
import type { WriteControlLetter } from '../ports/control-letter.ts';
import type { ServiceSettings, ServiceSetup } from '../ports/service-setup.ts';
import type { ConnectionReport } from '../ports/signing-service.ts';
import type { TimeStamps } from '../ports/time-stamps.ts';
import type { OpenVault } from '../usecases/administration/make-recovery-key.ts';
import type { DispatchMemory } from '../usecases/dispatch/gather-dispatch.ts';
import type { ShrinkMemory } from '../usecases/documents/shrink-document.ts';
import type { TakenOutMemory } from '../usecases/documents/take-out-document.ts';
import type { VariantMemory } from '../usecases/documents/variant-memory.ts';
import type { Needs } from '../usecases/needs.ts';
import type { ControlMemory } from '../usecases/signatures/control-memory.ts';
import type { Session } from './session.ts';
import type { Staging } from './staging.ts';

/** `signerPage`: where a synthetic signer reads and signs, in training only. */
export type SignerPage = (serviceJobId: string, identityNumber: string) => string | undefined;

/** What the handlers share: the ports of the use cases, the session, the staged files and what the host gives. */
export type RequestContext = Needs & {
  readonly archive: ArchiveStore;
  readonly openVault: OpenVault;
  readonly machinePolicy: MachinePolicy;
  readonly memory: DispatchMemory;
  readonly variants: VariantMemory;
  readonly shrinking: ShrinkMemory;
  readonly takenOut: TakenOutMemory;
  /** Which entry a merged file that is not sent yet was drawn for, by the file's digest. */
  readonly previews: Map<Sha256, EntryId>;
  readonly session: Session;
  readonly staging: Staging;
  readonly signerPage: SignerPage;
  readonly timeStamps: TimeStamps;
  /** Controls of files that were given to Segl, for their reports; only for the one who asked. */
  readonly controls: ControlMemory;
  readonly writeControlLetter: WriteControlLetter;
  readonly about: {
    readonly version: string;
    readonly openExternal: boolean;
    readonly signerPortal?: string;
  };
  readonly setup: ServiceSetup;
  /** The signing service in use. */
  readonly service: () => {
    readonly environment: ServiceSettings['environment'] | 'training' | 'none';
    readonly organisation?: string;
    readonly certificateExpiresAt?: Instant;
    /** What of the signers stands in the signed document. */
    readonly signerIdentifier?: SigningSettings['signerIdentifier'];
  };
  /** Receives everything in the service's queue now. Runs never overlap. */
  readonly fetchNow: () => Promise<{ readonly received: number; readonly nextAt?: Instant }>;
  readonly testConnection: () => Promise<ConnectionReport>;
};
