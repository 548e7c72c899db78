import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createPackage } from '@electron/asar';

/** What `@electron/fuses` looks for in Electron's binary; version 1, eight fuses, as Electron ships them. */
const sentinel = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX';
const shippedFuses = '10011001';

/** Names of files in an unpacked Electron for Linux, with a binary that only holds the fuse wire. */
export async function standInElectron(version: string): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'segl-electron-dist-'));
  const resources = join(folder, 'resources');
  await mkdir(join(folder, 'locales'), { recursive: true });
  await mkdir(resources);
  const binary = Buffer.concat([
    Buffer.alloc(1024, 1),
    Buffer.from(sentinel),
    Buffer.from([1, shippedFuses.length]),
    Buffer.from(shippedFuses),
    Buffer.alloc(1024, 1),
  ]);
  await writeFile(join(folder, 'electron'), binary, { mode: 0o755 });
  await writeFile(join(folder, 'version'), version);
  for (const name of ['LICENSE', 'LICENSES.chromium.html']) await writeFile(join(folder, name), '');
  for (const name of ['nb', 'nn', 'en-US', 'de', 'fr'])
    await writeFile(join(folder, 'locales', `${name}.pak`), '');
  const empty = await mkdtemp(join(tmpdir(), 'segl-default-app-'));
  await writeFile(join(empty, 'main.js'), '');
  await createPackage(empty, join(resources, 'default_app.asar'));
  await rm(empty, { recursive: true });
  return folder;
}
