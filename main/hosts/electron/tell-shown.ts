import { writeFileSync } from 'node:fs';

/** Tells whoever started us, by a file that they named, that a window is on the screen. Once, and at no cost if it fails. */
export function tellShown(path: string | undefined): () => void {
  let told = path === undefined || path === '';
  return () => {
    if (told || path === undefined) return;
    told = true;
    try {
      writeFileSync(path, `${process.pid}\n`);
    } catch {
      // Whoever asked has ended.
    }
  };
}
