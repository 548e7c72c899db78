import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { DocumentId, EntryId } from '../../../domain/basics.ts';
import { toSha256 } from '../../../domain/basics.ts';
import { addDocument } from '../../../main/usecases/documents/add-document.ts';
import {
  orderDocuments,
  removeDocument,
  renameDocument,
} from '../../../main/usecases/documents/arrange-documents.ts';
import { replaceDocument } from '../../../main/usecases/documents/replace-document.ts';
import { makePng } from '../../adapters/pdf/make-image.ts';
import { encrypt, makePdf, makeSigning } from '../../adapters/pdf/make-pdf.ts';
import { type Desk, fieldRows, kari, must, openDesk, rita } from '../../support/desk.ts';
import { openMemoryRoom } from '../../support/memory-signing.ts';
import type { SigningRoom } from '../../support/signing-room.ts';

let room: SigningRoom;
beforeAll(async () => {
  room = await openMemoryRoom();
});
afterAll(() => room.close());

const add = (desk: Desk, entryId: EntryId, bytes: Uint8Array, fileName: string, user = kari) =>
  addDocument(desk.needs)(user, entryId, { bytes, fileName });
const titles = async (desk: Desk, entryId: EntryId) =>
  (await desk.read.documentsOf(entryId)).map(({ role, number, title }) => `${role}${number} ${title}`);
const isStored = async (desk: Desk, bytes: Uint8Array) =>
  (await desk.read.readFile(toSha256(createHash('sha256').update(bytes).digest('hex')))) !== undefined;
const newEntry = async (desk: Desk) => desk.newEntry(await desk.newCase());

describe('a file that cannot be used', () => {
  test('is refused with its name and reason, nothing of it is stored, and the other files stay', async () => {
    const desk = await openDesk(room);
    const entryId = await newEntry(desk);
    const good = await makePdf(['En', 'To', 'Tre']);
    must(await add(desk, entryId, good, 'avtale.pdf'));
    for (const [fileName, bytes, code] of [
      ['passord.pdf', await encrypt(good, 'hemmelig'), 'file-encrypted'],
      ['halv.pdf', good.subarray(0, good.byteLength >> 1), 'file-damaged'],
      ['tekst.pdf', new TextEncoder().encode('Dette er bare tekst.'), 'file-kind-unknown'],
      ['tom.pdf', new Uint8Array(), 'file-empty'],
      ['bilde.pdf', makePng(4, 4), 'file-name-mismatch'],
      ['avtale.png', good, 'file-name-mismatch'],
      ['sideløs.pdf', await makePdf([]), 'file-no-pages'],
      ['halvt.png', makePng(40, 40).subarray(0, 60), 'file-damaged'],
    ] as const) {
      expect(await add(desk, entryId, bytes, fileName), fileName).toMatchObject({
        refusal: { code, facts: { file: fileName } },
      });
      if (bytes !== good) expect(await isStored(desk, bytes), fileName).toBe(false);
    }
    expect(await titles(desk, entryId)).toEqual(['H1 Arbeidsavtale']);
    expect(await isStored(desk, good)).toBe(true);
  });

  test('a signed one is taken in with a warning, since it may be kept but not sent', async () => {
    const desk = await openDesk(room);
    const { sign } = await makeSigning();
    const added = must(
      await add(desk, await newEntry(desk), await sign(await makePdf(['x'])), 'signert.pdf'),
    );
    expect(added.warnings).toEqual(['signed']);
  });
});

describe('the documents of an entry', () => {
  test('an image is kept beside the PDF made of it', async () => {
    const desk = await openDesk(room);
    const entryId = await newEntry(desk);
    const png = makePng(40, 20);
    must(await add(desk, entryId, png, 'Kart_over tomten.png'));
    const [document] = await desk.read.documentsOf(entryId);
    expect(document?.objects.map(({ variant, mime, pages }) => [variant, mime, pages]).sort()).toEqual([
      ['A', 'application/pdf', 1],
      ['P', 'image/png', 0],
    ]);
    expect(document?.objects.find(({ variant }) => variant === 'A')?.fileName).toBe('Kart_over tomten.pdf');
    expect(await isStored(desk, png)).toBe(true);
  });

  test('the first is the main one and takes the title of the entry, the next are named by their files', async () => {
    const desk = await openDesk(room);
    const entryId = await newEntry(desk);
    for (const name of ['a.pdf', 'Vedlegg_1 kart.pdf', '.pdf'])
      must(await add(desk, entryId, await makePdf([name]), name));
    expect(await titles(desk, entryId)).toEqual(['H1 Arbeidsavtale', 'V2 Vedlegg 1 kart', 'V3 .pdf']);
  });

  const withThree = async () => {
    const desk = await openDesk(room);
    const entryId = await newEntry(desk);
    const avtale = await desk.addPdf(entryId, 'Avtale');
    const kart = await desk.addPdf(entryId, 'Kart');
    const plan = await desk.addPdf(entryId, 'Plan');
    return { desk, entryId, avtale, kart, plan };
  };
  const loggedFields = async (desk: Desk, entryId: EntryId) =>
    fieldRows(await desk.log(entryId)).map(({ field }) => field);

  test('are put in an order that names each of them once, and the first becomes the main one', async () => {
    const { desk, entryId, avtale, kart, plan } = await withThree();
    for (const wrong of [
      [plan],
      [plan, plan, kart],
      [plan, avtale, kart, kart],
      [plan, avtale, 'x' as DocumentId],
    ])
      expect(await orderDocuments(desk.needs)(kari, entryId, wrong)).toMatchObject({
        refusal: { code: 'changed-meanwhile' },
      });
    must(await orderDocuments(desk.needs)(kari, entryId, [plan, avtale, kart]));
    expect(await titles(desk, entryId)).toEqual(['H1 Plan', 'V2 Avtale', 'V3 Kart']);
    expect(await loggedFields(desk, entryId)).toContain('dokumentnummer');
  });

  test('are renamed to a tidied title, and never to nothing', async () => {
    const { desk, entryId, kart } = await withThree();
    must(await renameDocument(desk.needs)(kari, entryId, kart, ' Kart  over\ntomten '));
    expect(await titles(desk, entryId)).toEqual(['H1 Avtale', 'V2 Kart over tomten', 'V3 Plan']);
    expect(await renameDocument(desk.needs)(kari, entryId, kart, ' ')).toMatchObject({
      refusal: { code: 'title-missing' },
    });
    expect(await loggedFields(desk, entryId)).toContain('tittel');
  });

  test('are removed for good: what is gone can be neither renamed, removed nor replaced', async () => {
    const { desk, entryId, plan } = await withThree();
    must(await removeDocument(desk.needs)(kari, entryId, plan));
    expect(await titles(desk, entryId)).toEqual(['H1 Avtale', 'V2 Kart']);
    const file = { bytes: await makePdf(['Ny']), fileName: 'ny.pdf' };
    for (const gone of [
      renameDocument(desk.needs)(kari, entryId, plan, 'x'),
      removeDocument(desk.needs)(kari, entryId, plan),
      replaceDocument(desk.needs)(kari, entryId, plan, file),
    ])
      expect(await gone).toMatchObject({ refusal: { code: 'not-found' } });
    expect(await loggedFields(desk, entryId)).toContain('fjernetDokument');
  });

  test('are replaced by a new version, the old one kept, and never by an empty file', async () => {
    const { desk, entryId, avtale } = await withThree();
    const file = { bytes: await makePdf(['Ny', 'utgave']), fileName: 'avtale-2.pdf' };
    must(await replaceDocument(desk.needs)(kari, entryId, avtale, file));
    const empty = { bytes: new Uint8Array(), fileName: 'tom.pdf' };
    expect(await replaceDocument(desk.needs)(kari, entryId, avtale, empty)).toMatchObject({
      refusal: { code: 'file-empty' },
    });
    const [document] = await desk.read.documentsOf(entryId);
    expect(document?.objects.map(({ version, pages }) => [version, pages])).toEqual([
      [2, 2],
      [1, 1],
    ]);
    expect(await loggedFields(desk, entryId)).toEqual(
      expect.arrayContaining(['referanseDokumentfil', 'versjonsnummer']),
    );
  });

  test('added by two at once all come in, with one main document', async () => {
    const desk = await openDesk(room);
    const entryId = await newEntry(desk);
    await Promise.all(['Ett', 'To', 'Tre'].map((title) => desk.addPdf(entryId, title)));
    expect((await titles(desk, entryId)).map((title) => title.slice(0, 2))).toEqual(['H1', 'V2', 'V3']);
  });

  test('are frozen once the entry is finished, but for their titles, and never a reader’s to change', async () => {
    const desk = await openDesk(room);
    const entryId = await desk.ready();
    const [document] = await desk.read.documentsOf(entryId);
    const id = document?.id ?? ('' as DocumentId);
    const bytes = await makePdf(['x']);
    const file = { bytes, fileName: 'x.pdf' };
    for (const attempt of [
      add(desk, entryId, bytes, 'x.pdf'),
      replaceDocument(desk.needs)(kari, entryId, id, file),
      removeDocument(desk.needs)(kari, entryId, id),
      orderDocuments(desk.needs)(kari, entryId, [id]),
    ])
      expect(await attempt).toMatchObject({
        refusal: { code: 'field-frozen', facts: { field: 'documents' } },
      });
    expect(await isStored(desk, bytes)).toBe(false);
    expect(await renameDocument(desk.needs)(rita, entryId, id, 'Ny')).toMatchObject({
      refusal: { code: 'not-allowed' },
    });
    must(await renameDocument(desk.needs)(kari, entryId, id, 'Ny'));
    expect(await titles(desk, entryId)).toEqual(['H1 Ny']);
  });
});
