// Adds to package-lock.json the platform packages that npm left out because the registry it was written against did not
// have them (npm drops such optional packages, and `npm ci` then refuses the file everywhere). Run after `npm install`.
import { readFileSync, writeFileSync } from 'node:fs';

const systems = [
  'android',
  'darwin',
  'freebsd',
  'linux',
  'netbsd',
  'openbsd',
  'openharmony',
  'sunos',
  'win32',
  'aix',
];
const processors = [
  'arm64',
  'arm',
  'ia32',
  'loong64',
  'mips64el',
  'ppc64',
  'riscv64',
  's390x',
  'wasm32',
  'x64',
];

/** Optional packages that some locked package asks for by exact version and the lock file does not hold. */
export function findMissing(lock) {
  const missing = [];
  for (const [path, parent] of Object.entries(lock.packages)) {
    const wanted = Object.entries(parent.optionalDependencies ?? {});
    const found = (name, version) => {
      const at = resolve(lock, path, name);
      return at !== undefined && (!/^\d/.test(version) || lock.packages[at].version === version);
    };
    const sibling = wanted.map(([name]) => resolve(lock, path, name)).find((at) => at !== undefined);
    for (const [name, version] of wanted) {
      if (found(name, version) || !/^\d/.test(version)) continue;
      const folder = sibling?.slice(0, sibling.lastIndexOf('node_modules/')) ?? '';
      missing.push({ at: `${folder}node_modules/${name}`, name, version, dev: parent.dev === true });
    }
  }
  return missing;
}

/** Where Node would find `name` from the package at `path`. */
function resolve(lock, path, name) {
  const steps = path === '' ? [] : path.split('/node_modules/');
  for (let depth = steps.length; depth >= 0; depth -= 1) {
    const folder = steps.slice(0, depth).join('/node_modules/');
    const at = `${folder === '' ? '' : `${folder}/`}node_modules/${name}`;
    if (lock.packages[at]) return at;
  }
  return undefined;
}

function toEntry({ name, version, dev }) {
  const words = name.split('/').at(-1).split('-');
  const os = systems.filter((system) => words.includes(system));
  const cpu = processors.filter((processor) => words.includes(processor)).slice(0, 1);
  const libc = words.some((word) => word.startsWith('musl'))
    ? ['musl']
    : words.some((word) => word.startsWith('gnu'))
      ? ['glibc']
      : [];
  if (os.length === 0 || cpu.length === 0) throw new Error(`${name}: not recognised as a platform package`);
  return {
    version,
    cpu,
    ...(dev && { dev }),
    ...(libc.length > 0 && { libc }),
    optional: true,
    os,
  };
}

if (process.argv[1] === import.meta.filename) {
  const lock = JSON.parse(readFileSync('package-lock.json', 'utf8'));
  const missing = findMissing(lock);
  for (const one of missing) lock.packages[one.at] = toEntry(one);
  const [root, ...rest] = Object.keys(lock.packages);
  const order = [root, ...rest.sort((a, b) => a.localeCompare(b, 'en'))];
  lock.packages = Object.fromEntries(order.map((path) => [path, lock.packages[path]]));
  writeFileSync('package-lock.json', `${JSON.stringify(lock, null, 2)}\n`);
  process.stderr.write(`${missing.length} platform packages added to package-lock.json\n`);
}
