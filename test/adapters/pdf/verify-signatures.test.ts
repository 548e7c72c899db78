import { PDF } from '@libpdf/core';
import fc from 'fast-check';
import { afterAll, expect, test } from 'vitest';
import { startNodeChild } from '../../../main/adapters/children/start-node-child.ts';
import { openPdfWorkshop } from '../../../main/adapters/pdf/open-pdf-workshop.ts';
import { verifySignatures } from '../../../main/adapters/pdf/verify-signatures.ts';
import { makePdf, makeSigning } from './make-pdf.ts';

const signing = await makeSigning();
const signed = await signing.sign(await makePdf(['avtale']));

test('an untouched signature is intact, covers the file and chains to its anchor', async () => {
  expect(await verifySignatures(signed, [signing.anchor])).toEqual({
    pages: 1,
    signatures: [
      {
        signedBy: 'Kari Testesen',
        signedAt: '2026-01-02T03:04:05.000Z',
        subFilter: 'ETSI.CAdES.detached',
        intact: true,
        coversWholeFile: true,
        trusted: true,
      },
    ],
  });
});

test('a signature by someone unknown is intact but not trusted', async () => {
  const stranger = await makeSigning('Fremmed');
  const { signatures } = await verifySignatures(signed, [stranger.anchor]);
  expect(signatures).toMatchObject([{ intact: true, trusted: false }]);
  expect((await verifySignatures(signed, [])).signatures).toMatchObject([{ trusted: false }]);
});

test('a certificate that was not yet valid when it signed is not trusted', async () => {
  const early = await signing.sign(await makePdf(['tidlig']), new Date('2019-06-01T00:00:00Z'));
  expect((await verifySignatures(early, [signing.anchor])).signatures).toMatchObject([
    { intact: true, trusted: false, signedAt: '2019-06-01T00:00:00.000Z' },
  ]);
});

test('one changed byte in what was signed breaks it', async () => {
  const changed = signed.slice();
  const at = Buffer.from(changed).indexOf('MediaBox');
  changed[at + 10] = (changed[at + 10] ?? 0) === 0x35 ? 0x36 : 0x35;
  const report = await verifySignatures(changed, [signing.anchor]).catch(() => undefined);
  for (const signature of report?.signatures ?? []) expect(signature.intact).toBe(false);
});

test('one changed letter in the document breaks it', async () => {
  const changed = Buffer.from(signed);
  const at = changed.indexOf('/Producer');
  changed[at + 14] = (changed[at + 14] ?? 0) ^ 1;
  expect((await verifySignatures(new Uint8Array(changed), [signing.anchor])).signatures).toMatchObject([
    { intact: false, coversWholeFile: true },
  ]);
});

test('what is added after signing leaves it intact, but not covering the file', async () => {
  const pdf = await PDF.load(signed);
  pdf.setSubject('Lagt til etterpå');
  const updated = await pdf.save({ incremental: true });
  expect((await verifySignatures(updated, [signing.anchor])).signatures).toMatchObject([
    { intact: true, coversWholeFile: false, trusted: true },
  ]);
});

test('two signers give two signatures, of which the last covers the file', async () => {
  const twice = await signing.sign(signed, new Date('2026-01-03T00:00:00Z'));
  expect((await verifySignatures(twice, [signing.anchor])).signatures).toMatchObject([
    { intact: true, coversWholeFile: false },
    { intact: true, coversWholeFile: true },
  ]);
});

test('a byte range that leaves out more than the signature does not cover the file', async () => {
  const text = Buffer.from(signed).toString('latin1');
  const [whole = '', before = '', last = ''] = /(\/ByteRange\s*\[0 \d+ +\d+ +)(\d+)/.exec(text) ?? [];
  const shorter = before + String(Number(last) - 9).padStart(last.length, '0');
  expect(shorter).toHaveLength(whole.length);
  const moved = new Uint8Array(Buffer.from(text.replace(whole, shorter), 'latin1'));
  expect((await verifySignatures(moved, [signing.anchor])).signatures).toMatchObject([
    { intact: false, coversWholeFile: false },
  ]);
});

test('a file nobody signed gives an empty list, a damaged one throws', async () => {
  const plain = await makePdf(['en', 'to']);
  expect(await verifySignatures(plain, [])).toEqual({ signatures: [], pages: 2 });
  await expect(verifySignatures(plain.slice(0, 500), [])).rejects.toThrow('damaged');
});

const workshop = openPdfWorkshop({ startChild: startNodeChild, timeLimitMs: () => 4000 });
afterAll(() => workshop.close());

test('no change to a signed file makes it hang, crash, or pass as another document', async () => {
  const place = fc.integer({ min: 0, max: signed.length - 1 });
  const changes = fc.array(fc.tuple(place, fc.integer({ min: 0, max: 255 })), { minLength: 1, maxLength: 6 });
  await fc.assert(
    fc.asyncProperty(changes, async (list) => {
      const changed = signed.slice();
      for (const [at, value] of list) changed[at] = value;
      const report = await workshop.verifySignatures(changed, [signing.anchor]).catch(() => undefined);
      const [found] = report?.signatures ?? [];
      const start = Buffer.from(signed).indexOf('/Contents <') + 10;
      const outside = list.some(
        ([at]) =>
          changed[at] !== signed[at] && (at < start || signed[at] === undefined || at > start + 2 * 30_000),
      );
      if (outside && found?.coversWholeFile) expect(found.intact).toBe(false);
    }),
    { numRuns: 150, interruptAfterTimeLimit: 30_000 },
  );
});
