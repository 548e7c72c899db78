import { randomBytes } from 'node:crypto';
import { PDFDocument } from 'pdf-lib';
import { expect, test } from 'vitest';
import { mergeParts } from '../../../main/adapters/pdf/merge-parts.ts';
import { makePdf } from './make-pdf.ts';

const labels = { title: 'Leieavtale', language: 'nb' } as const;

/** A page with so many bytes of a stream that does not pack. */
async function heavyPdf(bytes: number): Promise<Uint8Array> {
  const pdf = await PDFDocument.create();
  const page = pdf.addPage([595, 842]);
  const picture = pdf.context.stream(randomBytes(bytes), {
    Type: 'XObject',
    Subtype: 'Image',
    Width: bytes,
    Height: 1,
    BitsPerComponent: 8,
    ColorSpace: 'DeviceGray',
  });
  page.node.newXObject('Image', pdf.context.register(picture));
  return pdf.save();
}

test('each part weighs what the merged file is smaller without it', async () => {
  const parts = [
    { title: 'Avtale', bytes: await makePdf(['Avtale']) },
    { title: 'Skannet', bytes: await heavyPdf(300_000) },
    { title: 'Skannet igjen', bytes: await heavyPdf(120_000) },
  ];
  const whole = await mergeParts(parts, labels);
  expect(whole.partBytes).toHaveLength(3);
  for (const [at, weight] of whole.partBytes.entries()) {
    const without = await mergeParts(
      parts.filter((_, other) => other !== at),
      labels,
    );
    const difference = whole.bytes.length - without.bytes.length;
    // A bookmark of the part, and digits of places that move, belong to no part.
    expect(Math.abs(difference - weight)).toBeLessThan(600);
  }
  const sum = whole.partBytes.reduce((total, weight) => total + weight, 0);
  expect(sum).toBeLessThan(whole.bytes.length);
  expect(whole.bytes.length - sum).toBeLessThan(6000);
});

test('the same file twice weighs the same twice', async () => {
  const bytes = await heavyPdf(50_000);
  const { partBytes } = await mergeParts(
    [
      { title: 'Én', bytes },
      { title: 'To', bytes },
    ],
    labels,
  );
  expect(Math.abs((partBytes[0] ?? 0) - (partBytes[1] ?? 0))).toBeLessThan(50);
});
