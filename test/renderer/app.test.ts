import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect as expectPage } from '@playwright/test';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { toId } from '../../domain/basics.ts';
import { type FakeApplication, fakeAsk } from '../support/fake-ask.ts';
import { type FakeMunicipalityOptions, fakeMunicipality } from '../support/fake-municipality.ts';
import { type OpenOptions, openRendererHouse, type RendererHouse } from '../support/open-renderer.ts';

let house: RendererHouse;
let page: Page;
let fake: FakeApplication;
beforeAll(async () => {
  house = await openRendererHouse();
});
afterAll(() => house?.close());
afterEach(() => page?.context().close());

async function open(address: string, world: FakeMunicipalityOptions = {}, options: OpenOptions = {}) {
  fake = fakeAsk(fakeMunicipality(world));
  page = await house.open(fake, { address, ...options });
  await page.getByRole('heading', { level: 1 }).waitFor();
}
const focusedRow = () => page.locator('[role=row]:focus');

describe('a long list', () => {
  test('is walked with the keys alone, and the focused row is never lost', async () => {
    await open('#/sak/c1');
    const grid = page.getByRole('grid', { name: /Journalposter/ });
    await expectPage(grid).toHaveAttribute('aria-rowcount', '2001');
    await grid.getByRole('row').nth(1).focus();
    await page.keyboard.press('ArrowDown');
    await expectPage(focusedRow()).toContainText('2026/101-1999');
    await page.keyboard.press('End');
    await expectPage(focusedRow()).toContainText('2026/101-1');
    await expectPage(focusedRow()).toHaveAttribute('aria-rowindex', '2001');
    await page.keyboard.press('ArrowUp');
    await expectPage(focusedRow()).toHaveAttribute('aria-rowindex', '2000');
    await page.keyboard.press('Home');
    await expectPage(focusedRow()).toContainText('2026/101-2000');
    await page.keyboard.press('PageDown');
    await expectPage(focusedRow()).not.toContainText('2026/101-2000');
    await page.keyboard.press('Home');
    await page.keyboard.press('Enter');
    await expectPage(page).toHaveURL(/#\/post\/c1-e2000$/);
  });

  test('stands on paper with every row that was fetched, and says how many were not', async () => {
    await open('#/sak/c1');
    const rows = page.getByRole('grid', { name: /Journalposter/ }).getByRole('row');
    await expectPage(rows.nth(1)).toContainText('2026/101-2000');
    const onScreen = await rows.count();
    // What a browser tells the page right before it lays out the paper.
    await page.evaluate(() => window.dispatchEvent(new Event('beforeprint')));
    await page.emulateMedia({ media: 'print' });
    expect(await rows.count()).toBeGreaterThan(onScreen);
    await expectPage(page.getByText(/^\d+ av 2000 rader er skrevet ut/)).toBeVisible();
    const places = [await rows.nth(1).boundingBox(), await rows.nth(2).boundingBox()].map(
      (box) => box?.y ?? 0,
    );
    expect((places[1] ?? 0) - (places[0] ?? 0)).toBeCloseTo(44, 0);
    await page.evaluate(() => window.dispatchEvent(new Event('afterprint')));
    await page.emulateMedia({ media: 'screen' });
    await expectPage(rows).toHaveCount(onScreen);
  });

  test('reads only the pages that are looked at', async () => {
    await open('#/sak/c1');
    await page.getByRole('grid').getByRole('row').nth(1).focus();
    await page.keyboard.press('End');
    await expectPage(focusedRow()).toContainText('2026/101-1');
    const offsets = fake.calls
      .filter(({ name }) => name === 'cases.entries')
      .map(({ input }) => (input as { offset: number }).offset);
    expect(new Set(offsets)).toEqual(new Set([0, 1800]));
  });

  test('gives the same menu on right-click, on the dots and on Shift+F10, and gives the focus back', async () => {
    await open('#/kurv/failed-dispatch');
    const row = page.getByRole('grid').getByRole('row').nth(1);
    const menu = page.getByRole('menu');
    await row.click({ button: 'right' });
    const items = await menu.getByRole('menuitem').allTextContents();
    await page.keyboard.press('Escape');
    await expectPage(menu).toHaveCount(0);
    await row.getByRole('button', { name: /Valg for/ }).click();
    expect(await menu.getByRole('menuitem').allTextContents()).toEqual(items);
    await page.keyboard.press('Escape');
    await row.focus();
    await page.keyboard.press('Shift+F10');
    expect(await menu.getByRole('menuitem').allTextContents()).toEqual(items);
    await page.keyboard.press('Escape');
    await expectPage(row).toBeFocused();
    await page.keyboard.press('Shift+F10');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await expectPage(page).toHaveURL(/#\/sak\/c1$/);
  });
});

describe('moving about', () => {
  test('puts the focus on the new heading and never a screened title in the window title', async () => {
    await open('#/saker');
    await page.getByRole('link', { name: 'Arbeidsavtale – lærer ved Fjellvik skole' }).click();
    const heading = page.getByRole('heading', { level: 1, name: /Arbeidsavtale/ });
    await expectPage(heading).toBeFocused();
    await expectPage(page).toHaveTitle('Sak 2026/101 – Segl');
  });

  test('goes straight to a number with Ctrl+K, and says when there is no such number', async () => {
    await open('#/');
    await page.keyboard.press('Control+k');
    await page.keyboard.type('2099/1');
    await page.keyboard.press('Enter');
    await expectPage(page.getByRole('alert')).toContainText('Fant ikke «2099/1»');
    await page.keyboard.press('Control+k');
    await page.keyboard.type('2026/102');
    await page.keyboard.press('Enter');
    await expectPage(page).toHaveURL(/#\/sak\/c2$/);
  });

  test('jumps to a basket with Alt and its number', async () => {
    await open('#/');
    await page
      .getByRole('link', { name: /Feilet ekspedering/ })
      .first()
      .waitFor();
    await page.keyboard.press('Alt+7');
    await expectPage(page.getByRole('heading', { level: 1 })).toHaveText('Feilet ekspedering');
  });
});

describe('a dialog', () => {
  test('opens with Alt+N, keeps what was typed when refused a field, and closes with Escape', async () => {
    await open('#/saker');
    await page.keyboard.press('Alt+n');
    const dialog = page.getByRole('dialog', { name: 'Ny sak' });
    await dialog.getByLabel('Tittel', { exact: true }).fill('Ny barnehage');
    await page.keyboard.press('Enter');
    await expectPage(dialog.getByText('Velg en klasse fra listen.')).toBeVisible();
    await expectPage(dialog.getByLabel('Tittel', { exact: true })).toHaveValue('Ny barnehage');
    expect(fake.calls.some(({ name }) => name === 'cases.create')).toBe(false);
    await page.keyboard.press('Escape');
    await expectPage(dialog).toHaveCount(0);
  });

  test('finds a class by a name above it and creates the case', async () => {
    await open('#/saker');
    await page.getByRole('button', { name: 'Ny sak' }).click();
    const dialog = page.getByRole('dialog', { name: 'Ny sak' });
    await dialog.getByLabel('Tittel', { exact: true }).fill('Utleie av Storgata 3');
    await dialog.getByRole('combobox', { name: 'Klasse' }).fill('bygg og eiendom');
    await dialog.getByRole('option', { name: /614 Utleie av boliger/ }).click();
    await dialog.getByRole('button', { name: 'Opprett saken' }).click();
    await expectPage(page).toHaveURL(/#\/sak\/c2$/);
    expect(fake.calls.find(({ name }) => name === 'cases.create')?.input).toEqual({
      title: 'Utleie av Storgata 3',
      classId: 'k614',
      ownerId: 'u2',
      adminUnit: 'Dokumentsenter',
      confirmsLoosening: false,
    });
  });

  test('gives the focus back to the button it came from', async () => {
    await open('#/sak/c6');
    const button = page.getByRole('button', { name: 'Gjenåpne saken' });
    await button.click();
    const dialog = page.getByRole('dialog', { name: 'Gjenåpne sak 2026/106' });
    await dialog.getByRole('button', { name: 'Avbryt' }).click();
    await expectPage(dialog).toHaveCount(0);
    await expectPage(button).toBeFocused();
  });

  test('lists the keys on F1', async () => {
    await open('#/');
    await page.keyboard.press('F1');
    await expectPage(page.getByRole('dialog', { name: 'Taster i Segl' })).toBeVisible();
  });
});

test('a button that may not be used can be reached and says why', async () => {
  await open('#/sak/c1');
  const button = page.getByRole('button', { name: 'Avslutt saken' });
  await button.focus();
  await expectPage(button).toHaveAttribute('aria-disabled', 'true');
  await expectPage(button).toHaveAccessibleDescription(/2 signeringsoppdrag venter på svar/);
  await expectPage(page.getByRole('tooltip', { name: /2 signeringsoppdrag/ })).toBeVisible();
});

test('news is read aloud and leads to the entry', async () => {
  await open('#/');
  await fake.publish({
    kind: 'answer.received',
    entryId: toId('c1-e9'),
    caseNumber: '2026/101',
    outcome: 'signed',
    title: 'Arbeidsavtale',
  });
  const messages = page.getByRole('region', { name: 'Meldinger' });
  await expectPage(messages).toContainText('Signert: «Arbeidsavtale» er lagt i sak 2026/101.');
  await messages.getByRole('link', { name: 'Vis' }).click();
  await expectPage(page).toHaveURL(/#\/post\/c1-e9$/);
});

test('the language is changed at once, in the page and for a screen reader', async () => {
  await open('#/innstillinger');
  await page.getByRole('region', { name: 'For deg' }).getByLabel('Språk').selectOption('nn');
  await expectPage(page.getByRole('heading', { level: 1 })).toHaveText('Innstillingar');
  await expectPage(page.locator('html')).toHaveAttribute('lang', 'nn');
});

const looks: readonly (readonly [string, OpenOptions])[] = [
  ['light', { colorScheme: 'light' }],
  ['dark at 200 %', { colorScheme: 'dark', viewport: { width: 640, height: 400 }, deviceScaleFactor: 2 }],
];
test.each(looks)('every screen passes axe and fits its width (%s)', async (_look, options) => {
  await open('#/', {}, options);
  for (const address of [
    '#/',
    '#/kurv/undeliverable',
    '#/saker',
    '#/sak/c1',
    '#/sak/c6',
    '#/innstillinger',
  ]) {
    const before = await page.getByRole('heading', { level: 1 }).textContent();
    await page.evaluate((to) => {
      window.location.hash = to;
    }, address);
    if (address !== '#/')
      await expectPage(page.getByRole('heading', { level: 1 })).not.toHaveText(before ?? '');
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations.map(({ id, nodes }) => [address, id, nodes.map(({ target }) => target)])).toEqual([]);
    const tooWide = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(tooWide, address).toBe(0);
  }
});
