import {
  chmodSync,
  chownSync,
  copyFileSync,
  cpSync,
  linkSync,
  mkdirSync,
  mkdtempSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { extractAll } from '@electron/asar';
import { root } from '../../../architecture/read-imports.ts';
import { packProgram } from '../../../packaging/support/pack.ts';

/** A normal user: nobody, where the tests run as root, since Chromium does not start as root. */
export const normalUser = process.getuid?.() === 0 ? { uid: 65_534, gid: 65_534 } : undefined;

/** A place on disk that looks like an installed Segl, with the stand-in where Electron's binary would be. */
export type Layout = {
  readonly folder: string;
  /** Folder with the packed program's `package.json`. */
  readonly appPath: string;
  /** Node, readable by a normal user. */
  readonly node: string;
  /** Program of the stand-in, to be run by that Node. */
  readonly standIn: string;
  /** A fresh folder that the normal user owns. */
  makeHome(): string;
  remove(): void;
};

/** An empty place with Node and the stand-in; `appPath` is for the caller to fill. */
export function layOut(): Layout {
  const folder = mkdtempSync(join(tmpdir(), 'segl-installed-'));
  chmodSync(folder, 0o755);
  const node = join(folder, process.platform === 'win32' ? 'node.exe' : 'node');
  try {
    linkSync(process.execPath, node);
  } catch {
    copyFileSync(process.execPath, node);
  }
  cpSync(join(root, 'test/hosts/electron/stand-in'), join(folder, 'stand-in'), { recursive: true });
  writeFileSync(join(folder, 'stand-in', 'package.json'), '{"type":"module"}');
  return {
    folder,
    appPath: join(folder, 'resources', 'app'),
    node,
    standIn: join(folder, 'stand-in', 'program.ts'),
    makeHome: () => {
      const home = mkdtempSync(join(folder, 'home-'));
      if (normalUser) chownSync(home, normalUser.uid, normalUser.gid);
      return home;
    },
    remove: () => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }),
  };
}

/** What electron-builder packs of the emitted program, laid out as files, since Node does not read Electron's archives. */
export async function layOutPacked(): Promise<Layout> {
  const layout = layOut();
  const packed = await packProgram();
  mkdirSync(join(layout.folder, 'resources'));
  extractAll(packed.archive, layout.appPath);
  await packed.remove();
  return layout;
}
