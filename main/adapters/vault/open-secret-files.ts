import { mkdir, open, readFile, rename } from 'node:fs/promises';
import { join } from 'node:path';
import type { Secrets } from '../../ports/service-setup.ts';
import { openSeal } from './open-seal.ts';

/**
 * Secrets as files `<folder>/<name>.sealed` that only their owner may read, each sealed for its own name under the vault
 * key, so that one cannot be put in another's place. What guards the vault key guards them.
 */
export function openSecretFiles(folder: string, vaultKey: Uint8Array): Secrets {
  const pathOf = (name: string) => join(folder, `${name}.sealed`);
  const sealOf = (name: string) => openSeal(vaultKey, `segl/secret/${name}/1`);
  return {
    read: async (name) => {
      try {
        return sealOf(name).open(new Uint8Array(await readFile(pathOf(name))));
      } catch (fault) {
        if (fault instanceof Error && 'code' in fault && fault.code === 'ENOENT') return undefined;
        throw fault;
      }
    },
    write: async (name, bytes) => {
      await mkdir(folder, { recursive: true, mode: 0o700 });
      const unfinished = `${pathOf(name)}.new`;
      const file = await open(unfinished, 'w', 0o600);
      try {
        await file.writeFile(sealOf(name).close(bytes));
        await file.sync();
      } finally {
        await file.close();
      }
      await rename(unfinished, pathOf(name));
    },
  };
}
