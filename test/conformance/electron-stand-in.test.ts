import { chmodSync, mkdtempSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { type RuleName, rules } from '../hosts/electron/stand-in/rules.ts';
import { type Layout, layOut } from '../hosts/electron/support/lay-out-packed.ts';
import { breakers, sourceOf } from '../hosts/electron/support/small-programs.ts';
import { type StandIn, startStandIn } from '../hosts/electron/support/start-stand-in.ts';

let layout: Layout;
const running: StandIn[] = [];
beforeAll(() => {
  layout = layOut();
});
afterAll(() => layout?.remove());
afterEach(async () => {
  for (const one of running.splice(0)) await one.kill();
});

/** Starts a program of one file under the stand-in. */
function startSmall(source: string, preload = ''): StandIn {
  const appPath = mkdtempSync(join(layout.folder, 'app-'));
  for (const [name, text] of [
    ['package.json', '{"name":"small","version":"1.0.0","type":"module","main":"main.js"}'],
    ['main.js', source],
    ['preload.cjs', preload],
  ] as const)
    writeFileSync(join(appPath, name), text);
  chmodSync(appPath, 0o755);
  const started = startStandIn({ ...layout, appPath }, layout.makeHome());
  running.push(started);
  return started;
}

test('every rule says where Electron has it', () => {
  for (const { says, source } of Object.values(rules)) {
    expect(says).not.toBe('');
    expect(source).toMatch(/^https:\/\/(www\.electronjs\.org\/docs|github\.com\/electron|crbug\.com)/);
  }
});

const told = new Set<RuleName>(['page-loads', 'no-run-as-node']);
test.each(
  // The names of the record are the rules.
  Object.entries(breakers) as [RuleName, (typeof breakers)[keyof typeof breakers]][],
)('%s: a program that breaks it is told so', async (rule, program) => {
  const started = startSmall(sourceOf(program), program.preload);
  if (told.has(rule)) {
    const sight = rule === 'page-loads' ? started.see('page-failed') : started.see('error-box');
    expect(JSON.stringify(await sight)).toMatch(
      rule === 'page-loads' ? /ERR_UNKNOWN_URL_SCHEME/ : /no-run-as-node: 7/,
    );
  } else expect(await started.see('refused')).toMatchObject({ rule });
});

test('ready-after-entry: an entry that awaits readiness waits for itself', async () => {
  const started = startSmall(`import { app } from 'electron';
await app.whenReady();
app.exit(0);`);
  await started.see('hangs');
  expect(started.sights.map(({ kind }) => kind)).not.toContain('ready');
});
test('ready-after-entry: an entry that awaits something else is waited for', async () => {
  const started = startSmall(`import { app } from 'electron';
app.on('ready', () => app.exit(later === 1 ? 0 : 2));
await new Promise((resolve) => setImmediate(resolve));
const later = 1;`);
  expect(await started.ended).toMatchObject({ code: '0' });
  expect(started.sights.map(({ kind }) => kind)).toEqual(['evaluated', 'ready', 'exit']);
});
test('ready-after-entry: a name used before its line is in its dead zone, and that is seen', async () => {
  const started = startSmall(`import { app } from 'electron';
app.whenReady();
use();
function use() { shown = () => 1; }
let shown;`);
  expect(await started.see('error-box')).toMatchObject({
    content: expect.stringContaining("Cannot access 'shown' before initialization"),
  });
});
