import { AxeBuilder } from '@axe-core/playwright';
import { expect as expectPage, type Page } from '@playwright/test';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { toId } from '../../../../domain/basics.ts';
import { verdictPart } from '../../../../domain/verdict.ts';
import type { VerdictView } from '../../../../preload/contract/verdict-view.ts';
import type { JobView } from '../../../../preload/contract/views.ts';
import { address, aJob, anEntry, fakeWithEntry } from '../../../support/fake-entries.ts';
import { openRendererHouse, type RendererHouse } from '../../../support/open-renderer.ts';

let house: RendererHouse;
let page: Page;
beforeAll(async () => {
  house = await openRendererHouse();
});
afterAll(() => house?.close());
afterEach(() => page?.context().close());

async function open(verdict: VerdictView, verified: boolean): Promise<void> {
  const answer: JobView['answer'] = {
    id: toId<'answer'>('a1'),
    receivedAt: '2026-11-05T10:00:00.000Z',
    kept: false,
    verified,
    verdict,
    filedAs: { entryId: toId<'entry'>('e2'), recordNumber: '2026/102-6' },
    file: { may: false, code: 'answer-filed' },
  };
  const entry = anEntry({ status: 'E', jobs: [aJob({ state: 'completed', answer })] });
  page = await house.open(await fakeWithEntry({ entry }), { address });
  await page.getByRole('heading', { level: 1 }).waitFor();
}
const list = () => page.getByRole('region', { name: 'Kontroll av det signerte dokumentet' });

const sealed = verdictPart('sealed', {
  by: 'Posten Bring AS',
  organisation: '984661185',
  time: '2026-11-05T10:00:00.000Z',
  timeSource: 'receipt',
  revocation: 'not-known',
});

test('a document that is in order is told part by part', async () => {
  await open(
    {
      sealedBy: sealed,
      unchanged: verdictPart('unchanged'),
      isWhatWasSent: verdictPart('same-document', { pages: 3 }),
      evidence: [
        {
          ...verdictPart('evidence-holds', { name: 'Kari Prøve', signedAt: '2026-11-05T09:12:00.000Z' }),
          signerName: 'Kari Prøve',
        },
      ],
    },
    true,
  );
  await expectPage(list().getByText('Kontrollert', { exact: true })).toBeVisible();
  await expectPage(list().getByRole('listitem')).toHaveCount(4);
  await expectPage(list().getByText('Posten Bring AS (org.nr. 984 661 185)')).toBeVisible();
  await expectPage(list().getByText('Alle 3 sidene er de som ble sendt')).toBeVisible();
  await expectPage(list().getByText('Tjenesten har bevis for at Kari Prøve signerte')).toBeVisible();
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
  if (process.env.SEGL_SHOTS) await page.screenshot({ path: `${process.env.SEGL_SHOTS}/verdict-yes.png` });
});

test('one that is not says what is wrong, where, and whom to ask', async () => {
  await open(
    {
      sealedBy: sealed,
      unchanged: verdictPart('altered-after-seal', { what: 'Pages' }),
      isWhatWasSent: verdictPart('page-differs', { page: 2, signedPage: 3 }),
      evidence: [{ ...verdictPart('missing'), signerName: 'Kari Prøve' }],
    },
    false,
  );
  await expectPage(list().getByText('Ikke kontrollert', { exact: true })).toBeVisible();
  await expectPage(list().getByText('Side 2 er en annen enn den som ble sendt.')).toBeVisible();
  await expectPage(list().getByText('Tjenesten ga ikke noe bevis for signaturen.')).toBeVisible();
  await expectPage(list().getByText('Spør dokumentsenteret')).toBeVisible();
  await expectPage(list().getByRole('img', { name: 'Ikke i orden' })).toHaveCount(3);
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
  if (process.env.SEGL_SHOTS) await page.screenshot({ path: `${process.env.SEGL_SHOTS}/verdict-no.png` });
});
