import { randomBytes } from 'node:crypto';
import type { MachinePolicy } from '../../../domain/machine-policy.ts';
import type { Language } from '../../../domain/preferences.ts';
import { startNodeChild } from '../../adapters/children/start-node-child.ts';
import type { Holding } from '../../adapters/lock/hold-archive.ts';
import { openSettingsFile } from '../../adapters/settings/open-settings-file.ts';
import { keyFileLock } from '../../adapters/vault/key-file-lock.ts';
import type { Application } from '../../application/application.ts';
import type { HostParts } from '../../application/host-parts.ts';
import type { ArchiveHolder } from '../../ports/archive-holder.ts';
import { ArchiveInUse } from '../archive-in-use.ts';
import { hostArchive } from '../host-archive.ts';
import { rendererFolder } from '../project-files.ts';
import { openRendererFiles } from '../renderer-files.ts';
import type { UserFolders } from '../user-folders.ts';
import { startLocalServer } from './local-server.ts';
import type { NodeOptions } from './options.ts';
import { announceRunning, askRunning, withdrawRunning } from './running.ts';

export type NodeHost = {
  /** One-time address of the window. */
  readonly url: string;
  readonly port: number;
  readonly archive: string;
  /** Where signers read and sign; absent without a local portal. */
  readonly portal: string | undefined;
  /** Of the window. */
  readonly language: Language;
  /** Where the local portal is steered, when a test asked for it. */
  readonly control: string | undefined;
  close(): Promise<void>;
};

/** The archive is open in another process; `url` opens that one, where it can be reached. */
export class AlreadyRunning extends Error {
  override readonly name = 'AlreadyRunning';
  readonly archive: string;
  readonly url: string | undefined;
  readonly holder: ArchiveHolder | undefined;
  constructor(archive: string, url: string | undefined, holder?: ArchiveHolder) {
    super(`${archive} is open already${holder ? `: by ${holder.user} in process ${holder.process}` : ''}`);
    this.archive = archive;
    this.url = url;
    this.holder = holder;
  }
}

export type NodeHostParts = {
  readonly createApplication: (parts: HostParts) => Promise<Application>;
  readonly options: NodeOptions;
  readonly folders?: UserFolders;
  readonly policy?: MachinePolicy;
  readonly log: (line: string) => void;
  readonly onBuilding?: (percent: number) => void;
  /** Tests bring their own window and portal. */
  readonly rendererFolder?: string;
  readonly portalProgram?: string;
  readonly serviceAddresses?: HostParts['serviceAddresses'];
  readonly holding?: Holding;
};

/** Opens an archive and serves it. What was opened is closed again when a later step fails. */
export async function runNodeHost(parts: NodeHostParts): Promise<NodeHost> {
  const { options, log } = parts;
  const findPage = openRendererFiles(parts.rendererFolder ?? rendererFolder);
  let language = (): Language => 'nb';
  const hosted = await hostArchive({
    createApplication: parts.createApplication,
    archive: options.archive,
    kind: options.kind,
    folders: parts.folders,
    policy: parts.policy,
    startChild: startNodeChild,
    openPreferences: (files) => {
      const preferences = openSettingsFile(files.preferences, log);
      language = () => preferences.read().language;
      return preferences;
    },
    vaultLock: (files) => keyFileLock(files.vaultKey),
    log,
    onBuilding: parts.onBuilding,
    portalTestControl: options.portalTestControl ?? false,
    portalProgram: parts.portalProgram,
    serviceAddresses: parts.serviceAddresses,
    holding: parts.holding,
  }).catch(async (fault: unknown) => {
    if (!(fault instanceof ArchiveInUse)) throw fault;
    throw new AlreadyRunning(options.archive, await askRunning(fault.running), fault.holder);
  });
  const { app, archive, files, portal, control, close } = hosted;
  try {
    const secret = randomBytes(32).toString('base64url');
    const server = await startLocalServer({ app, findPage, port: options.port, secret, language, log });
    hosted.closeFirst(() => server.close());
    announceRunning(files.running, { port: server.port, secret });
    hosted.closeFirst(() => withdrawRunning(files.running));
    return {
      url: server.enterUrl(),
      port: server.port,
      archive,
      portal,
      control,
      language: language(),
      close,
    };
  } catch (fault) {
    await close();
    throw fault;
  }
}
