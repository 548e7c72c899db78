import { existsSync, readFileSync } from 'node:fs';
import { dirname, extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';

const here = fileURLToPath(import.meta.url);

/** The folder with `package.json` and `resources/`: the repository, or the root of the packed program. */
export const projectRoot = findRoot(dirname(here));

/** A program of ours beside this one, e.g. `portal/start`: TypeScript in the repository, JavaScript once emitted. */
export function programFile(name: string): string {
  const base = join(dirname(here), '..', '..');
  return join(base, `${name}${extname(here)}`);
}

/** Where the built window lies, in the repository and in the packed program alike. */
export const rendererFolder = join(projectRoot, 'out', 'renderer');

export const version: string = readVersion();

function findRoot(from: string): string {
  for (let folder = from; ; folder = dirname(folder)) {
    if (existsSync(join(folder, 'package.json'))) return folder;
    if (folder === dirname(folder)) throw new Error('package.json not found above the program');
  }
}

function readVersion(): string {
  // Our own file, packed with the program.
  return z
    .object({ version: z.string() })
    .parse(JSON.parse(readFileSync(join(projectRoot, 'package.json'), 'utf8'))).version;
}
