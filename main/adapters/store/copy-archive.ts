import { open } from 'node:fs/promises';
import { connect } from './connection.ts';
import { toStoreFault } from './store-faults.ts';

/** Copies the archive as it is at this moment, while others write; `copy` must not exist and is readable by us only. */
export async function copyArchive(path: string, copy: string): Promise<void> {
  const source = connect(path, { readOnly: true });
  try {
    // Held open, so that every step of the copy sees the same state and a busy archive never makes it start over.
    source.exec('BEGIN');
    source.prepare('SELECT count(*) FROM sqlite_schema').get();
    await (await open(copy, 'wx', 0o600)).close();
    await source.backup(copy);
    source.exec('COMMIT');
    const written = await open(copy, 'r+');
    await written.sync();
    await written.close();
  } catch (fault) {
    throw toStoreFault(fault);
  } finally {
    source.close();
  }
}
