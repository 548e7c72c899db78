import { copyFileSync, existsSync, mkdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { MachinePolicy } from '../../../domain/machine-policy.ts';
import { readMachinePolicy } from '../../adapters/policy/read-machine-policy.ts';
import { archiveFolderFiles } from '../archive-folder.ts';
import { settleFolders } from '../carry-over.ts';
import type { ArchiveChoice } from '../choose-archive.ts';
import { profileFolder, realFolder, type UserFolders } from '../user-folders.ts';
import { type ElectronOptions, parseElectronOptions } from './options.ts';

/** The parts of `app` used here. */
export interface PlacedApp {
  readonly isPackaged: boolean;
  setPath(name: 'userData', path: string): void;
  readonly commandLine: { appendSwitch(name: string, value: string): void };
}

/** What is decided before Electron is ready, and holds until the end. */
export type Start = ElectronOptions & { readonly folders: UserFolders; readonly policy: MachinePolicy };

/**
 * Decides which archive this start is for and where its profile lies. Called before Electron is ready: the lock on a second
 * start, Chromium's profile and the key ring's own file all go where `userData` is then. Each archive has a profile of
 * its own, so a start for another archive opens it, and one for the same archive shows its window.
 *
 * `sessionData` stays with `userData`: Chromium keeps `Local State` there, without which Windows' key ring opens nothing. Only
 * the disk cache goes where it may be thrown away.
 */
export function placeProfile(
  app: PlacedApp,
  args: readonly string[],
  log: (line: string) => void,
  settle: (log: (line: string) => void) => UserFolders = settleFolders,
  readPolicy: () => MachinePolicy = readMachinePolicy,
): Start {
  const policy = readPolicy();
  const folders = settle(log);
  const choice = parseElectronOptions(args.slice(app.isPackaged ? 1 : 2), folders, policy);
  const profile = profileFolder(folders, choice.archive, choice.kind);
  mkdirSync(profile, { recursive: true, mode: 0o700 });
  bringKeyRingFile(folders, choice, profile);
  app.setPath('userData', profile);
  app.commandLine.appendSwitch(
    'disk-cache-dir',
    join(folders.caches, profile === folders.own ? 'own' : basename(profile)),
  );
  return { ...choice, folders, policy };
}

/** A key that was sealed while all archives shared one profile is opened by that profile's file. */
function bringKeyRingFile(folders: UserFolders, { archive, kind }: ArchiveChoice, profile: string): void {
  const sealed = `${archiveFolderFiles(realFolder(archive), kind, folders).vaultKey}.sealed`;
  const from = join(folders.own, 'Local State');
  const to = join(profile, 'Local State');
  if (existsSync(sealed) && existsSync(from) && !existsSync(to)) copyFileSync(from, to);
}
