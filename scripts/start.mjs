// npm start: Segl in Electron; where that cannot be, in a browser; where there is none, at an address.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { buildProgram } from './build.mjs';
import { findElectron } from './find-electron.mjs';
import { runHere } from './run-here.mjs';
import { ensurePackages, ensureRenderer, note, projectNode, root } from './setup.mjs';
import { PATIENCE_MS, watchElectron } from './watch-electron.mjs';

const args = process.argv.slice(2);
const has = (name) => args.some((arg) => arg === name || arg.startsWith(`${name}=`));
// Standard output belongs to the host when it is to be read by a program.
const say = has('--json') ? note : (line) => void process.stdout.write(`${line}\n`);

try {
  ensurePackages();
  ensureRenderer();
} catch (fault) {
  note(fault.message);
  process.exit(1);
}
const obstacle = findObstacle();
if (obstacle !== undefined) {
  if (obstacle !== '') say(obstacle);
  await runHere('main/hosts/node/start.ts', args);
} else {
  const saw = await runElectron();
  if (saw !== undefined) {
    say(`${saw} Åpner Segl i nettleseren.`);
    await runHere('main/hosts/node/start.ts', args);
  }
}

/** Why Electron is not used, as a sentence; empty when the arguments ask for the local server; undefined when it is. */
function findObstacle() {
  if (['--json', '--no-open', '--port'].some(has)) return '';
  if (process.platform === 'linux') {
    if (!process.env.DISPLAY && !process.env.WAYLAND_DISPLAY)
      return 'Her er ingen skjerm for Electron; Segl åpnes på en lokal adresse.';
    // Its sandbox refuses, and Segl does not run without the sandbox.
    if (process.getuid?.() === 0) return 'Electron kjører ikke som root; åpner Segl i nettleseren.';
  }
  if (findElectron() === undefined) {
    note('Henter Electron (bare første gang) …');
    spawnSync(projectNode, [join(root, 'node_modules/electron/install.js')], {
      stdio: 'ignore',
      timeout: 10 * 60_000,
    });
  }
  return findElectron() === undefined ? 'Electron kan ikke hentes her; åpner Segl i nettleseren.' : undefined;
}

/** What was seen instead of a window, as a sentence; undefined when Segl has run in Electron. */
async function runElectron() {
  buildProgram();
  // For machines that need longer, and tests that have less time.
  const patienceMs = Number(process.env.SEGL_PATIENCE_MS) || PATIENCE_MS;
  const { code, saw } = await watchElectron(findElectron(), [root, ...args], patienceMs);
  if (saw === undefined) process.exitCode = code;
  return saw;
}
