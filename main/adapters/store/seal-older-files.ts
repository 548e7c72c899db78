import { readdir, rm, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import type { Database } from 'better-sqlite3';
import type { FileSeal } from '../../ports/vault.ts';
import { guarded } from './store-faults.ts';

/** The first schema that can hold a sealed file. */
const firstWithSeals = 5;

/**
 * Seals what the signing service gave back before files were sealed, and leaves nothing of it readable: neither in the
 * free space of its pages, nor in the write-ahead log, nor in the copies made before older migrations.
 */
export async function sealOlderFiles(sqlite: Database, path: string, seal: FileSeal): Promise<void> {
  const open = guarded(() => sqlite.prepare<[], string>(unsealed).pluck().all());
  if (open.length > 0) {
    const read = sqlite.prepare<[string], Uint8Array>('SELECT bytes FROM file WHERE sha256 = ?').pluck();
    const write = sqlite.prepare('UPDATE file SET bytes = ?, seal = ? WHERE sha256 = ?');
    const sealAll = sqlite.transaction(() => {
      for (const sha256 of open) {
        const bytes = read.get(sha256);
        if (!bytes) continue;
        const closed = seal.close(bytes);
        write.run(closed.bytes, closed.seal, sha256);
      }
    });
    guarded(() => sealAll.immediate());
    // Written anew: what was moved about in a page may have left a copy of itself there.
    guarded(() => sqlite.exec('VACUUM'));
    guarded(() => sqlite.pragma('wal_checkpoint(TRUNCATE)'));
  }
  await removeReadableCopies(sqlite, path);
}

/** Also after a start that ended between the sealing and this. */
async function removeReadableCopies(sqlite: Database, path: string): Promise<void> {
  const oldest = sqlite.prepare('SELECT min(put_at) FROM file WHERE seal IS NOT NULL').pluck().get();
  if (typeof oldest !== 'string') return;
  for (const name of await readdir(dirname(path))) {
    const version = name.startsWith(`${basename(path)}.before-`) ? Number(name.slice(-4)) : Number.NaN;
    if (!(version <= firstWithSeals)) continue;
    const copy = join(dirname(path), name);
    if ((await stat(copy)).mtime.toISOString() >= oldest) await rm(copy);
  }
}

const unsealed = `
  SELECT sha256 FROM file
  WHERE seal IS NULL AND (
    sha256 IN (SELECT signed_pdf FROM answer) OR sha256 IN (SELECT sha256 FROM answer_signature))`;
