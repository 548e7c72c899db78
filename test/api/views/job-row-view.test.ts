import { expect, test } from 'vitest';
import { applicationForTests } from '../../support/application-door.ts';

const { ask, be, newCase, news, ready, expedite, refused } = applicationForTests();

test('a cancelled job stands on the list of those that came to nothing until somebody has dealt with it', async () => {
  await be('documentCentre');
  for (const name of ['signing.followUp', 'signing.undoFollowUp'] as const)
    expect(await refused(name, { jobId: 'x', comment: '' })).toBe('not-found');
  const jobId = await expedite(await ready(await newCase()));
  const list = async (basket: 'out-for-signing' | 'refused') =>
    (await ask('signing.list', { basket, offset: 0, limit: 10 })).rows.map((row) => row.jobId);
  expect(await list('out-for-signing')).toContain(jobId);
  const ended = news('answer.received');
  await ask('signing.cancel', { jobId, reason: 'Sendt til feil person' });
  await ask('signing.fetchNow', {});
  await ended;
  expect(await list('refused')).toContain(jobId);
  await ask('signing.followUp', { jobId, comment: 'Sendt på papir' });
  expect(await list('refused')).not.toContain(jobId);
  await ask('signing.undoFollowUp', { jobId });
  expect(await list('refused')).toContain(jobId);
});
