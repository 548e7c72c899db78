import { afterAll, beforeAll, expect, test } from 'vitest';
import type { EntryId } from '../../../domain/basics.ts';
import { addDocument } from '../../../main/usecases/documents/add-document.ts';
import { putBackDocument, takeOutDocument } from '../../../main/usecases/documents/take-out-document.ts';
import { makePdf } from '../../adapters/pdf/make-pdf.ts';
import { type Desk, fieldRows, kari, must, openDesk, rita } from '../../support/desk.ts';
import { openMemoryRoom } from '../../support/memory-signing.ts';
import type { SigningRoom } from '../../support/signing-room.ts';

let room: SigningRoom;
beforeAll(async () => {
  room = await openMemoryRoom();
});
afterAll(() => room.close());

const three = async (desk: Desk) => {
  const entryId = await desk.newEntry(await desk.newCase());
  for (const title of ['Avtale', 'Kart', 'Tegning'])
    must(
      await addDocument(desk.needs)(kari, entryId, {
        bytes: await makePdf([title]),
        fileName: `${title}.pdf`,
        title,
      }),
    );
  return { entryId, documents: await desk.read.documentsOf(entryId) };
};
const needsOf = (desk: Desk) => ({ ...desk.needs, takenOut: new Map() });
const titles = async (desk: Desk, entryId: EntryId) =>
  (await desk.read.documentsOf(entryId)).map(({ title }) => title);

test('an attachment that was taken out is put back as it was, where it was, and both are logged', async () => {
  const desk = await openDesk(room);
  const { entryId, documents } = await three(desk);
  const [, map] = documents;
  if (!map) throw new Error('no attachment');
  const needs = needsOf(desk);
  must(await takeOutDocument(needs)(kari, entryId, map.id));
  expect(await titles(desk, entryId)).toEqual(['Avtale', 'Tegning']);
  const sha256 = map.objects[0]?.sha256;
  if (!sha256) throw new Error('no file');
  expect(await desk.read.readFile(sha256)).toBeUndefined();
  must(await putBackDocument(needs)(kari, entryId, map.id));
  expect(await desk.read.documentsOf(entryId)).toEqual(documents);
  expect(await desk.read.readFile(sha256)).toBeDefined();
  expect(await putBackDocument(needs)(kari, entryId, map.id)).toMatchObject({
    refusal: { code: 'not-found' },
  });
  const rows = fieldRows(await desk.log(entryId));
  expect(rows).toContainEqual(
    expect.objectContaining({ field: 'fjernetDokument', before: 'Kart', after: '(tom)' }),
  );
  expect(rows).toContainEqual(
    expect.objectContaining({ field: 'gjeninnsattDokument', before: '(tom)', after: 'Kart' }),
  );
});

test('the main document stays, a reader takes nothing out, and a finished entry keeps what it has', async () => {
  const desk = await openDesk(room);
  const { entryId, documents } = await three(desk);
  const [main, map] = documents;
  if (!main || !map) throw new Error('no documents');
  const take = takeOutDocument(needsOf(desk));
  expect(await take(kari, entryId, main.id)).toMatchObject({ refusal: { code: 'main-document-missing' } });
  expect(await take(rita, entryId, map.id)).toMatchObject({ refusal: { code: 'not-allowed' } });
  expect(await titles(desk, entryId)).toEqual(['Avtale', 'Kart', 'Tegning']);
});
