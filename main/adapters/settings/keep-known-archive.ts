import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { z } from 'zod';
import type { KnownArchive, KnownArchiveKeeper } from '../../ports/known-archive.ts';

const known = z.object({
  id: z.string().min(1),
  title: z.string(),
  folder: z.string(),
}) satisfies z.ZodType<KnownArchive>;

/** A file of its own at `path`, written whole or not at all. A file that cannot be read counts as none. */
export function keepKnownArchive(path: string, log: (line: string) => void): KnownArchiveKeeper {
  const read = () => {
    try {
      return known.parse(JSON.parse(readFileSync(path, 'utf8')));
    } catch {
      return undefined;
    }
  };
  return {
    read,
    remember: (archive) => {
      const before = read();
      if (before?.id === archive.id && before.title === archive.title) return;
      try {
        mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
        writeFileSync(`${path}.new`, JSON.stringify(archive), { mode: 0o600, flush: true });
        renameSync(`${path}.new`, path);
      } catch (fault) {
        log(`which archive was open was not kept: ${String(fault)}`);
      }
    },
  };
}
