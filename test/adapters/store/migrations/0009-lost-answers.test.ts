import { expect, onTestFinished, test } from 'vitest';
import { toId } from '../../../../domain/basics.ts';
import { openArchiveStore } from '../../../../main/adapters/store/open-archive-store.ts';
import { archiveAtVersion } from '../support/at-version.ts';
import { at, bytesOf } from '../support/sample.ts';

test('jobs lost before are without an answer, and unknown ones are not acknowledged', async () => {
  const { path, sqlite } = await archiveAtVersion(8);
  sqlite.prepare("INSERT INTO lost_job (reference, entry_id, noticed_at) VALUES ('r1', 'e1', ?)").run(at);
  const id = toId<'unknown-job'>('11111111-1111-4111-8111-111111111111');
  sqlite
    .prepare(
      `INSERT INTO unknown_job (id, service_job_id, state, received_at, decided_at, sealed_signers)
       VALUES (?, '77', 'inProgress', ?, ?, ?)`,
    )
    .run(id, at, at, bytesOf('sealed'));
  const store = await openArchiveStore(path);
  onTestFinished(() => store.close());
  const { read } = store;
  expect(await read.lostJobs()).toMatchObject([{ reference: 'r1', answeredAt: undefined }]);
  expect(await read.findUnknownJob(id)).toMatchObject({ acknowledgedAt: undefined });
  await store.change(async (tx) => {
    await tx.addLostJob({ reference: 'r2', entryId: toId('e2'), answeredAt: at }, at);
    await tx.acknowledgeUnknownJob(id, at, 'Odd');
  });
  expect(await read.findLostJob('r2')).toMatchObject({ answeredAt: at });
  expect(await read.findUnknownJob(id)).toMatchObject({ acknowledgedAt: at });
});
