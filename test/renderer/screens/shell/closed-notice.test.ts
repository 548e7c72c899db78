import { expect as expectPage, type Page } from '@playwright/test';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { toId } from '../../../../domain/basics.ts';
import type { EntryView } from '../../../../preload/contract/entries.ts';
import { type Answers, no } from '../../../support/fake-ask.ts';
import { aDocument, address, anEntry, fakeWithEntry } from '../../../support/fake-entries.ts';
import { openRendererHouse, type RendererHouse } from '../../../support/open-renderer.ts';

let house: RendererHouse;
let page: Page;
let fake: Awaited<ReturnType<typeof fakeWithEntry>>;
beforeAll(async () => {
  house = await openRendererHouse();
});
afterAll(() => house?.close());
afterEach(() => page?.context().close());

const screening = {
  accessCode: toId<'access-code'>('UO'),
  legalBasis: 'Offl. § 13 jf. fvl. § 13',
  hidesTitle: true,
  hidesParties: true,
  hidesDocuments: true,
};
const documents = [aDocument('d1', 'Fosterhjemsavtale', 1)];
const whole = anEntry({ title: 'Vedtak om fosterhjem', screened: true, screening, documents });
const withheld: Partial<EntryView> = {
  title: '*****',
  withheld: true,
  documents: documents.map(({ current: _, ...one }) => ({
    ...one,
    title: '*****',
    objects: [],
    withheld: true,
  })),
  change: { may: false, code: 'not-cleared', facts: { code: 'UO' } },
  dispatch: { may: false, code: 'not-cleared', facts: { code: 'UO' } },
};
const everything = { kind: 'archive.changed', caseIds: [], entryIds: [] } as const;
const changed = { kind: 'archive.changed', caseIds: [], entryIds: [toId<'entry'>('e1')] } as const;

/** A window on the entry, which is shown as it is in `now.entry`. */
async function open(answers: Answers = {}) {
  const now = { entry: whole };
  fake = await fakeWithEntry({ entry: whole }, { 'entries.open': () => now.entry, ...answers });
  page = await house.open(fake, { address, permissions: ['clipboard-read', 'clipboard-write'] });
  await page.getByRole('heading', { level: 1 }).waitFor();
  return now;
}
const notice = () => page.getByRole('alert').filter({ hasText: 'lukket' });
const copied = () => page.evaluate(() => navigator.clipboard.readText());

async function typeInTitle(more: string) {
  await page.getByRole('button', { name: 'Endre opplysninger' }).click();
  const title = page.getByRole('dialog').getByRole('textbox', { name: 'Tittel', exact: true });
  await title.press('End');
  await title.pressSequentially(more);
}

test('what a screening set by someone else hides is closed at once, and what was typed can be copied', async () => {
  const now = await open();
  await typeInTitle(' for Nordlia');
  now.entry = { ...whole, ...withheld };
  await fake.publish(changed);
  await expectPage(page.getByRole('dialog')).toHaveCount(0);
  await expectPage(notice()).toContainText('skjermet for deg');
  await expectPage(page.getByRole('heading', { level: 1 })).toHaveText('*****');
  const everywhere = await page.evaluate(() =>
    [
      document.documentElement.outerHTML,
      ...[...document.querySelectorAll('input, textarea')].map((field) => (field as HTMLInputElement).value),
      document.title,
      JSON.stringify(history.state),
      location.href,
      JSON.stringify({ ...sessionStorage, ...localStorage }),
    ].join('\n'),
  );
  expect(everywhere).not.toMatch(/fosterhjem/i);
  // Nor is what was typed on the screen: it may say as much.
  expect(everywhere).not.toContain('Nordlia');
  await notice().getByRole('button', { name: 'Kopier det du skrev' }).click();
  await expectPage(notice()).toContainText('Kopiert');
  expect(await copied()).toContain('for Nordlia');
  expect(await copied()).not.toMatch(/fosterhjem/i);
  await notice().getByRole('button', { name: 'Fjern meldingen' }).click();
  await expectPage(notice()).toHaveCount(0);
});

test('a form that one may no longer send is closed with the reason, and identity numbers are not copied', async () => {
  const now = await open();
  await page.getByRole('tab', { name: /Parter/ }).click();
  await page.getByRole('button', { name: 'Legg til part' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('textbox', { name: 'Navn', exact: true }).pressSequentially('Kari Prøve');
  await dialog
    .getByRole('textbox', { name: /nummer/i })
    .first()
    .pressSequentially('14838511091');
  now.entry = { ...whole, change: { may: false, code: 'not-allowed' } };
  await fake.publish(changed);
  await expectPage(dialog).toHaveCount(0);
  await expectPage(notice()).toContainText('Fødselsnummer er ikke med');
  await notice().getByRole('button', { name: 'Kopier det du skrev' }).click();
  await expectPage(notice()).toContainText('Kopiert');
  expect(await copied()).toContain('Kari Prøve');
  expect(await copied()).not.toContain('14838511091');
});

test('what is refused when it is read again is not left on the screen', async () => {
  let gone = false;
  await open({ 'entries.open': () => (gone ? no('not-found') : whole) });
  await typeInTitle(' for Nordlia');
  gone = true;
  await fake.publish(changed);
  await expectPage(page.getByRole('dialog')).toHaveCount(0);
  await expectPage(page.getByText('Vedtak om fosterhjem')).toHaveCount(0);
  await expectPage(notice()).toContainText('Kopier det du skrev');
});

test('another person at the same seat finds nothing of what was open', async () => {
  const world = await fakeWithEntry({ entry: whole });
  let person = 'u2';
  const sessionOf = async () => {
    const reply = await world.ask('session.open', {});
    if (!reply.ok) throw new Error(reply.refusal.code);
    const { users } = reply.value;
    return { ...reply.value, user: users.find(({ id }) => id === person) ?? reply.value.user };
  };
  const second = await sessionOf();
  person = 'u1';
  let now = await sessionOf();
  await open({ 'session.open': () => now });
  await typeInTitle(' for Nordlia');
  now = second;
  await fake.publish(everything);
  await expectPage(page.getByRole('dialog')).toHaveCount(0);
  await expectPage(notice()).toContainText(second.user.name);
  // What another person typed is not for this one.
  await expectPage(notice().getByRole('button', { name: 'Kopier det du skrev' })).toHaveCount(0);
});
