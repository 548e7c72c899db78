import { AsyncLocalStorage } from 'node:async_hooks';
import type { Database } from 'better-sqlite3';
import type { ArchiveWriter } from '../../ports/archive-store.ts';
import type { FileSeal } from '../../ports/vault.ts';
import { type Archive, cacheStatements, queryArchive } from './connection.ts';
import { createReader } from './reader.ts';
import { guarded } from './store-faults.ts';
import { createChanges, type InTurn } from './writer.ts';

export type Changes = {
  run<T>(work: (archive: ArchiveWriter, db: Archive) => Promise<T>): Promise<T>;
  /** Resolves when no change is under way or waiting. */
  settled(): Promise<void>;
};

/** One transaction at a time over one connection: each waits for the one before, whatever becomes of it. */
export function serialiseChanges(sqlite: Database, seal?: FileSeal): Changes {
  const statements = cacheStatements(sqlite);
  // Work that a change starts and does not wait for inherits this, so it must know when the change is over.
  const inside = new AsyncLocalStorage<{ open: boolean }>();
  let last: Promise<unknown> = Promise.resolve();

  const runAlone = async <T>(work: (archive: ArchiveWriter, db: Archive) => Promise<T>): Promise<T> => {
    const change = { open: true };
    const db = queryArchive(statements, () => {
      // A full disk rolls back by itself; what is written after that would be kept statement by statement.
      if (!change.open || !sqlite.inTransaction) throw new Error('the change is over');
    });
    const steps = takeTurns(sqlite);
    guarded(() => sqlite.exec('BEGIN IMMEDIATE'));
    try {
      const archive: ArchiveWriter = { ...createReader(db, seal), ...createChanges(db, seal, steps.inTurn) };
      const result = await inside.run(change, () => work(archive, db));
      await steps.settled();
      change.open = false;
      guarded(() => sqlite.exec('COMMIT'));
      return result;
    } catch (fault) {
      change.open = false;
      // Some faults, a full disk among them, have rolled back already.
      if (sqlite.inTransaction) sqlite.exec('ROLLBACK');
      throw fault;
    }
  };

  return {
    run: (work) => {
      if (inside.getStore()?.open) return Promise.reject(new Error('a change cannot begin inside a change'));
      const turn = last.then(() => runAlone(work));
      last = turn.catch(() => {});
      return turn;
    },
    settled: async () => {
      await last;
    },
  };
}

/** Steps of one change, in the order they were asked for; one that fails leaves nothing behind. */
function takeTurns(sqlite: Database): { readonly inTurn: InTurn; settled(): Promise<void> } {
  let last: Promise<unknown> = Promise.resolve();
  const step = async <T>(work: () => Promise<T>): Promise<T> => {
    if (!sqlite.inTransaction) throw new Error('the change is over');
    guarded(() => sqlite.exec('SAVEPOINT step'));
    try {
      const result = await work();
      guarded(() => sqlite.exec('RELEASE step'));
      return result;
    } catch (fault) {
      if (sqlite.inTransaction) sqlite.exec('ROLLBACK TO step; RELEASE step');
      throw fault;
    }
  };
  return {
    inTurn: (work) => {
      const turn = last.then(() => step(work));
      last = turn.catch(() => {});
      return turn;
    },
    settled: async () => {
      await last;
    },
  };
}
