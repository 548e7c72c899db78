import { expect, type Page } from '@playwright/test';
import { becomeUser, ingrid } from './support/clerk.ts';
import { recordBrowser, recordServer, type Said } from './support/record-wire.ts';
import {
  askIn,
  goTo,
  letter,
  registerScreened,
  type ScreenedEntry,
  secret,
  secrets,
  shown,
} from './support/screened-entry.ts';
import { searchSaid } from './support/search-said.ts';
import { expectAccessible, test } from './support/segl.ts';

const entryHeading = (page: Page) => page.getByRole('heading', { level: 1 });
const documentRows = (page: Page) => page.getByRole('list', { name: 'Dokumenter' }).getByRole('listitem');
async function openTab(page: Page, name: RegExp): Promise<void> {
  await page.getByRole('tab', { name }).click();
}
async function expectNothingSecret(page: Page): Promise<void> {
  for (const word of secrets) await expect(page.locator('html')).not.toContainText(word);
}

test('a caseworker screens words, one party and one document, shows a number with its reason, and opens again', async ({
  page,
}) => {
  await becomeUser(page, 'Hanne Bråten Lie');
  await page.getByRole('button', { name: 'Ny sak' }).click();
  const form = page.getByRole('dialog', { name: 'Ny sak' });
  await form.getByRole('textbox', { name: 'Tittel', exact: true }).fill('Oppfølging av familie');
  await form.getByRole('combobox', { name: 'Klasse' }).fill('613');
  await form.getByRole('option').first().click();
  await form.getByRole('button', { name: 'Opprett saken' }).click();
  await page.getByRole('button', { name: 'Ny journalpost' }).click();
  const entry = page.getByRole('dialog', { name: /Ny journalpost/ });
  await entry.getByRole('textbox', { name: 'Tittel', exact: true }).fill(`${shown.title} ${secret.title}`);
  await entry.getByRole('textbox', { name: 'Mottaker' }).fill(ingrid.name);
  await entry.getByRole('combobox', { name: 'Tilgangskode' }).selectOption('UO');
  await entry.getByRole('combobox', { name: 'Hjemmel' }).selectOption({ index: 1 });
  await entry.getByRole('button', { name: secret.title, exact: true }).click();
  await expect(entry.getByText(`Offentlig tittel: ${shown.title} *****`)).toBeVisible();
  for (const all of ['Skjerm avsender og mottaker', 'Skjerm alle dokumentene'])
    await entry.getByRole('checkbox', { name: all }).uncheck();
  await entry.getByRole('button', { name: 'Opprett journalposten' }).click();
  await expect(entryHeading(page)).toHaveText(`${shown.title} ${secret.title}`);

  const choosing = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Velg filer' }).click();
  await (await choosing).setFiles([await letter('melding.pdf', secret.document)]);
  await page.getByRole('button', { name: `Skjerm ${shown.title} ${secret.title}`, exact: true }).click();
  await expect(documentRows(page).first()).toContainText('Skjermet');
  await openTab(page, /Parter/);
  await page.getByRole('button', { name: `Skjerm ${ingrid.name}`, exact: true }).click();
  await expect(page.getByRole('button', { name: `Ta bort skjermingen av ${ingrid.name}` })).toBeVisible();
  await page.getByRole('button', { name: `Endre ${ingrid.name}`, exact: true }).click();
  const party = page.getByRole('dialog');
  await party.getByRole('textbox', { name: 'Fødselsnummer eller D-nummer' }).fill(ingrid.number);
  await page.keyboard.press('Enter');
  await expect(party).toBeHidden();
  await page.getByRole('button', { name: `Vis fødselsnummeret til ${ingrid.name}` }).click();
  const why = page.getByRole('dialog');
  await why.getByRole('button', { name: 'Vis nummeret' }).click();
  await expect(why.getByText('Velg en grunn fra listen.')).toBeVisible();
  await why.getByRole('combobox').selectOption({ index: 1 });
  await why.getByRole('button', { name: 'Vis nummeret' }).click();
  await expect(page.getByText(/148385 ?11091/)).toBeVisible();
  await expectAccessible(page);

  // Opening words again is asked about first, and stays in the log.
  await page.getByRole('button', { name: 'Endre opplysninger' }).click();
  await page.getByRole('dialog').getByRole('button', { name: secret.title, exact: true }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Lagre', exact: true }).click();
  await page.getByRole('button', { name: 'Nedgrader og lagre' }).click();
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await openTab(page, /Historikk/);
  await expect(
    page
      .getByRole('tabpanel')
      .getByText(/[Nn]edgrader/)
      .first(),
  ).toBeVisible();
});

test('a leader sees the unit’s screened entries, the document centre restores from the bin and reads the log of looking, and the system owner sees who sees what', async ({
  page,
}) => {
  const made = await registerScreened(page);
  const { entryId, recordNumber } = made;
  const draft = await askIn(page, 'entries.create', {
    caseId: made.caseId,
    type: 'N',
    title: 'Kladd',
    parties: [],
  });
  await goTo(page, `#/post/${draft.entryId}`);
  await page.getByRole('button', { name: 'Flere handlinger' }).click();
  await page.getByRole('button', { name: 'Slett journalposten …' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Slett journalposten' }).click();
  await expect(page.getByRole('dialog')).toBeHidden();

  await becomeUser(page, 'Sigrid Holt Aune');
  await goTo(page, `#/post/${entryId}`);
  await expect(entryHeading(page)).toContainText(secret.title);
  await expect(
    page.getByRole('region', { name: /Forhåndsvisning/ }).getByText(secret.document),
  ).toBeAttached();

  await becomeUser(page, 'Liv Sørdal Moe');
  await goTo(page, '#/tilgang/bin');
  await page.getByRole('button', { name: /^Legg tilbake / }).click();
  await expect(page.getByText('Papirkurven er tom')).toBeVisible();
  await goTo(page, '#/tilgang/looking');
  const looks = page.getByRole('row').filter({ hasText: 'Sigrid Holt Aune' });
  await expect(looks.filter({ hasText: recordNumber }).first()).toBeVisible();
  // What she did not open is not there.
  await expect(looks.filter({ hasNotText: recordNumber })).toHaveCount(0);

  await becomeUser(page, 'Jonas Tveiten');
  await goTo(page, '#/tilgang/sight');
  await page.getByLabel('Saksnummer eller journalpostnummer').fill(recordNumber);
  await page.getByRole('button', { name: 'Vis', exact: true }).click();
  await expect(page.getByRole('heading', { level: 2, name: /av \d+ ser alt/ })).toBeVisible();
  await expect(page.getByText(/mangler klarering for tilgangskode/).first()).toBeVisible();
  await goTo(page, `#/post/${entryId}`);
  await expect(entryHeading(page)).toHaveText(`${shown.title} *****`);
  await expectNothingSecret(page);
});

test('a caseworker of another unit is told why nothing can be done, and sees no hidden word', async ({
  page,
}) => {
  const { entryId } = await registerScreened(page);
  await becomeUser(page, 'Sindre Aasgård');
  await goTo(page, `#/post/${entryId}`);
  await expect(entryHeading(page)).toHaveText(`${shown.title} *****`);
  const change = page.getByRole('button', { name: 'Endre opplysninger' });
  await expect(change).toHaveAttribute('aria-disabled', 'true');
  await expect(change).toHaveAccessibleDescription(/\S/);
  await page.getByRole('button', { name: 'Flere handlinger' }).click();
  await expectAccessible(page);
  await page.keyboard.press('Escape');
  await expect(page.getByRole('button', { name: 'Velg filer' })).toHaveCount(0);
  await openTab(page, /Parter/);
  await expect(page.getByRole('button', { name: 'Legg til part' })).toHaveCount(0);
  await expectNothingSecret(page);
});

/** Everything a window may show of the entry, as somebody who looks for it would go about it. */
async function lookEverywhere(page: Page, { caseId, entryId, recordNumber }: ScreenedEntry): Promise<void> {
  await goTo(page, '#/');
  await goTo(page, '#/saker');
  for (const word of [secret.title, secret.party]) {
    await page.getByRole('searchbox').first().fill(word);
    await page.getByRole('searchbox').first().press('Enter');
  }
  await goTo(page, `#/sak/${caseId}`);
  await page.getByRole('tab').nth(1).click();
  await page.getByRole('textbox', { name: /Gå til/ }).fill(recordNumber);
  await page.keyboard.press('Enter');
  await expect(entryHeading(page)).toContainText(shown.title);
  await expect(
    page.getByRole('region', { name: /Forhåndsvisning/ }).or(page.getByRole('tabpanel')),
  ).not.toHaveCount(0);
  for (const row of await documentRows(page).all()) await row.getByRole('button').first().click();
  for (const tab of [/Parter/, /Signering/, /Historikk/]) await openTab(page, tab);
  for (const basket of ['my-drafts', 'arrears', 'signed', 'out-for-signing'])
    await goTo(page, `#/kurv/${basket}`);
  await goTo(page, '#/innstillinger');
  await goTo(page, `#/post/${entryId}`);
}

test('of a reader’s whole journey not one byte holds what is screened, and the same journey of the owner holds it all @browser', async ({
  page,
  segl,
  browser,
}) => {
  const made = await registerScreened(page);
  /** What went over the wire to one person, by the server and by the browser. */
  const journeyOf = async (name: string): Promise<readonly Said[]> => {
    const entrance = await segl.enterUrl();
    const recorder = await recordServer(entrance);
    const context = await browser.newContext({ locale: 'nb-NO', timezoneId: 'Europe/Oslo' });
    try {
      const window = await context.newPage();
      const seen = await recordBrowser(window);
      await window.goto(recorder.url);
      await becomeUser(window, name);
      recorder.said.length = 0;
      seen.said.length = 0;
      await lookEverywhere(window, made);
      // Straight at the addresses of the files, for which a reader has no links.
      for (const url of made.objects)
        await window.evaluate((address) => fetch(address).then((reply) => reply.arrayBuffer()), url);
      // Something happens to it meanwhile, and each window is told.
      const heard = seen.said.filter(({ where }) => where === 'event').length;
      await askIn(page, 'entries.setParties', await partiesOf(page, made.entryId));
      await expect
        .poll(() => seen.said.filter(({ where }) => where === 'event').length)
        .toBeGreaterThan(heard);
      await expect(entryHeading(window)).toContainText(shown.title);
      await seen.settle();
      return [...recorder.said, ...seen.said];
    } finally {
      await context.close();
      await recorder.close();
    }
  };
  const reader = await journeyOf('Eva Lund Revheim');
  expect(await searchSaid(reader, secrets)).toEqual([]);
  expect(reader.some(({ where }) => where.includes('/ask/entries.open'))).toBe(true);
  expect(reader.some(({ where }) => where === 'event')).toBe(true);
  // The same search finds in what its owner was sent whatever that one may see without asking for it.
  const found = await searchSaid(await journeyOf('Hanne Bråten Lie'), secrets);
  for (const word of secrets.filter((one) => one !== secret.number))
    expect(
      found.some((one) => one.startsWith(`${word} in`)),
      word,
    ).toBe(true);
});

async function partiesOf(page: Page, entryId: string) {
  const { parties, revision } = await askIn(page, 'entries.open', { entryId });
  return {
    entryId,
    revision,
    parties: parties.map(({ id, kind, name, isFirm }) => ({ id, kind, name, isFirm })),
  };
}

test('the search finds a word however a leak has packed it', async () => {
  const { buffer } = await letter('lekkasje.pdf', secret.document);
  const leaks: readonly (readonly [string, Buffer, string])[] = [
    ['plain', Buffer.from(`{"title":"${secret.title}"}`), secret.title],
    ['escaped', Buffer.from(`{"name":"\\u0048emmelgard"}`), secret.party],
    ['in an address', Buffer.from(`filename*=UTF-8''%75ndersokelsen.pdf`), secret.file],
    ['in base64', Buffer.from(Buffer.from(`id ${secret.number}`).toString('base64')), secret.number],
    ['as UTF-16', Buffer.from(secret.party, 'utf16le'), secret.party],
    ['in a PDF', buffer, secret.document],
  ];
  for (const [where, bytes, word] of leaks)
    expect(await searchSaid([{ where, bytes }], secrets)).toEqual([`${word} in ${where}`]);
});
