import { afterAll, beforeAll, expect, test } from 'vitest';
import { currentObject } from '../../../domain/documents.ts';
import { acceptShrunk, chooseVersion } from '../../../main/usecases/documents/accept-version.ts';
import { addDocument } from '../../../main/usecases/documents/add-document.ts';
import { newShrinkMemory, shrinkDocument } from '../../../main/usecases/documents/shrink-document.ts';
import { makeScan } from '../../adapters/pdf/images/make-scan.ts';
import { makePdf, makeSigning } from '../../adapters/pdf/make-pdf.ts';
import { type Desk, kari, must, openDesk, rita } from '../../support/desk.ts';
import { openMemoryRoom } from '../../support/memory-signing.ts';
import type { SigningRoom } from '../../support/signing-room.ts';

let room: SigningRoom;
beforeAll(async () => {
  room = await openMemoryRoom();
});
afterAll(() => room.close());

async function entryWith(desk: Desk, bytes: Uint8Array) {
  const entryId = await desk.newEntry(await desk.newCase());
  const file = { bytes, fileName: 'skann.pdf', title: 'Skann' };
  const { documentId } = must(await addDocument(desk.needs)(kari, entryId, file));
  const read = async () => {
    const [document] = await desk.read.documentsOf(entryId);
    if (!document) throw new Error('no document');
    return document;
  };
  return { entryId, documentId, read };
}

test('a smaller file is a new version once it is accepted, is logged, and the one before is chosen back', async () => {
  const desk = await openDesk(room);
  const bytes = await makeScan({ across: 2400, down: 3394, kind: 'jpeg' });
  const { entryId, documentId, read } = await entryWith(desk, bytes);
  const needs = { ...desk.needs, shrinking: newShrinkMemory() };
  const made = must(await shrinkDocument(needs)(kari, entryId, documentId, 150));
  expect(made.bytes.length).toBeLessThan(bytes.length);
  expect((await read()).objects).toHaveLength(1);
  expect(await acceptShrunk(needs)(rita, entryId, documentId, made.sha256)).toMatchObject({
    refusal: { code: 'not-allowed' },
  });
  must(await acceptShrunk(needs)(kari, entryId, documentId, made.sha256));
  const [small, original] = (await read()).objects;
  expect(small).toMatchObject({ version: 2, sha256: made.sha256 });
  expect(original).toMatchObject({ version: 1, size: bytes.length });
  if (!original) throw new Error('the original is gone');
  must(await chooseVersion(needs)(kari, entryId, documentId, original.id));
  expect(currentObject(await read())).toMatchObject({ version: 3, sha256: original.sha256 });
  const codes = (await desk.log(entryId)).map(({ code }) => code);
  expect(codes).toEqual(expect.arrayContaining(['images-made-smaller', 'version-chosen']));
  // What was shown is of a file that is no longer the current one.
  expect(await acceptShrunk(needs)(kari, entryId, documentId, made.sha256)).toMatchObject({
    refusal: { code: 'variant-not-drawn' },
  });
}, 60_000);

test('a signed document is refused, and one whose images get no smaller is left', async () => {
  const desk = await openDesk(room);
  const needs = { ...desk.needs, shrinking: newShrinkMemory() };
  const { sign } = await makeSigning();
  const signed = await entryWith(desk, await sign(await makePdf(['Signert'])));
  expect(await shrinkDocument(needs)(kari, signed.entryId, signed.documentId, 150)).toMatchObject({
    refusal: { code: 'images-signed' },
  });
  const plain = await entryWith(desk, await makePdf(['Avtale']));
  expect(await shrinkDocument(needs)(kari, plain.entryId, plain.documentId, 150)).toMatchObject({
    refusal: { code: 'images-no-smaller' },
  });
});
