import { AxeBuilder } from '@axe-core/playwright';
import { expect as expectPage, type Page } from '@playwright/test';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { toSha256 } from '../../../../domain/basics.ts';
import { aDocument, address, aFinding, anEntry, fakeWithEntry } from '../../../support/fake-entries.ts';
import { openRendererHouse, type RendererHouse } from '../../../support/open-renderer.ts';

let house: RendererHouse;
let page: Page;
beforeAll(async () => {
  house = await openRendererHouse();
});
afterAll(() => house?.close());
afterEach(() => page?.context().close());

test('a dispatch over the limit is brought under it: seen before and after, and kept when accepted', async () => {
  let heavy = 3_400_000;
  const seen = toSha256('c'.repeat(64));
  const fake = await fakeWithEntry(
    {
      entry: anEntry({ documents: [aDocument('d0', 'Avtale', 1), aDocument('d1', 'Skann', 2)] }),
      findings: () =>
        heavy > 3_000_000
          ? [
              aFinding('merged-too-large', 'stop', 'documents', {
                bytes: 3_422_000,
                max: 3_145_728,
                over: 276_272,
              }),
            ]
          : [],
    },
    {
      'shrinking.make': () => ({
        sha256: seen,
        url: '/files/object/1',
        bytes: 800_000,
        before: 3_400_000,
        pages: 3,
        images: 12,
        left: 1,
      }),
      'shrinking.accept': () => {
        heavy = 800_000;
        fake.world.weights = { d1: heavy };
        return {};
      },
    },
  );
  fake.world.weights = { d1: heavy };
  page = await house.open(fake, { address });
  await page.getByRole('heading', { level: 1 }).waitFor();
  await page.keyboard.press('Control+Enter');
  const dialog = page.getByRole('dialog', { name: /Ekspeder som e-signering/ });
  await expectPage(dialog.getByText('Over grensen med 270 kB.')).toBeVisible();
  await expectPage(dialog.getByRole('meter')).toHaveAttribute('aria-valuetext', /Over grensen/);
  await expectPage(dialog.getByText('Tyngst')).toHaveCount(1);
  // The heaviest is the one that is proposed.
  await dialog.getByRole('button', { name: /^Gjør bildene mindre: Dokumentet er/ }).press('Enter');
  const shrinking = page.getByRole('dialog', { name: 'Gjør bildene mindre i «Skann»' });
  await shrinking.getByRole('button', { name: 'Vis resultatet' }).press('Enter');
  await expectPage(shrinking.getByText('Fra 3,2 MB til 781 kB.')).toBeVisible();
  await expectPage(shrinking.getByText('Side 1 av 3').first()).toBeVisible();
  expect((await new AxeBuilder({ page }).analyze()).violations.map(({ id }) => id)).toEqual([]);
  expect(fake.calls.filter(({ name }) => name === 'shrinking.accept')).toEqual([]);
  await shrinking.getByRole('button', { name: 'Bruk den mindre filen' }).press('Enter');
  await expectPage(shrinking).toBeHidden();
  await expectPage(dialog.getByText('Alt er klart')).toBeVisible();
  await expectPage(dialog.getByRole('heading', { name: 'Kontroll' })).toBeFocused();
  await expectPage(dialog.getByText(/Innenfor grensen/)).toBeVisible();
  expect(fake.calls.find(({ name }) => name === 'shrinking.accept')?.input).toMatchObject({ seen });
});
