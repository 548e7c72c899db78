// Type-checks every layer with its own tsconfig, so that a layer sees only what it may use.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

const layers = [
  'domain',
  'main/ports',
  'main/usecases',
  'texts',
  'preload/contract',
  'preload',
  'main',
  'renderer',
  'portal',
  'test',
];
let failed = 0;
for (const layer of layers.filter((name) => existsSync(`${name}/tsconfig.json`))) {
  const run = spawnSync('node_modules/.bin/tsc', ['-p', layer], {
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
  if (run.status !== 0) failed += 1;
}
process.exit(failed === 0 ? 0 : 1);
