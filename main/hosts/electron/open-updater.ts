import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import electronUpdater from 'electron-updater';
import type { Updater } from './updates.ts';

/**
 * The updater of per-user installations, reading from `address` alone. The installer brings no address of its own, so the
 * file that electron-updater reads is written anew at each start, in `cacheFolder`.
 */
export function openUpdater(address: string, cacheFolder: string, log: (line: string) => void): Updater {
  mkdirSync(cacheFolder, { recursive: true });
  const config = join(cacheFolder, 'app-update.yml');
  // JSON strings are YAML strings.
  const lines = ['provider: generic', `url: ${JSON.stringify(address)}`, 'updaterCacheDirName: segl-updater'];
  writeFileSync(config, `${lines.join('\n')}\n`);
  const updater = new electronUpdater.NsisUpdater();
  updater.updateConfigPath = config;
  updater.autoDownload = true;
  updater.autoInstallOnAppQuit = true;
  updater.allowDowngrade = false;
  updater.disableWebInstaller = true;
  const say = (message?: unknown) => log(`updates: ${String(message)}`);
  updater.logger = { info: say, warn: say, error: say };
  return updater;
}
