import { expect, test } from 'vitest';
import { makePdf } from '../adapters/pdf/make-pdf.ts';
import { applicationForTests } from '../support/application-door.ts';

const door = applicationForTests();
const { ask, refused, be, stage, newCase, newEntry } = door;
const opened = (entryId: string) => ask('entries.open', { entryId });

test('a public variant is marked, looked at, saved, and then there for readers', async () => {
  await be('caseworker');
  const entryId = await newEntry(await newCase());
  const { documentId } = await ask('documents.add', {
    entryId,
    stagedId: await stage(await makePdf(['Om Gudbrandsen i dag'])),
    fileName: 'om.pdf',
  });
  const read = await ask('masking.read', { entryId, documentId });
  expect(read.pages[0]?.words.map(({ text }) => text)).toContain('Gudbrandsen');
  const marks = { entryId, documentId, objectId: read.object.id, areas: [], gone: ['Gudbrandsen'] };
  const drawn = await ask('masking.draw', marks);
  expect(await ask('masking.progress', { entryId, documentId })).toEqual({});
  expect(await door.app().serveFile(drawn.url)).toMatchObject({ fileName: 'om-offentlig.pdf' });
  await be('reader');
  await expect(door.app().serveFile(drawn.url)).rejects.toThrow();
  expect(await refused('masking.read', { entryId, documentId })).toBe('not-allowed');
  await be('caseworker');
  await ask('masking.save', { entryId, documentId, seen: drawn.sha256 });
  const view = (await opened(entryId)).documents.find(({ id }) => id === documentId);
  expect(view).toMatchObject({
    current: { variant: 'A', fileName: 'om.pdf' },
    publicVariant: { outdated: false, object: { variant: 'O', sha256: drawn.sha256 } },
  });
  await be('reader');
  expect(await door.app().serveFile(view?.publicVariant?.object.url ?? '')).toMatchObject({
    etag: drawn.sha256,
  });
  await be('caseworker');
});

test('identity numbers are handed out hidden, and are truly gone from what is drawn of them', async () => {
  await be('caseworker');
  const entryId = await newEntry(await newCase());
  const { documentId } = await ask('documents.add', {
    entryId,
    stagedId: await stage(await makePdf(['Om Ingrid, 14838511091, i dag'])),
    fileName: 'om.pdf',
  });
  const read = await ask('masking.read', { entryId, documentId });
  expect(JSON.stringify(read)).not.toContain('14838511091');
  const [number] = read.proposals;
  expect(number).toEqual({ phrase: '148385●●●●●', reason: 'identity-number' });
  const marks = { entryId, documentId, objectId: read.object.id, areas: [], gone: [number?.phrase ?? ''] };
  const drawn = await ask('masking.draw', marks);
  const file = await door.app().serveFile(drawn.url);
  const again = await ask('documents.add', {
    entryId,
    stagedId: await stage(file?.bytes ?? new Uint8Array()),
    fileName: 'om-offentlig.pdf',
  });
  const left = (await ask('masking.read', { entryId, documentId: again.documentId })).pages;
  const words = left.flatMap((page) => page.words.map(({ text }) => text)).join(' ');
  expect(words).toContain('Ingrid');
  expect(words).not.toContain('148385');
});

test('says «not found» for what names nothing', async () => {
  await be('documentCentre');
  const nothing = { entryId: 'x', documentId: 'x' };
  expect(await refused('masking.read', nothing)).toBe('not-found');
  expect(await refused('masking.draw', { ...nothing, objectId: 'x', areas: [], gone: [] })).toBe('not-found');
  expect(await refused('masking.save', { ...nothing, seen: 'a'.repeat(64) })).toBe('not-found');
});
