import { renameSync, writeFileSync } from 'node:fs';

/** What is told to the program that started Segl: where signers read and sign, and the portal's control address. */
export type WindowShown = { readonly portal?: string | undefined; readonly control?: string | undefined };

/**
 * Writes to the file that the starting program named that a window is shown, with what is known by then. A failure to
 * write is ignored, since the starting program may have ended.
 */
export function tellShown(path: string | undefined): (facts: WindowShown) => void {
  return (facts) => {
    if (path === undefined || path === '') return;
    try {
      // Written beside and renamed, so that a reader never sees half a file.
      writeFileSync(`${path}.new`, `${JSON.stringify({ pid: process.pid, ...facts })}\n`);
      renameSync(`${path}.new`, path);
    } catch {
      // The program that would read it may have ended.
    }
  };
}
