import { mkdirSync } from 'node:fs';
import type { MachinePolicy } from '../../domain/machine-policy.ts';
import { type Holding, holdArchive } from '../adapters/lock/hold-archive.ts';
import { keepKnownArchive } from '../adapters/settings/keep-known-archive.ts';
import { openSecretFiles } from '../adapters/vault/open-secret-files.ts';
import type { Application } from '../application/application.ts';
import type { HostParts } from '../application/host-parts.ts';
import type { ArchiveHolder } from '../ports/archive-holder.ts';
import type { StartChild } from '../ports/child-program.ts';
import type { VaultLock } from '../ports/vault.ts';
import { archiveFolderFiles } from './archive-folder.ts';
import { ArchiveInUse } from './archive-in-use.ts';
import { launchPortal, type RunningPortal } from './launch-portal.ts';
import { makeArchiveFolder } from './make-archive-folder.ts';
import { programFile, version } from './project-files.ts';
import { refuseNetwork } from './refuse-network.ts';
import { realFolder, type UserFolders, userFolders } from './user-folders.ts';

type Files = ReturnType<typeof archiveFolderFiles>;
type Closer = () => void | Promise<void>;

export type HostedArchive = {
  readonly app: Application;
  /** As the operating system knows it. */
  readonly archive: string;
  readonly files: Files;
  /** Where signers read and sign; absent without a local portal. */
  readonly portal: string | undefined;
  /** Where the local portal is steered, when a test asked for it. */
  readonly control: string | undefined;
  /** What the host opens on top; closed first. */
  closeFirst(step: Closer): void;
  close(): Promise<void>;
};
export type HostingOrder = {
  readonly createApplication: (parts: HostParts) => Promise<Application>;
  readonly archive: string;
  readonly kind: 'training' | 'production';
  readonly startChild: StartChild;
  readonly folders?: UserFolders;
  readonly policy?: MachinePolicy;
  readonly systemProxy?: HostParts['systemProxy'];
  readonly openPreferences: (files: Files) => HostParts['preferences'];
  readonly vaultLock: (files: Files) => VaultLock;
  readonly log: (line: string) => void;
  /** The first start of training draws some two hundred documents: whole tenths, in percent, each said once. */
  readonly onBuilding?: (percent: number) => void;
  readonly portalProgram?: string;
  readonly serviceAddresses?: HostParts['serviceAddresses'];
  readonly portalTestControl?: boolean;
  /** Tests bring locks that do nothing, and shorter times. */
  readonly holding?: Holding;
};

/** Opens an archive for a host: the hold on its folder, the local portal, the application. All or nothing. */
export async function hostArchive(order: HostingOrder): Promise<HostedArchive> {
  const { log, kind } = order;
  const closers: Closer[] = [];
  const close = async () => {
    for (const step of closers.splice(0).reverse()) await step();
  };
  try {
    refuseNetwork(order.archive);
    makeArchiveFolder(order.archive);
    const archive = realFolder(order.archive);
    const files = archiveFolderFiles(archive, kind, order.folders ?? userFolders());
    mkdirSync(files.host, { recursive: true, mode: 0o700 });
    const onTaken = (holder: ArchiveHolder) =>
      log(`process ${holder.process} on ${holder.machine} holds the archive now; nothing more is written`);
    const held = await holdArchive(files.host, { onTaken, ...order.holding });
    if ('holder' in held) throw new ArchiveInUse(archive, files.running, held.holder);
    closers.push(() => held.release());

    const preferences = order.openPreferences(files);
    const portal = kind === 'training' ? await tryPortal(files.portal, order) : undefined;
    if (portal) closers.push(() => portal.close());
    const app = await order.createApplication({
      archiveFolder: archive,
      takenBy: held.takenBy,
      kind,
      policy: order.policy,
      systemProxy: order.systemProxy,
      startChild: order.startChild,
      vaultLock: order.vaultLock(files),
      preferences,
      signing: portal?.connection,
      highWaterFile: files.highWater,
      ...(kind === 'production' && { knownArchive: keepKnownArchive(files.known, log) }),
      secrets: (vaultKey) => openSecretFiles(files.secrets, vaultKey),
      serviceAddresses: order.serviceAddresses,
      capabilities: { openExternal: true },
      version,
      log,
      onProgress: progressTo(
        order.onBuilding ?? ((percent) => log(`building the training archive: ${percent} %`)),
      ),
    });
    closers.push(() => app.close());
    return {
      app,
      archive,
      files,
      portal: portal?.signer,
      control: portal?.control,
      closeFirst: (step) => void closers.push(step),
      close,
    };
  } catch (fault) {
    await close();
    throw fault;
  }
}

/** Without its portal the archive is still of use; the window says that no signing service is set up. */
async function tryPortal(folder: string, order: HostingOrder): Promise<RunningPortal | undefined> {
  try {
    const program = order.portalProgram ?? programFile('portal/start');
    return await launchPortal({
      program,
      startChild: order.startChild,
      folder,
      log: order.log,
      testControl: order.portalTestControl ?? false,
    });
  } catch (fault) {
    order.log(
      `local signing portal did not start: ${fault instanceof Error ? fault.message : String(fault)}`,
    );
    return undefined;
  }
}

/** Whole tenths of the way, each once. */
function progressTo(say: (percent: number) => void): NonNullable<HostParts['onProgress']> {
  let said = -1;
  return ({ done, total }) => {
    const percent = total > 0 ? Math.floor((done / total) * 10) * 10 : 100;
    if (percent === said) return;
    said = percent;
    say(percent);
  };
}
