import { expect, onTestFinished, test } from 'vitest';
import { openArchiveStore } from '../../../../main/adapters/store/open-archive-store.ts';
import { archiveAtVersion } from '../support/at-version.ts';
import { at, caseWithEntry, newAnswer, newJob, openSample } from '../support/sample.ts';

test('a policy from before deletes nothing at the service, and can be changed to do so', async () => {
  const { path, sqlite } = await archiveAtVersion(1);
  sqlite.prepare("INSERT INTO policy VALUES (1, 70, 200, 3000000, 5, 20, 2, 60, 1, 'M')").run();
  const store = await openArchiveStore(path);
  onTestFinished(() => store.close());
  const before = await store.read.policy();
  expect(before).toMatchObject({ maxTitle: 70, answersArriveAs: 'M', deleteAtService: false });
  await store.change((archive) => archive.setPolicy({ ...before, deleteAtService: true }));
  expect(await store.read.policy()).toEqual({ ...before, deleteAtService: true });
});

test('only jobs whose answer was filed and confirmed by then, and that were not deleted, are to be deleted', async () => {
  const store = await openSample();
  const { entry } = await caseWithEntry(store);
  const job = await store.change(async (archive) => {
    const made = await newJob(archive, entry, { state: 'failed', deleteDocumentsUrl: 'https://x/delete' });
    await archive.addJob(made);
    return made;
  });
  const answer = newAnswer(job.id);
  const due = async () => (await store.read.jobsToDelete(at)).map(({ id }) => id);
  await store.change((archive) => archive.addAnswer(answer));
  await store.change((archive) => archive.changeAnswer(answer.id, { confirmedAt: at }));
  expect(await due()).toEqual([]);
  await store.change((archive) => archive.changeAnswer(answer.id, { filedAs: entry.id }));
  expect(await due()).toEqual([job.id]);
  expect(await store.read.jobsToDelete('2020-01-01T00:00:00.000Z')).toEqual([]);
  await store.change((archive) => archive.changeJob(job.id, { documentsDeletedAt: at }));
  expect(await due()).toEqual([]);
});
