import { AxeBuilder } from '@axe-core/playwright';
import { expect as expectPage } from '@playwright/test';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { verdictPart } from '../../../../domain/verdict.ts';
import { address, aJob, anEntry, fakeWithEntry } from '../../../support/fake-entries.ts';
import { openRendererHouse, type RendererHouse } from '../../../support/open-renderer.ts';

let house: RendererHouse;
beforeAll(async () => {
  house = await openRendererHouse();
});
afterAll(() => house?.close());

test('an answer that cannot be the right one says why, until when it may come, and who may decide what', async () => {
  const doubtful = {
    receivedAt: '2026-11-20T09:00:00.000Z' as const,
    doubts: ['other-document', 'signers-unfinished'] as const,
    verdict: {
      sealedBy: verdictPart('no-seal'),
      unchanged: verdictPart('not-judged'),
      isWhatWasSent: verdictPart('page-count', { sent: 3, found: 1 }),
      evidence: [],
    },
    url: '/files/received/j1',
    nextFetchAt: '2026-11-20T09:20:00.000Z' as const,
    lastDay: '2026-12-24' as const,
    decideFrom: '2026-12-14' as const,
    file: { may: false, code: 'service-may-still-deliver', facts: { date: '2026-12-14' } } as const,
    keepWaiting: { may: true } as const,
    declareLost: { may: true } as const,
  };
  const fake = await fakeWithEntry(
    { entry: anEntry({ status: 'E', jobs: [aJob({ state: 'doubtful', doubtful })] }) },
    { 'signing.decideDoubtful': () => ({}) },
  );
  const page = await house.open(fake, { address });
  await page.getByRole('tab', { name: /^Signering/ }).click();
  for (const words of ['ikke dokumentet som ble sendt', 'ikke alle har signert', '24.12.2026', '14.12.2026'])
    await expectPage(page.getByText(words).first()).toBeVisible();
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
  await page.getByRole('button', { name: /Regn svaret som tapt/ }).click();
  await page.getByRole('button', { name: 'Regn som tapt' }).click();
  await expectPage(page.getByText('Svaret er regnet som tapt')).toBeVisible();
  expect(
    fake.calls.filter(({ name }) => name === 'signing.decideDoubtful').map(({ input }) => input),
  ).toEqual([{ jobId: 'j1', decision: 'declare-lost' }]);
});
