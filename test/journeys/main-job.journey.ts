import { expect } from '@playwright/test';
import {
  becomeUser,
  expectSent,
  expedite,
  fillRecipients,
  ingrid,
  olav,
  openDispatch,
  prepareEntry,
  signerAddress,
} from './support/clerk.ts';
import { pdfFile } from './support/documents.ts';
import { expectAccessible, test } from './support/segl.ts';
import { expectNotOpen, refuse, sign } from './support/signer.ts';

test('two persons sign in order, and the signed document comes back to the case', async ({
  page,
  signer,
}) => {
  await prepareEntry(page, 'Husleiekontrakt Prøveveien 1', [
    await pdfFile('kontrakt.pdf', 2),
    await pdfFile('vilkår.pdf', 3),
  ]);
  const dialog = await openDispatch(page);
  await fillRecipients(dialog, [ingrid, olav]);
  await dialog.getByRole('radio', { name: /Én etter én/ }).check();
  await expect(dialog.getByText(`Først ${ingrid.name}`)).toBeVisible();
  await dialog.getByRole('textbox', { name: /Melding til mottakerne/ }).fill('Les gjennom før fredag.');
  await expect(dialog.getByText('5 sider').first()).toBeVisible();
  await expectAccessible(page);
  await expedite(page, dialog);
  await expectSent(page);
  await expectAccessible(page);
  const first = await signerAddress(page, ingrid);
  const second = await signerAddress(page, olav);
  await expectNotOpen(signer, second, olav.name);
  await sign(signer, first, ingrid.name);
  await expect(page.getByRole('row', { name: new RegExp(ingrid.name) }).getByText('Signert')).toBeVisible();
  await sign(signer, second, olav.name);

  const filed = page.getByRole('link', { name: /Svaret er journalført som/ });
  await expect(filed).toBeVisible();
  const verdict = page.getByRole('region', { name: 'Kontroll av det signerte dokumentet' });
  await expect(verdict.getByText('Kontrollert', { exact: true })).toBeVisible();
  await filed.click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Signert: Husleiekontrakt Prøveveien 1');
  await expect(page.getByText('Signert og kontrollert')).toBeVisible();
  // Front page and the five that were sent.
  await expect(page.getByText('Side 1 av 6').first()).toBeVisible();
  await page.getByRole('tab', { name: /Parter/ }).click();
  await expect(page.getByText(ingrid.name)).toBeVisible();
  await expect(page.getByText(olav.name)).toBeVisible();
  await expect(page.getByRole('link', { name: /Husleiekontrakt Prøveveien 1/ }).first()).toBeVisible();
  await expectAccessible(page);
});

test('one refusal ends the job and comes back as a note that says who and when', async ({ page, signer }) => {
  await prepareEntry(page, 'Avtale om støttekontakt', [await pdfFile('avtale.pdf')]);
  const dialog = await openDispatch(page);
  await fillRecipients(dialog, [ingrid, olav]);
  await expedite(page, dialog);
  await expectSent(page);
  const [first, second] = [await signerAddress(page, ingrid), await signerAddress(page, olav)];
  await refuse(signer, first, ingrid.name);
  await expect(page.getByRole('heading', { level: 2, name: /Avvist/ })).toBeVisible();
  await expectNotOpen(signer, second, olav.name);
  await page.getByRole('link', { name: /Svaret er journalført som/ }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(
    'Avvist signering: Avtale om støttekontakt',
  );
  await expect(page.getByRole('region', { name: /Forhåndsvisning/ })).toContainText(ingrid.name);
});

test('a deadline that passes comes back as an expiry', async ({ page, segl }) => {
  await prepareEntry(page, 'Avtale om båtplass', [await pdfFile('avtale.pdf')]);
  const dialog = await openDispatch(page);
  await fillRecipients(dialog, [ingrid]);
  await expedite(page, dialog);
  await expectSent(page);
  await segl.steerPortal('clock', { advanceSeconds: 31 * 86_400 });
  await page.getByRole('button', { name: 'Hent svar nå' }).click();
  await page.getByRole('link', { name: /Svaret er journalført som/ }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Utløpt signering: Avtale om båtplass');
});

test('an answer to a closed case waits in its basket until the case is opened again', async ({
  page,
  signer,
}) => {
  await prepareEntry(page, 'Avtale om leie av idrettshall', [await pdfFile('avtale.pdf')]);
  const dialog = await openDispatch(page);
  await fillRecipients(dialog, [ingrid]);
  await expedite(page, dialog);
  await expectSent(page);
  const address = await signerAddress(page, ingrid);
  await becomeUser(page, 'Liv Sørdal Moe');
  await page
    .getByRole('main')
    .getByRole('link', { name: /Sak om Avtale/ })
    .click();
  await page.getByRole('button', { name: 'Avslutt saken' }).click();
  const closing = page.getByRole('dialog');
  await expect(closing.getByText(/Ett signeringsoppdrag er ikke ferdig/)).toBeVisible();
  await closing.getByRole('button', { name: 'Avslutt saken' }).click();
  await expect(page.getByRole('button', { name: 'Gjenåpne saken' })).toBeVisible();

  await sign(signer, address, ingrid.name);
  await expect(page.getByText(/1 svar på signering venter/)).toBeVisible();
  await page.getByRole('link', { name: /Kan ikke leveres/ }).click();
  await expect(page.getByRole('link', { name: 'Avtale om leie av idrettshall' })).toBeVisible();
  await expectAccessible(page);

  await page.getByRole('link', { name: 'Avtale om leie av idrettshall' }).click();
  await page
    .getByRole('main')
    .getByRole('link', { name: /Sak om Avtale/ })
    .click();
  await page.getByRole('button', { name: 'Gjenåpne saken' }).click();
  await page.getByRole('dialog').getByRole('textbox', { name: 'Begrunnelse' }).fill('Svar fra undertegner');
  await page.getByRole('dialog').getByRole('button', { name: 'Gjenåpne saken' }).click();
  await expect(page.getByRole('link', { name: 'Signert: Avtale om leie av idrettshall' })).toBeVisible();
});
