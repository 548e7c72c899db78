import { expect } from '@playwright/test';
import { expectAccessible, test } from './support/segl.ts';

test('the first start opens the training archive at the desk', async ({ page }) => {
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await expect(page.getByText(/opplæring/i).first()).toBeVisible();
  await expectAccessible(page);
});
test('the address works once, and the window survives being loaded again', { tag: '@browser' }, async ({
  page,
  segl,
  browser,
}) => {
  await page.reload();
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  const other = await (await browser.newContext()).newPage();
  const reply = await other.goto(segl.url);
  expect(reply?.status()).toBe(403);
});
test('signers have a page of their own', async ({ signer }) => {
  await expect(signer.getByRole('heading', { level: 1 })).toBeVisible();
});
