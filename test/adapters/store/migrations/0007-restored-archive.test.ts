import { expect, onTestFinished, test } from 'vitest';
import { toId } from '../../../../domain/basics.ts';
import { openArchiveStore } from '../../../../main/adapters/store/open-archive-store.ts';
import { archiveAtVersion } from '../support/at-version.ts';
import { at, bytesOf } from '../support/sample.ts';

test('an archive from before is not restored and has lost nothing, and can be marked so', async () => {
  const { path, sqlite } = await archiveAtVersion(6);
  sqlite.prepare("INSERT INTO counter VALUES ('journal', '2026', 7)").run();
  const store = await openArchiveStore(path);
  onTestFinished(() => store.close());
  const { read } = store;
  expect([await read.restoredSince(), await read.lostJobs(), await read.unfiledUnknownJobs()]).toEqual([
    undefined,
    [],
    [],
  ]);
  expect(await read.numberMarks()).toEqual([{ series: 'journal', scope: '2026', last: 7 }]);
  const entryId = toId<'entry'>('e1');
  await store.change(async (tx) => {
    await tx.beginRestoration(at);
    await tx.beginRestoration(at);
    await tx.jumpTo({ series: 'journal', scope: '2026', last: 12 });
    await tx.jumpTo({ series: 'journal', scope: '2026', last: 9 });
    await tx.addLostJob({ reference: 'r1', entryId }, at);
  });
  expect(await read.restoredSince()).toBe(at);
  expect((await read.numberMarks())[0]?.last).toBe(12);
  expect(await read.hasLostJob(entryId)).toBe(true);
  await store.change(async (tx) => {
    await tx.settleLostJob('r1', at);
    await tx.addLostJob({ reference: 'r1', entryId }, at);
    await tx.endRestoration(at, 'Odd');
  });
  expect([await read.restoredSince(), await read.hasLostJob(entryId)]).toEqual([undefined, false]);
  expect(await read.findLostJob('r1')).toMatchObject({ entryId });
});

test('what the service tells of an unknown job takes the place of what it told before, and stays', async () => {
  const { path, sqlite } = await archiveAtVersion(7);
  const store = await openArchiveStore(path);
  onTestFinished(() => store.close());
  const job = {
    id: toId<'unknown-job'>('11111111-1111-4111-8111-111111111111'),
    serviceJobId: '77',
    state: 'inProgress' as const,
    receivedAt: at,
    decidedAt: at,
    sealedSigners: bytesOf('sealed'),
    signatures: [],
  };
  await store.change((tx) => tx.putUnknownJob(job));
  await store.change((tx) => tx.putUnknownJob({ ...job, state: 'failed', failure: 'rejected' }));
  expect(await store.read.unfiledUnknownJobs()).toMatchObject([
    { id: job.id, state: 'failed', failure: 'rejected' },
  ]);
  expect(() => sqlite.prepare('DELETE FROM unknown_job').run()).toThrow(/never deleted/);
});
