// What every command needs before it can run on a fresh clone: the packages of the lock file, and the built window.
// Plain JavaScript without packages, for any Node from 20. It says what it does on standard error only.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = dirname(dirname(fileURLToPath(import.meta.url)));
const windows = process.platform === 'win32';

/** The Node that the lock file names: it runs TypeScript as it is written, the machine's own may not. */
export const projectNode = join(root, 'node_modules', 'node', 'bin', windows ? 'node.exe' : 'node');

/** Programs that come as packages, by the file that the project's Node runs. */
export const programs = {
  tsc: 'node_modules/typescript/bin/tsc',
  biome: 'node_modules/@biomejs/biome/bin/biome',
  knip: 'node_modules/knip/bin/knip.js',
  vite: 'node_modules/vite/bin/vite.js',
  vitest: 'node_modules/vitest/vitest.mjs',
  playwright: 'node_modules/@playwright/test/cli.js',
};

export const note = (line) => void process.stderr.write(`${line}\n`);

/** Installs the packages of the lock file unless they are there. Throws when that fails. */
export function ensurePackages() {
  if (arePackagesThere()) return;
  note('Installerer pakkene Segl er bygget av (bare første gang, et minutt eller to) …');
  const run = runNpm(['ci', '--loglevel=error']);
  if (run.status !== 0 || !existsSync(projectNode))
    throw new Error(
      'Pakkene lot seg ikke installere. Kjør «npm ci --loglevel=notice» og se hva som mangler.',
    );
}

/** Every package of the lock file that is not optional is installed in its locked version, and the project's Node is. */
function arePackagesThere() {
  const readLock = (path) => JSON.parse(readFileSync(join(root, path), 'utf8')).packages;
  if (!existsSync(projectNode)) return false;
  try {
    const there = readLock('node_modules/.package-lock.json');
    return Object.entries(readLock('package-lock.json')).every(
      ([path, one]) => path === '' || one.optional || there[path]?.version === one.version,
    );
  } catch {
    return false;
  }
}

function runNpm(args) {
  // Not the project's own Node, which `npm ci` is about to remove: the one npm runs on.
  const { npm_execpath: cli, npm_node_execpath: node } = process.env;
  const direct = cli?.endsWith('.js') && node && !node.startsWith(root);
  const [command, before] = direct ? [node, [cli]] : [windows ? 'npm.cmd' : 'npm', []];
  return spawnSync(command, [...before, ...args], {
    cwd: root,
    stdio: ['ignore', 2, 2],
    shell: windows && !direct,
    // What `npm run` set for this script would otherwise bind the installation too.
    env: { ...process.env, NODE_ENV: 'development', npm_config_loglevel: 'error' },
  });
}

/** Builds the window unless what it is built from is unchanged since last time. Throws when that fails. */
export function ensureRenderer() {
  const folder = join(root, 'out', 'renderer');
  const stamp = join(root, 'out', 'renderer.built-from');
  const sources = digestOf([
    'domain',
    'renderer',
    'texts',
    'preload/contract',
    'vite.config.ts',
    'package-lock.json',
  ]);
  if (existsSync(join(folder, 'index.html')) && existsSync(stamp) && readFileSync(stamp, 'utf8') === sources)
    return;
  note('Bygger vinduet …');
  // Aside first: a host that is starting, or another build, never sees half a window.
  const fresh = join(root, 'out', `renderer-${process.pid}`);
  mkdirSync(join(root, 'out'), { recursive: true });
  runProgram('vite', ['build', '--logLevel', 'warn', '--outDir', fresh, '--emptyOutDir']);
  rmSync(folder, { recursive: true, force: true });
  renameSync(fresh, folder);
  writeFileSync(stamp, sources);
}

function digestOf(paths) {
  const hash = createHash('sha256');
  const add = (path) =>
    hash.update(relative(root, path)).update('\0').update(readFileSync(path)).update('\0');
  for (const path of paths.map((name) => join(root, name))) {
    const inside = readdirIfFolder(path);
    if (inside === undefined) add(path);
    else for (const file of inside) add(file);
  }
  return hash.digest('hex');
}

function readdirIfFolder(path) {
  try {
    return readdirSync(path, { withFileTypes: true, recursive: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath ?? entry.path, entry.name))
      .sort();
  } catch (fault) {
    if (fault.code === 'ENOTDIR') return undefined;
    throw fault;
  }
}

/** Runs a packaged program on the project's Node; its output goes to standard error. Throws when it fails. */
export function runProgram(name, args) {
  const run = spawnSync(projectNode, [join(root, programs[name]), ...args], {
    cwd: root,
    stdio: ['ignore', 2, 2],
  });
  if (run.status !== 0) throw new Error(`${name} ${args[0] ?? ''} failed`);
}
