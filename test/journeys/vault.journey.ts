import { mkdtempSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { makeRecoveryKey } from './support/recovery-key.ts';
import { expectAccessible } from './support/segl.ts';
import { type StartedHost, startHost } from './support/start-host.ts';

/** As one user of one machine: what that user has lies in `home`. */
async function startAs(home: string, folder: string): Promise<StartedHost> {
  const before = { ...process.env };
  Object.assign(process.env, { HOME: home, XDG_CONFIG_HOME: home, LOCALAPPDATA: home });
  try {
    return await startHost(folder, '--production');
  } finally {
    Object.assign(process.env, before);
  }
}

test('an archive that is moved to a new machine opens with the key on paper', async ({ page }) => {
  const base = mkdtempSync(join(tmpdir(), 'segl-hvelv-'));
  const [home, folder] = [join(base, 'hjem'), join(base, 'arkiv')];
  const hosts: StartedHost[] = [];
  const start = async () => {
    const host = await startAs(home, folder);
    hosts.push(host);
    await page.goto(host.url);
    return host;
  };
  try {
    const first = await start();
    await page.getByLabel('Navn på kommunen').fill('Prøvevik kommune');
    await page.getByLabel('Organisasjonsnummer').fill('974760673');
    await page.getByLabel('Navn', { exact: true }).fill('Siri Systemeier');
    await page.getByLabel('Initialer').fill('SS');
    await page.getByLabel('Enhet').fill('Dokumentsenteret');
    await page.getByRole('button', { name: 'Opprett arkivet' }).click();
    const key = await makeRecoveryKey(page);
    await expect(page.getByRole('banner')).toContainText('Drift · Prøvevik kommune');
    await first.stop();

    renameSync(home, `${home}-gammel`);
    const second = await start();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Nøkkelringen åpner ikke hvelvet');
    await expectAccessible(page);
    await page.getByRole('button', { name: 'Prøv nøkkelringen igjen' }).click();
    await page.getByLabel('Skriv inn nøkkelen fra arket').fill('tull');
    await page.getByRole('button', { name: 'Åpne hvelvet' }).click();
    await expect(page.getByRole('alert')).toContainText('Noe er utelatt eller skrevet feil');
    await page.getByLabel('Skriv inn nøkkelen fra arket').fill(key.toLowerCase());
    await page.getByRole('button', { name: 'Åpne hvelvet' }).click();
    await page.getByRole('button', { name: 'Jeg er Siri Systemeier' }).click();
    await expect(page.getByRole('banner')).toContainText('Drift · Prøvevik kommune');
    await second.stop();

    await start();
    await expect(page.getByRole('banner')).toContainText('Drift · Prøvevik kommune');
  } finally {
    for (const host of hosts) await host.kill();
    rmSync(base, { recursive: true, force: true });
  }
});
