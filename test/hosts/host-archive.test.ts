import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { expect, onTestFinished, test } from 'vitest';

const from = (path: string) => JSON.stringify(new URL(`../../main/${path}`, import.meta.url).href);

/** The Node host and the whole application on a production archive; one line says how it went. */
async function start(folder: string, holding: string) {
  const order = JSON.stringify({
    options: { archive: join(folder, 'archive'), port: 0, open: false, json: true, kind: 'production' },
    folders: { own: join(folder, 'own'), archives: folder, caches: join(folder, 'caches') },
    rendererFolder: join(folder, 'page'),
  });
  const child = spawn(process.execPath, [
    '--input-type=module',
    '-e',
    `import { createApplication } from ${from('application/application.ts')};
     import { runNodeHost } from ${from('hosts/node/run-node-host.ts')};
     runNodeHost({ ...${order}, createApplication, log: () => {}, holding: ${holding} })
       .then(() => console.log('open'), (fault) => { console.log(fault.name + ': ' + fault.message); process.exit(3); });`,
  ]);
  onTestFinished(() => void child.kill('SIGKILL'));
  const [line] = await once(createInterface({ input: child.stdout }), 'line');
  return { pid: child.pid, said: String(line) };
}
function temporary(): string {
  const folder = mkdtempSync(join(tmpdir(), 'segl-second-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  mkdirSync(join(folder, 'page'));
  writeFileSync(join(folder, 'page', 'index.html'), '<!doctype html><title>Segl</title>');
  return folder;
}

test.each([
  ['the lock file deleted', '{}'],
  ['locks that do nothing', '{ lock: () => ({ release() {} }) }'],
])(
  'with %s a second program is refused before it opens the archive, and told who has it',
  async (_, holding) => {
    const folder = temporary();
    const first = await start(folder, holding);
    expect(first.said).toBe('open');
    rmSync(join(folder, 'archive', 'host', 'in-use.lock'), { force: true });
    // What leads a second start to the window that is open already.
    rmSync(join(folder, 'archive', 'host', 'running.json'));
    const second = await start(folder, holding);
    expect(second.said).toMatch(/^AlreadyRunning: /);
    expect(second.said).toContain(`by ${userInfo().username} in process ${first.pid}`);
  },
);
