import { readdirSync, readFileSync } from 'node:fs';
import { extname, join, relative, sep } from 'node:path';

const mimes: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.ico': 'image/x-icon',
  '.woff': 'font/woff',
  '.woff2': 'font/woff2',
  '.ttf': 'font/ttf',
  '.wasm': 'application/wasm',
  '.txt': 'text/plain; charset=utf-8',
};

export type PageFile = {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly mime: string;
  readonly lasting: boolean;
};
export type FindPage = (path: string) => PageFile | undefined;

/** Part of the program itself is missing: it was never built, or an update is just replacing it. */
export class ProgramIncomplete extends Error {
  override readonly name = 'ProgramIncomplete';
}

function entriesOf(folder: string) {
  try {
    return readdirSync(folder, { withFileTypes: true, recursive: true });
  } catch (cause) {
    throw new ProgramIncomplete(`the window is not built: ${folder}`, { cause });
  }
}

/**
 * The built window's files by URL path. The list is made once, so no path from outside ever reaches the disk. Screens
 * have addresses behind `#`, so only `/` is the start page. Throws {@link ProgramIncomplete}.
 */
export function openRendererFiles(folder: string): FindPage {
  const paths = new Map<string, string>();
  for (const entry of entriesOf(folder)) {
    if (!entry.isFile()) continue;
    const path = join(entry.parentPath, entry.name);
    paths.set(`/${relative(folder, path).split(sep).join('/')}`, path);
  }
  if (!paths.has('/index.html')) throw new ProgramIncomplete(`the window is not built: ${folder}/index.html`);
  return (path) => {
    const name = path === '/' ? '/index.html' : path;
    const file = paths.get(name);
    if (file === undefined) return undefined;
    return {
      bytes: new Uint8Array(readFileSync(file)),
      mime: mimes[extname(name).toLowerCase()] ?? 'application/octet-stream',
      // Vite names these by their content.
      lasting: name.startsWith('/assets/'),
    };
  };
}
