// npm run journeys [-- [--electron] [--packed PROGRAM] ARGUMENT…]: only the journeys, with Playwright's own arguments; on the
// Node host in a browser, or in Electron from the repository, or in an installed program.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { buildProgram } from './build.mjs';
import { ensureChromium } from './find-chromium.mjs';
import { findElectron } from './find-electron.mjs';
import { follow } from './run-here.mjs';
import { note, programs, projectNode, root } from './setup.mjs';

const given = process.argv.slice(2);
const packedAt = given.indexOf('--packed');
const packed = packedAt < 0 ? undefined : given.splice(packedAt, 2)[1];
const electronAt = given.indexOf('--electron');
if (electronAt >= 0) given.splice(electronAt, 1);
const wanted = electronAt >= 0 || packedAt >= 0;

const obstacle = wanted ? findObstacle() : undefined;
if (obstacle !== undefined) {
  note(obstacle);
  process.exit(1);
}
// In the browser some journeys are made in what is packed, under the stand-in for Electron.
if (packed === undefined) buildProgram();
process.exitCode = await follow(
  spawn(projectNode, [join(root, programs.playwright), 'test', ...given], {
    cwd: root,
    stdio: 'inherit',
    env: {
      ...process.env,
      CHROMIUM: ensureChromium(),
      ...(wanted && { SEGL_ELECTRON: packed ?? findElectron() }),
      ...(packed && { SEGL_PACKED: '1' }),
    },
  }),
);

/** Why the journeys cannot be made in Electron, as a sentence. */
function findObstacle() {
  const program = packedAt < 0 ? findElectron() : packed;
  if (packedAt >= 0 && !(program && existsSync(program)))
    return `Det ligger ikke noe program på «${program ?? ''}». Ingen reiser er kjørt.`;
  if (program === undefined)
    return 'Electron er ikke hentet hit («node node_modules/electron/install.js» henter det). Ingen reiser er kjørt.';
  if (process.platform !== 'linux') return undefined;
  if (!process.env.DISPLAY && !process.env.WAYLAND_DISPLAY)
    return 'Electron trenger en skjerm; bruk «xvfb-run» på en maskin uten. Ingen reiser er kjørt.';
  return process.getuid?.() === 0 ? 'Electron kjører ikke som root. Ingen reiser er kjørt.' : undefined;
}
