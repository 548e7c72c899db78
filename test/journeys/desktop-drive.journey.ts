import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { setUp } from '../hosts/electron/support/page-code.ts';
import { test } from './support/desktop.ts';
import { expectAccessible } from './support/segl.ts';

const banner = 'Drift · Prøvedal kommune';

test('a drive that is not connected is no invitation to found a new archive; connected again it opens', {
  tag: '@browser',
}, async ({ context, desktop }) => {
  test.slow();
  const [home, shared] = [desktop.makeHome(), desktop.makeShared()];
  const drive = join(shared, 'disk');
  const order = { args: ['--production', '--archive', join(drive, 'arkiv')] };
  const first = desktop.start(home, order);
  await first.see('spelling');
  expect(await first.evaluate(setUp)).toMatchObject({ ok: true });
  await desktop.leave(first);

  renameSync(drive, `${drive}-frakoblet`);
  const without = await context.newPage();
  const second = await desktop.open(without, home, order);
  await expect(without.getByRole('heading', { level: 1 })).toHaveText('Arkivet er ikke der det var');
  await expect(without.getByRole('main')).toContainText('Sakarkivet');
  await expect(without.getByRole('main')).toContainText(join(drive, 'arkiv'));
  await expect(without.getByLabel('Navn på kommunen')).toHaveCount(0);
  await expectAccessible(without);
  await desktop.leave(second);

  rmSync(drive, { recursive: true });
  renameSync(`${drive}-frakoblet`, drive);
  const page = await context.newPage();
  const third = await desktop.open(page, home, order);
  // Whoever founded it is still who sits here; the recovery key is asked for at the first desk.
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Gjenopprettingsnøkkel');
  await desktop.leave(third);
});

test('an archive that another machine has taken says who, and what is typed stays in the window', {
  tag: '@browser',
}, async ({ page, desktop }) => {
  const archive = join(desktop.makeShared(), 'arkiv');
  const segl = desktop.start(desktop.makeHome(), { args: ['--production', '--archive', archive] });
  await segl.see('spelling');
  expect(await segl.evaluate(setUp)).toMatchObject({ ok: true });
  await desktop.show(page, segl);
  await page.getByRole('button', { name: 'Senere' }).click();
  await expect(page.getByRole('banner')).toContainText(banner);
  await page.getByRole('button', { name: 'Ny sak' }).click();
  const dialog = page.getByRole('dialog', { name: 'Ny sak' });
  const title = dialog.getByRole('textbox', { name: 'Tittel', exact: true });
  await title.fill('Sak som ikke må bli borte');
  await dialog.getByRole('combobox', { name: 'Klasse' }).fill('613');
  await dialog.getByRole('option').first().click();

  // What a program on another machine leaves when it takes this one for gone, e.g. asleep.
  const witness = join(archive, 'host', 'in-use.json');
  // Written by Segl, as an object.
  const own = JSON.parse(readFileSync(witness, 'utf8')) as object;
  const theirs = { ...own, id: 'en annen', user: 'kari', machine: 'KONTOR-7', process: 4711 };
  writeFileSync(witness, JSON.stringify(theirs));
  await dialog.getByRole('button', { name: 'Opprett saken' }).click();
  const said = dialog.getByRole('alert');
  await expect(said).toBeInViewport({ ratio: 1 });
  for (const fact of ['kari', 'KONTOR-7', '4711']) await expect(said).toContainText(fact);
  await expect(title).toHaveValue('Sak som ikke må bli borte');
  await expectAccessible(page);
  await desktop.leave(segl);
});
