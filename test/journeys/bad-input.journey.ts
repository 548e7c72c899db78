import { expect } from '@playwright/test';
import {
  addFiles,
  becomeUser,
  expectSent,
  expedite,
  fillRecipients,
  finishEntry,
  ingrid,
  olav,
  openDispatch,
  openNewCase,
  openNewEntry,
  prepareEntry,
} from './support/clerk.ts';
import { formFile, halfPdf, pdfFile, textCalledPdf } from './support/documents.ts';
import { expectAccessible, test } from './support/segl.ts';

test('files that cannot be used are refused by name and reason, and the others stay', async ({ page }) => {
  await openNewCase(page, 'Sak med rare filer');
  await openNewEntry(page, 'Brev med vedlegg');
  const empty = { name: 'tom.pdf', mimeType: 'application/pdf', buffer: Buffer.alloc(0) };
  await addFiles(page, [
    await pdfFile('brev.pdf'),
    await halfPdf('halv.pdf'),
    textCalledPdf('tekst.pdf'),
    empty,
    await pdfFile('vedlegg.pdf'),
  ]);
  await expect(page.getByRole('tab', { name: 'Dokumenter (2)' })).toBeVisible();
  const refused = page.getByRole('tabpanel');
  for (const name of ['halv.pdf', 'tekst.pdf', 'tom.pdf'])
    await expect(refused.getByText(name).first()).toBeVisible();
  await expect(refused.getByText(/2 lagt til, 3 ikke lagt til/)).toBeAttached();
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Flytt vedlegg opp' }).click();
  await expect(page.getByRole('list', { name: 'Dokumenter' }).getByRole('listitem').first()).toContainText(
    'vedlegg',
  );
});

test('a title of 81 characters stops with the number to take away, and emoji count as the signer sees them', async ({
  page,
}) => {
  await prepareEntry(page, 'x'.repeat(81), [await pdfFile('brev.pdf')]);
  const dialog = await openDispatch(page);
  await fillRecipients(dialog, [ingrid]);
  await expect(dialog.getByText('81 av 80 tegn')).toBeVisible();
  await expect(dialog.getByText(/Tittelen har 81 tegn/).first()).toBeVisible();
  await dialog.getByRole('button', { name: 'Ekspeder', exact: true }).click();
  await expect(page.getByRole('button', { name: 'Ja, ekspeder' })).toHaveCount(0);
  await expectAccessible(page);
});

test('recipients: the same twice, a wrong digit and a D-number are each told apart', async ({ page }) => {
  await prepareEntry(page, 'Brev 🏠 med å i to tegn', [await pdfFile('brev.pdf')]);
  const dialog = await openDispatch(page);
  await fillRecipients(dialog, [ingrid, { ...olav, number: ingrid.number }]);
  await expect(dialog.getByText(/samme fødselsnummer som mottaker 1/).first()).toBeVisible();
  const second = dialog.getByRole('textbox', { name: 'Fødsels- eller D-nummer' }).nth(1);
  await second.fill('02917112146');
  await expect(dialog.getByText(/kontrollsifrene er feil/).first()).toBeVisible();
  await second.fill('57912075186');
  await expect(dialog.getByText(/Alt er klart|Ingen stopp/).first()).toBeVisible();
  await expect(dialog.getByText('23 av 80 tegn').or(dialog.getByText('22 av 80 tegn')).first()).toBeVisible();
  await dialog.getByRole('button', { name: 'Lukk og behold utkastet' }).click();
  // What was typed is there when the dialog is opened again.
  const again = await openDispatch(page);
  await expect(again.getByRole('textbox', { name: 'Navn', exact: true }).nth(1)).toHaveValue(olav.name);
});

test('two windows expediting one entry make one job, and the late one keeps what was typed', {
  tag: '@browser',
}, async ({ page, segl, browser }) => {
  await openNewCase(page, 'Sak som lukkes');
  await openNewEntry(page, 'Brev som ikke rekker fram');
  await addFiles(page, [await pdfFile('brev.pdf')]);
  await expect(page.getByRole('tab', { name: 'Dokumenter (1)' })).toBeVisible();
  await finishEntry(page);
  const dialog = await openDispatch(page);
  await fillRecipients(dialog, [ingrid]);
  await dialog.getByRole('checkbox', { name: /avtalt med lederen/ }).check();
  await dialog.getByRole('textbox', { name: /Melding til mottakerne/ }).fill('Dette skal ikke bli borte.');
  await expect(dialog.getByText(/Alt er klart|Ingen stopp/).first()).toBeVisible();
  // A second window expedites the same entry meanwhile.
  const other = await segl.openWindow(browser);
  await other.goto(page.url());
  const theirs = await openDispatch(other);
  await fillRecipients(theirs, [ingrid]);
  await expedite(other, theirs);
  await expectSent(other);
  await dialog.getByRole('button', { name: 'Ekspeder', exact: true }).click();
  const yes = page.getByRole('button', { name: 'Ja, ekspeder' });
  if ((await yes.count()) > 0) await yes.click();
  await expect(dialog.getByText(/allerede|er i gang|ekspedert/i).first()).toBeVisible();
  await expect(dialog.getByRole('textbox', { name: /Melding til mottakerne/ })).toHaveValue(
    'Dette skal ikke bli borte.',
  );
  await other.context().close();
});

test('only the document centre changes the deadline', async ({ page }) => {
  await prepareEntry(page, 'Brev med frist', [await pdfFile('brev.pdf')]);
  const dialog = await openDispatch(page);
  await expect(dialog.getByText(/Bare dokumentsenteret kan endre den/)).toBeVisible();
  await dialog.getByRole('button', { name: 'Lukk og behold utkastet' }).click();
  await becomeUser(page, 'Liv Sørdal Moe');
  const theirs = await openDispatch(page);
  const deadline = theirs
    .getByRole('spinbutton', { name: 'Frist i dager' })
    .or(theirs.getByRole('textbox', { name: 'Frist i dager' }));
  await deadline.fill('91');
  await expect(theirs.getByText(/1 og 90|1 til 90/).first()).toBeVisible();
  await deadline.fill('14');
  await expect(theirs.getByText(/Senest/).first()).toBeVisible();
});

test('with the signing service away the dispatch waits and says so', async ({ page, segl }) => {
  await prepareEntry(page, 'Brev uten nett', [await pdfFile('brev.pdf')]);
  const dialog = await openDispatch(page);
  await fillRecipients(dialog, [ingrid]);
  await segl.steerPortal('modes', { fail: { count: 3, status: 503, route: 'create' } });
  await expedite(page, dialog);
  await page.getByRole('tab', { name: /Signering/ }).click();
  // A 503 may come after the job was made: it is never sent again by itself, and the clerk is told the two ways out.
  await expect(page.getByText('To ting kan gjøres')).toBeVisible();
  await expectAccessible(page);
});

test('a form whose value cannot be shown stops the dispatch, and says on which page', async ({ page }) => {
  await prepareEntry(page, 'Skjema om tilskudd', [
    await formFile('søknad.pdf', 'Kari Nordmann'),
    await formFile('vedlegg.pdf', '\u4e2d\u6587'),
  ]);
  const dialog = await openDispatch(page);
  await expect(
    dialog.getByText(/Side 1 i «vedlegg» har et utfylt skjemafelt som ikke kan vises/).first(),
  ).toBeVisible();
});
