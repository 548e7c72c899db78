import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** What is packed as it is. The nearest `resources` above this file: in the repository and in the emitted program alike. */
export function resourcesFolder(): string {
  for (let folder = dirname(fileURLToPath(import.meta.url)); ; folder = dirname(folder)) {
    const found = join(folder, 'resources');
    if (existsSync(found)) return found;
    if (folder === dirname(folder)) throw new Error('no resources folder above the program');
  }
}
