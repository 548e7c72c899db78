import fc from 'fast-check';
import { afterAll, expect, test } from 'vitest';
import { isVerified } from '../../../domain/verdict.ts';
import { startNodeChild } from '../../../main/adapters/children/start-node-child.ts';
import { openPdfWorkshop } from '../../../main/adapters/pdf/open-pdf-workshop.ts';
import { PdfWorkFailed } from '../../../main/adapters/pdf/open-worker-pool.ts';
import { ConversionFault, PartUnusable } from '../../../main/ports/pdf-workshop.ts';
import { openForge } from '../../support/forge/forge.ts';
import { makePng } from './make-image.ts';
import { makePdf } from './make-pdf.ts';

const labels = { title: 'Sak', language: 'nb' } as const;
const workshop = openPdfWorkshop({ startChild: startNodeChild, libreOffice: '/finnes/ikke' });
afterAll(() => workshop.close());

test('two workshops merge the same parts to the same bytes', async () => {
  const other = openPdfWorkshop({ startChild: startNodeChild });
  const parts = [
    { title: 'a', bytes: await makePdf(['en', 'to']) },
    { title: 'b', bytes: await makePdf(['tre']) },
  ];
  const [here, there] = await Promise.all([workshop.merge(parts, labels), other.merge(parts, labels)]);
  await other.close();
  expect(here).toMatchObject({ pages: 3, partPages: [2, 1] });
  expect(Buffer.compare(here.bytes, there.bytes)).toBe(0);
});

test('the caller keeps its bytes, also where they are a piece of something larger', async () => {
  const whole = await makePdf(['en']);
  const larger = Buffer.concat([Buffer.alloc(5000), whole]);
  const piece = larger.subarray(5000);
  expect(
    (
      await workshop.merge(
        [
          { title: 'a', bytes: piece },
          { title: 'b', bytes: piece },
        ],
        labels,
      )
    ).pages,
  ).toBe(2);
  expect((await workshop.inspect(piece, 'a.pdf')).pages).toBe(1);
  expect(piece.equals(whole)).toBe(true);
});

test('a part that cannot be used is said with the error of the port, and the next job goes on', async () => {
  const refused = await workshop
    .merge([{ title: 'a', bytes: new Uint8Array(3) }], labels)
    .catch((error: unknown) => error);
  expect(refused).toBeInstanceOf(PartUnusable);
  expect(refused).toMatchObject({ index: 0, fault: 'kind-unknown' });
  expect((await workshop.inspect(await makePdf(['en']), 'a.pdf')).pages).toBe(1);
});

test('a signed document is judged in the worker', async () => {
  const forge = await openForge();
  expect(isVerified(await workshop.verify(forge.sealed, forge.order))).toBe(true);
  expect((await workshop.verify(forge.sent, forge.order)).sealedBy.code).toBe('no-seal');
});

test('pictures are converted; office documents are not without LibreOffice', async () => {
  expect(await workshop.takes()).toEqual(['pdf', 'png', 'jpeg']);
  expect((await workshop.convert(makePng(3, 3), 'png')).tool).toBe('Segl');
  const broken = await workshop.convert(makePng(3, 3).slice(0, 40), 'png').catch((error: unknown) => error);
  expect(broken).toBeInstanceOf(ConversionFault);
  expect(broken).toMatchObject({ fault: 'conversion-failed' });
  await expect(workshop.convert(new Uint8Array(9), 'docx')).rejects.toMatchObject({
    fault: 'converter-missing',
  });
});

test('a closed workshop answers with an error instead of waiting', async () => {
  const other = openPdfWorkshop({ startChild: startNodeChild });
  const waiting = other
    .merge([{ title: 'a', bytes: await makePdf(['en']) }], labels)
    .catch((error: unknown) => error);
  await other.close();
  expect(await waiting).toBeInstanceOf(PdfWorkFailed);
  await expect(
    other.drawNote({
      heading: '',
      intro: '',
      rows: [],
      footer: '',
      language: 'nb',
      createdAt: '2026-01-01T00:00:00Z',
    }),
  ).rejects.toThrow(PdfWorkFailed);
});

/** Some broken files send the reader in circles; the workshop must still answer. */
const hasty = openPdfWorkshop({ startChild: startNodeChild, timeLimitMs: () => 4000 });
afterAll(() => hasty.close());
const withField = (pages: readonly string[]) =>
  makePdf(pages, (document) => document.getForm().createTextField('a').addToPage(document.getPage(0)));

test('a file that sends the reader in circles is given up as too heavy, and the next is read', async () => {
  const whole = Buffer.from(await withField(['en'])).toString('latin1');
  const circular = Buffer.from(
    whole.replace('/BS <<\n/W 1', '/BS <<\n/W{1').replace(/startxref\n\d+/, 'startxref\n7'),
    'latin1',
  );
  expect(await hasty.inspect(circular, 'a.pdf')).toMatchObject({ fault: 'too-heavy' });
  expect((await hasty.inspect(Buffer.from(whole, 'latin1'), 'a.pdf')).pages).toBe(1);
});

test('no bytes, however they are changed or cut, make inspection throw', async () => {
  const whole = await withField(['en', 'to']);
  const place = fc.integer({ min: 0, max: whole.length - 10 });
  const changes = fc.array(fc.tuple(place, fc.integer({ min: 0, max: 255 })), { minLength: 1, maxLength: 8 });
  await fc.assert(
    fc.asyncProperty(changes, place, async (list, end) => {
      const changed = whole.slice();
      for (const [at, value] of list) changed[at] = value;
      expect((await hasty.inspect(changed, 'a.pdf')).pages).toBeLessThanOrEqual(2);
      expect((await hasty.inspect(changed.slice(0, end), 'a.pdf')).fault).toBeDefined();
    }),
    { numRuns: 100, interruptAfterTimeLimit: 30_000 },
  );
});
