import { renameSync, writeFileSync } from 'node:fs';

/** What is told to the program that started Segl: where signers read and sign, and the portal's control address. */
export type WindowShown = { readonly portal?: string | undefined; readonly control?: string | undefined };

/**
 * Tells whoever started us, by a file that they named, that something is on the screen, and what is known by then. Costs
 * nothing if it fails: they may have ended.
 */
export function tellShown(path: string | undefined): (facts: WindowShown) => void {
  return (facts) => {
    if (path === undefined || path === '') return;
    try {
      // Whole or not at all, for a reader that looks at any moment.
      writeFileSync(`${path}.new`, `${JSON.stringify({ pid: process.pid, ...facts })}\n`);
      renameSync(`${path}.new`, path);
    } catch {
      // Nobody is there to read it.
    }
  };
}
