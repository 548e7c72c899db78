import type { ChildProcess } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import open, { apps, openApp } from 'open';

const linuxNames = [
  'chromium',
  'google-chrome',
  'google-chrome-stable',
  'chromium-browser',
  'microsoft-edge',
];

/** How long the process of the browser is watched, in milliseconds: one that cannot start exits with an error sooner. */
const SETTLE_MS = 2500;

/**
 * Opens the address in a window of its own where a Chromium-family browser is known to be installed, else in the
 * standard browser. False where there is no display or no browser, or where the browser gives up at once.
 */
export async function openBrowser(url: string): Promise<boolean> {
  const { DISPLAY, WAYLAND_DISPLAY, PATH } = process.env;
  const linux = process.platform === 'linux';
  if (linux && !DISPLAY && !WAYLAND_DISPLAY) return false;
  const browser = linux
    ? findExecutable(linuxNames, (PATH ?? '').split(delimiter))
    : process.platform === 'win32'
      ? apps.edge
      : undefined;
  try {
    // Chromium's sandbox does not run as root; the page is our own, on this machine.
    const root = linux && process.getuid?.() === 0 ? ['--no-sandbox'] : [];
    const started = await (browser ? openApp(browser, { arguments: [...root, `--app=${url}`] }) : open(url));
    return await staysOrEndsWell(started);
  } catch {
    return false;
  }
}

const staysOrEndsWell = (child: ChildProcess): Promise<boolean> =>
  new Promise((resolve) => {
    if (child.exitCode !== null) return resolve(child.exitCode === 0);
    const timer = setTimeout(() => resolve(true), SETTLE_MS);
    child.once('exit', (code) => {
      clearTimeout(timer);
      resolve(code === 0);
    });
  });

/** The first of the names that lies in one of the folders and may be run. */
function findExecutable(names: readonly string[], folders: readonly string[]): string | undefined {
  for (const name of names) {
    for (const folder of folders) {
      const path = join(folder, name);
      try {
        accessSync(path, constants.X_OK);
        return path;
      } catch {
        // Not here.
      }
    }
  }
  return undefined;
}
