import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './setup.mjs';

/** Electron's binary: in the folder that ELECTRON_OVERRIDE_DIST_PATH names, as for Electron itself, else where npm put it. */
export function findElectron() {
  const folder = join(root, 'node_modules', 'electron');
  const dist = process.env.ELECTRON_OVERRIDE_DIST_PATH || join(folder, 'dist');
  const path = join(dist, nameIn(folder));
  return existsSync(path) ? path : undefined;
}

/** The installer of the package leaves it in a file; before that it is known by the platform. */
function nameIn(folder) {
  try {
    return readFileSync(join(folder, 'path.txt'), 'utf8');
  } catch {
    if (process.platform === 'darwin') return 'Electron.app/Contents/MacOS/Electron';
    return process.platform === 'win32' ? 'electron.exe' : 'electron';
  }
}
