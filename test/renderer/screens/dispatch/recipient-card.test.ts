import { expect as expectPage, type Page } from '@playwright/test';
import { afterAll, afterEach, beforeAll, test } from 'vitest';
import { aDocument, address, aFinding, anEntry, fakeWithEntry } from '../../../support/fake-entries.ts';
import { openRendererHouse, type RendererHouse } from '../../../support/open-renderer.ts';

let house: RendererHouse;
let page: Page;
beforeAll(async () => {
  house = await openRendererHouse();
});
afterAll(() => house?.close());
afterEach(() => page?.context().close());

test.each([
  ['firm-name-missing', {}, 'Virksomhet', /virksomhet uten navn/],
  ['firm-number-wrong', { firm: 'Bygg AS' }, 'Organisasjonsnummer', /Organisasjonsnummeret til Bygg AS/],
] as const)('%s stands at the field it is about, and leads there', async (code, more, label, sentence) => {
  const facts = { name: 'Ola Eksempel', number: 1, ...more };
  const fake = await fakeWithEntry({
    entry: anEntry({ status: 'F', documents: [aDocument('d1', 'Leieavtale', 1)] }),
    findings: () => [aFinding(code, 'stop', 'recipients.0', facts)],
  });
  page = await house.open(fake, { address });
  await page.getByRole('heading', { level: 1 }).waitFor();
  await page.keyboard.press('Control+Enter');
  const dialog = page.getByRole('dialog', { name: /Ekspeder som e-signering/ });
  await dialog.getByRole('switch', { name: /Signerer for en virksomhet/ }).click();
  const field = dialog.getByRole('textbox', { name: new RegExp(label) });
  await field.focus();
  await field.blur();
  await expectPage(field).toHaveAttribute('aria-invalid', 'true');
  await dialog
    .getByRole('button', { name: sentence })
    .or(dialog.getByRole('link', { name: sentence }))
    .first()
    .click();
  await expectPage(field).toBeFocused();
});
