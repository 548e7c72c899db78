import Database from 'better-sqlite3';
import { expect, onTestFinished, test } from 'vitest';
import { openArchiveStore } from '../../../../main/adapters/store/open-archive-store.ts';
import { archiveAtVersion } from '../support/at-version.ts';
import { at, identity, openSample } from '../support/sample.ts';

const mark = (sign: string) => sign.repeat(64);

test('an archive from before has no lock yet; a vault that is given up keeps its own', async () => {
  const { path, sqlite } = await archiveAtVersion(7);
  sqlite
    .prepare(
      "INSERT INTO archive VALUES (?, 1, 'production', 'Drift', 'Opprettet', 'Fjordvik kommune', '999999999', ?, 'Odd')",
    )
    .run(identity.id, at);
  const store = await openArchiveStore(path);
  onTestFinished(() => store.close());
  expect(await store.read.vaultLock()).toBeUndefined();
  const recovery = { recipient: 'age1abc', sealedKey: Uint8Array.of(1, 2), testedAt: at };
  await store.change((archive) => archive.setVaultLock({ keyMark: mark('a'), recovery }));
  expect(await store.read.vaultLock()).toEqual({ keyMark: mark('a'), recovery });
  await store.change((archive) => archive.setVaultLock({ keyMark: mark('b') }));
  expect(await store.read.vaultLock()).toEqual({ keyMark: mark('b') });
  expect(
    sqlite.prepare('SELECT key_mark, in_use, recipient FROM vault_lock ORDER BY key_mark').all(),
  ).toEqual([
    { key_mark: mark('a'), in_use: 0, recipient: 'age1abc' },
    { key_mark: mark('b'), in_use: 1, recipient: null },
  ]);
});

test.each<[why: string, row: readonly unknown[]]>([
  ['a mark of another length', ['kort', 1, null, null, null]],
  ['a recipient without what is sealed for it', [mark('a'), 1, 'age1abc', null, null]],
  ['a sealed key that nobody has tried', [mark('a'), 1, 'age1abc', Buffer.of(1), null]],
  ['another kind of recipient', [mark('a'), 1, 'ssh-rsa', Buffer.of(1), at]],
  ['a time that is none', [mark('a'), 1, 'age1abc', Buffer.of(1), 'i går']],
])('the archive refuses %s', async (_why, row) => {
  const store = await openSample();
  await store.close();
  const sqlite = new Database(store.path);
  onTestFinished(() => {
    sqlite.close();
  });
  const insert = sqlite.prepare('INSERT INTO vault_lock VALUES (?, ?, ?, ?, ?)');
  expect(() => insert.run(...row)).toThrow(/CHECK/);
  insert.run(mark('c'), 1, null, null, null);
  expect(() => insert.run(mark('d'), 1, null, null, null)).toThrow(/UNIQUE/);
});
