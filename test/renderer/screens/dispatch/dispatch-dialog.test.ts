import { AxeBuilder } from '@axe-core/playwright';
import { expect as expectPage, type Page } from '@playwright/test';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { toId, toSha256 } from '../../../../domain/basics.ts';
import type { ShownOrder } from '../../../../domain/dispatch-order.ts';
import { type Answers, no } from '../../../support/fake-ask.ts';
import {
  aDocument,
  address,
  aFinding,
  anEntry,
  anOrder,
  checkOf,
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
const button = () => dialog().getByRole('button', { name: 'Ekspeder', exact: true });
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
const wrongNumber = (order: ShownOrder) =>
  order.recipients.flatMap((recipient, position) =>
    /^\d{11}$/.test(recipient.identityNumber)
      ? []
      : [
          aFinding('identity-number-length', 'stop', `recipients.${position}`, {
            name: recipient.name,
            number: position + 1,
          }),
        ],
  );

describe('a stopped dispatch', () => {
  test('tells what is wrong at the field, and pressing leads there and sends nothing', async () => {
    await open({
      order: anOrder({ recipients: [{ name: 'Kari Prøve', identityNumber: '123', group: 0 }] }),
      findings: wrongNumber,
    });
    await expectPage(dialog().getByText('Stopp:')).toBeVisible();
    await button().click();
    const field = dialog().getByLabel('Fødsels- eller D-nummer');
    await expectPage(field).toBeFocused();
    await expectPage(field).toHaveAttribute('aria-invalid', 'true');
    await expectPage(field).toHaveAccessibleDescription(/har ikke elleve siffer/);
    expect(asked('dispatch.expedite')).toEqual([]);
    await field.fill('12829499914');
    await expectPage(dialog().getByText('Alt er klart')).toBeVisible();
  });

  test('leads from each finding to its field', async () => {
    await open({ findings: () => [aFinding('leader-not-agreed', 'warning', 'leader')] });
    await dialog()
      .getByRole('button', { name: /^Advarsel:/ })
      .click();
    await expectPage(dialog().getByLabel('Jeg har avtalt med lederen min')).toBeFocused();
  });
});

test('a file whose owner set limits asks for the right to send it, and the answer goes with the order', async () => {
  await open({
    findings: ({ rightsConfirmed }) => [
      rightsConfirmed
        ? aFinding('document-rights-confirmed', 'warning', 'rights', { document: 'Rapport' })
        : aFinding('document-restricted', 'stop', 'rights', { document: 'Rapport' }),
    ],
  });
  const box = dialog().getByLabel(/Vi har rett til å sende filene/);
  await button().click();
  await expectPage(box).toBeFocused();
  await expectPage(box).toHaveAccessibleDescription(/har begrenset bruken av filen/);
  expect(asked('dispatch.expedite')).toEqual([]);
  await box.check();
  await expectPage(dialog().getByText('Du har bekreftet at dere har rett til å sende den.')).toBeVisible();
  await button().click();
  await page.getByRole('button', { name: 'Ja, ekspeder' }).click();
  await expectPage(dialog()).toBeHidden();
  expect(asked('dispatch.expedite')).toEqual([
    expect.objectContaining({ order: expect.objectContaining({ rightsConfirmed: true }) }),
  ]);
});

test('without such a file there is nothing to confirm', async () => {
  await open();
  await expectPage(dialog().getByText('Alt er klart')).toBeVisible();
  await expectPage(dialog().getByLabel(/Vi har rett til å sende filene/)).toHaveCount(0);
});

describe('recipients', () => {
  test('are added, moved, removed and brought back', async () => {
    await open();
    await dialog().getByRole('button', { name: 'Legg til mottaker' }).click();
    await expectPage(dialog().getByLabel('Navn').nth(1)).toBeFocused();
    await page.keyboard.type('Ola Eksempel');
    await dialog().getByRole('button', { name: 'Flytt Ola Eksempel opp' }).click();
    await expectPage(dialog().getByLabel('Navn').first()).toHaveValue('Ola Eksempel');
    await dialog().getByRole('button', { name: 'Fjern Ola Eksempel' }).click();
    await expectPage(dialog().getByLabel('Navn')).toHaveCount(1);
    await dialog().getByRole('button', { name: 'Angre' }).click();
    await expectPage(dialog().getByLabel('Navn').first()).toHaveValue('Ola Eksempel');
    await dialog().getByLabel('Én etter én').check();
    await expectPage(dialog().getByText('Først Ola Eksempel, så Kari Prøve.')).toBeVisible();
  });
});

describe('closing', () => {
  test('with Escape keeps the draft, says so, and it is there again', async () => {
    await open();
    await dialog()
      .getByLabel(/Melding til mottakerne/)
      .fill('Hei, les og signer');
    await page.keyboard.press('Escape');
    await expectPage(dialog()).toHaveCount(0);
    await expectPage(page.getByText('Utkastet er tatt vare på.')).toBeVisible();
    expect(asked('dispatch.keepDraft').at(-1)).toMatchObject({ order: { message: 'Hei, les og signer' } });
    await page.keyboard.press('Control+Enter');
    await expectPage(dialog().getByLabel(/Melding til mottakerne/)).toHaveValue('Hei, les og signer');
  });

  test('does not lose what could not be kept', async () => {
    await open({}, { 'dispatch.keepDraft': () => no('disk-full') });
    await dialog()
      .getByLabel(/Melding til mottakerne/)
      .fill('Hei');
    await page.keyboard.press('Escape');
    await expectPage(dialog().getByText('Utkastet kunne ikke lagres.')).toBeVisible();
    await expectPage(dialog().getByLabel(/Melding til mottakerne/)).toHaveValue('Hei');
    await page.keyboard.press('Escape');
    await expectPage(dialog()).toHaveCount(0);
  });
});

describe('«Ekspeder»', () => {
  test('asks once, says who gets what until when, and two presses send once', async () => {
    await open();
    await expectPage(dialog().getByText('Alt er klart')).toBeVisible();
    await page.keyboard.press('Control+Enter');
    const question = page.getByRole('dialog', { name: 'Ekspedere nå?' });
    await expectPage(question).toContainText('Kari Prøve');
    await expectPage(question).toContainText('3 sider');
    await expectPage(question).toContainText('Senest 20.12.2026');
    await expectPage(question.getByRole('button', { name: 'Ja, ekspeder' })).toBeFocused();
    await question.getByRole('button', { name: 'Ja, ekspeder' }).dblclick();
    await expectPage(dialog()).toHaveCount(0);
    await expectPage(page.getByRole('tab', { name: /Signering/, selected: true })).toBeVisible();
    expect(asked('dispatch.expedite')).toEqual([
      { entryId: 'e1', order: anOrder(), seenMerged: 'b'.repeat(64) },
    ]);
  });

  test.each([
    ['findings', 'Det ble ikke ekspedert: noe har endret seg.'],
    ['documents-changed', 'Det ble ikke ekspedert: dokumentet er endret siden du så det.'],
  ] as const)('refused with %s reads anew and keeps everything typed', async (code, sentence) => {
    await open(
      {},
      {
        'dispatch.expedite': () => {
          fake.world.merged = toSha256('c'.repeat(64));
          fake.world.findings = () => [aFinding('case-closed', 'stop', 'entry', { case: '2026/102' })];
          return no(code);
        },
      },
    );
    await dialog()
      .getByLabel(/Melding til mottakerne/)
      .fill('Dette skal stå');
    await button().click();
    await page.getByRole('button', { name: 'Ja, ekspeder' }).click();
    await expectPage(dialog().getByText(sentence)).toBeVisible();
    await expectPage(dialog().getByText('Sak 2026/102 er avsluttet.')).toBeVisible();
    await expectPage(dialog().getByLabel(/Melding til mottakerne/)).toHaveValue('Dette skal stå');
  });

  test('waits for the check of what stands in the form, also when the last one had no answer', async () => {
    let down = false;
    await open(
      {},
      {
        'dispatch.check': ({ order }) =>
          down ? no('internal', { reference: 'AB12' }) : checkOf(fake.world, order),
      },
    );
    await expectPage(dialog().getByText('Alt er klart')).toBeVisible();
    down = true;
    await dialog()
      .getByLabel(/Melding til mottakerne/)
      .fill('Hei');
    await expectPage(dialog().getByRole('button', { name: 'Kontroller igjen' })).toBeVisible();
    await button().click();
    await expect.poll(() => asked('dispatch.check').length).toBeGreaterThanOrEqual(3);
    await expectPage(page.getByRole('dialog', { name: 'Ekspedere nå?' })).toHaveCount(0);
    down = false;
    await button().click();
    await expectPage(page.getByRole('dialog', { name: 'Ekspedere nå?' })).toBeVisible();
    expect(asked('dispatch.check').at(-1)).toMatchObject({ order: { message: 'Hei' } });
  });

  test('pressed at once after typing checks what was typed, and once', async () => {
    await open();
    await expectPage(dialog().getByText('Alt er klart')).toBeVisible();
    const before = asked('dispatch.check').length;
    await dialog()
      .getByLabel(/Melding til mottakerne/)
      .fill('Straks');
    await page.keyboard.press('Control+Enter');
    await expectPage(page.getByRole('dialog', { name: 'Ekspedere nå?' })).toBeVisible();
    // The message stands still from here on: the debounced check finds the answer that is here.
    await expectPage(dialog().getByText('Kontrollerer')).toHaveCount(0);
    expect(asked('dispatch.check').slice(before)).toMatchObject([{ order: { message: 'Straks' } }]);
  });

  test('is checked again when the archive changes behind the dialog', async () => {
    await open();
    await expectPage(dialog().getByText('Alt er klart')).toBeVisible();
    fake.world.findings = () => [aFinding('case-closed', 'stop', 'entry', { case: '2026/102' })];
    await fake.publish({ kind: 'archive.changed', caseIds: [toId('c2')], entryIds: [] });
    await expectPage(dialog().getByText('Sak 2026/102 er avsluttet.')).toBeVisible();
  });
});

describe('the terms', () => {
  test('count the message as the service counts it, emoji and all', async () => {
    await open();
    await dialog()
      .getByLabel(/Melding til mottakerne/)
      .fill(`${'👨‍👩‍👧'.repeat(44)}x`);
    await expectPage(dialog().getByText('221 av 220 tegn')).toBeVisible();
  });

  test('say who may change the deadline when the clerk may not', async () => {
    await open({ mayChangeDeadline: false });
    await expectPage(
      dialog().getByText('Fristen er 30 dager. Bare dokumentsenteret kan endre den.'),
    ).toBeVisible();
    await expectPage(dialog().getByLabel('Frist i dager')).toHaveCount(0);
  });
});

test('on a small window the document is a tab of its own', async () => {
  await open({}, {}, { viewport: { width: 640, height: 400 } });
  await expectPage(dialog().getByRole('region', { name: /Forhåndsvisning/ })).toBeHidden();
  await dialog().getByText('Se dokumentet', { exact: true }).click();
  await expectPage(dialog().getByText('Side 1 av 3')).toBeVisible();
});

test.each(['light', 'dark'] as const)('the dialog has no flaw that axe can see (%s)', async (colorScheme) => {
  await open(
    {
      order: anOrder({
        recipients: Array.from({ length: 10 }, (_, group) => ({
          name: `Mottaker med langt navn ${group + 1}`,
          identityNumber: group % 2 === 0 ? '12829499914' : '12',
          group,
          ...(group === 3 ? { onBehalfOf: { name: 'Granvik Bygg AS' } } : undefined),
        })),
      }),
      findings: (order) => [...wrongNumber(order), aFinding('leader-not-agreed', 'warning', 'leader')],
    },
    {},
    { colorScheme },
  );
  await button().click();
  await expectPage(dialog().getByText('5 stopp, 1 advarsel').first()).toBeVisible();
  const { violations } = await new AxeBuilder({ page }).include('dialog').analyze();
  expect(violations.map(({ id, nodes }) => [id, nodes.map((node) => node.html)])).toEqual([]);
});
