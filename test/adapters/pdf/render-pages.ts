import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Every page as pixels at 72 dpi, drawn by poppler; nothing where `pdftoppm` is not installed. */
export function renderPages(bytes: Uint8Array): readonly Buffer[] | undefined {
  if (!canRender()) return undefined;
  const folder = mkdtempSync(join(tmpdir(), 'segl-render-'));
  try {
    const file = join(folder, 'in.pdf');
    writeFileSync(file, bytes);
    execFileSync('pdftoppm', ['-r', '72', file, join(folder, 'page')], { stdio: 'ignore' });
    return readdirSync(folder)
      .filter((name) => name.endsWith('.ppm'))
      .sort()
      .map((name) => readFileSync(join(folder, name)));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

export const canRender = (): boolean => spawnSync('pdftoppm', ['-v']).status === 0;
