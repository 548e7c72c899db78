import { AxeBuilder } from '@axe-core/playwright';
import { expect as expectPage, type Page } from '@playwright/test';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { toId } from '../../../../domain/basics.ts';
import type { MismatchView } from '../../../../preload/contract/party-mismatches.ts';
import { fakeAsk, no } from '../../../support/fake-ask.ts';
import { fakeMunicipality } from '../../../support/fake-municipality.ts';
import { openRendererHouse, type RendererHouse } from '../../../support/open-renderer.ts';

let house: RendererHouse;
let page: Page;
beforeAll(async () => {
  house = await openRendererHouse();
});
afterAll(() => house?.close());
afterEach(() => page?.context().close());

const aMismatch = (number: string, change: Partial<MismatchView> = {}): MismatchView => ({
  entryId: toId(number),
  caseId: toId('c1'),
  recordNumber: number,
  title: 'Leiekontrakt Prøveveien 1',
  withheld: false,
  revision: 4,
  orderedAt: '2026-03-02T09:00:00.000Z',
  orderedBy: 'Kari Nordvik',
  parties: [{ kind: 'EM', name: 'Ola Eksempel', isFirm: false }],
  sentTo: [{ name: 'Kari Prøve' }, { name: 'Per Test', onBehalfOf: 'Prøvefirma AS' }],
  proposed: [
    { kind: 'EM', name: 'Kari Prøve', isFirm: false },
    { kind: 'EM', name: 'Prøvefirma AS', isFirm: true, contactPerson: 'Per Test' },
  ],
  notSentTo: [{ partyId: toId('p1'), name: 'Ola Eksempel' }],
  settle: { may: true },
  ...change,
});

function fakeWith(rows: readonly MismatchView[], late = false, language: 'nb' | 'nn' | 'en' = 'nb') {
  const open = new Map(rows.map((row) => [String(row.entryId), row]));
  const settle = (entryId: string) => {
    if (late) return no('parties-settled', { entry: entryId });
    open.delete(entryId);
    return {};
  };
  return fakeAsk({
    ...fakeMunicipality({ language }),
    'parties.mismatches': () => ({ rows: [...open.values()], total: open.size }),
    'parties.correct': ({ entryId }) => settle(entryId),
    'parties.leave': ({ entryId, reason }) => (reason === '' ? no('reason-missing') : settle(entryId)),
  });
}
const address = '#/kurv/party-mismatch';
const view = { viewport: { width: 1280, height: 800 }, address };

test('the journal stands beside the dispatch with a proposal, and the proposal is accepted by mouse', async () => {
  const fake = fakeWith([aMismatch('2026/101-2'), aMismatch('2026/102-1')]);
  page = await house.open(fake, view);
  await expectPage(page.getByText('2 journalposter i kurven')).toBeVisible();
  const card = page.getByRole('region', { name: /2026\/101-2/ });
  await expectPage(card.getByText('Prøvefirma AS, signeres av Per Test')).toHaveCount(2);
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
  await card.getByRole('button', { name: 'Rett partene i 2026/101-2' }).click();
  const dialog = page.getByRole('dialog', { name: 'Rett partene i 2026/101-2' });
  await expectPage(dialog.getByText('Kopimottaker: Ola Eksempel')).toHaveCount(0);
  await dialog.getByRole('radio', { name: 'Står som kopimottaker' }).check();
  await expectPage(dialog.getByText('Kopimottaker: Ola Eksempel')).toBeVisible();
  await dialog.getByRole('button', { name: 'Rett partene', exact: true }).click();
  await expectPage(page.getByText('Partene i 2026/101-2 er rettet.')).toBeVisible();
  await expectPage(page.getByText('1 journalpost i kurven')).toBeVisible();
  const asked = fake.calls.filter(({ name }) => name === 'parties.correct');
  expect(asked.map(({ input }) => input)).toEqual([{ entryId: '2026/101-2', revision: 4, copies: ['p1'] }]);
});

test('the parties are let stand by keyboard, with a reason', async () => {
  const fake = fakeWith([aMismatch('2026/101-2')]);
  page = await house.open(fake, view);
  const leave = page.getByRole('button', { name: 'La partene i 2026/101-2 stå' });
  await leave.focus();
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog', { name: 'La partene i 2026/101-2 stå' });
  await dialog.getByRole('textbox', { name: /Begrunnelse/ }).focus();
  await page.keyboard.type('Sendt i posten også');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expectPage(page.getByText('Kurven er tom')).toBeVisible();
  const asked = fake.calls.filter(({ name }) => name === 'parties.leave');
  expect(asked.map(({ input }) => input)).toEqual([{ entryId: '2026/101-2', reason: 'Sendt i posten også' }]);
});

test('what somebody else has settled meanwhile, and a missing reason, are said in the dialog', async () => {
  page = await house.open(fakeWith([aMismatch('2026/101-2')], true), view);
  await page.getByRole('button', { name: 'La partene i 2026/101-2 stå' }).click();
  await page.getByRole('button', { name: 'La stå', exact: true }).last().click();
  await expectPage(page.getByRole('dialog').getByRole('alert')).toContainText(/[Bb]egrunn/);
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Rett partene i 2026/101-2' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Rett partene', exact: true }).click();
  await expectPage(page.getByText('Partene i 2026/101-2 er allerede avklart. Se loggen.')).toBeVisible();
});

test('one who may not see it gets its screened form, and why it cannot be settled', async () => {
  const hidden = aMismatch('2026/103-1', {
    title: '*****',
    withheld: true,
    parties: [{ kind: 'EM', name: '*****', isFirm: false }],
    sentTo: [{ name: '*****' }],
    proposed: undefined,
    notSentTo: [],
    settle: { may: false, code: 'not-cleared', facts: { code: 'UO' } },
  });
  page = await house.open(fakeWith([hidden]), view);
  const card = page.getByRole('region', { name: /2026\/103-1/ });
  await expectPage(card.getByText('Skjermet for deg')).toBeVisible();
  await expectPage(card.getByRole('button', { name: 'Rett partene i 2026/103-1' })).toHaveAttribute(
    'aria-disabled',
    'true',
  );
});

test.each(['nb', 'nn', 'en'] as const)('nothing runs over the edge: %s', async (language) => {
  const rows = [
    aMismatch('2026/101-2', { title: `Leiekontrakt ${'Prøveveien '.repeat(9)}` }),
    aMismatch('2026/102-1'),
  ];
  page = await house.open(fakeWith(rows, false, language), view);
  await expectPage(page.getByRole('region', { name: /2026\/102-1/ })).toBeVisible();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(1280);
  await page
    .getByRole('button', { name: /2026\/101-2/ })
    .first()
    .click();
  await expectPage(page.getByRole('dialog')).toBeVisible();
});
