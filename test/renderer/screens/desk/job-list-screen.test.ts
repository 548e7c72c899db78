import { AxeBuilder } from '@axe-core/playwright';
import { expect as expectPage, type Page } from '@playwright/test';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { toId } from '../../../../domain/basics.ts';
import { fakeAsk } from '../../../support/fake-ask.ts';
import { fakeMunicipality } from '../../../support/fake-municipality.ts';
import { openRendererHouse, type RendererHouse } from '../../../support/open-renderer.ts';

let house: RendererHouse;
beforeAll(async () => {
  house = await openRendererHouse();
});
afterAll(() => house?.close());

const open = async (basket: string, answers: Parameters<typeof fakeAsk>[0] = {}) => {
  const fake = fakeAsk({ ...fakeMunicipality(), ...answers });
  const page = await house.open(fake, { viewport: { width: 1280, height: 800 } });
  await page.goto(`${new URL(page.url()).origin}/#/kurv/${basket}`);
  return { fake, page };
};
const scan = async (page: Page) => {
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
};
const inputs = (fake: ReturnType<typeof fakeAsk>, wanted: string) =>
  fake.calls.filter(({ name }) => name === wanted).map(({ input }) => input);

describe('what is out for signing', () => {
  test('stands with its deadline, the days left and who is waited for', async () => {
    const { page } = await open('out-for-signing');
    const first = page.getByRole('row', { name: /2026\/101-1/ });
    await expectPage(first).toContainText('19.11.2026');
    await expectPage(first).toContainText('1 dag over');
    await expectPage(first).toContainText('Kari Prøve, siden 10.11.2026');
    await expectPage(page.getByRole('row', { name: /2026\/101-2/ })).toContainText('gruppe 1 av 2');
    await scan(page);
  });

  test('is asked for by unit and deadline', async () => {
    const { fake, page } = await open('out-for-signing');
    await page.getByLabel('Frist', { exact: true }).selectOption('3');
    await expect.poll(() => inputs(fake, 'signing.list').at(-1)).toMatchObject({ endsBy: '2026-11-23' });
    await page.getByRole('button', { name: 'Vis alle' }).click();
    await expect.poll(() => inputs(fake, 'signing.list').at(-1)).not.toHaveProperty('endsBy');
  });

  test('is chosen with the keyboard, and told before and after what a new deadline does', async () => {
    const { fake, page } = await open('out-for-signing', {
      'signing.checkDeadline': ({ jobIds }) => ({
        jobs: jobIds.map((jobId, at) => ({
          jobId: toId<'job'>(jobId),
          entryId: toId<'entry'>(`e${at}`),
          recordNumber: `2026/101-${at + 1}`,
          title: '',
          withheld: false,
          latestEnd: '2026-11-20',
          newLatestEnd: '2026-12-04',
          signed: at === 0 ? ['Ola Eksempel'] : [],
          waiting: ['Kari Prøve'],
          decision: at === 2 ? ({ may: false, code: 'not-cancellable' } as const) : ({ may: true } as const),
        })),
      }),
      'signing.extend': ({ jobIds }) => ({
        jobs: jobIds.map((id) => ({
          jobId: toId<'job'>(id),
          outcome: id === 'j1' ? ({ may: false, code: 'already-ended' } as const) : ({ may: true } as const),
        })),
      }),
    });
    await page.getByRole('row', { name: /2026\/101-1/ }).focus();
    for (const key of [' ', 'ArrowDown', ' ', 'ArrowDown', ' ']) await page.keyboard.press(key);
    await expectPage(page.getByText('3 valgt')).toBeVisible();
    await page.getByRole('button', { name: 'Flytt frist …' }).click();
    const dialog = page.getByRole('dialog');
    await expectPage(dialog).toContainText('Gjelder 2 av 3 oppdrag:');
    await expectPage(dialog).toContainText('kan signeres til 04.12.2026');
    await expectPage(dialog).toContainText('har signert og må signere igjen: Ola Eksempel');
    await expectPage(dialog).toContainText('Oppdraget kan ikke avbrytes nå.');
    await scan(page);
    await dialog.getByRole('button', { name: 'Gi 2 oppdrag ny frist' }).click();
    await expectPage(dialog).toContainText('Ferdig: 1 av 2.');
    await expectPage(dialog).toContainText('Oppdraget er allerede ferdig.');
    expect(inputs(fake, 'signing.extend')).toEqual([
      { jobIds: ['j0'], deadlineDays: 14 },
      { jobIds: ['j1'], deadlineDays: 14 },
    ]);
  });

  test('is cancelled only with a reason, by buttons that cannot be mistaken for each other', async () => {
    const { fake, page } = await open('out-for-signing', {
      'signing.cancel': () => ({ outcome: 'requested' }),
    });
    await page.getByLabel('Velg 2026/101-1', { exact: true }).check();
    await page.getByRole('button', { name: 'Avbryt oppdrag …' }).click();
    const dialog = page.getByRole('dialog');
    await expectPage(dialog.getByRole('button', { name: 'La det stå' })).toBeVisible();
    await dialog.getByRole('button', { name: 'Avbryt oppdraget' }).click();
    await expectPage(dialog).toContainText('Skriv hvorfor oppdraget avbrytes.');
    await dialog.getByLabel('Hvorfor avbrytes det?').fill('Feil mottaker');
    await dialog.getByRole('button', { name: 'Avbryt oppdraget' }).click();
    await expectPage(dialog).toContainText('Ferdig: alle 1.');
    expect(inputs(fake, 'signing.cancel')).toEqual([{ jobId: 'j0', reason: 'Feil mottaker' }]);
  });

  test('is exported as a file that a spreadsheet opens', async () => {
    const { page } = await open('out-for-signing');
    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Eksporter (CSV)' }).click();
    const file = await download;
    expect(file.suggestedFilename()).toBe('til-signering-2026-11-20.csv');
    const lines = (await (await file.createReadStream()).toArray()).join('').trimEnd().split('\r\n');
    expect(lines[0]).toBe(
      '\uFEFFNummer;Tittel;Status;Frist;Senest ferdig;Venter på;Signert;Avsluttet;Av hvem;Enhet;Saksbehandler',
    );
    expect(lines).toHaveLength(8);
    expect(lines[1]).toMatch(/^2026\/101-1;Arbeidsavtale 1;.*;19\.11\.2026;/);
  });
});

test('what came to nothing tells who ended it, and leaves when it is dealt with or sent again', async () => {
  const { fake, page } = await open('refused', {
    'signing.followUp': () => ({}),
    'dispatch.sendAgain': () => ({ entryId: toId<'entry'>('new') }),
  });
  await expectPage(page.getByRole('row', { name: /2026\/101-1/ })).toContainText('Kari Prøve');
  await page.getByLabel('Velg 2026/101-1', { exact: true }).check();
  await page.getByRole('button', { name: 'Send på nytt …' }).click();
  await page.getByRole('button', { name: 'Lag ny journalpost' }).click();
  await expectPage(page.getByRole('link', { name: 'Ny journalpost' })).toHaveAttribute('href', '#/post/new');
  await page.getByRole('dialog').getByRole('button', { name: 'Lukk' }).last().click();
  await page.getByRole('button', { name: 'Ferdig behandlet …' }).click();
  await page.getByLabel('Hva ble gjort?').fill('Sendt på papir');
  await page.getByRole('button', { name: 'Merk som behandlet' }).click();
  await expectPage(page.getByText('Ferdig: alle 1.')).toBeVisible();
  expect(inputs(fake, 'signing.followUp')).toEqual([{ jobId: 'j0', comment: 'Sendt på papir' }]);
});
