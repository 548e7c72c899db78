import { expect, onTestFinished, test } from 'vitest';
import { routinePolicy } from '../../../../domain/limits.ts';
import { openArchiveStore } from '../../../../main/adapters/store/open-archive-store.ts';
import { archiveAtVersion, putEntry } from '../support/at-version.ts';
import { at, caseWithEntry, newJob, openSample } from '../support/sample.ts';

test('links and policy from before stand as they were, and no type has a deadline of its own', async () => {
  const { path, sqlite } = await archiveAtVersion(9);
  const { entryId } = putEntry(sqlite);
  sqlite
    .prepare(
      `INSERT INTO policy (only_one, max_title, max_message, max_bytes, max_recipients, default_deadline_days,
        min_deadline_days, max_deadline_days, approval_required, answers_arrive_as)
       VALUES (1, 70, 200, 3000000, 5, 20, 2, 60, 1, 'M')`,
    )
    .run();
  const store = await openArchiveStore(path);
  onTestFinished(() => store.close());
  expect(await store.read.policy()).toMatchObject({ maxTitle: 70, deadlinesByType: {} });
  const kontrakt = { defaultDeadlineDays: 14, minDeadlineDays: 7, maxDeadlineDays: 30 };
  const policy = { ...routinePolicy, deadlinesByType: { kontrakt } };
  await store.change((archive) => archive.setPolicy(policy));
  expect(await store.read.policy()).toEqual(policy);
  expect(await store.read.linksOf(entryId as never)).toEqual([]);
});

test('a job has one open plan at a time and one successor, and a plan that is settled holds no number', async () => {
  const store = await openSample();
  const { entry } = await caseWithEntry(store);
  const job = await store.change(async (archive) => {
    const made = await newJob(archive, entry, { state: 'inProgress' });
    await archive.addJob(made);
    return made;
  });
  const signer = job.signers[0];
  if (!signer) throw new Error('the sample job has no signer');
  const plan = {
    kind: 'replaced',
    deadlineDays: 14,
    plannedBy: 'Odd',
    plannedAt: at,
    replacement: { signerId: signer.id, name: 'Ny Testperson' },
  } as const;
  const identity = { sealedIdentity: new Uint8Array([1, 2, 3]), fingerprint: 'mark' };
  await store.change((archive) => archive.addPlan(job.id, plan, identity));
  await expect(store.change((archive) => archive.addPlan(job.id, plan, identity))).rejects.toThrow('UNIQUE');
  expect(await store.read.findJob(job.id)).toMatchObject({ plan });
  expect([...((await store.read.plannedIdentity(job.id))?.sealedIdentity ?? [])]).toEqual([1, 2, 3]);
  expect((await store.read.jobsToCancel()).map(({ id }) => id)).toEqual([job.id]);
  await store.change((archive) => archive.changePlan(job.id, { askedAt: at }));
  expect(await store.read.jobsToCancel()).toEqual([]);
  await store.change((archive) => archive.changePlan(job.id, { askedAt: at, settledAt: at }));
  expect(await store.read.plannedIdentity(job.id)).toBeUndefined();
  await store.change((archive) => archive.changeJob(job.id, { state: 'failed', failure: 'cancelled' }));
  const follow = () =>
    store.change(async (archive) => {
      const made = await newJob(archive, entry, {
        state: 'queued',
        succeeds: { jobId: job.id, kind: 'replaced', state: 'failed' },
      });
      await archive.addJob(made);
      return made;
    });
  const next = await follow();
  expect(await store.read.findJob(job.id)).toMatchObject({
    succeededBy: { jobId: next.id, kind: 'replaced', state: 'queued' },
  });
  expect(await store.read.findJob(next.id)).toMatchObject({ succeeds: { jobId: job.id, kind: 'replaced' } });
  await store.change((archive) => archive.changeJob(next.id, { state: 'sendFailed' }));
  await expect(follow()).rejects.toThrow('UNIQUE');
});
