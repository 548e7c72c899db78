import { expect as expectPage, type Page } from '@playwright/test';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { Answers } from '../../../support/fake-ask.ts';
import {
  aDocument,
  address,
  anEntry,
  anOrder,
  type FakeWorld,
  fakeWithEntry,
} from '../../../support/fake-entries.ts';
import { type OpenOptions, openRendererHouse, type RendererHouse } from '../../../support/open-renderer.ts';

let house: RendererHouse;
let page: Page;
let fake: Awaited<ReturnType<typeof fakeWithEntry>>;
beforeAll(async () => {
  house = await openRendererHouse();
});
afterAll(() => house?.close());
afterEach(() => page?.context().close());
const dialog = () => page.getByRole('dialog', { name: /Ekspeder som e-signering/ });
const asked = (name: string) => fake.calls.filter((call) => call.name === name).map((call) => call.input);
async function open(part: Partial<FakeWorld> = {}, answers: Answers = {}, options: OpenOptions = {}) {
  fake = await fakeWithEntry(
    { entry: anEntry({ status: 'F', documents: [aDocument('d1', 'Leieavtale', 1)] }), ...part },
    answers,
  );
  page = await house.open(fake, { address, ...options });
  await page.getByRole('heading', { level: 1 }).waitFor();
  await page.keyboard.press('Control+Enter');
  await dialog().waitFor();
}

describe('an identity number', () => {
  test('that the archive holds is shown when asked for only, and goes with the order by its name', async () => {
    await open();
    const field = dialog().getByLabel('Fødsels- eller D-nummer');
    await expectPage(field).toHaveValue('128294 ●●●●●');
    await field.focus();
    await expectPage(field).toHaveValue('128294 ●●●●●');
    await dialog().getByLabel('Navn').focus();
    expect(asked('dispatch.revealIdentity')).toEqual([]);
    await dialog().getByRole('button', { name: 'Vis fødselsnummeret til Kari Prøve' }).click();
    const why = page.getByRole('dialog', { name: 'Vise fødselsnummeret til Kari Prøve?' });
    await why.getByLabel('Hvorfor trenger du det?').selectOption('right-person');
    await why.getByRole('button', { name: 'Vis nummeret' }).click();
    await expectPage(field).toHaveValue('12829499914');
    await expectPage(dialog().getByText('Visningen er logget')).toBeVisible();
    expect(asked('dispatch.revealIdentity')).toEqual([
      { entryId: 'e1', from: 'party', id: 'p1', reason: { ground: 'right-person', words: '' } },
    ]);
    await dialog().getByRole('button', { name: 'Skjul fødselsnummeret til Kari Prøve' }).click();
    await expectPage(field).toHaveValue('128294 ●●●●●');
    expect(asked('dispatch.check').at(-1)).toMatchObject({ order: anOrder() });
  });

  test('that is typed takes the place of the one the archive holds, and emptied it is as it was', async () => {
    await open();
    const field = dialog().getByLabel('Fødsels- eller D-nummer');
    await field.focus();
    await page.keyboard.type('17912099997');
    await expectPage(field).toHaveValue('17912099997');
    await dialog().getByLabel('Navn').focus();
    await expectPage(field).toHaveValue('179120 ●●●●●');
    await dialog().getByRole('button', { name: 'Vis fødselsnummeret til Kari Prøve' }).click();
    await expectPage(field).toHaveValue('17912099997');
    expect(asked('dispatch.revealIdentity')).toEqual([]);
    await field.fill('');
    await expectPage(field).toHaveValue('128294 ●●●●●');
  });
});
