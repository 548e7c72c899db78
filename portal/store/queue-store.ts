import type { JobStatus, SignerStatus } from '../domain/job.ts';
import type { PortalDatabase } from './database.ts';

/** One signer as a message shows them. */
export type SignerSnapshot = {
  readonly id: number;
  readonly number?: string;
  readonly email?: string;
  readonly mobile?: string;
  readonly status: SignerStatus;
  readonly since: number;
};

/** The whole job as it was when the change happened. */
export type Snapshot = {
  readonly job: number;
  readonly reference?: string;
  readonly status: JobStatus;
  readonly signers: readonly SignerSnapshot[];
};

export type QueueKey = { readonly organisation: string; readonly queue: string };

export type QueueStore = {
  readonly put: (key: QueueKey, snapshot: Snapshot) => void;
  /** The oldest message that is neither confirmed nor hidden; hides it until `hiddenUntil`. */
  readonly take: (key: QueueKey, now: number, hiddenUntil: number) => Snapshot | undefined;
  /** Confirms what has been delivered of a job; a change nobody has seen yet stays. */
  readonly confirm: (jobId: number, now: number) => void;
  readonly hasUnconfirmed: (jobId: number) => boolean;
  readonly permittedAt: (key: QueueKey) => number;
  readonly permitAt: (key: QueueKey, at: number) => void;
};

type MessageRow = { id: number; snapshot: string };

export function createQueueStore(database: PortalDatabase): QueueStore {
  const insert = database.prepare(
    'INSERT INTO messages (job, organisation, queue, snapshot) VALUES (?, ?, ?, ?)',
  );
  const next = database.prepare<[string, string, number], MessageRow>(
    `SELECT id, snapshot FROM messages WHERE organisation = ? AND queue = ? AND confirmed_at IS NULL
      AND (hidden_until IS NULL OR hidden_until <= ?) ORDER BY id LIMIT 1`,
  );
  const hide = database.prepare('UPDATE messages SET delivered_at = ?, hidden_until = ? WHERE id = ?');
  const confirm = database.prepare(
    'UPDATE messages SET confirmed_at = ? WHERE job = ? AND confirmed_at IS NULL AND delivered_at IS NOT NULL',
  );
  const unconfirmed = database.prepare(
    'SELECT 1 FROM messages WHERE job = ? AND confirmed_at IS NULL LIMIT 1',
  );
  const permitted = database.prepare<[string, string], { permitted_at: number }>(
    'SELECT permitted_at FROM polls WHERE organisation = ? AND queue = ?',
  );
  const permit = database.prepare(
    'INSERT OR REPLACE INTO polls (organisation, queue, permitted_at) VALUES (?, ?, ?)',
  );
  return {
    put: (key, snapshot) => {
      insert.run(snapshot.job, key.organisation, key.queue, JSON.stringify(snapshot));
    },
    take: (key, now, hiddenUntil) => {
      const row = next.get(key.organisation, key.queue, now);
      if (!row) return undefined;
      hide.run(now, hiddenUntil, row.id);
      // Written by `put` of this same store.
      return JSON.parse(row.snapshot) as Snapshot;
    },
    confirm: (jobId, now) => {
      confirm.run(now, jobId);
    },
    hasUnconfirmed: (jobId) => unconfirmed.get(jobId) !== undefined,
    permittedAt: (key) => permitted.get(key.organisation, key.queue)?.permitted_at ?? 0,
    permitAt: (key, at) => {
      permit.run(key.organisation, key.queue, at);
    },
  };
}
