import { expect, type Page } from '@playwright/test';
import { expectAccessible } from './segl.ts';

/** The last step of setting up: the key is shown, and entered as from paper. Gives what was shown. */
export async function makeRecoveryKey(page: Page): Promise<string> {
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Gjenopprettingsnøkkel');
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Lag gjenopprettingsnøkkel' }).click();
  const sheet = page.locator('.vault-key');
  await expect(sheet).toContainText('AGE-SECRET-KEY-1');
  await expectAccessible(page);
  // Groups are set apart by blanks, the last one too.
  const shown = ((await sheet.textContent()) ?? '').trim();
  await page.getByRole('button', { name: 'Jeg har skrevet ut eller skrevet av nøkkelen' }).click();
  await expectAccessible(page);
  await page.getByLabel('Skriv inn nøkkelen fra arket').fill(shown.slice(0, -1));
  await page.getByRole('button', { name: 'Prøv nøkkelen' }).click();
  await expect(page.getByRole('alert')).toContainText('Noe er utelatt eller skrevet feil');
  await page.getByLabel('Skriv inn nøkkelen fra arket').fill(shown);
  await page.getByRole('button', { name: 'Prøv nøkkelen' }).click();
  return shown;
}
