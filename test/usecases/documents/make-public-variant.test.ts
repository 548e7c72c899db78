import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Actor } from '../../../domain/access/actor.ts';
import { type Sha256, toId, toSha256 } from '../../../domain/basics.ts';
import { currentObject, publicVariant } from '../../../domain/documents.ts';
import { addDocument } from '../../../main/usecases/documents/add-document.ts';
import { drawPublicVariant } from '../../../main/usecases/documents/draw-public-variant.ts';
import { makePublicVariant } from '../../../main/usecases/documents/make-public-variant.ts';
import { readForMasking } from '../../../main/usecases/documents/read-for-masking.ts';
import { replaceDocument } from '../../../main/usecases/documents/replace-document.ts';
import { newVariantMemory } from '../../../main/usecases/documents/variant-memory.ts';
import { changeEntry } from '../../../main/usecases/entries/change-entry.ts';
import { makePdf, makeSigning } from '../../adapters/pdf/make-pdf.ts';
import { everythingIn, textsOf } from '../../adapters/pdf/mask-pdf.ts';
import { ingrid, kari, must, openDesk, rita } from '../../support/desk.ts';
import { openMemoryRoom } from '../../support/memory-signing.ts';
import type { SigningRoom } from '../../support/signing-room.ts';

let room: SigningRoom;
beforeAll(async () => {
  room = await openMemoryRoom();
});
afterAll(() => room.close());

const words = 'Vedtak om Ingrid Solberg, 148385 11091, vedtatt';

async function openPlace(bytes?: Uint8Array) {
  const desk = await openDesk(room);
  const entryId = await desk.newEntry(await desk.newCase());
  const added = must(
    await addDocument(desk.needs)(kari, entryId, {
      bytes: bytes ?? (await makePdf([words, 'Side to'])),
      fileName: 'vedtak.pdf',
    }),
  );
  const variants = newVariantMemory();
  const needs = { ...desk.needs, variants };
  const { documentId } = added;
  const document = async () => {
    const [first] = await desk.read.documentsOf(entryId);
    if (!first) throw new Error('no document');
    return first;
  };
  const read = (user: Actor = kari) => readForMasking(needs)(user, entryId, documentId);
  const draw = async (gone: readonly string[], user: Actor = kari) => {
    const current = currentObject(await document());
    if (!current) throw new Error('no file');
    return drawPublicVariant(needs)(user, entryId, documentId, current.id, { areas: [], gone });
  };
  const save = (seen: Sha256, user: Actor = kari) =>
    makePublicVariant(needs)(user, entryId, documentId, seen);
  return { desk, entryId, documentId, variants, document, read, draw, save };
}

describe('a public variant', () => {
  test('is stored beside the original just as it was shown, and the log tells no word of it', async () => {
    const { desk, entryId, documentId, document, read, draw, save, variants } = await openPlace();
    const before = await document();
    const original = currentObject(before);
    must(await read());
    const drawn = must(await draw(['Ingrid Solberg', '148385 11091']));
    expect(await desk.read.readFile(drawn.sha256)).toBeUndefined();
    const { objectId } = must(await save(drawn.sha256));
    const after = await document();
    expect(currentObject(after)).toEqual(original);
    expect(publicVariant(after)).toMatchObject({
      outdated: false,
      object: {
        id: objectId,
        version: 1,
        variant: 'O',
        madeFrom: original?.id,
        fileName: 'vedtak-offentlig.pdf',
        pages: 2,
      },
    });
    const stored = await desk.read.readFile(drawn.sha256);
    expect(stored && Buffer.from(stored).equals(drawn.bytes)).toBe(true);
    const everything = await everythingIn(drawn.bytes);
    for (const hidden of ['ingrid', 'solberg', '11091', '148385']) expect(everything).not.toContain(hidden);
    // No identity number is in it, so readers may have it, while the original is sealed.
    expect(await desk.read.isFileSealed(drawn.sha256)).toBe(false);
    expect(await desk.read.isFileSealed(original?.sha256 ?? drawn.sha256)).toBe(true);
    const rows = (await desk.log(entryId)).filter(({ subjectId }) => subjectId === documentId);
    expect(rows).toContainEqual(
      expect.objectContaining({
        code: 'public-variant-made',
        facts: { version: '1', marks: '2' },
        by: kari.name,
      }),
    );
    expect(JSON.stringify(rows)).not.toMatch(/Solberg|11091/u);
    expect(variants.drawn.size).toBe(0);
    expect(variants.progress.size).toBe(0);
  });

  test('is made of a finished document too, made again gets the next number, and is outdated by a new version', async () => {
    const { desk, entryId, documentId, document, draw, save } = await openPlace();
    must(await save(must(await draw(['Ingrid'])).sha256));
    must(await save(must(await draw(['Ingrid', 'Solberg'])).sha256));
    expect(publicVariant(await document())?.object.version).toBe(2);
    must(
      await replaceDocument(desk.needs)(kari, entryId, documentId, {
        bytes: await makePdf(['Ny Ingrid']),
        fileName: 'nytt.pdf',
      }),
    );
    const replaced = await document();
    expect(currentObject(replaced)).toMatchObject({ version: 2, variant: 'A', fileName: 'nytt.pdf' });
    expect(publicVariant(replaced)).toMatchObject({ outdated: true, object: { version: 2 } });
    must(await desk.toStatus(entryId, 'F'));
    must(await save(must(await draw(['Ingrid'])).sha256));
    expect(publicVariant(await document())).toMatchObject({ outdated: false, object: { version: 3 } });
  });

  test('of a signed file says that it bears no signature', async () => {
    const { sign } = await makeSigning();
    const { read, draw } = await openPlace(await sign(await makePdf(['Signert av Ingrid'])));
    expect(must(await read()).signed).toBe(true);
    const [page] = await textsOf(must(await draw(['Ingrid'])).bytes);
    expect(page).toContain('Kopiutendenelektroniskesignaturenpåoriginalen.');
  });
});

describe('what is proposed', () => {
  test('identity numbers always, the title and the parties once the screening hides them', async () => {
    const { desk, entryId, read } = await openPlace();
    expect(must(await read()).proposals).toEqual([{ phrase: '148385●●●●●', reason: 'identity-number' }]);
    const entry = await desk.read.findEntry(entryId);
    must(
      await changeEntry(desk.needs)(kari, entryId, entry?.revision ?? 0, {
        title: 'Vedtak om Ingrid',
        publicTitle: 'Vedtak om *****',
        screening: {
          accessCode: toId('UO'),
          legalBasis: 'Offl. § 13 jf. fvl. § 13',
          hidesTitle: true,
          hidesParties: false,
          hidesDocuments: false,
        },
      }),
    );
    expect(must(await read()).proposals).toContainEqual({ phrase: 'Ingrid', reason: 'title' });
    expect(ingrid.name).toContain('Ingrid');
  });
});

describe('what is refused', () => {
  test('somebody who may not register neither reads, draws nor saves', async () => {
    const { read, draw, save } = await openPlace();
    const drawn = must(await draw(['Ingrid']));
    for (const outcome of [await read(rita), await draw(['Ingrid'], rita), await save(drawn.sha256, rita)])
      expect(outcome).toMatchObject({ refusal: { code: 'not-allowed' } });
  });

  test('marks made on an older file, and a variant of it', async () => {
    const { desk, entryId, documentId, document, draw, save } = await openPlace();
    const old = currentObject(await document());
    const drawn = must(await draw(['Ingrid']));
    must(
      await replaceDocument(desk.needs)(kari, entryId, documentId, {
        bytes: await makePdf(['Ny']),
        fileName: 'ny.pdf',
      }),
    );
    const needs = { ...desk.needs, variants: newVariantMemory() };
    if (!old) throw new Error('no file');
    expect(
      await drawPublicVariant(needs)(kari, entryId, documentId, old.id, { areas: [], gone: ['Ingrid'] }),
    ).toMatchObject({ refusal: { code: 'changed-meanwhile' } });
    expect(await save(drawn.sha256)).toMatchObject({ refusal: { code: 'changed-meanwhile' } });
    expect(publicVariant(await document())).toBeUndefined();
    expect(await desk.read.readFile(drawn.sha256)).toBeUndefined();
  });

  test('nothing marked, something never drawn, and an area on a page that is not there', async () => {
    const { desk, entryId, documentId, document, draw, save } = await openPlace();
    expect(await draw([])).toMatchObject({ refusal: { code: 'nothing-marked' } });
    expect(await save(toSha256('f'.repeat(64)))).toMatchObject({ refusal: { code: 'variant-not-drawn' } });
    const area = { page: 2, left: 0, top: 0, right: 9, bottom: 9 };
    const current = currentObject(await document());
    if (!current) throw new Error('no file');
    const needs = { ...desk.needs, variants: newVariantMemory() };
    expect(
      await drawPublicVariant(needs)(kari, entryId, documentId, current.id, { areas: [area], gone: [] }),
    ).toMatchObject({ refusal: { code: 'invalid-input', facts: { field: 'areas' } } });
  });

  test('a word that would still be read is told with its page, and nothing is kept', async () => {
    const { desk, entryId, documentId, document } = await openPlace();
    const current = currentObject(await document());
    if (!current) throw new Error('no file');
    const variants = newVariantMemory();
    const pdf: typeof desk.needs.pdf = {
      ...desk.needs.pdf,
      makeVariant: async () => ({ leftovers: [{ place: 'libpdf', page: 1 }] }),
    };
    expect(
      await drawPublicVariant({ ...desk.needs, pdf, variants })(kari, entryId, documentId, current.id, {
        areas: [],
        gone: ['Ingrid'],
      }),
    ).toMatchObject({ refusal: { code: 'still-readable', facts: { place: 'libpdf', page: '2' } } });
    expect(variants.drawn.size).toBe(0);
  });
});
