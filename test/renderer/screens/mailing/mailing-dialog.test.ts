import { AxeBuilder } from '@axe-core/playwright';
import { expect as expectPage, type Page } from '@playwright/test';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { toId, toSha256 } from '../../../../domain/basics.ts';
import { checkRecipientList, isListSound } from '../../../../domain/recipient-list.ts';
import type { MailingView } from '../../../../preload/contract/mailing.ts';
import { aDocument, address, anEntry, fakeWithEntry } from '../../../support/fake-entries.ts';
import { openRendererHouse, type RendererHouse } from '../../../support/open-renderer.ts';

let house: RendererHouse;
let page: Page;
beforeAll(async () => {
  house = await openRendererHouse();
});
afterAll(() => house?.close());
afterEach(() => page?.context().close());

const faultsOf = async () =>
  (await new AxeBuilder({ page }).analyze()).violations.map(({ id, nodes }) => [id, nodes[0]?.html]);
const dialog = () => page.getByRole('dialog', { name: /Send til mange/ });

/** An archive that holds one list, and sends to one person a time. */
async function open() {
  const mailings: MailingView[] = [];
  const fake = await fakeWithEntry(
    { entry: anEntry({ status: 'F', documents: [aDocument('d1', 'Leieavtale', 1)] }) },
    {
      'mailing.open': () => ({
        entryId: toId('e1'),
        recordNumber: '2026/12-3',
        title: 'Leieavtale',
        training: true,
        limits: { maxMessage: 220, defaultDeadlineDays: 30, minDeadlineDays: 1, maxDeadlineDays: 90 },
        mayChangeDeadline: false,
        askAboutLeader: true,
        mailings,
      }),
      'mailing.check': ({ people }) => ({
        findings: [],
        maySend: isListSound(checkRecipientList(people, { training: true })),
        merged: { sha256: toSha256('a'.repeat(64)), url: '/files/merged/a', pages: 2 },
        latestEnd: '2026-12-21',
      }),
      'mailing.start': ({ people }) => {
        mailings.unshift({
          id: toId('m1'),
          startedBy: 'Kari Nordvik',
          startedAt: '2026-11-21T10:00:00.000Z',
          people: people.map(({ name }) => ({ name, waits: true })),
        });
        return { mailingId: toId('m1') };
      },
      'mailing.next': () => {
        const [mailing] = mailings;
        const at = mailing?.people.findIndex(({ waits }) => waits) ?? -1;
        if (!mailing) throw new Error('nothing was started');
        const people = mailing.people.map((person, position) =>
          position === at
            ? {
                ...person,
                waits: false,
                entry: {
                  id: toId<'entry'>(`n${at}`),
                  recordNumber: `2026/12-${at + 4}`,
                  jobState: 'queued' as const,
                },
              }
            : person,
        );
        mailings[0] = { ...mailing, people, ...(at < 0 && { endedAt: '2026-11-21T10:01:00.000Z' }) };
        return { more: at >= 0 };
      },
    },
  );
  page = await house.open(fake, { address });
  await page.getByRole('button', { name: 'Flere handlinger' }).click();
  await page.getByRole('button', { name: 'Send til mange …' }).click();
  await dialog().waitFor();
  return fake;
}

const pasted =
  'Navn;Fødselsnummer\nIngrid Testvik;14838511091\n\nOlav Prøve;2917112145\nI. Testvik;14838511091\n';

test('a list with faults is mended line by line, summed up, sent, and told of with links', async () => {
  const fake = await open();
  await dialog().getByLabel('Lim inn listen').fill(pasted);
  await dialog().getByRole('button', { name: 'Les listen' }).click();
  await expectPage(dialog().getByText('3 personer. 2 linjer må rettes eller fjernes.')).toBeVisible();
  await expectPage(dialog().getByText('Tomme linjer er hoppet over: 3.')).toBeVisible();
  await expectPage(dialog().getByText('Samme person som linje 2.')).toBeVisible();
  expect(await faultsOf()).toEqual([]);
  await dialog().getByRole('button', { name: 'Kontroller', exact: true }).click();
  expect(fake.calls.filter(({ name }) => name === 'mailing.check')).toEqual([]);
  await dialog().getByLabel('Fødselsnummer, linje 4').fill('02917112145');
  await dialog().getByRole('button', { name: 'Fjern linje 5 I. Testvik' }).click();
  await expectPage(dialog().getByText('2 personer. Ingen feil.')).toBeVisible();
  await dialog().getByRole('button', { name: 'Kontroller', exact: true }).click();
  await expectPage(dialog().getByText('2 personer, hver på sin egen journalpost')).toBeVisible();
  expect(await faultsOf()).toEqual([]);
  expect(fake.calls.filter(({ name }) => name === 'mailing.start')).toEqual([]);
  await dialog().getByRole('button', { name: 'Ja, send til 2 personer' }).click();
  await expectPage(dialog().getByText('Alle er laget og lagt i kø')).toBeVisible();
  await expectPage(dialog().getByRole('link', { name: 'Journalpost 2026/12-5' })).toBeVisible();
  expect(await faultsOf()).toEqual([]);
  expect(fake.calls.filter(({ name }) => name === 'mailing.next')).toHaveLength(3);
});

test('a file in Windows-1252 is read; one that is no text is told of; what is typed is not lost by closing once', async () => {
  await open();
  const file = dialog().getByLabel('Eller velg en fil (CSV eller tekst)');
  await file.setInputFiles({
    name: 'liste.xlsx',
    mimeType: 'text/csv',
    buffer: Buffer.from([0x50, 0x4b, 3, 4, 0]),
  });
  await expectPage(dialog().getByRole('alert')).toContainText('«liste.xlsx»');
  const latin = Buffer.from('Åse Øvesæn;14838511091\r\n', 'latin1');
  await file.setInputFiles({ name: 'liste.csv', mimeType: 'text/csv', buffer: latin });
  await expectPage(dialog().getByLabel('Navn, linje 1')).toHaveValue('Åse Øvesæn');
  await page.keyboard.press('Escape');
  await expectPage(dialog().getByText('Lukk én gang til')).toBeVisible();
  await expectPage(dialog().getByLabel('Navn, linje 1')).toHaveValue('Åse Øvesæn');
});
