import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseSync } from 'oxc-parser';

export const root = fileURLToPath(new URL('../..', import.meta.url));
const areas = ['domain', 'main', 'preload', 'renderer', 'portal', 'texts', 'test', 'scripts'];

/** Every source file of the project, by its path from the root. */
export const sourceFiles: readonly string[] = areas
  .flatMap((area) =>
    readdirSync(join(root, area), { withFileTypes: true, recursive: true })
      .filter((entry) => entry.isFile() && /\.(ts|tsx|mjs|js)$/.test(entry.name))
      .map((entry) => relative(root, join(entry.parentPath, entry.name))),
  )
  .concat(readdirSync(root).filter((name) => /\.(ts|mjs|js)$/.test(name)))
  .map((path) => path.replaceAll('\\', '/'))
  .sort();

export const readSource = (file: string): string => readFileSync(join(root, file), 'utf8');

export type Reach = {
  readonly file: string;
  /** A path from the root for our own files, the package's name, or `node:…`. */
  readonly target: string;
  readonly typesOnly: boolean;
};

/** All that a file reaches: imports, exports from, dynamic imports and files named by `new URL(…, import.meta.url)`. */
export function reachesOf(file: string): readonly Reach[] {
  const source = readSource(file);
  const { module } = parseSync(file, source);
  const found: Reach[] = [];
  const add = (specifier: string, typesOnly: boolean) =>
    found.push({ file, target: targetOf(file, specifier), typesOnly });
  for (const one of module.staticImports)
    add(one.moduleRequest.value, one.entries.length > 0 && one.entries.every((entry) => entry.isType));
  for (const one of module.staticExports)
    for (const entry of one.entries) if (entry.moduleRequest) add(entry.moduleRequest.value, entry.isType);
  for (const { moduleRequest } of module.dynamicImports)
    for (const literal of literalsIn(source.slice(moduleRequest.start, moduleRequest.end)))
      add(literal, false);
  // Both branches of a choice count, as in `new URL(emitted ? './worker.js' : './worker.ts', import.meta.url)`.
  for (const [, argument] of source.matchAll(/new URL\(([^()]*(?:\([^()]*\)[^()]*)*),\s*import\.meta\.url/g))
    for (const literal of literalsIn(argument ?? ''))
      if (/^\.{1,2}\/.*\.(ts|tsx)$/.test(literal)) add(literal, false);
  return found;
}

const literalsIn = (source: string) =>
  [...source.matchAll(/['"`]([^'"`$]+)['"`]/g)].map((match) => match[1] ?? '');

function targetOf(file: string, specifier: string): string {
  const plain = specifier.replace(/\?.*$/, '');
  if (plain.startsWith('.')) return join(dirname(file), plain).replaceAll('\\', '/');
  if (plain.startsWith('node:')) return plain;
  return plain
    .split('/')
    .slice(0, plain.startsWith('@') ? 2 : 1)
    .join('/');
}
