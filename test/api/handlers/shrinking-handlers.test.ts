import { expect, test } from 'vitest';
import { makeScan } from '../../adapters/pdf/images/make-scan.ts';
import { applicationForTests, order } from '../../support/application-door.ts';

const door = applicationForTests();
const { ask, refused, be, stage, newCase, newEntry } = door;
const opened = async (entryId: string) => (await ask('entries.open', { entryId })).documents;

test('the images of a document are made smaller, shown to whoever may save it, and saved as they were shown', async () => {
  await be('caseworker');
  const entryId = await newEntry(await newCase());
  const { documentId } = await ask('documents.add', {
    entryId,
    stagedId: await stage(await makeScan({ across: 2400, down: 3394, kind: 'jpeg' })),
    fileName: 'skann.pdf',
  });
  expect(await refused('shrinking.make', { entryId: 'x', documentId, dotsPerInch: 200 })).toBe('not-found');
  const made = await ask('shrinking.make', { entryId, documentId, dotsPerInch: 150 });
  expect(made.bytes).toBeLessThan(made.before);
  expect(await ask('shrinking.progress', { documentId })).toEqual({});
  expect(await door.app().serveFile(made.url)).toMatchObject({ etag: made.sha256 });
  await be('reader');
  await expect(door.app().serveFile(made.url)).rejects.toMatchObject({ reason: 'not-allowed' });
  expect(await refused('shrinking.accept', { entryId, documentId, seen: made.sha256 })).toBe('not-allowed');
  await be('caseworker');
  await ask('shrinking.cancel', { documentId });
  await ask('shrinking.accept', { entryId, documentId, seen: made.sha256 });
  expect((await opened(entryId))[1]?.current?.sha256).toBe(made.sha256);
  expect((await ask('dispatch.check', { entryId, order: order() })).merged?.pages).toBe(2);
}, 60_000);
