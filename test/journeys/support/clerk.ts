import { expect, type Locator, type Page } from '@playwright/test';
import type { UploadedFile } from './documents.ts';

/** Synthetic persons that the local portal knows by name. */
export const ingrid = { name: 'Ingrid Solberg Testvik', number: '14838511091' } as const;
export const olav = { name: 'Olav Granitt Fjellprøve', number: '02917112145' } as const;
type Person = { readonly name: string; readonly number: string };

/** What a clerk does at the desk, by the names that stand on the screen. */
export async function openNewCase(page: Page, title: string): Promise<void> {
  await page.getByRole('button', { name: 'Ny sak' }).click();
  const dialog = page.getByRole('dialog', { name: 'Ny sak' });
  await dialog.getByRole('textbox', { name: 'Tittel', exact: true }).fill(title);
  await dialog.getByRole('combobox', { name: 'Klasse' }).fill('613');
  await dialog.getByRole('option').first().click();
  await dialog.getByRole('button', { name: 'Opprett saken' }).click();
  await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible();
}

export async function openNewEntry(page: Page, title: string): Promise<void> {
  await page.getByRole('button', { name: 'Ny journalpost' }).click();
  const dialog = page.getByRole('dialog', { name: /Ny journalpost/ });
  await dialog.getByRole('textbox', { name: 'Tittel', exact: true }).fill(title);
  await dialog.getByRole('textbox', { name: 'Mottaker' }).fill(ingrid.name);
  await dialog.getByRole('button', { name: 'Opprett journalposten' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(title.normalize('NFC').trim());
}

export async function addFiles(page: Page, files: readonly UploadedFile[]): Promise<void> {
  const choosing = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Velg filer' }).click();
  await (await choosing).setFiles([...files]);
}

export async function finishEntry(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Ferdigstill', exact: true }).click();
  await expect(page.getByText('Låst: ferdigstilt')).toBeVisible();
}

/** A finished outgoing entry with a two-page main document and one attachment, in a case of its own. */
export async function prepareEntry(page: Page, title: string, files: readonly UploadedFile[]): Promise<void> {
  await openNewCase(page, `Sak om ${title}`);
  await openNewEntry(page, title);
  await addFiles(page, files);
  await expect(page.getByRole('tab', { name: `Dokumenter (${files.length})` })).toBeVisible();
  await finishEntry(page);
}

export async function openDispatch(page: Page): Promise<Locator> {
  await page.getByRole('button', { name: 'Ekspeder', exact: true }).click();
  const dialog = page.getByRole('dialog', { name: /Ekspeder som e-signering/ });
  await expect(dialog.getByText(/Ingen stopp|stopp/).first()).toBeVisible();
  return dialog;
}

export async function fillRecipients(dialog: Locator, persons: readonly Person[]): Promise<void> {
  const names = dialog.getByRole('textbox', { name: 'Navn', exact: true });
  for (const [position, person] of persons.entries()) {
    if ((await names.count()) <= position)
      await dialog.getByRole('button', { name: 'Legg til mottaker' }).click();
    await names.nth(position).fill(person.name);
    await dialog.getByRole('textbox', { name: 'Fødsels- eller D-nummer' }).nth(position).fill(person.number);
  }
}

/** Presses «Ekspeder», reads the question and answers yes. */
export async function expedite(page: Page, dialog: Locator): Promise<void> {
  await dialog.getByRole('checkbox', { name: /avtalt med lederen/ }).check();
  await expect(dialog.getByText(/Alt er klart|Ingen stopp/).first()).toBeVisible();
  await dialog.getByRole('button', { name: 'Ekspeder', exact: true }).click();
  await page.getByRole('button', { name: 'Ja, ekspeder' }).click();
  await expect(dialog).toBeHidden();
}

/** The tab with the newest job, once the service has taken it. */
export async function expectSent(page: Page): Promise<void> {
  await page.getByRole('tab', { name: /Signering/ }).click();
  await expect(page.getByRole('heading', { level: 2, name: 'Til signering' })).toBeVisible();
}

/** The address beside a signer in the window; a person of flesh and blood would get it by e-mail. */
export async function signerAddress(page: Page, person: Person): Promise<string> {
  const opened = page.context().waitForEvent('page');
  await page.getByRole('button', { name: `Åpne signeringssiden til ${person.name}` }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Åpne siden' }).click();
  const tab = await opened;
  await tab.waitForURL(/oppdrag/);
  const address = tab.url();
  await tab.close();
  return address;
}

/** Training lets one person take another's seat, to see what each role may do. */
export async function becomeUser(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name: /Brukermeny/ }).click();
  const seat = page.getByRole('combobox', { name: 'Bytt bruker' });
  await seat.selectOption({
    label: (await seat.getByRole('option', { name: new RegExp(name) }).textContent()) ?? '',
  });
  await expect(page.getByRole('button', { name: `Brukermeny for ${name}` })).toBeVisible();
  await page.keyboard.press('Escape');
}
