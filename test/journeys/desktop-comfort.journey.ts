import { join } from 'node:path';
import { expect } from '@playwright/test';
import { setUp } from '../hosts/electron/support/page-code.ts';
import { test } from './support/desktop.ts';
import { expectAccessible } from './support/segl.ts';

/** Runs in the page: a case with a screened title, and a letter in it with another. */
const screened = `(async () => {
  const ask = async (name, input) => {
    const reply = await segl.ask(name, input);
    if (!reply.ok) throw new Error(name + ' ' + JSON.stringify(reply.refusal));
    return reply.value;
  };
  const { user, access } = await ask('session.open', {});
  const [code] = access.codes;
  const basis = access.bases.find((one) => code.bases.includes(one.id));
  const screening = { accessCode: code.id, legalBasis: basis.text, hidesTitle: true, hidesParties: true, hidesDocuments: true };
  const { classes } = await ask('cases.classes', {});
  const { caseId } = await ask('cases.create', { title: 'Barnevern Hansen', classId: classes.find((one) => one.selectable).id,
    ownerId: user.id, adminUnit: user.adminUnit, screening });
  const { entryId } = await ask('entries.create', { caseId, type: 'U', title: 'Vedtak om omsorg', parties: [], screening });
  return { caseId, entryId };
})()`;

test('the menu leads to where it says, nothing typed is lost, and neither title nor paper says too much', {
  tag: '@browser',
}, async ({ page, desktop }) => {
  const order = { args: ['--production', '--archive', join(desktop.makeShared(), 'arkiv')] };
  const segl = desktop.start(desktop.makeHome(), order);
  await segl.see('spelling');
  expect(await segl.evaluate(setUp)).toMatchObject({ ok: true });
  const { caseId, entryId } = await segl.evaluate<{ caseId: string; entryId: string }>(screened);
  await desktop.show(page, segl);
  await page.getByRole('button', { name: 'Senere' }).click();
  await expect(page.getByRole('banner')).toContainText('Drift · Prøvedal kommune');

  await segl.perform({ do: 'press-menu', label: 'Ny sak' });
  const dialog = page.getByRole('dialog', { name: 'Ny sak' });
  const title = dialog.getByRole('textbox', { name: 'Tittel', exact: true });
  await title.fill('Halvskrevet');
  await expectAccessible(page);
  await segl.perform({ do: 'press-menu', label: 'Ny sak' });
  await segl.perform({ do: 'press-menu', label: 'Skriv ut …' });
  await segl.see('printed');
  await expect(title).toHaveValue('Halvskrevet');
  await page.keyboard.press('Escape');

  for (const [address, heading] of [
    [`#/sak/${caseId}`, 'Barnevern Hansen'],
    [`#/post/${entryId}`, 'Vedtak om omsorg'],
  ] as const) {
    await page.evaluate((hash) => {
      window.location.hash = hash;
    }, address);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(heading);
    // What Electron makes the window's own title, the task bar's and the name of what is printed.
    await expect(page).toHaveTitle(/\d{4}\/1.* – Segl$/);
    for (const word of ['Barnevern', 'Hansen', 'Vedtak', 'omsorg'])
      expect(await page.title()).not.toContain(word);
    await page.emulateMedia({ media: 'print' });
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await expect(page.getByRole('banner')).toBeHidden();
    await expect(page.getByRole('navigation')).toBeHidden();
    // Over the whole width of the paper.
    expect((await page.getByRole('main').boundingBox())?.width).toBeGreaterThan(1200);
    await page.emulateMedia({ media: 'screen' });
  }
  await desktop.leave(segl);
});
