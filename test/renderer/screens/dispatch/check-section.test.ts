import { AxeBuilder } from '@axe-core/playwright';
import { expect as expectPage, type Page } from '@playwright/test';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { type Answers, no } from '../../../support/fake-ask.ts';
import {
  aDocument,
  address,
  aFinding,
  anEntry,
  anOrder,
  type FakeWorld,
  fakeWithEntry,
} from '../../../support/fake-entries.ts';
import { openRendererHouse, type RendererHouse } from '../../../support/open-renderer.ts';

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
const press = async (name: string | RegExp) => {
  await dialog().getByRole('button', { name }).focus();
  await page.keyboard.press('Enter');
};
async function open(part: Partial<FakeWorld>, answers: Answers = {}) {
  fake = await fakeWithEntry(part, answers);
  page = await house.open(fake, { address });
  await page.getByRole('heading', { level: 1 }).waitFor();
  await page.keyboard.press('Control+Enter');
  await dialog().waitFor();
}
const attachments = (count: number) =>
  Array.from({ length: count }, (_, at) =>
    aDocument(`d${at}`, at === 0 ? 'Leieavtale' : `Vedlegg ${at}`, at + 1),
  );

test('a heap of like findings is one line, opens, and is mended and undone as one', async () => {
  const out = new Set<string>();
  const documents = attachments(5);
  await open(
    {
      entry: anEntry({ status: 'R', documents }),
      findings: () =>
        documents.flatMap(({ id, title }, at) =>
          at === 0 || out.has(id)
            ? []
            : [aFinding('document-not-pdf', 'stop', `documents.${at}`, { document: title })],
        ),
    },
    {
      'documents.takeOut': ({ documentId }) => {
        out.add(documentId);
        return {};
      },
      'documents.putBack': ({ documentId }) => {
        out.delete(documentId);
        return {};
      },
    },
  );
  await expectPage(dialog().getByText('4 dokumenter er ikke PDF.').first()).toBeVisible();
  await press('Vis alle 4');
  await expectPage(dialog().getByText('«Vedlegg 3» er ikke en PDF.').first()).toBeVisible();
  expect((await new AxeBuilder({ page }).analyze()).violations.map(({ id }) => id)).toEqual([]);
  await press('Vis som én');
  await press(/^Ta ut vedlegget \(alle 4\)/);
  await expectPage(dialog().getByText('Alt er klart')).toBeVisible();
  await expectPage(dialog().getByRole('heading', { name: 'Kontroll' })).toBeFocused();
  expect(asked('documents.takeOut')).toHaveLength(4);
  await press('Angre');
  await expectPage(dialog().getByText('4 vedlegg er satt inn igjen.').first()).toBeAttached();
  await expectPage(dialog().getByText('4 dokumenter er ikke PDF.').first()).toBeVisible();
});

test('a title that is too long is cut after a word beside its finding, and what was typed elsewhere stays', async () => {
  const title = `${'Leieavtale for Storgata '.repeat(4)}14 B`;
  await open({
    entry: anEntry({ status: 'F', title, documents: attachments(1) }),
    findings: () =>
      fake.world.entry.title.length > 80
        ? [aFinding('title-too-long', 'stop', 'title', { length: 100, max: 80, over: 20 })]
        : [],
  });
  await dialog()
    .getByLabel(/Melding til mottakerne/)
    .fill('Les og signer');
  await press(/^Endre tittelen:/);
  await expectPage(dialog().getByRole('textbox', { name: 'Tittel', exact: true })).toBeFocused();
  await press('Bruk forslaget');
  await press('Lagre titlene');
  await expectPage(dialog().getByText('Alt er klart')).toBeVisible();
  await expectPage(dialog().getByLabel(/Melding til mottakerne/)).toHaveValue('Les og signer');
  expect(fake.world.entry.title).toBe(
    'Leieavtale for Storgata Leieavtale for Storgata Leieavtale for Storgata',
  );
});

describe('what stands in the order', () => {
  test('is mended at once and undone: message, deadline, a recipient who stands there twice', async () => {
    const long = 'Les avtalen nøye. '.repeat(20).trim();
    const twice = { name: 'Kari Prøve', identityNumber: '12829499914', group: 0 };
    await open({
      entry: anEntry({ status: 'F', documents: attachments(1) }),
      order: anOrder({ message: long, deadlineDays: 120, recipients: [twice, twice] }),
      findings: ({ message, deadlineDays, recipients }) => [
        ...(message.length > 220
          ? [aFinding('message-too-long', 'stop', 'message', { length: 359, max: 220, over: 139 })]
          : []),
        ...(deadlineDays > 90
          ? [aFinding('deadline-out-of-range', 'stop', 'deadline', { days: 120, min: 1, max: 90 })]
          : []),
        ...(recipients.length > 1
          ? [aFinding('recipient-twice', 'stop', 'recipients.1', { name: 'Kari Prøve', number: 2, first: 1 })]
          : []),
      ],
    });
    await press(/^Kutt meldingen:/);
    const message = dialog().getByLabel(/Melding til mottakerne/);
    await expectPage(message).toHaveValue(/nøye\. Les$/);
    await press('Angre');
    await expectPage(message).toHaveValue(long);
    await press(/^Kutt meldingen:/);
    await press(/^Sett standardfrist:/);
    await expectPage(dialog().getByLabel('Frist i dager')).toHaveValue('30');
    await press(/^Fjern den siste:/);
    await expectPage(dialog().getByLabel('Navn')).toHaveCount(1);
    await expectPage(dialog().getByText('Alt er klart')).toBeVisible();
  });
});

test('a finished entry is taken back before its attachment is taken out, and finished again in place', async () => {
  const documents = attachments(2);
  let out = false;
  await open(
    {
      entry: anEntry({
        status: 'F',
        documents,
        frozen: ['documents'],
        steps: [{ to: 'R', decision: { may: true } }],
      }),
      findings: () => [
        ...(out ? [] : [aFinding('document-damaged', 'stop', 'documents.1', { document: 'Vedlegg 1' })]),
        ...(fake.world.entry.status === 'R' ? [aFinding('entry-not-final', 'stop', 'entry')] : []),
      ],
    },
    {
      'entries.setStatus': ({ to }) => {
        fake.world.entry = {
          ...fake.world.entry,
          status: to,
          frozen: to === 'F' ? ['documents'] : [],
          steps: [{ to: to === 'F' ? 'R' : 'F', decision: { may: true } }],
        };
        return {};
      },
      'documents.takeOut': () => {
        out = true;
        return {};
      },
    },
  );
  await press(/^Ta ut vedlegget: Filen til «Vedlegg 1»/);
  await press(/^Ferdigstill: Journalposten er ikke/);
  await expectPage(dialog().getByText('Alt er klart')).toBeVisible();
  expect(asked('entries.setStatus').map((input) => Reflect.get(Object(input), 'to'))).toEqual(['R', 'F']);
});

test('one who may not is told why, and a refusal is told without losing anything', async () => {
  await open(
    {
      entry: anEntry({
        status: 'F',
        documents: attachments(2),
        change: { may: false, code: 'other-unit' },
      }),
      findings: () => [
        aFinding('document-damaged', 'stop', 'documents.1', { document: 'Vedlegg 1' }),
        aFinding('archive-restored', 'stop', 'entry'),
      ],
    },
    { 'documents.takeOut': () => no('not-allowed') },
  );
  await expectPage(dialog().getByRole('button', { name: /^Ta ut vedlegget/ })).toHaveCount(0);
  await expectPage(
    dialog()
      .getByText(/Rollen din gjelder ikke for denne enheten/)
      .first(),
  ).toBeVisible();
  await expectPage(dialog().getByRole('link', { name: 'Gå til skrivebordet' })).toBeVisible();
});
