import { expect } from '@playwright/test';
import { PDFDocument, StandardFonts } from 'pdf-lib';
import { ingrid, prepareEntry } from './support/clerk.ts';
import { expectAccessible, test } from './support/segl.ts';

async function decision(): Promise<Buffer> {
  const document = await PDFDocument.create();
  const font = await document.embedFont(StandardFonts.Helvetica);
  const lines = [
    'Vedtak om barnehageplass',
    `Vedtaket gjelder ${ingrid.name}, ${ingrid.number}.`,
    'Mor heter Gudbrandsen, og Gudbrandsens adresse er Prøveveien 1.',
    'Vedtaket kan påklages innen tre uker.',
  ];
  for (let page = 0; page < 2; page += 1) {
    const sheet = document.addPage([595.28, 841.89]);
    for (const [at, line] of lines.entries())
      sheet.drawText(line, { x: 60, y: 760 - at * 26, size: 13, font });
  }
  return Buffer.from(await document.save());
}

test('words are marked by search and by pointer, the result is looked at, and that file is saved', async ({
  page,
}) => {
  await prepareEntry(page, 'Vedtak om barnehageplass', [
    { name: 'vedtak.pdf', mimeType: 'application/pdf', buffer: await decision() },
  ]);
  await page.getByRole('button', { name: 'Handlinger for Vedtak om barnehageplass' }).click();
  await page.getByRole('button', { name: /Lag offentlig variant/ }).click();
  const dialog = page.getByRole('dialog', { name: /Offentlig variant av/ });
  // The identity number is marked from the start, on both pages.
  await expect(dialog.getByRole('checkbox', { name: `${ingrid.number.slice(0, 6)}●●●●●` })).toBeChecked();
  await expect(dialog.getByRole('heading', { name: '2 merkinger' })).toBeVisible();

  await dialog.getByRole('textbox', { name: /Ord eller uttrykk/ }).fill('Gudbrandsen');
  await expect(dialog.getByText('4 treff')).toBeVisible();
  await dialog.getByRole('button', { name: 'Merk alle 4' }).click();
  await expect(dialog.getByRole('heading', { name: '6 merkinger' })).toBeVisible();
  await dialog.getByRole('checkbox', { name: 'Gudbrandsen, side 1', exact: true }).uncheck();
  await expect(dialog.getByRole('heading', { name: '5 merkinger' })).toBeVisible();
  await dialog.getByRole('button', { name: 'Angre' }).click();
  await expect(dialog.getByRole('heading', { name: '6 merkinger' })).toBeVisible();

  const sheet = dialog.locator('.mask-marks');
  await expect(dialog.locator('.mask-sheet canvas')).toBeVisible();
  const box = await sheet.boundingBox();
  if (!box) throw new Error('no page');
  const at = (x: number, y: number) =>
    [box.x + (x / 595.28) * box.width, box.y + (y / 841.89) * box.height] as const;
  await page.mouse.move(...at(50, 150));
  await page.mouse.down();
  await page.mouse.move(...at(320, 168), { steps: 4 });
  await page.mouse.up();
  const field = dialog.getByRole('button', { name: 'Felt 1 på side 1', exact: true });
  await expect(field).toBeVisible();
  await field.focus();
  await page.keyboard.press('Shift+ArrowDown');
  await expectAccessible(page);
  await page.screenshot({ path: 'out/test/masking-marks.png' });

  await dialog.getByRole('button', { name: 'Vis resultatet' }).click();
  await expect(dialog.getByRole('heading', { name: 'Slik blir den offentlige varianten' })).toBeFocused();
  const result = dialog.getByRole('region', { name: 'Forhåndsvisning av Offentlig variant' });
  await expect(result).toContainText('Vedtaket gjelder');
  await expect(result).not.toContainText('Gudbrandsen');
  await expect(result).not.toContainText(ingrid.number);
  await expectAccessible(page);
  await page.screenshot({ path: 'out/test/masking-result.png' });
  await dialog.getByRole('button', { name: 'Lagre offentlig variant' }).click();
  await expect(dialog).toBeHidden();
  await expect(page.getByRole('link', { name: 'Offentlig variant', exact: true })).toBeVisible();
  // The original is what is shown, as before.
  await expect(page.getByRole('region', { name: /Forhåndsvisning/ })).toContainText('Gudbrandsen');
  await expectAccessible(page);
  await page.screenshot({ path: 'out/test/masking-entry.png' });
});
