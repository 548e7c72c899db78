import { expect as expectPage, type Page } from '@playwright/test';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { aDocument, address, aFinding, anEntry, fakeWithEntry } from '../../../support/fake-entries.ts';
import { openRendererHouse, type RendererHouse } from '../../../support/open-renderer.ts';

let house: RendererHouse;
let page: Page;
beforeAll(async () => {
  house = await openRendererHouse();
});
afterAll(() => house?.close());
afterEach(() => page?.context().close());
const dialog = () => page.getByRole('dialog', { name: /Ekspeder som e-signering/ });

test('who stands in the journal but is not sent to is settled from the finding itself', async () => {
  const unsent = new Set(['Ola Eksempel', 'Prøvefirma AS']);
  const fake = await fakeWithEntry(
    {
      entry: anEntry({ status: 'F', documents: [aDocument('d1', 'Leieavtale', 1)] }),
      findings: () =>
        [...unsent].map((name) => aFinding('party-not-sent-to', 'stop', 'recipients', { party: name, name })),
    },
    {
      'dispatch.settleParty': ({ partyId }) => {
        unsent.delete(partyId);
        return {};
      },
    },
  );
  page = await house.open(fake, { address });
  await page.getByRole('heading', { level: 1 }).waitFor();
  await page.keyboard.press('Control+Enter');
  await expectPage(dialog().getByText(/er ikke blant dem dokumentet sendes til/)).toHaveCount(2);
  await dialog().getByRole('button', { name: 'Gjør Ola Eksempel til kopimottaker' }).click();
  await expectPage(dialog().getByText('Ola Eksempel er nå kopimottaker.')).toBeAttached();
  await dialog().getByRole('button', { name: 'Fjern Prøvefirma AS fra partene' }).click();
  await expectPage(dialog().getByText('Alt er klart')).toBeVisible();
  const asked = fake.calls.filter(({ name }) => name === 'dispatch.settleParty');
  expect(asked.map(({ input }) => input)).toMatchObject([
    { partyId: 'Ola Eksempel', as: 'copy' },
    { partyId: 'Prøvefirma AS', as: 'removed' },
  ]);
});
