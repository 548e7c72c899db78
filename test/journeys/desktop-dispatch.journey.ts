import { chownSync, cpSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { normalUser } from '../hosts/electron/support/lay-out-packed.ts';
import { expectSent, expedite, fillRecipients, ingrid, openDispatch, prepareEntry } from './support/clerk.ts';
import { test } from './support/desktop.ts';
import { pdfFile } from './support/documents.ts';
import { preparedArchive } from './support/prepare-archive.ts';
import { steerPortalAt } from './support/start-host.ts';

test('in the packed program a dispatch is sent, signed and filed, and the desktop says so', {
  tag: '@browser',
}, async ({ page, desktop }) => {
  test.slow();
  const archive = join(desktop.makeShared(), 'arkiv');
  cpSync(preparedArchive, archive, { recursive: true });
  // A copy has ports of its own.
  rmSync(join(archive, 'host', 'portal', 'ports.json'), { force: true });
  if (normalUser)
    for (const path of ['', ...(readdirSync(archive, { recursive: true }) as string[])])
      chownSync(join(archive, path), normalUser.uid, normalUser.gid);
  const home = desktop.makeHome();
  const shown = join(home, 'shown.json');
  const segl = await desktop.open(page, home, {
    args: ['--archive', archive, '--portal-test-control'],
    env: { SEGL_SHOWN_FILE: shown },
  });
  await prepareEntry(page, 'Leie av båtplass', [await pdfFile('avtale.pdf', 2), await pdfFile('vilkår.pdf')]);
  const dialog = await openDispatch(page);
  await fillRecipients(dialog, [ingrid]);
  await expect(dialog.getByText('3 sider').first()).toBeVisible();
  await expedite(page, dialog);
  await expectSent(page);

  await segl.perform({ do: 'blur' });
  // Written by Segl as this.
  const { control } = JSON.parse(readFileSync(shown, 'utf8')) as { control: string };
  const reply = await fetch(`${control.replace(/\/$/, '')}/jobs`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: '{}',
  });
  const jobs = (await reply.json()) as readonly { readonly id: number; readonly title: string }[];
  const job = jobs.find(({ title }) => title === 'Leie av båtplass');
  await steerPortalAt(control, 'act', { job: job?.id, signer: ingrid.number, action: 'sign' });
  await expect(page.getByRole('link', { name: /Svaret er journalført som/ })).toBeVisible({
    timeout: 60_000,
  });
  expect(String((await segl.see('notice')).title)).toBe('Et svar er signert og mottatt');
  await segl.perform({ do: 'click-notice' });
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Signert: Leie av båtplass');
  await expect(page.getByText('Signert og kontrollert')).toBeVisible();
  await expect(page.getByText('Side 1 av 4').first()).toBeVisible();
  await desktop.leave(segl);
});
