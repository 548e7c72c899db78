import { join } from 'node:path';
import { expect, type Page } from '@playwright/test';
import { test } from './support/desktop.ts';
import { foundArchive } from './support/found-archive.ts';
import { makeRecoveryKey } from './support/recovery-key.ts';
import { expectAccessible } from './support/segl.ts';

const banner = 'Drift · Prøvevik kommune';
const expectLocked = async (page: Page, why: string) => {
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Nøkkelringen åpner ikke hvelvet');
  await expect(page.getByRole('main')).toContainText(why);
};
const enterKey = async (page: Page, key: string) => {
  await page.getByLabel('Skriv inn nøkkelen fra arket').fill(key);
  await page.getByRole('button', { name: 'Åpne hvelvet' }).click();
  await expect(page.getByRole('banner')).toContainText(banner);
};

test('where the key ring is gone or another user’s, the key on paper opens the vault', {
  tag: '@browser',
}, async ({ context, desktop }) => {
  // Founded once and opened three times.
  test.slow();
  const [home, archive] = [desktop.makeHome(), join(desktop.makeShared(), 'arkiv')];
  const order = { args: ['--production', '--archive', archive] };
  const newPage = () => context.newPage();
  const page = await newPage();
  const first = await desktop.open(page, home, order);
  await foundArchive(page);
  const key = await makeRecoveryKey(page);
  await expect(page.getByRole('banner')).toContainText(banner);
  await desktop.leave(first);

  const bare = await newPage();
  const second = await desktop.open(bare, home, { ...order, keyRing: 'absent' });
  await expectLocked(bare, 'Denne maskinen har ingen nøkkelring');
  await expectAccessible(bare);
  await enterKey(bare, key);
  await desktop.leave(second);

  const theirs = await newPage();
  const other = await desktop.open(theirs, home, { ...order, user: 'olav' });
  await expectLocked(theirs, 'Nøkkelringen vil ikke gi fra seg nøkkelen');
  await enterKey(theirs, key.toLowerCase());
  await desktop.leave(other);
  // That ring keeps it from then on.
  const later = await newPage();
  const last = await desktop.open(later, home, { ...order, user: 'olav' });
  await expect(later.getByRole('banner')).toContainText(banner);
  await desktop.leave(last);
});

test('a key ring that locks while Segl is open keeps nobody from working, nor founds half an archive', {
  tag: '@browser',
}, async ({ page, desktop }) => {
  const home = desktop.makeHome();
  const order = { args: ['--production'] };
  const segl = await desktop.open(page, home, order);
  await segl.perform({ do: 'key-ring', is: 'locked' });
  await foundArchive(page);
  await expect(page.getByRole('alert')).toContainText('Nøkkelringen vil ikke gi fra seg nøkkelen');
  await segl.perform({ do: 'key-ring', is: 'present' });
  await page.getByRole('button', { name: 'Opprett arkivet' }).click();
  await segl.perform({ do: 'key-ring', is: 'locked' });
  await makeRecoveryKey(page);
  await expect(page.getByRole('banner')).toContainText(banner);
  await desktop.leave(segl);
});

test('a ring that hides nothing is refused in production, also with the key on paper', {
  tag: '@browser',
}, async ({ page, desktop }) => {
  test.skip(process.platform !== 'linux', 'only Linux has such a ring');
  const segl = await desktop.open(page, desktop.makeHome(), {
    args: ['--production'],
    keyRing: 'basic_text',
  });
  await foundArchive(page);
  await expect(page.getByRole('alert')).toContainText('verner ingenting');
  await desktop.leave(segl);
});
