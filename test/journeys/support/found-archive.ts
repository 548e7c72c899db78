import { expect, type Page } from '@playwright/test';

/** Fills in «Opprett driftsarkivet» and sends it. */
export async function foundArchive(page: Page): Promise<void> {
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Opprett driftsarkivet');
  await page.getByLabel('Navn på kommunen').fill('Prøvevik kommune');
  await page.getByLabel('Organisasjonsnummer').fill('974760673');
  await page.getByLabel('Navn', { exact: true }).fill('Siri Systemeier');
  await page.getByLabel('Initialer').fill('SS');
  await page.getByLabel('Enhet').fill('Dokumentsenteret');
  await page.getByRole('button', { name: 'Opprett arkivet' }).click();
}
