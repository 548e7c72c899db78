import { expect, type Page } from '@playwright/test';

/** Follows the address, logs in as the person it names, and reads the page. */
async function openAsSigner(signer: Page, address: string, name: string): Promise<void> {
  await signer.goto(address);
  const others = signer.getByRole('button', { name: 'Logg ut' });
  if ((await others.count()) > 0 && !(await signer.getByText(`Logget inn som ${name}`).count())) {
    await others.click();
    await signer.goto(address);
  }
  const logIn = signer.getByRole('button', { name: 'Logg inn', exact: true });
  if ((await logIn.count()) > 0) await logIn.click();
  await expect(signer.getByText(`Logget inn som ${name}`)).toBeVisible();
}

export async function sign(signer: Page, address: string, name: string): Promise<void> {
  await openAsSigner(signer, address, name);
  const read = signer.getByRole('checkbox', { name: /Jeg har lest dokumentet/ });
  // By keyboard: the browser's own PDF viewer in the page takes clicks away now and then while it loads.
  await read.press('Space');
  await expect(read).toBeChecked();
  await signer.getByRole('button', { name: 'Signer', exact: true }).press('Enter');
  await expect(signer.getByRole('heading', { name: 'Du har signert' })).toBeVisible();
}

export async function refuse(signer: Page, address: string, name: string): Promise<void> {
  await openAsSigner(signer, address, name);
  await signer.getByRole('button', { name: 'Avvis', exact: true }).press('Enter');
  await signer.getByRole('button', { name: 'Bekreft avvisning' }).click();
  await expect(signer.getByRole('heading', { name: 'Du har avvist' })).toBeVisible();
}

/** It is not this signer's turn, or the job has ended. */
export async function expectNotOpen(signer: Page, address: string, name: string): Promise<void> {
  await openAsSigner(signer, address, name);
  await expect(signer.getByRole('button', { name: 'Signer', exact: true })).toHaveCount(0);
}
