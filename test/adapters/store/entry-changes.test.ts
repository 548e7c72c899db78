import { expect, test } from 'vitest';
import { toId } from '../../../domain/basics.ts';
import { actorIn } from '../../support/actor.ts';
import { present } from '../../support/present.ts';
import {
  addDocument,
  at,
  by,
  bytesOf,
  caseWithEntry,
  id,
  newEntry,
  openSample,
  party,
} from './support/sample.ts';

test('an entry comes back with every field it was given', async () => {
  const store = await openSample();
  const { file, entry: answering } = await caseWithEntry(store);
  const given = newEntry(file.id, {
    type: 'I',
    status: 'J',
    publicTitle: 'Klage fra *****',
    nonSensitiveTitle: 'Klage',
    documentDate: '2026-11-01',
    receivedAt: at,
    sentAt: at,
    dueOn: '2026-12-24',
    screening: {
      accessCode: toId<'access-code'>('UO'),
      legalBasis: 'Offl. § 13',
      hidesTitle: true,
      hidesParties: false,
      hidesDocuments: true,
      endsOn: '2086-01-01',
    },
    clearance: { way: 'BU', on: '2026-11-20', by, byEntry: answering.id },
  });
  await store.change((archive) => archive.addEntry(given));
  expect(await store.read.findEntryByNumber('2026/1-2')).toEqual({
    ...given,
    journalYear: 2026,
    journalSequence: 2,
    entryNumber: 2,
    recordNumber: '2026/1-2',
    everFinal: true,
    revision: 1,
  });
});

test('a change adds one to the revision, empties what is given as undefined and leaves the rest', async () => {
  const store = await openSample();
  const { entry } = await caseWithEntry(store, { dueOn: '2026-12-24', publicTitle: 'Avtale' });
  const changed = await store.change((archive) =>
    archive.changeEntry(entry.id, { dueOn: undefined, title: 'Ny tittel' }),
  );
  const { dueOn: _, ...rest } = entry;
  expect(changed).toEqual({ ...rest, title: 'Ny tittel', revision: 2 });
});

test('an entry that once was dispatched stays marked so and cannot be deleted', async () => {
  const store = await openSample();
  const { entry } = await caseWithEntry(store, { status: 'F' });
  await store.change((archive) => archive.changeEntry(entry.id, { status: 'E' }));
  const back = await store.change((archive) => archive.changeEntry(entry.id, { status: 'R' }));
  expect(back.everFinal).toBe(true);
  await expect(store.change((archive) => archive.deleteEntry(entry.id))).rejects.toThrow(/reserved entry/);
});

test('an entry that is finished by the caseworker cannot be deleted', async () => {
  const store = await openSample();
  const { entry } = await caseWithEntry(store, { status: 'F' });
  await expect(store.change((archive) => archive.deleteEntry(entry.id))).rejects.toThrow(/reserved entry/);
});

test('a deleted entry takes its parties, documents, bytes, links and draft along', async () => {
  const store = await openSample();
  const { file, entry } = await caseWithEntry(store);
  const other = await store.change((archive) => archive.addEntry(newEntry(file.id)));
  const ola = party('Ola Dahl');
  await store.change(async (archive) => {
    await archive.setParties(entry.id, [ola]);
    await archive.setSealedIdentity(ola.id, bytesOf('sealed'));
    await addDocument(archive, entry.id, 'H', 'Avtale');
    await archive.addLink({ from: entry.id, to: other.id, kind: 'answers' });
    await archive.setDraftOrder(entry.id, bytesOf('draft'), at);
  });
  const [document] = await store.read.documentsOf(entry.id);
  const digest = present(document?.objects[0]?.sha256);
  expect(await store.read.readFile(digest)).toBeDefined();
  await store.change((archive) => archive.deleteEntry(entry.id));
  expect(await store.read.partiesOf(entry.id)).toEqual([]);
  expect(await store.read.linksOf(other.id)).toEqual([]);
  expect(await store.read.readFile(digest)).toBeUndefined();
});

test('parties keep their order, and one that stays keeps its sealed identity number', async () => {
  const store = await openSample();
  const { entry } = await caseWithEntry(store);
  const ola = party('Ola Dahl');
  const firm = party('Bygg AS', {
    isFirm: true,
    organisationNumber: '999999999',
    address: 'Strandgata 1',
    postalCode: '4790',
    postalPlace: 'Lillesand',
    email: 'post@bygg.example',
    phone: '+4799999999',
    contactPerson: 'Siv Moe',
  });
  await store.change(async (archive) => {
    await archive.setParties(entry.id, [ola, firm]);
    await archive.setSealedIdentity(ola.id, bytesOf('one'));
    await archive.setSealedIdentity(firm.id, bytesOf('two'));
  });
  await store.change((archive) => archive.setParties(entry.id, [firm, { ...ola, name: 'Ola B. Dahl' }]));
  expect(await store.read.partiesOf(entry.id)).toEqual([firm, { ...ola, name: 'Ola B. Dahl' }]);
  await store.change((archive) => archive.setParties(entry.id, [ola]));
  const sealed = await store.read.sealedIdentitiesOf(entry.id);
  expect([...sealed].map(([key, value]) => [key, new TextDecoder().decode(value)])).toEqual([
    [ola.id, 'one'],
  ]);
});

test('a party of another entry is not taken over', async () => {
  const store = await openSample();
  const { file, entry } = await caseWithEntry(store);
  const other = await store.change((archive) => archive.addEntry(newEntry(file.id)));
  const ola = party('Ola Dahl');
  await store.change((archive) => archive.setParties(entry.id, [ola]));
  await expect(store.change((archive) => archive.setParties(other.id, [ola]))).rejects.toThrow(
    /another entry/,
  );
});

test('a draft order is kept, replaced and emptied', async () => {
  const store = await openSample();
  const { entry } = await caseWithEntry(store);
  await store.change((archive) => archive.setDraftOrder(entry.id, bytesOf('first'), at));
  await store.change((archive) => archive.setDraftOrder(entry.id, bytesOf('second'), at));
  const draft = await store.read.findDraftOrder(entry.id);
  expect(new TextDecoder().decode(draft)).toBe('second');
  await store.change((archive) => archive.setDraftOrder(entry.id, undefined, at));
  expect(await store.read.findDraftOrder(entry.id)).toBeUndefined();
});

test('the list of a case is newest first, paged, with senders of incoming and recipients of outgoing entries', async () => {
  const store = await openSample();
  const { file } = await caseWithEntry(store);
  const parties = [party('Ola Dahl'), party('Kommunen', { kind: 'EA' }), party('Siv Moe', { kind: 'EK' })];
  await store.change(async (archive) => {
    for (const type of ['U', 'I'] as const) {
      const entry = await archive.addEntry(newEntry(file.id, { type, title: `Brev ${type}` }));
      await archive.setParties(
        entry.id,
        parties.map((given) => ({ ...given, id: id() })),
      );
      await addDocument(archive, entry.id, 'H', `Brev ${type}`);
    }
  });
  const list = await store.read.entriesOf(file.id, { offset: 0, limit: 2 });
  expect(list.total).toBe(3);
  expect(
    list.rows.map((row) => [
      row.entryNumber,
      row.parties.map(({ name }) => name).join(', '),
      row.documentCount,
    ]),
  ).toEqual([
    [3, 'Kommunen', 1],
    [2, 'Ola Dahl, Siv Moe', 1],
  ]);
  expect(list.rows[0]).toMatchObject({
    caseFile: { caseNumber: '2026/1', title: file.title },
    caseworkerName: by,
  });
  const found = await store.read.findEntriesOf(file.id, actorIn('Personal', ['caseworker']), {
    text: 'DAHL u',
    offset: 0,
    limit: 10,
  });
  expect(found.rows.map((row) => row.entryNumber)).toEqual([2]);
  expect(found.total).toBe(1);
});
