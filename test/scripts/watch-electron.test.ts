import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
// A plain script, checked by its own tests and not by the compiler.
// @ts-expect-error: it has no declarations
import { PATIENCE_MS, watchElectron } from '../../scripts/watch-electron.mjs';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'segl-watched-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** Runs a program in Electron's place; `shown` in it tells that a window is there. */
async function watch(source: string, patienceMs?: number): Promise<{ code?: number; saw?: string }> {
  const program = join(folder, 'program.mjs');
  writeFileSync(
    program,
    `import { writeFileSync } from 'node:fs';
const shown = () => writeFileSync(process.env.SEGL_SHOWN_FILE, 'shown');
writeFileSync(${JSON.stringify(join(folder, 'pid'))}, String(process.pid));
${source}`,
  );
  return watchElectron(process.execPath, [program], patienceMs);
}
const isAlive = () => {
  try {
    return process.kill(Number(readFileSync(join(folder, 'pid'), 'utf8')), 0);
  } catch {
    return false;
  }
};

test('a window that is shown is let alone until the program ends', async () => {
  expect(await watch('shown(); setTimeout(() => process.exit(4), 600);', 400)).toEqual({ code: 4 });
});
test('a program that hands over to one that runs, and ends well, is enough', async () => {
  expect(await watch('process.exit(0)')).toEqual({ code: 0 });
});
test('a program that crashes is told of, with how', async () => {
  expect(await watch('process.exit(134)')).toEqual({
    saw: 'Electron sluttet (kode 134) før noe vindu ble vist.',
  });
});
test('a program that cannot be started is told of', async () => {
  const { saw } = await watchElectron(join(folder, 'nowhere'), []);
  expect(saw).toContain('ENOENT');
});
test.each([
  ['hangs', 'setInterval(() => {}, 1000);'],
  ['hangs and does not listen', `process.on('SIGTERM', () => {}); setInterval(() => {}, 1000);`],
])('a program that %s is ended, and told of', async (_, source) => {
  expect(await watch(source, 1000)).toEqual({
    saw: 'Electron viste ikke noe vindu innen 1 sekunder, og ble avsluttet.',
  });
  expect(existsSync(join(folder, 'pid'))).toBe(true);
  expect(isAlive()).toBe(false);
});
test('the stated time is a minute', () => {
  expect(PATIENCE_MS).toBe(60_000);
});
