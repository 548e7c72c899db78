import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import { toSha256 } from '../../../domain/basics.ts';
import { StoreFault } from '../../../main/ports/archive/store-fault.ts';
import {
  addDocument,
  at,
  by,
  bytesOf,
  caseWithEntry,
  id,
  openSample,
  putObject,
  sha256,
} from './support/sample.ts';

const shape = (documents: readonly { role: string; number: number; title: string }[]) =>
  documents.map((document) => `${document.role}${document.number} ${document.title}`);

test('attachments are numbered after those that are there, and the main document is number one', async () => {
  const store = await openSample();
  const { entry } = await caseWithEntry(store);
  await store.change(async (archive) => {
    await addDocument(archive, entry.id, 'V', 'a');
    await addDocument(archive, entry.id, 'H', 'main');
    await addDocument(archive, entry.id, 'V', 'b');
  });
  expect(shape(await store.read.documentsOf(entry.id))).toEqual(['H1 main', 'V2 a', 'V3 b']);
});

test('removing a document closes the gap, and the next in line becomes the main document', async () => {
  const store = await openSample();
  const { entry } = await caseWithEntry(store);
  const [main, first] = await store.change(async (archive) => [
    await addDocument(archive, entry.id, 'H', 'main'),
    await addDocument(archive, entry.id, 'V', 'a'),
    await addDocument(archive, entry.id, 'V', 'b'),
    await addDocument(archive, entry.id, 'V', 'c'),
  ]);
  await store.change((archive) => archive.removeDocument(entry.id, first ?? id()));
  expect(shape(await store.read.documentsOf(entry.id))).toEqual(['H1 main', 'V2 b', 'V3 c']);
  await store.change((archive) => archive.removeDocument(entry.id, main ?? id()));
  expect(shape(await store.read.documentsOf(entry.id))).toEqual(['H1 b', 'V2 c']);
  await store.change((archive) => addDocument(archive, entry.id, 'H', 'new main'));
  expect(shape(await store.read.documentsOf(entry.id))).toEqual(['H1 new main', 'V2 b', 'V3 c']);
});

test('documents take the order given, and the first becomes the main document', async () => {
  const store = await openSample();
  const { entry } = await caseWithEntry(store);
  const ids = await store.change(async (archive) => [
    await addDocument(archive, entry.id, 'H', 'a'),
    await addDocument(archive, entry.id, 'V', 'b'),
    await addDocument(archive, entry.id, 'V', 'c'),
  ]);
  await store.change((archive) => archive.orderDocuments(entry.id, ids.toReversed()));
  expect(shape(await store.read.documentsOf(entry.id))).toEqual(['H1 c', 'V2 b', 'V3 a']);
  for (const wrong of [ids.slice(1), [...ids, id<'document'>()], [ids[0], ids[0], ids[1]]])
    await expect(
      store.change((archive) =>
        archive.orderDocuments(
          entry.id,
          wrong.filter((item) => item !== undefined),
        ),
      ),
    ).rejects.toThrow(/each document/);
});

test('a document of an entry that was final is never removed', async () => {
  const store = await openSample();
  const { entry } = await caseWithEntry(store, { status: 'J', type: 'I' });
  const documentId = await store.change((archive) => addDocument(archive, entry.id, 'H', 'Svar'));
  await expect(store.change((archive) => archive.removeDocument(entry.id, documentId))).rejects.toThrow(
    /never removed/,
  );
});

test('a new version stands before the old, and its object leads back to the entry', async () => {
  const store = await openSample();
  const { entry } = await caseWithEntry(store);
  const documentId = await store.change((archive) => addDocument(archive, entry.id, 'H', 'Avtale'));
  const signed = await store.change(async (archive) => {
    const object = await putObject(archive, 'signed', {
      version: 2,
      formatDetails: 'PDF/A-2b',
      signature: { verification: 'V', on: '2026-11-20', by },
    });
    await archive.addDocumentObject(documentId, object);
    await archive.changeDocument(documentId, { title: 'Avtale, signert', type: 'signert', status: 'B' });
    return object;
  });
  const [document] = await store.read.documentsOf(entry.id);
  expect(document).toMatchObject({ title: 'Avtale, signert', type: 'signert', status: 'B' });
  expect(document?.objects.map((object) => object.version)).toEqual([2, 1]);
  expect(document?.objects[0]).toEqual(signed);
  expect(await store.read.findDocumentObject(signed.id)).toMatchObject({
    object: signed,
    entryIds: [entry.id],
  });
});

test('a document object whose file was never put is refused', async () => {
  const store = await openSample();
  const { entry } = await caseWithEntry(store);
  const documentId = await store.change((archive) => addDocument(archive, entry.id, 'H', 'Avtale'));
  await expect(
    store.change(async (archive) => {
      const object = await putObject(archive, 'other', { version: 2 });
      await archive.addDocumentObject(documentId, { ...object, sha256: toSha256('ab'.repeat(32)) });
    }),
  ).rejects.toThrow(/put before/);
});

test('the same bytes are stored once, and stay while anything refers to them', async () => {
  const store = await openSample();
  const { entry } = await caseWithEntry(store);
  const [first, second] = await store.change(async (archive) => [
    await addDocument(archive, entry.id, 'H', 'same'),
    await addDocument(archive, entry.id, 'V', 'same'),
  ]);
  const digest = sha256(bytesOf('same'));
  await store.change((archive) => archive.removeDocument(entry.id, second ?? id()));
  expect(await store.read.readFile(digest)).toEqual(Buffer.from('same'));
  await store.change((archive) => archive.removeDocument(entry.id, first ?? id()));
  expect(await store.read.readFile(digest)).toBeUndefined();
});

test('bytes under a digest that is not theirs are refused', async () => {
  const store = await openSample();
  await expect(
    store.change((archive) => archive.putFile(sha256(bytesOf('a')), bytesOf('b'), at)),
  ).rejects.toThrow(/digest/);
});

test('bytes that were altered behind our back are reported as damage, never handed out', async () => {
  const store = await openSample();
  const digest = sha256(bytesOf('agreement'));
  await store.change((archive) => archive.putFile(digest, bytesOf('agreement'), at));
  const raw = new Database(store.path);
  expect(() => raw.prepare("UPDATE file SET bytes = x'00'").run()).toThrow(/never change/);
  raw.exec('DROP TRIGGER file_written_once');
  raw.prepare('UPDATE file SET bytes = ?').run(Buffer.from('AGREEMENT'));
  raw.close();
  await expect(store.read.readFile(digest)).rejects.toThrow(StoreFault);
  await expect(store.read.readFile(digest)).rejects.toMatchObject({ kind: 'damaged' });
});
