import { expect, type Page } from '@playwright/test';
import {
  addFiles,
  expectSent,
  fillRecipients,
  finishEntry,
  ingrid,
  olav,
  openDispatch,
  openNewCase,
  openNewEntry,
} from './support/clerk.ts';
import { pdfFile } from './support/documents.ts';
import { expectAccessible, test } from './support/segl.ts';

/** A finished entry whose journal names Ingrid, in a dialog that sends it to Olav. */
async function openTypedOver(page: Page, title: string) {
  await openNewCase(page, `Sak om ${title}`);
  await openNewEntry(page, title);
  await addFiles(page, [await pdfFile('avtale.pdf')]);
  await expect(page.getByRole('tab', { name: 'Dokumenter (1)' })).toBeVisible();
  await finishEntry(page);
  const dialog = await openDispatch(page);
  await fillRecipients(dialog, [olav]);
  await expect(dialog.getByText(`${ingrid.name} står som mottaker på journalposten`)).toBeVisible();
  return dialog;
}

test('one whom the document does not go to is taken from the parties by mouse, and the journal names who it goes to', async ({
  page,
}) => {
  const dialog = await openTypedOver(page, 'Avtale om brøyting');
  await dialog.getByRole('button', { name: `Fjern ${ingrid.name} fra partene` }).click();
  await expect(dialog.getByText('står som mottaker på journalposten')).toHaveCount(0);
  await expect(dialog.getByText(/viser fødselsnummeret til alle som signerer/)).toBeVisible();
  await dialog.getByRole('checkbox', { name: /avtalt med lederen/ }).check();
  await expectAccessible(page);
  await expect(dialog.getByText(/Alt er klart|Ingen stopp/).first()).toBeVisible();
  await dialog.getByRole('button', { name: 'Ekspeder', exact: true }).click();
  await page.getByRole('button', { name: 'Ja, ekspeder' }).click();
  await expect(dialog).toBeHidden();
  await expectSent(page);
  await page.getByRole('tab', { name: /Parter/ }).click();
  const parties = page.getByRole('tabpanel');
  await expect(parties.getByText(olav.name)).toBeVisible();
  await expect(parties.getByText(ingrid.name)).toHaveCount(0);
});

test('one whom the document does not go to becomes a copy recipient, all by keyboard', async ({ page }) => {
  const dialog = await openTypedOver(page, 'Avtale om strøing');
  await dialog.getByRole('button', { name: `Gjør ${ingrid.name} til kopimottaker` }).focus();
  await page.keyboard.press('Enter');
  await expect(dialog.getByText('står som mottaker på journalposten')).toHaveCount(0);
  await dialog.getByRole('checkbox', { name: /avtalt med lederen/ }).focus();
  await page.keyboard.press('Space');
  await expect(dialog.getByText(/Alt er klart|Ingen stopp/).first()).toBeVisible();
  await page.keyboard.press('Control+Enter');
  const confirm = page.getByRole('button', { name: 'Ja, ekspeder' });
  await expect(confirm).toBeVisible();
  await confirm.focus();
  await page.keyboard.press('Enter');
  await expect(dialog).toBeHidden();
  await expectSent(page);
  const tab = page.getByRole('tab', { name: /Parter/ });
  await tab.focus();
  await page.keyboard.press('Enter');
  const copy = page.getByRole('row', { name: new RegExp(ingrid.name) });
  await expect(copy).toContainText('Kopimottaker');
  await expect(page.getByRole('row', { name: new RegExp(olav.name) })).toContainText('Mottaker');
});
