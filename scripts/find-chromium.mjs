import { spawnSync } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import { note } from './setup.mjs';

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'microsoft-edge'];
const elsewhere = {
  darwin: [
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
  ],
  win32: ['ProgramFiles', 'ProgramFiles(x86)', 'LOCALAPPDATA'].flatMap((name) =>
    process.env[name]
      ? [
          join(process.env[name], 'Google', 'Chrome', 'Application', 'chrome.exe'),
          join(process.env[name], 'Microsoft', 'Edge', 'Application', 'msedge.exe'),
        ]
      : [],
  ),
};

/** The browser the journeys run in: CHROMIUM if set, else an installed one. */
export function findChromium() {
  if (process.env.CHROMIUM) return mayRun(process.env.CHROMIUM) ? process.env.CHROMIUM : undefined;
  const folders = (process.env.PATH ?? '').split(delimiter).filter(Boolean);
  const paths = [...folders, '/usr/bin', '/snap/bin'].flatMap((folder) =>
    names.map((name) => join(folder, name)),
  );
  return [...paths, ...(elsewhere[process.platform] ?? [])].find(mayRun);
}

/** Finds a browser, or installs Debian's when this is Debian and we are root. Throws with what to do otherwise. */
export function ensureChromium() {
  const found = findChromium();
  if (found !== undefined) return found;
  const what = process.env.CHROMIUM ? `CHROMIUM=${process.env.CHROMIUM} kan ikke kjøres. ` : '';
  const todo = `${what}Testene trenger Chromium. Installer den («sudo apt-get install chromium»), eller sett CHROMIUM til en Chrome, Chromium eller Edge.`;
  if (process.env.CHROMIUM || process.getuid?.() !== 0 || !mayRun('/usr/bin/apt-get')) throw new Error(todo);
  note('Installerer Chromium fra Debian …');
  const apt = (...args) =>
    spawnSync('/usr/bin/apt-get', ['-qq', ...args], {
      stdio: ['ignore', 'ignore', 2],
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    });
  apt('update');
  apt('install', '-y', '--no-install-recommends', 'chromium');
  const installed = findChromium();
  if (installed === undefined) throw new Error(todo);
  return installed;
}

function mayRun(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
