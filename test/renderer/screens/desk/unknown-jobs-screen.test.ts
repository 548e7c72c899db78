import { expect as expectPage } from '@playwright/test';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { toId } from '../../../../domain/basics.ts';
import { fakeAsk } from '../../../support/fake-ask.ts';
import { fakeMunicipality } from '../../../support/fake-municipality.ts';
import { openRendererHouse, type RendererHouse } from '../../../support/open-renderer.ts';

let house: RendererHouse;
beforeAll(async () => {
  house = await openRendererHouse();
});
afterAll(() => house?.close());

test('jobs that a restored archive does not know are a basket in the menu, with what can be done of each', async () => {
  const entry = {
    caseId: toId<'case'>('c1'),
    recordNumber: '2026/101-2',
    title: 'Arbeidsavtale',
    withheld: false,
  };
  const job = { failure: undefined, receivedAt: '2026-11-20T09:00:00.000Z' } as const;
  const fake = fakeAsk({
    ...fakeMunicipality(),
    'restoration.read': () => ({
      since: '2026-11-20T08:00:00.000Z',
      unknown: [
        {
          ...job,
          id: toId('u1'),
          serviceJobId: '20000001',
          state: 'completed',
          entry: { ...entry, entryId: toId('e1') },
        },
        { ...job, id: toId('u2'), serviceJobId: '20000002', state: 'inProgress' },
      ],
      lost: [
        { reference: 'r3', entry: { ...entry, entryId: toId('e3'), title: 'Leiekontrakt' } },
        {
          reference: 'r4',
          answeredAt: '2026-11-19T09:00:00.000Z',
          entry: { ...entry, entryId: toId('e4'), title: 'Oppsigelse' },
        },
      ],
      settle: { may: true },
    }),
    'restoration.acknowledge': () => ({}),
  });
  const page = await house.open(fake, { viewport: { width: 1280, height: 800 } });
  await page.getByRole('link', { name: /^Ukjente oppdrag 4/ }).click();
  await expectPage(page.getByRole('heading', { level: 1 })).toHaveText('Oppdrag arkivet ikke kjenner');
  for (const words of [
    'Oppdrag arkivet ikke kjenner (2)',
    'Sendt før, og ikke hørt fra ennå (1)',
    'ikke er i arkivet (1)',
  ])
    await expectPage(page.getByText(words)).toBeVisible();
  await expectPage(page.getByRole('button', { name: 'Åpne for utsending' })).toHaveCount(0);
  await page.getByRole('button', { name: 'Ta til etterretning' }).click();
  await expect
    .poll(() => fake.calls.find(({ name }) => name === 'restoration.acknowledge')?.input)
    .toEqual({ unknownJobId: 'u2' });
  await page.getByRole('button', { name: 'Legg i en sak' }).click();
  await expectPage(page.getByRole('button', { name: 'Legg i saken som svar på 2026/101-2' })).toBeVisible();
});
