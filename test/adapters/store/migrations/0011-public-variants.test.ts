import { expect, onTestFinished, test } from 'vitest';
import { toId } from '../../../../domain/basics.ts';
import { openArchiveStore } from '../../../../main/adapters/store/open-archive-store.ts';
import { archiveAtVersion, putEntry } from '../support/at-version.ts';
import { at, id } from '../support/sample.ts';

test('files from before were made of nothing, and only a public variant can be', async () => {
  const { path, sqlite } = await archiveAtVersion(9);
  const { entryId } = putEntry(sqlite);
  const [documentId, original, variant] = [id(), id(), id()];
  sqlite
    .prepare(
      "INSERT INTO document_description (id, title, type, status, created_at, created_by) VALUES (?, 'Brev', 'Brev', 'Dokumentet er under redigering', ?, 'Kari')",
    )
    .run(documentId, at);
  sqlite
    .prepare(
      "INSERT INTO document_link (entry_id, document_id, role, number, linked_at, linked_by) VALUES (?, ?, 'Hoveddokument', 1, ?, 'Kari')",
    )
    .run(entryId, documentId, at);
  const sha256 = 'a'.repeat(64);
  sqlite
    .prepare('INSERT INTO file (sha256, bytes, size, put_at) VALUES (?, ?, 1, ?)')
    .run(sha256, Buffer.of(1), at);
  const columns =
    'id, document_id, version, variant, format, file_name, mime, sha256, size, pages, created_at, created_by';
  const values = [
    1,
    'Arkivformat',
    'fmt/477',
    'brev.pdf',
    'application/pdf',
    sha256,
    1,
    1,
    at,
    'Kari',
  ] as const;
  const marks = '?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?';
  sqlite
    .prepare(`INSERT INTO document_object (${columns}) VALUES (${marks})`)
    .run(original, documentId, ...values);

  const store = await openArchiveStore(path);
  onTestFinished(() => store.close());
  const [document] = await store.read.documentsOf(toId(entryId));
  expect(document?.objects).toMatchObject([{ id: original, variant: 'A' }]);
  expect(document?.objects[0]?.madeFrom).toBeUndefined();
  const insert = sqlite.prepare(`INSERT INTO document_object (${columns}, made_from) VALUES (${marks}, ?)`);
  const [version, , ...rest] = values;
  expect(() => insert.run(id(), documentId, 2, 'Arkivformat', ...rest, original)).toThrow(/CHECK/);
  const masked = 'Dokument hvor deler av innholdet er skjermet';
  expect(() => insert.run(id(), documentId, version, masked, ...rest, id())).toThrow(/FOREIGN KEY/);
  insert.run(variant, documentId, version, masked, ...rest, original);
  const [after] = await store.read.documentsOf(toId(entryId));
  expect(after?.objects.find((object) => object.variant === 'O')).toMatchObject({
    id: variant,
    madeFrom: original,
  });
});
