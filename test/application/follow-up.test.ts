import { expect, test } from 'vitest';
import { applicationForTests, order } from '../support/application-door.ts';
import { amina, ingrid } from '../support/desk.ts';

const door = applicationForTests();
const { ask, refused, news, be, newCase, ready, expedite } = door;
const opened = (entryId: string) => ask('entries.open', { entryId });
/** An entry that is sent to one person, with its running job. */
async function sent() {
  const entryId = await ready(await newCase());
  return { entryId, jobId: await expedite(entryId) };
}

test('what names nothing is not found, and not moved', async () => {
  await be('documentCentre');
  expect(await refused('dispatch.sendAgain', { entryId: 'x' })).toBe('not-found');
  const typed = { name: 'x', identityNumber: '' };
  expect(await refused('signing.replaceSigner', { jobId: 'x', signerId: 'x', ...typed })).toBe('not-found');
  expect(await refused('signing.undoPlan', { jobId: 'x' })).toBe('not-found');
  const jobIds = ['x'];
  const nothing = { jobs: [{ jobId: 'x', outcome: { may: false, code: 'not-found' } }] };
  expect(await ask('signing.extend', { jobIds, deadlineDays: 14 })).toEqual(nothing);
  expect(await ask('signing.remind', { jobIds })).toEqual(nothing);
  expect(await ask('signing.checkDeadline', { jobIds, deadlineDays: 14 })).toEqual({ jobs: [] });
});

test('another deadline: told of before, ordered, and out again; no job is moved by a reader', async () => {
  await be('caseworker');
  const { jobId, entryId } = await sent();
  const jobIds = [jobId];
  expect((await ask('signing.remind', { jobIds })).jobs).toMatchObject([
    { jobId, outcome: { may: false, code: 'service-reminds-itself' } },
  ]);
  await be('reader');
  expect((await ask('signing.extend', { jobIds, deadlineDays: 14 })).jobs).toMatchObject([
    { jobId, outcome: { may: false, code: 'not-allowed' } },
  ]);
  await be('documentCentre');
  expect((await ask('signing.checkDeadline', { jobIds, deadlineDays: 14 })).jobs).toMatchObject([
    { jobId, entryId, signed: [], waiting: [ingrid.name], decision: { may: true } },
  ]);
  expect((await ask('signing.extend', { jobIds, deadlineDays: 14 })).jobs).toEqual([
    { jobId, outcome: { may: true } },
  ]);
  const out = news('dispatch.sent');
  await ask('signing.fetchNow', {});
  await out;
  const [after, before] = (await opened(entryId)).jobs;
  expect(after).toMatchObject({ state: 'inProgress', deadlineDays: 14, succeeds: { jobId } });
  expect(before).toMatchObject({ id: jobId, answer: { kept: true }, succeededBy: { jobId: after?.id } });
});

test('another signer, taken back or not; and what came to nothing is sent again', async () => {
  await be('caseworker');
  const { jobId, entryId } = await sent();
  const [job] = (await opened(entryId)).jobs;
  const signerId = job?.signers[0]?.id ?? '';
  expect(await refused('signing.undoPlan', { jobId })).toBe('job-moved-on');
  await ask('signing.replaceSigner', { jobId, signerId, ...amina });
  const out = news('dispatch.sent');
  await ask('signing.fetchNow', {});
  await out;
  const [after] = (await opened(entryId)).jobs;
  expect(after?.signers).toMatchObject([{ name: amina.name, state: 'waiting' }]);
  const refusal = news('answer.received');
  await door.room().act(after?.serviceJobId ?? '', amina.identityNumber, 'reject');
  await ask('signing.fetchNow', {});
  expect(await refusal).toMatchObject({ outcome: 'failed' });
  const { entryId: again } = await ask('dispatch.sendAgain', { entryId });
  expect(await opened(again)).toMatchObject({
    status: 'F',
    dispatch: { may: true },
    links: [{ kind: 'sends-again', entryId }],
    again: [{ which: 'earlier', entryId, job: { state: 'failed' } }],
  });
  expect(await opened(entryId)).toMatchObject({
    sendAgain: { may: false, code: 'already-sent-again' },
    again: [{ which: 'later', entryId: again }],
  });
  const prepared = await ask('dispatch.prepare', { entryId: again });
  expect(prepared.order).toMatchObject({ message: order().message, recipients: [{ name: amina.name }] });
  expect(JSON.stringify(prepared)).not.toContain(amina.identityNumber);
});
