// npm run build: the whole program as JavaScript in out/, laid out as in the repository, ready to be packed.
import { cpSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { ensurePackages, ensureRenderer, note, root, runProgram } from './setup.mjs';

/** Everything but the window: main, portal, texts and contract file by file, and the bridge as one file. */
export function buildProgram() {
  const out = (path) => join(root, 'out', path);
  for (const layer of ['domain', 'main', 'portal', 'preload', 'texts'])
    rmSync(out(layer), { recursive: true, force: true });
  runProgram('tsc', ['-p', 'tsconfig.build.json']);
  runProgram('vite', ['build', '--logLevel', 'warn', '--config', 'vite-preload.config.ts']);
  copyPlain('main');
  copyPlain('portal');
}

/** Files that are read where the program lies (migrations and the like) go with it as they are. */
function copyPlain(layer) {
  const source = join(root, layer);
  for (const entry of readdirSync(source, { withFileTypes: true, recursive: true })) {
    if (!entry.isFile() || /\.ts$|^tsconfig\.json$/.test(entry.name)) continue;
    const path = join(entry.parentPath ?? entry.path, entry.name);
    cpSync(path, join(root, 'out', path.slice(root.length + 1)));
  }
}

if (process.argv[1]?.endsWith('build.mjs')) {
  ensurePackages();
  ensureRenderer();
  buildProgram();
  note('Bygget i out/.');
}
