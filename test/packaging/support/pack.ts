import { execFile } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { getRawHeader } from '@electron/asar';
import { root } from '../../architecture/read-imports.ts';
import { standInElectron } from './stand-in-dist.ts';

export type PackedFile = { readonly path: string; readonly size: number; readonly outside: boolean };
export type Packed = {
  /** The folder that an installer would lay out. */
  readonly folder: string;
  /** Path of `app.asar`. */
  readonly archive: string;
  readonly files: readonly PackedFile[];
  remove(): Promise<void>;
};

const electronVersion = (): string => {
  const { version } = JSON.parse(readFileSync(join(root, 'node_modules/electron/package.json'), 'utf8')) as {
    version: string;
  };
  return version;
};

/** Runs electron-builder with the project's own configuration on what is built in `out/`, unpacked, for Linux. */
export async function packProgram(): Promise<Packed> {
  if (!existsSync(join(root, 'out/main/hosts/electron/start.js')) || !existsSync(join(root, 'out/renderer')))
    throw new Error('nothing is built in out/: run «npm run build» first');
  const dist = await standInElectron(electronVersion());
  const output = await mkdtemp(join(tmpdir(), 'segl-packed-'));
  const builder = join(root, 'node_modules/electron-builder/cli.js');
  await promisify(execFile)(
    process.execPath,
    [
      builder,
      '--linux',
      'dir',
      '--x64',
      `-c.electronDist=${dist}`,
      `-c.directories.output=${output}`,
      `-c.electronVersion=${electronVersion()}`,
    ],
    { cwd: root, maxBuffer: 32 * 1024 * 1024 },
  );
  const folder = join(output, 'linux-unpacked');
  const archive = join(folder, 'resources', 'app.asar');
  return {
    folder,
    archive,
    files: listFiles(getRawHeader(archive).header as unknown as Folder),
    remove: async () => {
      for (const one of [dist, output]) await rm(one, { recursive: true, force: true });
    },
  };
}

type Folder = {
  readonly files: Readonly<Record<string, Folder | { readonly size: number; readonly unpacked?: boolean }>>;
};

function listFiles(folder: Folder, above = ''): readonly PackedFile[] {
  return Object.entries(folder.files).flatMap(([name, node]) => {
    const path = above === '' ? name : `${above}/${name}`;
    if ('files' in node) return listFiles(node, path);
    return [{ path, size: node.size, outside: node.unpacked === true }];
  });
}
