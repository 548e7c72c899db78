import { randomBytes } from 'node:crypto';
import { mkdirSync, realpathSync } from 'node:fs';
import { claimFolder } from '../../adapters/claim/claim-folder.ts';
import { openSettingsFile } from '../../adapters/settings/open-settings-file.ts';
import { keepKeyFile } from '../../adapters/vault/keep-key-file.ts';
import type { Application, HostParts } from '../../application-shape.ts';
import { archiveFolderFiles } from '../archive-folder.ts';
import { launchPortal } from '../launch-portal.ts';
import { programFile, rendererFolder, version } from '../project-files.ts';
import { openRendererFiles } from '../renderer-files.ts';
import { startLocalServer } from './local-server.ts';
import type { Options } from './options.ts';
import { announceRunning, askRunning, withdrawRunning } from './running.ts';

export type NodeHost = {
  readonly url: string;
  readonly port: number;
  readonly archive: string;
  /** Where signers read and sign; absent without a local portal. */
  readonly portal: string | undefined;
  close(): Promise<void>;
};

/** The archive is open in another process; `url` opens that one, where it can be reached. */
export class AlreadyRunning extends Error {
  readonly url: string | undefined;
  constructor(archive: string, url: string | undefined) {
    super(`Arkivet ${archive} er allerede åpent${url ? '' : ' i et annet vindu'}.`);
    this.url = url;
  }
}

export type NodeHostParts = {
  readonly createApplication: (parts: HostParts) => Promise<Application>;
  readonly options: Options;
  readonly log: (line: string) => void;
  /** Tests bring their own window and portal. */
  readonly rendererFolder?: string;
  readonly portalProgram?: string;
};

/** Opens an archive and serves it. What was opened is closed again when a later step fails. */
export async function runNodeHost({
  createApplication,
  options,
  log,
  ...own
}: NodeHostParts): Promise<NodeHost> {
  const closers: (() => void | Promise<void>)[] = [];
  const close = async () => {
    for (const step of closers.splice(0).reverse()) await step();
  };
  try {
    mkdirSync(options.archive, { recursive: true, mode: 0o700 });
    const archive = realpathSync(options.archive);
    const files = archiveFolderFiles(archive, options.kind);
    mkdirSync(files.host, { recursive: true, mode: 0o700 });
    const findPage = openRendererFiles(own.rendererFolder ?? rendererFolder);

    const claim = claimFolder(files.host);
    if (!claim) throw new AlreadyRunning(archive, await askRunning(files.running));
    closers.push(() => claim.release());

    const preferences = openSettingsFile(files.host, log);
    const vaultKey = keepKeyFile(files.vaultKey);
    const portal = options.kind === 'training' ? await startPortal() : undefined;
    if (portal) closers.push(() => portal.close());

    const app = await createApplication({
      archiveFolder: archive,
      kind: options.kind,
      vaultKey,
      preferences,
      ...(portal && { signing: portal.connection }),
      capabilities: { openExternal: true },
      version,
      log,
      onProgress: progressTo(log),
    });
    closers.push(() => app.close());

    const secret = randomBytes(32).toString('base64url');
    const server = await startLocalServer({ app, findPage, port: options.port, secret, log });
    closers.push(() => server.close());
    announceRunning(files.running, { port: server.port, secret });
    closers.push(() => withdrawRunning(files.running));
    return { url: server.enterUrl(), port: server.port, archive, portal: portal?.signer, close };

    async function startPortal() {
      try {
        return await launchPortal({
          program: own.portalProgram ?? programFile('portal/start'),
          folder: files.portal,
          log,
        });
      } catch (fault) {
        // The archive is still of use; the window says that no signing service is set up.
        log(`local signing portal did not start: ${fault instanceof Error ? fault.message : String(fault)}`);
        return undefined;
      }
    }
  } catch (fault) {
    await close();
    throw fault;
  }
}

/** One line per tenth of the way. */
function progressTo(log: (line: string) => void): NonNullable<HostParts['onProgress']> {
  let said = -1;
  return ({ done, total }) => {
    const tenth = total > 0 ? Math.floor((done / total) * 10) : 10;
    if (tenth === said) return;
    said = tenth;
    log(`building the training archive: ${done} of ${total}`);
  };
}
