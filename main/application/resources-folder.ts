import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The nearest folder `resources` above this file, both in the repository and in the built program. */
export function resourcesFolder(): string {
  for (let folder = dirname(fileURLToPath(import.meta.url)); ; folder = dirname(folder)) {
    const found = join(folder, 'resources');
    if (existsSync(found)) return found;
    if (folder === dirname(folder)) throw new Error('no resources folder above the program');
  }
}
