import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test as base, expect } from '@playwright/test';
import { makeRecoveryKey } from './support/recovery-key.ts';
import { expectAccessible } from './support/segl.ts';
import { type StartedHost, startHost } from './support/start-host.ts';

const legacy = 'test/adapters/posten/fixtures/legacy-rc2.p12';

/** Segl started with `--production` on an empty folder, by a user of the machine who has never started it. */
const test = base.extend<{ readonly segl: StartedHost }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixture's needs from the pattern
  segl: async ({}, use) => {
    const folder = mkdtempSync(join(tmpdir(), 'segl-drift-'));
    const home = mkdtempSync(join(tmpdir(), 'segl-hjem-'));
    const before = { ...process.env };
    Object.assign(process.env, { HOME: home, XDG_CONFIG_HOME: home, LOCALAPPDATA: home });
    const host = await startHost(folder, '--production');
    Object.assign(process.env, before);
    try {
      await use(host);
      await host.stop();
    } finally {
      await host.kill();
      for (const path of [folder, home]) rmSync(path, { recursive: true, force: true });
    }
  },
});

// In Electron the vault's key lies in the key ring of whoever is logged in, which a test has none of.
test('a municipality founds its archive and sets up the service without a restart', {
  tag: '@browser',
}, async ({ page, segl }) => {
  await page.goto(segl.url);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Opprett driftsarkivet');
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Opprett arkivet' }).click();
  await expect(page.getByLabel('Navn på kommunen')).toBeFocused();
  await page.getByLabel('Navn på kommunen').fill('Prøvevik kommune');
  await page.getByLabel('Organisasjonsnummer').fill('974760674');
  await page.getByLabel('Navn', { exact: true }).fill('Siri Systemeier');
  await page.getByLabel('Initialer').fill('SS');
  await page.getByLabel('Enhet').fill('Dokumentsenteret');
  await page.getByRole('button', { name: 'Opprett arkivet' }).click();
  await expect(page.getByRole('alert')).toContainText('Organisasjonsnummeret');
  await page.getByLabel('Organisasjonsnummer').fill('974 760 673');
  await page.getByRole('button', { name: 'Opprett arkivet' }).click();

  await makeRecoveryKey(page);
  await expect(page.getByRole('banner')).toContainText('Drift · Prøvevik kommune');
  await expect(page.getByText('Signeringstjenesten er ikke satt opp ennå.')).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('link', { name: 'Gå til Innstillinger' }).click();
  const form = page.getByRole('form', { name: 'Sett opp signeringstjenesten' });
  await form.getByLabel('Organisasjonsnummer til avsenderen').fill('974760673');
  await form.getByLabel('Virksomhetssertifikat').setInputFiles({
    name: 'gammelt.p12',
    mimeType: 'application/x-pkcs12',
    buffer: readFileSync(legacy),
  });
  await form.getByLabel('Passord til sertifikatfilen').fill('feil');
  await form.getByRole('button', { name: 'Lagre og ta i bruk' }).click();
  await expect(form.getByRole('alert')).toContainText('Passordet åpner ikke sertifikatfilen');
  await form.getByLabel('Passord til sertifikatfilen').fill('segl');
  await form.getByRole('button', { name: 'Test det som er fylt ut' }).click();
  await expect(form.getByText('openssl pkcs12 -legacy -in certificate.p12 -nokeys')).toBeVisible();
  // From the top: what the fixed bar happens to cover halfway is no small target.
  await page.getByRole('heading', { level: 1 }).scrollIntoViewIfNeeded();
  await expectAccessible(page);
});
