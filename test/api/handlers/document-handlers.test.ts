import { expect, test } from 'vitest';
import { makePdf } from '../../adapters/pdf/make-pdf.ts';
import { applicationForTests } from '../../support/application-door.ts';

const door = applicationForTests();
const { ask, refused, be, stage, newCase, newEntry } = door;
const opened = async (entryId: string) => (await ask('entries.open', { entryId })).documents;

test('an attachment is taken out and put back, an earlier version is chosen again, and it all is weighed', async () => {
  await be('caseworker');
  const entryId = await newEntry(await newCase());
  const { documentId } = await ask('documents.add', {
    entryId,
    stagedId: await stage(await makePdf(['Vedlegg'])),
    fileName: 'vedlegg.pdf',
  });
  const [, first] = await opened(entryId);
  await ask('documents.takeOut', { entryId, documentId });
  expect(await opened(entryId)).toHaveLength(1);
  expect((await ask('dispatch.weigh', { entryId })).documents).toHaveLength(1);
  await ask('documents.putBack', { entryId, documentId });
  expect(await refused('documents.putBack', { entryId, documentId })).toBe('not-found');
  expect((await ask('dispatch.weigh', { entryId })).documents).toHaveLength(2);
  await ask('documents.replace', {
    entryId,
    documentId,
    stagedId: await stage(await makePdf(['Vedlegg', 'to sider'])),
    fileName: 'vedlegg.pdf',
  });
  expect((await opened(entryId))[1]?.current?.pages).toBe(2);
  await ask('documents.chooseVersion', { entryId, documentId, objectId: first?.current?.id ?? '' });
  expect((await opened(entryId))[1]?.current?.sha256).toBe(first?.current?.sha256);
  await be('reader');
  for (const name of ['documents.takeOut', 'documents.putBack', 'documents.chooseVersion'] as const)
    expect(await refused(name, { entryId, documentId, objectId: 'x' }), name).toBe('not-allowed');
  expect(await refused('dispatch.weigh', { entryId })).toBe('not-allowed');
});
