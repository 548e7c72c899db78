import { expect, onTestFinished, test } from 'vitest';
import { openArchiveStore } from '../../../../main/adapters/store/open-archive-store.ts';
import { archiveAtVersion, putEntry } from '../support/at-version.ts';

test('links from before stand as they were, and no entry has been sent to many', async () => {
  const { path, sqlite } = await archiveAtVersion(9);
  const { entryId } = putEntry(sqlite);
  const store = await openArchiveStore(path);
  onTestFinished(() => store.close());
  expect(await store.read.linksOf(entryId as never)).toEqual([]);
  expect(await store.read.mailingsOf(entryId as never)).toEqual([]);
});
