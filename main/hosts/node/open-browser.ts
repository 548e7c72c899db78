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

/**
 * Opens the address in a window of its own where a Chromium-family browser is known to be installed, else in the
 * standard browser. False where there is no display or no browser.
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
    await (browser ? openApp(browser, { arguments: [`--app=${url}`] }) : open(url));
    return true;
  } catch {
    return false;
  }
}

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
