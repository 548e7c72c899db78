import { expect } from '@playwright/test';
import { becomeUser } from './support/clerk.ts';
import { goTo, registerScreened, secret, secrets } from './support/screened-entry.ts';
import { expectAccessible, test } from './support/segl.ts';

test('the system owner takes a clearance away, and what stands open at another window closes at once @browser', async ({
  page,
  segl,
  browser,
}) => {
  const { entryId } = await registerScreened(page);
  await becomeUser(page, 'Liv Sørdal Moe');
  await goTo(page, `#/post/${entryId}`);
  await expect(page.getByRole('heading', { level: 1 })).toContainText(secret.title);
  await expect(page.getByRole('region', { name: /Forhåndsvisning/ })).toBeVisible();
  await page.getByRole('button', { name: 'Endre opplysninger' }).click();
  const dialog = page.getByRole('dialog');
  const title = dialog.getByRole('textbox', { name: 'Tittel', exact: true });
  await title.press('End');
  await title.pressSequentially(' i Storgata');

  const other = await segl.openWindow(browser);
  await becomeUser(other, 'Jonas Tveiten');
  // Each browser has a person of its own.
  await expect(page.getByRole('button', { name: 'Brukermeny for Liv Sørdal Moe' })).toBeVisible();
  await expect(dialog).toBeVisible();
  await goTo(other, '#/tilgang/users');
  await other.getByRole('button', { name: 'Valg for Liv Sørdal Moe', exact: true }).click();
  await other.getByRole('menuitem', { name: 'Rettigheter', exact: true }).click();
  await other.getByRole('button', { name: /^Fjern UO / }).click();
  await other.getByRole('dialog').getByRole('button', { name: 'Lagre' }).click();
  await expect(other.getByRole('dialog')).toBeHidden();

  await expect(dialog).toBeHidden();
  const notice = page.getByRole('alert').filter({ hasText: 'skjermet for deg' });
  await expect(notice).toBeVisible();
  await expect(page.getByRole('heading', { level: 1 })).not.toContainText(secret.title);
  for (const word of secrets) await expect(page.locator('html')).not.toContainText(word);
  expect(await page.title()).not.toContain(secret.title);
  await expectAccessible(page);
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await notice.getByRole('button', { name: 'Kopier det du skrev' }).click();
  await expect(notice).toContainText('Kopiert');
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  expect(copied).toContain('i Storgata');
  expect(copied).not.toContain(secret.title);
  await page.screenshot({ path: 'out/test/rights-lost.png' });
  // Not even the way back leads to it.
  await page.goBack();
  await page.goForward();
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await expect(page.locator('html')).not.toContainText(secret.title);
  await other.context().close();
});

test('a role that ends closes the form that is being filled in, and its button goes @browser', async ({
  page,
  segl,
  browser,
}) => {
  await becomeUser(page, 'Hanne Bråten Lie');
  await page.getByRole('button', { name: 'Ny sak' }).click();
  await page
    .getByRole('dialog')
    .getByRole('textbox', { name: 'Tittel', exact: true })
    .pressSequentially('Klage');
  const other = await segl.openWindow(browser);
  await becomeUser(other, 'Jonas Tveiten');
  await goTo(other, '#/tilgang/users');
  await other.getByRole('button', { name: 'Valg for Hanne Bråten Lie', exact: true }).click();
  await other.getByRole('menuitem', { name: 'Rettigheter', exact: true }).click();
  await other.getByRole('button', { name: /^Fjern Saksbehandler / }).click();
  await other.getByRole('dialog').getByRole('button', { name: 'Lagre' }).click();
  await expect(other.getByRole('dialog')).toBeHidden();

  await expect(page.getByRole('dialog')).toBeHidden();
  const notice = page.getByRole('alert').filter({ hasText: 'Kopier det du skrev' });
  await expect(notice).toBeVisible();
  await expect(page.getByRole('button', { name: 'Ny sak' })).toBeHidden();
  await other.context().close();
});
