import { expect, test } from 'vitest';
import type { SigningJob } from '../../../domain/signing-job.ts';
import { AnswerAlreadyStored } from '../../../main/ports/archive/answers.ts';
import { JobAlreadyRunning, type NewJob } from '../../../main/ports/archive/jobs.ts';
import {
  at,
  bytesOf,
  caseWithEntry,
  id,
  newAnswer,
  newEntry,
  newJob,
  openSample,
  party,
  sha256,
} from './support/sample.ts';

const kept = ({ signers, ...job }: NewJob): SigningJob => ({
  ...job,
  signers: signers.map(({ sealedIdentity: _, fingerprint: __, ...signer }) => signer),
});
const addJob = async (
  store: Awaited<ReturnType<typeof openSample>>,
  entry: Parameters<typeof newJob>[1],
  change: Partial<NewJob> = {},
) =>
  store.change(async (archive) => {
    const job = await newJob(archive, entry, change);
    await archive.addJob(job);
    return job;
  });

test('a job is found by its id, its reference and the id the service gave it', async () => {
  const store = await openSample();
  const { entry } = await caseWithEntry(store);
  const job = await addJob(store, entry);
  expect(await store.read.findJob(job.id)).toEqual(kept(job));
  const change = {
    state: 'inProgress',
    serviceJobId: '42',
    sentAt: at,
    attempts: 1,
    lastFault: { code: 'ECONNRESET', detail: 'gone', at },
    cancellationUrl: 'https://service.example/cancel',
  } as const;
  await store.change((archive) => archive.changeJob(job.id, change));
  expect(await store.read.findJobByServiceId('42')).toEqual({ ...kept(job), ...change });
  await store.change((archive) =>
    archive.changeJob(job.id, { lastFault: undefined, cancellationUrl: undefined }),
  );
  const { lastFault: _, cancellationUrl: __, ...left } = change;
  expect(await store.read.findJobByReference(job.reference)).toEqual({ ...kept(job), ...left });
});

test('a second running job for the same entry is refused, one after the first ended is not', async () => {
  const store = await openSample();
  const { entry } = await caseWithEntry(store);
  const first = await addJob(store, entry);
  await expect(addJob(store, entry)).rejects.toThrow(JobAlreadyRunning);
  await store.change((archive) => archive.changeJob(first.id, { state: 'sendFailed' }));
  const second = await addJob(store, entry, { state: 'sending' });
  expect((await store.read.jobsOf(entry.id)).map((job) => job.id)).toEqual([second.id, first.id]);
  await expect(
    store.change((archive) => archive.changeJob(first.id, { state: 'inProgress' })),
  ).rejects.toThrow(JobAlreadyRunning);
});

test('two windows that expedite the same entry at once make one job', async () => {
  const store = await openSample();
  const { entry } = await caseWithEntry(store);
  const outcomes = await Promise.allSettled([addJob(store, entry), addJob(store, entry)]);
  expect(outcomes.map((outcome) => outcome.status)).toEqual(['fulfilled', 'rejected']);
  expect(await store.read.jobsOf(entry.id)).toHaveLength(1);
});

test('a refused job leaves nothing, even when the change goes on', async () => {
  const store = await openSample();
  const { entry } = await caseWithEntry(store);
  const first = await addJob(store, entry);
  await store.change(async (archive) => {
    const second = await newJob(archive, entry);
    await expect(archive.addJob(second)).rejects.toThrow(JobAlreadyRunning);
    await archive.changeJob(first.id, { attempts: 1 });
  });
  const page = { text: '', offset: 0, limit: 10 };
  const { rows } = await store.read.entriesOf(entry.caseId, page);
  expect(rows[0]?.jobState).toBe('queued');
  expect(await store.read.jobsOf(entry.id)).toEqual([{ ...kept(first), attempts: 1 }]);
});

test('running jobs of a case and jobs by state come in the order they were given', async () => {
  const store = await openSample();
  const { file, entry } = await caseWithEntry(store);
  const entries = await store.change(async (archive) => [
    entry,
    await archive.addEntry(newEntry(file.id)),
    await archive.addEntry(newEntry(file.id)),
  ]);
  const states = ['queued', 'completed', 'uncertain'] as const;
  const jobs = [];
  for (const [index, state] of states.entries())
    jobs.push(await addJob(store, entries[index] ?? entry, { state }));
  const ids = jobs.map((job) => job.id);
  expect((await store.read.runningJobsIn(file.id)).map((job) => job.id)).toEqual([ids[0], ids[2]]);
  expect((await store.read.jobsIn(['completed', 'uncertain'])).map((job) => job.id)).toEqual([
    ids[1],
    ids[2],
  ]);
});

test('a signer changes state and keeps the word of the service', async () => {
  const store = await openSample();
  const { entry } = await caseWithEntry(store);
  const job = await addJob(store, entry);
  const [signer] = kept(job).signers;
  const change = { state: 'unknown', serviceState: 'SIGNED_BY_MAGIC', since: at } as const;
  await store.change((archive) => archive.changeSigner(signer?.id ?? id(), change));
  expect((await store.read.findJob(job.id))?.signers).toEqual([{ ...signer, ...change }]);
});

test('purging takes every identity number of the job away and leaves the marks', async () => {
  const store = await openSample();
  const { file, entry } = await caseWithEntry(store);
  const job = await addJob(store, entry);
  const ola = party('Ola Dahl');
  await store.change(async (archive) => {
    await archive.setParties(entry.id, [ola]);
    await archive.setSealedIdentity(ola.id, bytesOf('sealed'));
    await archive.setDraftOrder(entry.id, bytesOf('sealed'), at);
  });
  const sealed = await store.read.sealedSigners(job.id);
  expect([...sealed.keys()]).toEqual([job.signers[0]?.id]);
  await store.change(async (archive) => {
    await archive.changeSigner(job.signers[0]?.id ?? id(), { state: 'reserved' });
    await archive.purgeSigners(job.id);
    await archive.purgeParties(job.entryId);
  });
  expect((await store.read.sealedSigners(job.id)).size).toBe(0);
  expect((await store.read.sealedIdentitiesOf(entry.id)).size).toBe(0);
  expect(await store.read.findDraftOrder(entry.id)).toBeUndefined();
  expect(await store.read.knownReach(['mark-ola', 'mark-other'])).toEqual(
    new Map([['mark-ola', 'reserved']]),
  );

  const next = await store.change((archive) => archive.addEntry(newEntry(file.id)));
  const later = await addJob(store, next);
  expect((await store.read.knownReach(['mark-ola'])).size).toBe(1);
  await store.change((archive) => archive.changeSigner(later.signers[0]?.id ?? id(), { state: 'signed' }));
  expect((await store.read.knownReach(['mark-ola'])).size).toBe(0);
});

test('an answer is stored once per job, filed once and confirmed', async () => {
  const store = await openSample();
  const { file, entry } = await caseWithEntry(store);
  const job = await addJob(store, entry);
  const pdf = bytesOf('signed pdf');
  const xades = bytesOf('<xades/>');
  const answer = newAnswer(job.id, {
    outcome: 'completed',
    failure: undefined,
    signedPdf: sha256(pdf),
    signatures: [{ signerName: 'Ola Dahl', sha256: sha256(xades) }],
    verified: true,
  });
  const { failure: _, ...stored } = answer;
  await store.change(async (archive) => {
    await archive.putFile(sha256(pdf), pdf, at);
    await archive.putFile(sha256(xades), xades, at);
    await archive.addAnswer(answer);
  });
  expect(await store.read.findAnswerOf(job.id)).toEqual(stored);
  expect(await store.read.unfiledAnswers()).toEqual([stored]);
  await expect(store.change((archive) => archive.addAnswer(newAnswer(job.id)))).rejects.toThrow(
    AnswerAlreadyStored,
  );
  const filed = await store.change(async (archive) => {
    const incoming = await archive.addEntry(newEntry(file.id, { type: 'I', status: 'J' }));
    await archive.changeAnswer(answer.id, { filedAs: incoming.id });
    await archive.changeAnswer(answer.id, { confirmedAt: at });
    await archive.addLink({ from: incoming.id, to: entry.id, kind: 'signing-answer' });
    return incoming;
  });
  expect(await store.read.unfiledAnswers()).toEqual([]);
  expect(await store.read.findAnswer(answer.id)).toEqual({ ...stored, filedAs: filed.id, confirmedAt: at });
  expect(await store.read.linksOf(entry.id)).toEqual([
    { from: filed.id, to: entry.id, kind: 'signing-answer' },
  ]);
  await expect(
    store.change((archive) => archive.changeAnswer(answer.id, { filedAs: entry.id })),
  ).rejects.toThrow(/filed once/);
});

test('the time of the next poll is kept per queue', async () => {
  const store = await openSample();
  expect(await store.read.nextPollAt('q1')).toBeUndefined();
  await store.change((archive) => archive.setNextPollAt('q1', at));
  await store.change((archive) => archive.setNextPollAt('q1', '2026-11-20T10:10:00.000Z'));
  expect(await store.read.nextPollAt('q1')).toBe('2026-11-20T10:10:00.000Z');
});

test('an entry whose only jobs never left may be deleted, one with a job that left may not', async () => {
  const store = await openSample();
  const { entry } = await caseWithEntry(store);
  const job = await addJob(store, entry, { state: 'sendFailed' });
  await store.change((archive) => archive.deleteEntry(entry.id));
  expect(await store.read.findJob(job.id)).toBeUndefined();
  expect(await store.read.readFile(job.merged.sha256)).toBeUndefined();
  const { entry: other } = await caseWithEntry(store);
  await addJob(store, other, { state: 'queued' });
  await expect(store.change((archive) => archive.deleteEntry(other.id))).rejects.toThrow(/never sent/);
});
