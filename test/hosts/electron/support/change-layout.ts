import { cpSync, mkdtempSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Layout } from './lay-out-packed.ts';

/** The same program with something done to its own files; libraries and resources are shared with the original. */
export function changeLayout(layout: Layout, change: (appPath: string) => void): Layout {
  const folder = mkdtempSync(join(layout.folder, 'changed-'));
  const appPath = join(folder, 'app');
  for (const name of ['out', 'package.json', 'LICENSE'])
    cpSync(join(layout.appPath, name), join(appPath, name), { recursive: true });
  for (const name of ['node_modules', 'resources'])
    symlinkSync(join(layout.appPath, name), join(appPath, name), 'junction');
  change(appPath);
  return { ...layout, appPath };
}

/** Writes a file of the program anew with all of `before` replaced; throws when there is nothing to replace. */
export function changeFile(path: string, before: string, after: string): void {
  const source = readFileSync(path, 'utf8');
  if (!source.includes(before)) throw new Error(`${path} has no «${before}»`);
  writeFileSync(
    path,
    source.replaceAll(before, () => after),
  );
}
