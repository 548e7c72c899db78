import { expect, onTestFinished, test } from 'vitest';
import type { JobId } from '../../../../domain/basics.ts';
import { jobStates, runningStates } from '../../../../domain/signing-job.ts';
import { openArchiveStore } from '../../../../main/adapters/store/open-archive-store.ts';
import { archiveAtVersion, putEntry, putJob } from '../support/at-version.ts';
import { at, caseWithEntry, id, newJob, openSample } from '../support/sample.ts';

test('jobs, their signers and their answers come through the making anew of their table', async () => {
  const { path, sqlite } = await archiveAtVersion(5);
  const entry = putEntry(sqlite);
  const party = sqlite.prepare(
    "INSERT INTO correspondence_party (id, entry_id, position, kind, name, is_firm) VALUES (?, ?, ?, 'Mottaker', ?, 0)",
  );
  const [ola, first, second] = [id(), id(), id()];
  party.run(ola, entry.entryId, 0, 'Ola Dahl');
  party.run(first, entry.entryId, 1, 'Kari Ås');
  party.run(second, entry.entryId, 2, 'Kari Ås');
  const jobId = putJob(sqlite, entry, {
    state: 'completed',
    arrival: 'known',
    service_job_id: '4711',
    documents_deleted_at: at,
    sent_at: at,
  });
  const signer = sqlite.prepare(
    "INSERT INTO signer (id, job_id, position, name, signing_group, state) VALUES (?, ?, ?, ?, 0, 'signed')",
  );
  for (const [position, name] of ['Ola Dahl', 'Kari Ås', 'En annen'].entries())
    signer.run(id(), jobId, position, name);
  sqlite
    .prepare(
      "INSERT INTO answer (id, job_id, outcome, received_at, decided_at) VALUES (?, ?, 'completed', ?, ?)",
    )
    .run(id(), jobId, at, at);
  const before = sqlite.prepare('SELECT * FROM signing_job').get();

  const store = await openArchiveStore(path);
  onTestFinished(() => store.close());
  // Later columns are empty for it.
  expect(sqlite.prepare('SELECT * FROM signing_job').get()).toMatchObject(Object(before));
  expect(sqlite.pragma('foreign_key_check')).toEqual([]);
  const job = await store.read.findJob(jobId as JobId);
  expect(job).toMatchObject({ state: 'completed', arrival: 'known', documentsDeletedAt: at });
  // Only a name that one party alone bears tells which party signs.
  expect(job?.signers.map(({ name, partyId }) => [name, partyId])).toEqual([
    ['Ola Dahl', ola],
    ['Kari Ås', undefined],
    ['En annen', undefined],
  ]);
  expect(await store.read.findAnswerOf(jobId as JobId)).toMatchObject({ outcome: 'completed' });
  // What guarded the table before guards it still.
  expect(() => sqlite.exec('DELETE FROM signing_job')).toThrow(/never sent/);
  expect(() => sqlite.exec("UPDATE signing_job SET merged_sha256 = 'x'")).toThrow(/never changes/);
});

test.each(jobStates)('an entry with a %s job takes another one only where that has ended', async (state) => {
  const store = await openSample();
  const { entry } = await caseWithEntry(store);
  await store.change(async (archive) => archive.addJob(await newJob(archive, entry, { state })));
  const again = store.change(async (archive) => archive.addJob(await newJob(archive, entry)));
  const running: readonly string[] = runningStates;
  if (running.includes(state)) await expect(again).rejects.toThrow();
  else await again;
});

test('what was received for a job is read as it came, and stays', async () => {
  const store = await openSample();
  const { entry } = await caseWithEntry(store);
  const received = await store.change(async (archive) => {
    const job = await newJob(archive, entry, { state: 'doubtful' });
    await archive.addJob(job);
    const one = {
      jobId: job.id,
      receivedAt: at,
      outcome: 'completed' as const,
      decidedAt: at,
      document: job.merged.sha256,
      signatures: [{ signerName: 'Ola Dahl', sha256: job.merged.sha256 }],
      doubts: ['other-document', 'other-people'] as const,
    };
    const other = {
      jobId: job.id,
      receivedAt: at,
      outcome: 'failed' as const,
      failure: 'rejected' as const,
      decidedAt: at,
      signatures: [],
      doubts: ['other-people'] as const,
    };
    await archive.addReceived(one);
    await archive.addReceived(other);
    return [one, other];
  });
  expect(await store.read.receivedOf(received[0]?.jobId ?? id())).toEqual(received);
  expect(await store.read.receivedOf(id())).toEqual([]);
  const raw = new (await import('better-sqlite3')).default(store.path);
  expect(() => raw.exec('UPDATE received_answer SET doubts = \'["unsigned"]\'')).toThrow(/never changes/);
  expect(() => raw.exec('DELETE FROM received_answer')).toThrow(/never deleted/);
  raw.close();
});
