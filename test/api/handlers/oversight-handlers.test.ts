import { expect, test } from 'vitest';
import { makePdf } from '../../adapters/pdf/make-pdf.ts';
import { applicationForTests, lookUp } from '../../support/application-door.ts';

const door = applicationForTests();
const { ask, refused, be, newCase, newEntry } = door;
const page = { offset: 0, limit: 50 };

test('a deleted draft is in the bin and nowhere else, until the document centre fetches it back or empties', async () => {
  await be('caseworker');
  const caseId = await newCase();
  const entryId = await newEntry(caseId);
  const { recordNumber, runningNumber } = await ask('entries.open', { entryId });
  await ask('entries.delete', { entryId });
  expect(await refused('entries.open', { entryId })).toBe('not-found');
  expect(await ask('desk.goTo', { number: recordNumber })).toEqual({});
  expect(await ask('desk.goTo', { number: runningNumber })).toEqual({});
  expect(await ask('cases.entries', { caseId, text: '', ...page })).toMatchObject({ total: 0 });
  for (const name of ['bin.list', 'bin.empty'] as const) expect(await refused(name, {})).toBe('not-allowed');
  expect(await refused('bin.restore', { entryId })).toBe('not-allowed');

  await be('documentCentre');
  const { entries } = await ask('bin.list', {});
  expect(entries).toMatchObject([
    { entryId, recordNumber, title: 'Arbeidsavtale', restore: { may: true }, empty: { may: true } },
  ]);
  await ask('bin.restore', { entryId });
  expect(await ask('cases.entries', { caseId, text: 'arbeidsavtale', ...page })).toMatchObject({ total: 1 });
  expect(await refused('entries.delete', { entryId })).toBe('not-own-draft');

  await be('caseworker');
  await ask('entries.delete', { entryId });
  await be('documentCentre');
  expect(await ask('bin.empty', { entryId })).toEqual({ gone: 1 });
  expect(await ask('bin.empty', {})).toEqual({ gone: 0 });
  expect(await refused('bin.restore', { entryId })).toBe('not-found');
});

test('who saw an identity number, and why, is told to the document centre and to nobody else', async () => {
  await be('caseworker');
  const { user } = await ask('session.open', {});
  const caseId = await newCase();
  const entryId = await newEntry(caseId);
  const partyId = (await ask('entries.open', { entryId })).parties[0]?.id ?? '';
  await ask('entries.revealIdentity', { entryId, partyId, reason: lookUp });
  expect(await refused('looking.list', page)).toBe('not-allowed');
  await be('documentCentre');
  expect(await ask('looking.list', { caseId, ...page })).toMatchObject({
    total: 1,
    rows: [{ userName: user.name, kind: 'identity', entryId, reason: lookUp }],
  });
  expect(await ask('looking.list', { caseId, kind: 'case', ...page })).toMatchObject({ total: 0 });
});

test('who opens the dispatch or the masking of a screened entry is in the log of looking, whatever was opened before', async () => {
  await be('caseworker');
  const { user, access } = await ask('session.open', {});
  const code = access.codes.find(({ id }) => id === 'UO');
  const basis = access.bases.find(({ id }) => code?.bases.includes(id));
  const caseId = await newCase();
  const hides = { hidesTitle: true, hidesParties: true, hidesDocuments: true };
  const { entryId } = await ask('entries.create', {
    caseId,
    type: 'U',
    title: 'Vedtak',
    parties: [{ kind: 'EM', name: 'Ola', isFirm: false }],
    screening: { accessCode: 'UO', legalBasis: basis?.text ?? '', ...hides },
  });
  const { documentId } = await ask('documents.add', {
    entryId,
    stagedId: await door.stage(await makePdf(['Vedtak'])),
    fileName: 'vedtak.pdf',
  });
  const seen = async () => {
    await be('documentCentre');
    const { rows } = await ask('looking.list', { caseId, ...page });
    await be('caseworker');
    return rows.map(({ kind, userId }) => [kind, userId]);
  };
  expect(await seen()).toEqual([]);
  await ask('dispatch.prepare', { entryId });
  expect(await seen()).toEqual([['entry', user.id]]);
  await ask('masking.read', { entryId, documentId });
  expect(await seen()).toEqual([
    ['document', user.id],
    ['entry', user.id],
  ]);
});

test('the cases of one are given to another, once, by who may', async () => {
  await be('caseworker');
  const { user, users } = await ask('session.open', {});
  const caseId = await newCase();
  const entryId = await newEntry(caseId);
  const colleague = users.find(
    (one) => one.id !== user.id && one.roles.includes('caseworker') && one.adminUnit === user.adminUnit,
  );
  const toId = colleague?.id ?? '';
  await be('reader');
  expect(await refused('ownership.takeOver', { fromId: user.id, toId })).toBe('not-allowed');
  await be('documentCentre');
  const taken = await ask('ownership.takeOver', { fromId: user.id, toId });
  expect(taken).toMatchObject({ left: 0 });
  expect(taken.cases).toBeGreaterThan(0);
  expect(await ask('cases.open', { caseId })).toMatchObject({ ownerId: toId });
  expect(await ask('entries.open', { entryId })).toMatchObject({ caseworkerId: toId });
  expect(await ask('ownership.takeOver', { fromId: user.id, toId })).toEqual({
    cases: 0,
    entries: 0,
    left: 0,
  });
});
