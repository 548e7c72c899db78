import { expect } from '@playwright/test';
import { expectAccessible, test } from './support/segl.ts';

const screens = [
  ['#/', 'Arbeidsbord'],
  ['#/kurv/my-drafts', 'Mine påbegynte'],
  ['#/kurv/arrears', 'Restanser'],
  ['#/kurv/unregistered', 'Uregistrerte dokumenter'],
  ['#/kurv/sending', 'Under sending'],
  ['#/kurv/out-for-signing', 'Til signering'],
  ['#/kurv/failed-dispatch', 'Feilet ekspedering'],
  ['#/kurv/signed', 'Fullført signering'],
  ['#/kurv/refused', 'Avvist eller utløpt'],
  ['#/kurv/undeliverable', 'Kan ikke leveres'],
  ['#/saker', 'Saker'],
  ['#/innstillinger', 'Innstillinger'],
] as const;

test('every screen is accessible, and none is wider than the window at 200 % zoom', async ({ page }) => {
  for (const [address, heading] of screens) {
    await page.evaluate((hash) => {
      location.hash = hash;
    }, address);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(heading);
    await expectAccessible(page);
    await page.setViewportSize({ width: 640, height: 400 });
    const overflow = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(overflow, `${heading} at 200 %`).toBeLessThanOrEqual(0);
    await page.setViewportSize({ width: 1280, height: 800 });
  }
});

test('a search finds a case by a word in it, and says what to try when there is none', async ({ page }) => {
  await page.getByRole('link', { name: 'Saker', exact: true }).click();
  const search = page
    .getByRole('searchbox')
    .or(page.getByRole('textbox', { name: /Søk i saker/ }))
    .first();
  await search.fill('husleie');
  await expect(page.getByRole('grid').getByRole('row').nth(1)).toBeVisible();
  await search.fill('finnesikkeiarkivet');
  await expect(page.getByRole('grid').getByRole('row')).toHaveCount(0);
  await expectAccessible(page);
});

test('in dark mode every screen keeps its contrast', async ({ page }) => {
  await page.emulateMedia({ colorScheme: 'dark' });
  for (const [address, heading] of screens.slice(0, 3)) {
    await page.evaluate((hash) => {
      location.hash = hash;
    }, address);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(heading);
    await expectAccessible(page);
  }
});
