import { expect, type Locator } from '@playwright/test';
import { finishEntry, openNewCase, openNewEntry } from './support/clerk.ts';
import { pdfFile, textCalledPdf, type UploadedFile } from './support/documents.ts';
import { expectAccessible, test } from './support/segl.ts';

/** Holds files over `area` as a file manager does; the answer lets go of them there. */
async function dragFiles(area: Locator, files: readonly UploadedFile[]): Promise<() => Promise<void>> {
  const dataTransfer = await area.page().evaluateHandle(
    (given) => {
      const transfer = new DataTransfer();
      for (const { name, type, base64 } of given) {
        const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
        transfer.items.add(new File([bytes], name, { type }));
      }
      return transfer;
    },
    files.map(({ name, mimeType, buffer }) => ({
      name,
      type: mimeType,
      base64: buffer.toString('base64'),
    })),
  );
  await area.dispatchEvent('dragenter', { dataTransfer });
  await area.dispatchEvent('dragover', { dataTransfer });
  return () => area.dispatchEvent('drop', { dataTransfer });
}

test('files dropped on the documents are taken in like chosen ones, and a bad one is refused by name', async ({
  page,
}) => {
  await openNewCase(page, 'Sak med slupne filer');
  await openNewEntry(page, 'Brev med vedlegg');
  const panel = page.getByRole('tabpanel');
  const area = panel.getByRole('button', { name: 'Velg filer' });
  const letGo = await dragFiles(area, [
    await pdfFile('brev.pdf', 2),
    textCalledPdf('tekst.pdf'),
    await pdfFile('vedlegg.pdf'),
  ]);
  await expect(panel.getByText('Slipp for å legge til')).toBeVisible();
  await expectAccessible(page);
  await letGo();

  await expect(page.getByRole('tab', { name: 'Dokumenter (2)' })).toBeVisible();
  await expect(panel.getByText(/2 lagt til, 1 ikke lagt til/)).toBeAttached();
  const documents = page.getByRole('list', { name: 'Dokumenter' }).getByRole('listitem');
  await expect(documents).toHaveCount(2);
  await expect(documents.nth(0)).toContainText('Hoveddokument');
  await expect(documents.nth(0)).toContainText('brev');
  await expect(documents.nth(1)).toContainText('vedlegg');
  const queue = page.getByRole('region', { name: 'Filer som legges til' });
  await expect(queue.getByRole('listitem')).toHaveCount(1);
  await expect(queue.getByRole('listitem')).toContainText('tekst.pdf Ikke lagt til');
  await expect(panel.getByText('Slipp filer her, eller')).toBeVisible();
});

test('what is dropped on a finished entry changes nothing', async ({ page }) => {
  await openNewCase(page, 'Sak med låst post');
  await openNewEntry(page, 'Ferdig brev');
  const panel = page.getByRole('tabpanel');
  await (await dragFiles(panel.getByRole('button', { name: 'Velg filer' }), [await pdfFile('brev.pdf')]))();
  await expect(page.getByRole('tab', { name: 'Dokumenter (1)' })).toBeVisible();
  await finishEntry(page);
  const list = page.getByRole('list', { name: 'Dokumenter' });
  await (await dragFiles(list, [await pdfFile('for-sent.pdf')]))();
  await expect(panel.getByText('Slipp for å legge til')).toHaveCount(0);
  await expect(panel.getByText('for-sent.pdf')).toHaveCount(0);
  await expect(list.getByRole('listitem')).toHaveCount(1);
});

test('a case says what becomes of it by its class', async ({ page }) => {
  await openNewCase(page, 'Leie av kommunal bolig');
  await expect(page.getByText('Kasseres 10 år etter avsluttet sak')).toBeVisible();
});
