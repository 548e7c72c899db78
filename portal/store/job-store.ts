import type { Job, Signer } from '../domain/job.ts';
import type { PortalDatabase } from './database.ts';
import { type JobRow, type SignerRow, toJob } from './rows.ts';

export type NewJob = Omit<Job, 'id' | 'signers'> & {
  readonly signers: readonly (Omit<Signer, 'id'> & { readonly code: string | undefined })[];
  readonly documents: readonly StoredDocument[];
};
export type StoredDocument = { readonly title: string; readonly href: string; readonly bytes: Uint8Array };

export type JobStore = {
  readonly inTransaction: <T>(work: () => T) => T;
  readonly add: (job: NewJob) => Job;
  /** A job that has not been removed. */
  readonly find: (id: number) => Job | undefined;
  /** Writes status, end and the signers' states back. */
  readonly save: (job: Job) => void;
  readonly saveXades: (signerId: number, xml: Uint8Array) => void;
  readonly findXades: (jobId: number, signerId: number) => Buffer | undefined;
  readonly documentsOf: (jobId: number) => readonly StoredDocument[];
  readonly purge: (jobId: number, at: number) => void;
  readonly remove: (jobId: number, at: number) => void;
  /** Jobs with a waiting signer whose deadline is not after `at`. */
  readonly overdue: (at: number) => readonly Job[];
  /** Ids of ended jobs with documents still kept, ended at or before `at`. */
  readonly purgeable: (at: number) => readonly number[];
  readonly jobsOf: (number: string) => readonly Job[];
  readonly all: () => readonly Job[];
  /** Numbers of everyone who has something to sign now. */
  readonly waitingNumbers: (now: number) => readonly string[];
  readonly findSealed: (jobId: number, signatures: number) => Buffer | undefined;
  readonly saveSealed: (jobId: number, signatures: number, bytes: Uint8Array) => void;
};

/** Jobs with their signers and documents. */
export function createJobStore(database: PortalDatabase): JobStore {
  const insertJob = database.prepare(`INSERT INTO jobs (organisation, sender_name, queue, reference, title,
    nonsensitive_title, description, level, identifier, available_seconds, created_at, status, ended_at)
    VALUES (@organisation, @senderName, @queue, @reference, @title, @nonsensitiveTitle, @description, @level,
    @identifier, @availableSeconds, @createdAt, @status, @endedAt)`);
  const insertSigner =
    database.prepare(`INSERT INTO signers (job, sign_order, number, email, mobile, uses_lookup,
    signature_type, name, status, since, activates_at, deadline_at, code)
    VALUES (@job, @order, @number, @email, @mobile, @usesLookup, @signatureType, @name, @status, @since, @activatesAt,
    @deadlineAt, @code)`);
  const insertDocument = database.prepare(
    'INSERT INTO documents (job, position, title, href, bytes) VALUES (?, ?, ?, ?, ?)',
  );
  const selectJob = database.prepare<[number], JobRow>(
    'SELECT * FROM jobs WHERE id = ? AND removed_at IS NULL',
  );
  const selectSigners = database.prepare<[number], SignerRow>(
    'SELECT * FROM signers WHERE job = ? ORDER BY id',
  );
  const updateJob = database.prepare('UPDATE jobs SET status = ?, ended_at = ? WHERE id = ?');
  const updateSigner = database.prepare(
    'UPDATE signers SET status = ?, since = ?, activates_at = ?, deadline_at = ? WHERE id = ?',
  );
  const ids = (sql: string, ...values: readonly unknown[]) =>
    database
      .prepare<unknown[], { id: number }>(sql)
      .all(...values)
      .map((row) => row.id);

  const find = (id: number): Job | undefined => {
    const row = selectJob.get(id);
    return row && toJob(row, selectSigners.all(id));
  };
  const load = (found: readonly number[]) => found.map(find).filter((job) => job !== undefined);

  const store: JobStore = {
    inTransaction: (work) => database.transaction(work).immediate(),
    add: (job) => {
      const { signers, documents, documentsPurgedAt: _, ...columns } = job;
      const id = Number(insertJob.run(nulls(columns)).lastInsertRowid);
      for (const signer of signers) {
        insertSigner.run(nulls({ ...signer, job: id, usesLookup: signer.usesLookup ? 1 : 0 }));
      }
      for (const [position, document] of documents.entries()) {
        insertDocument.run(id, position, document.title, document.href, document.bytes);
      }
      const added = find(id);
      if (!added) throw new Error(`job ${id} was not stored`);
      return added;
    },
    find,
    save: (job) => {
      updateJob.run(job.status, job.endedAt ?? null, job.id);
      for (const signer of job.signers) {
        updateSigner.run(
          signer.status,
          signer.since,
          signer.activatesAt ?? null,
          signer.deadlineAt ?? null,
          signer.id,
        );
      }
    },
    saveXades: (signerId, xml) => {
      database.prepare('UPDATE signers SET xades = ? WHERE id = ?').run(xml, signerId);
    },
    findXades: (jobId, signerId) =>
      database
        .prepare<[number, number], { xades: Buffer | null }>(
          'SELECT xades FROM signers WHERE job = ? AND id = ?',
        )
        .get(jobId, signerId)?.xades ?? undefined,
    documentsOf: (jobId) =>
      database
        .prepare<[number], StoredDocument>(
          'SELECT title, href, bytes FROM documents WHERE job = ? ORDER BY position',
        )
        .all(jobId),
    purge: (jobId, at) => {
      database.prepare('DELETE FROM documents WHERE job = ?').run(jobId);
      database.prepare('DELETE FROM sealed WHERE job = ?').run(jobId);
      database.prepare('UPDATE signers SET xades = NULL WHERE job = ?').run(jobId);
      database.prepare('UPDATE jobs SET documents_purged_at = ? WHERE id = ?').run(at, jobId);
    },
    remove: (jobId, at) => {
      database.prepare('UPDATE jobs SET removed_at = ? WHERE id = ?').run(at, jobId);
    },
    overdue: (at) =>
      load(
        ids(
          `SELECT DISTINCT jobs.id FROM jobs JOIN signers ON signers.job = jobs.id
            WHERE jobs.status = 'IN_PROGRESS' AND signers.status = 'WAITING' AND signers.deadline_at <= ?`,
          at,
        ),
      ),
    purgeable: (at) =>
      ids(
        'SELECT id FROM jobs WHERE documents_purged_at IS NULL AND ended_at IS NOT NULL AND ended_at <= ?',
        at,
      ),
    jobsOf: (number) =>
      load(ids('SELECT DISTINCT job AS id FROM signers WHERE number = ? ORDER BY job DESC', number)),
    all: () => load(ids('SELECT id FROM jobs WHERE removed_at IS NULL ORDER BY id')),
    waitingNumbers: (now) =>
      database
        .prepare<[number, number], { number: string }>(
          `SELECT DISTINCT signers.number FROM signers JOIN jobs ON jobs.id = signers.job
            WHERE jobs.status = 'IN_PROGRESS' AND jobs.removed_at IS NULL AND signers.status = 'WAITING'
            AND signers.number IS NOT NULL AND signers.activates_at <= ? AND signers.deadline_at > ?`,
        )
        .all(now, now)
        .map((row) => row.number),
    findSealed: (jobId, signatures) =>
      database
        .prepare<[number, number], { bytes: Buffer }>(
          'SELECT bytes FROM sealed WHERE job = ? AND signatures = ?',
        )
        .get(jobId, signatures)?.bytes,
    saveSealed: (jobId, signatures, bytes) => {
      database
        .prepare('INSERT OR REPLACE INTO sealed (job, signatures, bytes) VALUES (?, ?, ?)')
        .run(jobId, signatures, bytes);
    },
  };
  return store;
}

/** Bound parameters must be null where a value is absent. */
function nulls(values: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, value ?? null]));
}
