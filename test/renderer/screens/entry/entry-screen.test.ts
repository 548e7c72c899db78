import { AxeBuilder } from '@axe-core/playwright';
import { expect as expectPage, type Page } from '@playwright/test';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { toId } from '../../../../domain/basics.ts';
import { type Answers, no } from '../../../support/fake-ask.ts';
import {
  aDocument,
  address,
  aJob,
  anEntry,
  aParty,
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
async function open(part: Partial<FakeWorld> = {}, answers: Answers = {}) {
  fake = await fakeWithEntry(part, answers);
  page = await house.open(fake, { address });
  await page.getByRole('heading', { level: 1 }).waitFor();
}
const asked = (name: string) => fake.calls.filter((call) => call.name === name).map((call) => call.input);
const flaws = async () =>
  (await new AxeBuilder({ page }).analyze()).violations.map(({ id, nodes }) => [id, nodes[0]?.html]);
const documents = [
  aDocument('d1', 'Leieavtale', 1),
  aDocument('d2', 'Husordensregler', 2),
  aDocument('d3', 'Tegning', 3),
];

/** Of the text of an element with what lies behind it, as WCAG 2 counts it; faded by whatever fades it. */
function contrastOf(element: Element): number {
  const above: Element[] = [];
  for (let one: Element | null = element; one; one = one.parentElement) above.push(one);
  const pixel = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
  if (!pixel) throw new Error('no canvas');
  const paint = (color: string, opacity: number) => {
    pixel.globalAlpha = opacity;
    pixel.fillStyle = color;
    pixel.fillRect(0, 0, 1, 1);
  };
  const light = () => {
    const parts = [...pixel.getImageData(0, 0, 1, 1).data.subarray(0, 3)].map((part) => {
      const share = part / 255;
      return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
    });
    return (parts[0] ?? 0) * 0.2126 + (parts[1] ?? 0) * 0.7152 + (parts[2] ?? 0) * 0.0722;
  };
  for (const one of above.toReversed()) paint(getComputedStyle(one).backgroundColor, 1);
  const behind = light();
  const opacity = above.reduce((product, one) => product * Number(getComputedStyle(one).opacity), 1);
  paint(getComputedStyle(element).color, opacity);
  const text = light();
  return (Math.max(text, behind) + 0.05) / (Math.min(text, behind) + 0.05);
}

describe('documents', () => {
  const file = (name: string) => ({
    name,
    mimeType: 'application/pdf',
    buffer: Buffer.from('%PDF-1.7 prøve'),
  });

  test('are added one by one, and a refused one tells its name and why while the others stay', async () => {
    await open(
      {},
      {
        'documents.add': ({ fileName }) =>
          fileName === 'låst.pdf'
            ? no('file-encrypted', { file: fileName })
            : { documentId: toId(fileName), warnings: fileName === 'skjema.pdf' ? ['form-fields'] : [] },
      },
    );
    const chooser = page.getByLabel('Velg filer').and(page.locator('input'));
    await chooser.setInputFiles([file('avtale.pdf'), file('låst.pdf'), file('skjema.pdf')]);
    const queue = page.getByRole('region', { name: 'Filer som legges til' });
    await expectPage(queue.getByRole('listitem')).toHaveCount(2);
    await expectPage(queue.getByText('«låst.pdf» er beskyttet med passord')).toBeVisible();
    await expectPage(queue.getByText('Filen har skjemafelt')).toBeVisible();
    await expectPage(page.getByText('2 lagt til, 1 ikke lagt til.')).toBeAttached();
    expect(asked('documents.add')).toMatchObject([
      { fileName: 'avtale.pdf' },
      { fileName: 'låst.pdf' },
      { fileName: 'skjema.pdf' },
    ]);
    await page.getByRole('button', { name: 'Fjern meldingen om låst.pdf' }).click();
    await expectPage(queue.getByRole('listitem')).toHaveCount(1);
  });

  test('are refused before they are sent when they are empty', async () => {
    await open();
    const chooser = page.getByLabel('Velg filer').and(page.locator('input'));
    await chooser.setInputFiles([{ name: 'tom.pdf', mimeType: 'application/pdf', buffer: Buffer.alloc(0) }]);
    await expectPage(page.getByText('«tom.pdf» er tom.')).toBeVisible();
    expect(asked('documents.add')).toEqual([]);
  });

  test('are put in order with the keyboard, and the move is told', async () => {
    await open({ entry: anEntry({ documents }) });
    await page.getByRole('button', { name: 'Flytt Tegning opp' }).press('Enter');
    await expectPage(page.getByText('Tegning er nå nummer 2.')).toBeAttached();
    expect(asked('documents.order')).toEqual([{ entryId: 'e1', order: ['d1', 'd3', 'd2'] }]);
    await expectPage(
      page.getByRole('list', { name: 'Dokumenter' }).getByRole('listitem').nth(1),
    ).toContainText('Tegning');
  });

  test('cannot be changed when they are frozen', async () => {
    await open({ entry: anEntry({ documents, frozen: ['documents'] }) });
    await expectPage(page.getByText('Dokumentene er låst')).toBeVisible();
    await expectPage(page.getByRole('button', { name: 'Velg filer' })).toHaveCount(0);
    await expectPage(page.getByRole('button', { name: /^Flytt / })).toHaveCount(0);
  });
});

describe('the PDF viewer', () => {
  test('shows every page with its text to read, and zooms with the keyboard', async () => {
    await open({ entry: anEntry({ documents }) });
    const viewer = page.getByRole('region', { name: 'Forhåndsvisning av Leieavtale' });
    await expectPage(viewer.getByText('Side 1 av 3')).toBeVisible();
    await expectPage(viewer.getByText('Prøveside nummer 1')).toBeAttached();
    await expectPage(viewer.locator('canvas').first()).toBeAttached();
    const sheet = viewer.getByRole('article', { name: 'Side 1 av 3' });
    const before = (await sheet.boundingBox())?.width ?? 0;
    await viewer.locator('[tabindex="0"]').last().press('+');
    await expectPage.poll(async () => (await sheet.boundingBox())?.width ?? 0).toBeGreaterThan(before);
    await viewer.getByRole('button', { name: 'Neste side' }).click();
    await expectPage(viewer.getByText('Side 2 av 3')).toBeVisible();
  });

  test('says in plain words that a file cannot be shown, and offers it for download', async () => {
    const [first] = documents;
    const current = first?.current && { ...first.current, url: '/files/damaged' };
    await open({ entry: anEntry({ documents: first && current ? [{ ...first, current }] : [] }) });
    await expectPage(page.getByText('Dokumentet kan ikke vises her.')).toBeVisible();
    await expectPage(page.getByRole('link', { name: 'Last ned' }).first()).toBeVisible();
  });
});

describe('the title block', () => {
  test('says since when and by whom the entry is locked', async () => {
    await open({
      entry: anEntry({
        status: 'E',
        sentAt: '2026-03-12T09:04:00.000Z',
        lock: { code: 'dispatched', at: '2026-03-12T09:04:00.000Z', by: 'Ingrid Solheim' },
      }),
    });
    await expectPage(page.getByText('Låst: ekspedert 12.03.2026 kl. 10:04 av Ingrid Solheim.')).toBeVisible();
    await expectPage(page.getByRole('button', { name: 'Ekspeder', exact: true })).toHaveCount(0);
  });

  test('gives the reason for what cannot be done now so that it can be read', async () => {
    await open({
      entry: anEntry({ remove: { may: false, code: 'case-closed', facts: { case: '2026/1' } } }),
    });
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      await page.getByRole('button', { name: 'Flere handlinger' }).click();
      const reason = page.getByRole('button', { name: 'Slett journalposten' }).locator('small');
      await expectPage(reason).toBeVisible();
      // Axe does not look at what is disabled.
      await expectPage.poll(() => reason.evaluate(contrastOf)).toBeGreaterThanOrEqual(4.5);
      await page.keyboard.press('Escape');
    }
  });

  test('says why the next step cannot be taken', async () => {
    await open();
    await expectPage(page.getByRole('button', { name: 'Ferdigstill' })).toHaveAccessibleDescription(
      'Hoveddokumentet mangler. Legg til en fil.',
    );
  });

  test('asks for a reason before an entry is expunged', async () => {
    await open({
      entry: anEntry({ steps: [{ to: 'U', decision: { may: false, code: 'reason-missing' } }] }),
    });
    await page.getByRole('button', { name: 'Flere handlinger' }).click();
    await page.getByRole('button', { name: 'Sett til utgår …' }).click();
    const dialog = page.getByRole('dialog', { name: 'Sette journalposten til utgår?' });
    await dialog.getByRole('button', { name: 'Sett til utgår' }).click();
    await expectPage(dialog.getByText('Skriv hvorfor journalposten skal utgå.')).toBeVisible();
    await dialog.getByLabel('Begrunnelse').fill('Registrert to ganger');
    await dialog.getByRole('button', { name: 'Sett til utgår' }).click();
    await expectPage(dialog).toHaveCount(0);
    expect(asked('entries.setStatus')).toMatchObject([{ to: 'U', reason: 'Registrert to ganger' }]);
  });

  test('keeps what was typed when someone else saved first, and lets the clerk choose', async () => {
    const theirs = anEntry({ title: 'Deres tittel', revision: 2, dueOn: '2026-12-24' });
    await open(
      {},
      {
        'entries.change': ({ revision }) => {
          if (revision === 2) return { revision: 3 };
          fake.world.entry = theirs;
          return no('changed-meanwhile', { entry: '2026/102-5' });
        },
      },
    );
    await page.getByRole('button', { name: 'Endre opplysninger' }).click();
    const dialog = page.getByRole('dialog', { name: 'Endre opplysninger' });
    await dialog.getByLabel('Tittel', { exact: true }).fill('Min tittel');
    await dialog.getByRole('button', { name: 'Lagre' }).click();
    await expectPage(dialog.getByText('Journalposten ble endret av andre mens du skrev')).toBeVisible();
    await expectPage(dialog.getByText('Står nå: Deres tittel')).toBeVisible();
    await expectPage(dialog.getByLabel('Tittel', { exact: true })).toHaveValue('Min tittel');
    await expectPage(dialog.getByLabel('Forfallsdato')).toHaveValue('2026-12-24');
    await dialog.getByRole('button', { name: 'Lagre' }).click();
    await expectPage(dialog).toHaveCount(0);
    expect(asked('entries.change').at(-1)).toEqual({ entryId: 'e1', revision: 2, title: 'Min tittel' });
  });
});

describe('parties', () => {
  test('are added with a dialog that tells how many digits are typed, and keep their numbers', async () => {
    await open({ entry: anEntry({ parties: [aParty('p1', 'Kari Prøve')] }) });
    await page.getByRole('tab', { name: /Parter/ }).click();
    await page.getByRole('button', { name: 'Legg til part' }).click();
    const dialog = page.getByRole('dialog', { name: 'Ny part' });
    await dialog.getByLabel('Fødselsnummer eller D-nummer').fill('1282949');
    await expectPage(dialog.getByText('7 av 11 sifre')).toBeVisible();
    await dialog.getByRole('button', { name: 'Lagre part' }).click();
    await expectPage(dialog.getByText('Skriv navnet.')).toBeVisible();
    await dialog.getByLabel('Navn').fill('Ola Eksempel');
    await dialog.getByRole('button', { name: 'Lagre part' }).click();
    await expectPage(dialog).toHaveCount(0);
    const [sent] = asked('entries.setParties') as { parties: { name: string; identityNumber?: string }[] }[];
    expect(sent?.parties.map(({ name, identityNumber }) => [name, identityNumber])).toEqual([
      ['Kari Prøve', undefined],
      ['Ola Eksempel', '1282949'],
    ]);
  });

  test('show an identity number only when asked', async () => {
    await open({ entry: anEntry({ parties: [aParty('p1', 'Kari Prøve')] }) });
    await page.getByRole('tab', { name: /Parter/ }).click();
    await expectPage(page.getByText('128294 ●●●●●')).toBeVisible();
    await page.getByRole('button', { name: 'Vis fødselsnummeret til Kari Prøve' }).click();
    const why = page.getByRole('dialog', { name: 'Vise fødselsnummeret til Kari Prøve?' });
    await why.getByRole('button', { name: 'Vis nummeret' }).click();
    await expectPage(why.getByText('Velg en grunn fra listen.')).toBeVisible();
    await why.getByLabel('Hvorfor trenger du det?').selectOption('other');
    await why.getByRole('button', { name: 'Vis nummeret' }).click();
    await expectPage(why.getByText('Skriv hvorfor du trenger nummeret.')).toBeVisible();
    expect(asked('entries.revealIdentity')).toEqual([]);
    await why.getByLabel('Skriv hvorfor').fill('Ringer opp');
    await why.getByRole('button', { name: 'Vis nummeret' }).click();
    await expectPage(page.getByText('128294 99914')).toBeVisible();
    expect(asked('entries.revealIdentity')).toEqual([
      { entryId: 'e1', partyId: 'p1', reason: { ground: 'other', words: 'Ringer opp' } },
    ]);
  });
});

test('history is told in words and dates a clerk reads', async () => {
  await open();
  await page.getByRole('tab', { name: 'Historikk' }).click();
  const history = page.getByRole('tabpanel').getByRole('listitem');
  await expectPage(
    history.filter({ hasText: /Journalstatus: fra Reservert dokument.*Ferdigstilt/ }),
  ).toBeVisible();
  await expectPage(history.filter({ hasText: /Forfallsdato: til 01\.12\.2026/ })).toBeVisible();
});

test('no tab of an entry has a flaw that axe can see', async () => {
  await open({
    entry: anEntry({
      documents,
      parties: [aParty('p1', 'Kari Prøve')],
      jobs: [
        aJob({ lastFault: { code: 'ECONNREFUSED', detail: 'connect', at: '2026-11-03T09:00:00.000Z' } }),
      ],
      lock: { code: 'dispatch-running', by: 'Ingrid Solheim' },
      title: 'æ'.repeat(80),
    }),
  });
  for (const tab of ['Signering', 'Dokumenter', 'Parter', 'Historikk']) {
    await page.getByRole('tab', { name: new RegExp(tab) }).click();
    expect([tab, await flaws()]).toEqual([tab, []]);
  }
});
