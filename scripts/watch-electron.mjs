import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { follow } from './run-here.mjs';

/** A first start draws keys before it can show anything; on a slow machine that takes a while. */
export const PATIENCE_MS = 60_000;
const LOOK_EVERY_MS = 100;
/** Whoever is asked to end, and does not, is ended after this. */
const ENDING_MS = 3000;

/**
 * Runs a program that shows a window, and waits for its end. The program tells by the file named in SEGL_SHOWN_FILE that
 * something is on the screen. Gives `{ code }` when that was so, or it ended well by itself; `{ saw }`, a sentence, when
 * nothing was shown: then the program has ended, or been ended.
 */
export async function watchElectron(command, args, patienceMs = PATIENCE_MS) {
  const folder = mkdtempSync(join(tmpdir(), 'segl-start-'));
  const file = join(folder, 'shown');
  const child = spawn(command, args, { stdio: 'inherit', env: { ...process.env, SEGL_SHOWN_FILE: file } });
  let end;
  const ended = follow(child).then(
    (code) => {
      end = { code, how: child.signalCode ?? `kode ${code}` };
    },
    (fault) => {
      end = { code: 1, how: fault.message };
    },
  );
  try {
    const latest = performance.now() + patienceMs;
    while (end === undefined && !isShown(file) && performance.now() < latest) await pause(LOOK_EVERY_MS);
    if (isShown(file)) {
      await ended;
      return { code: end.code };
    }
    if (end !== undefined)
      return end.code === 0 ? { code: 0 } : { saw: `Electron sluttet (${end.how}) før noe vindu ble vist.` };
    child.kill();
    if ((await Promise.race([ended, pause(ENDING_MS, 'late')])) === 'late') child.kill('SIGKILL');
    await ended;
    return {
      saw: `Electron viste ikke noe vindu innen ${Math.round(patienceMs / 1000)} sekunder, og ble avsluttet.`,
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function isShown(file) {
  try {
    return readFileSync(file, 'utf8') !== '';
  } catch {
    return false;
  }
}
