import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** Path of a file under `resources/`, from the source tree and from a build one level deeper. */
export function resourcePath(name: string): string {
  const candidates = ['../../resources/', '../../../resources/'].map((up) =>
    fileURLToPath(new URL(`${up}${name}`, import.meta.url)),
  );
  const found = candidates.find((path) => existsSync(path));
  if (!found) throw new Error(`resources/${name} is missing`);
  return found;
}
