import { expect as expectPage, type Page } from '@playwright/test';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { toId } from '../../../../domain/basics.ts';
import type { Answers } from '../../../support/fake-ask.ts';
import { address, aJob, anEntry, type FakeWorld, fakeWithEntry } from '../../../support/fake-entries.ts';
import { openRendererHouse, type RendererHouse } from '../../../support/open-renderer.ts';

let house: RendererHouse;
let page: Page;
let fake: Awaited<ReturnType<typeof fakeWithEntry>>;
beforeAll(async () => {
  house = await openRendererHouse();
});
afterAll(() => house?.close());
afterEach(() => page?.context().close());
async function open(part: Partial<FakeWorld> = {}, answers: Answers = {}) {
  fake = await fakeWithEntry(part, answers);
  page = await house.open(fake, { address });
  await page.getByRole('heading', { level: 1 }).waitFor();
}
const asked = (name: string) => fake.calls.filter((call) => call.name === name).map((call) => call.input);

describe('signing', () => {
  const withJob = (job: Parameters<typeof aJob>[0]) => ({
    entry: anEntry({ status: 'E', jobs: [aJob(job)] }),
  });

  test('is followed live: news makes the state change', async () => {
    await open(withJob({}));
    await expectPage(page.getByRole('heading', { name: 'Til signering' })).toBeVisible();
    await expectPage(page.getByText('Venter på gruppe 2')).toBeVisible();
    const opening = page.getByRole('button', { name: 'Åpne signeringssiden til Ola Eksempel (ny fane)' });
    await expectPage(opening).toBeVisible();
    expect(fake.calls.map(({ name }) => name)).not.toContain('signing.signerAddress');
    fake.world.entry = withJob({
      state: 'completed',
      answer: {
        id: toId('a1'),
        receivedAt: '2026-11-05T10:00:00.000Z',
        kept: false,
        verified: true,
        filedAs: { entryId: toId('e2'), recordNumber: '2026/102-6' },
        file: { may: false, code: 'answer-filed' },
      },
    }).entry;
    await fake.publish({ kind: 'archive.changed', caseIds: [], entryIds: [toId('e1')] });
    await expectPage(page.getByRole('link', { name: 'Svaret er journalført som 2026/102-6' })).toBeVisible();
    await expectPage(page.getByText('Signaturen er kontrollert')).toBeVisible();
  });

  test('that is uncertain is regarded as unsent only after one has looked', async () => {
    await open(withJob({ state: 'uncertain', declareUnsent: { may: true } }), {
      'signing.declareUnsent': () => ({}),
    });
    await expectPage(page.getByText('To ting kan gjøres')).toBeVisible();
    await page.getByRole('button', { name: 'Regn som ikke sendt …' }).click();
    const dialog = page.getByRole('dialog', { name: 'Regne oppdraget som ikke sendt?' });
    await dialog.getByRole('button', { name: 'Regn som ikke sendt' }).click();
    expect(asked('signing.declareUnsent')).toEqual([]);
    await dialog.getByLabel('Jeg har sett etter').check();
    await dialog.getByRole('button', { name: 'Regn som ikke sendt' }).click();
    await expectPage(dialog).toHaveCount(0);
    expect(asked('signing.declareUnsent')).toEqual([{ jobId: 'j1' }]);
  });

  test('is cancelled after a question, and it is said when that was too late', async () => {
    await open(withJob({}), { 'signing.cancel': () => ({ outcome: 'too-late' }) });
    await page.getByRole('button', { name: 'Avbryt oppdraget …' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('button', { name: 'Avbryt oppdraget' }).click();
    await expectPage(dialog.getByText('Skriv hvorfor oppdraget avbrytes.')).toBeVisible();
    await dialog.getByLabel('Hvorfor avbrytes det?').fill('Feil mottaker');
    await dialog.getByRole('button', { name: 'Avbryt oppdraget' }).click();
    await expectPage(page.getByText('Det var for sent å avbryte')).toBeVisible();
  });

  test('gets another deadline or another signer, told beforehand what that means', async () => {
    await open(withJob({}), {
      'signing.checkDeadline': ({ deadlineDays }) => ({
        jobs: [
          {
            jobId: toId<'job'>('j1'),
            entryId: toId<'entry'>('e1'),
            recordNumber: '2026/101-1',
            title: 'Leieavtale',
            withheld: false,
            latestEnd: '2027-01-02',
            newLatestEnd: deadlineDays === 30 ? '2027-02-01' : '2027-03-01',
            signed: ['Kari Prøve'],
            waiting: ['Ola Eksempel'],
            decision: { may: true },
          },
        ],
      }),
      'signing.extend': () => ({ jobs: [{ jobId: toId<'job'>('j1'), outcome: { may: true } }] }),
      'signing.replaceSigner': () => ({}),
    });
    const dialog = page.getByRole('dialog');
    await page.getByRole('button', { name: 'Ny frist …' }).click();
    await expectPage(dialog).toContainText('kan signeres til 01.02.2027');
    await expectPage(dialog).toContainText('har signert og må signere igjen: Kari Prøve');
    await dialog.getByRole('button', { name: 'Gi ny frist' }).click();
    await expectPage(dialog).toContainText('Ferdig: alle 1.');
    await dialog.getByRole('button', { name: 'Lukk' }).last().click();
    expect(asked('signing.extend')).toEqual([{ jobIds: ['j1'], deadlineDays: 30 }]);

    await page.getByRole('button', { name: 'Bytt undertegner …' }).click();
    await expectPage(dialog).toContainText('Må signere igjen: Kari Prøve.');
    await dialog.getByLabel('I stedet for').selectOption({ label: 'Per Test' });
    await dialog.getByLabel('Navn på den nye undertegneren').fill('Line Lund');
    await dialog.getByLabel('Fødselsnummer eller D-nummer').fill('12829499914');
    await dialog.getByRole('button', { name: 'Bytt undertegner' }).click();
    await expectPage(dialog).toHaveCount(0);
    expect(asked('signing.replaceSigner')).toEqual([
      { jobId: 'j1', signerId: 's3', name: 'Line Lund', identityNumber: '12829499914' },
    ]);
  });

  test('whose answer waits for a closed case can be filed in another', async () => {
    await open(
      withJob({
        state: 'failed',
        failure: 'rejected',
        answer: {
          id: toId('a1'),
          receivedAt: '2026-11-05T10:00:00.000Z',
          kept: false,
          file: { may: false, code: 'case-closed', facts: { case: '2026/102' } },
        },
      }),
      { 'answers.file': () => ({ entryId: toId('e9') }) },
    );
    await expectPage(page.getByText('Svaret venter: saken er lukket')).toBeVisible();
    await page.getByRole('button', { name: 'Legg i en annen sak …' }).click();
    await page.getByRole('button', { name: 'Legg i 2026/101' }).click();
    await expectPage(page.getByText('Svaret er lagt i 2026/101.')).toBeVisible();
    expect(asked('answers.file')).toEqual([{ answerId: 'a1', caseId: 'c1' }]);
  });
});
