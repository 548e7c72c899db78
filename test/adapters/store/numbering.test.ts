import { expect, test } from 'vitest';
import { caseWithEntry, newCase, newEntry, openSample } from './support/sample.ts';

test('cases are numbered by year and start at one each year', async () => {
  const store = await openSample();
  const numbers = [];
  for (const caseDate of ['2026-01-02', '2026-12-31', '2027-01-01', '2026-06-01'] as const)
    numbers.push((await store.change((archive) => archive.addCase(newCase({ caseDate })))).caseNumber);
  expect(numbers).toEqual(['2026/1', '2026/2', '2027/1', '2026/3']);
});

test('an entry gets the next number in its case and in the journal of its year', async () => {
  const store = await openSample();
  const { file } = await caseWithEntry(store);
  const other = await store.change((archive) => archive.addCase(newCase()));
  const entries = await store.change(async (archive) => [
    await archive.addEntry(newEntry(other.id)),
    await archive.addEntry(newEntry(file.id)),
    await archive.addEntry(newEntry(file.id, { journalDate: '2027-01-04' })),
  ]);
  expect(entries.map((entry) => [entry.recordNumber, entry.journalSequence, entry.journalYear])).toEqual([
    ['2026/2-1', 2, 2026],
    ['2026/1-2', 3, 2026],
    ['2026/1-3', 1, 2027],
  ]);
});

test('changes that run at the same time never share a number', async () => {
  const store = await openSample();
  const { file } = await caseWithEntry(store);
  const entries = await Promise.all(
    Array.from({ length: 25 }, () => store.change((archive) => archive.addEntry(newEntry(file.id)))),
  );
  expect(entries.map((entry) => entry.entryNumber)).toEqual(Array.from({ length: 25 }, (_, n) => n + 2));
  expect(new Set(entries.map((entry) => entry.journalSequence)).size).toBe(25);
});

test('two stores on one file never share a number', async () => {
  const store = await openSample();
  const { file } = await caseWithEntry(store);
  const { openArchiveStore } = await import('../../../main/adapters/store/open-archive-store.ts');
  const second = await openArchiveStore(store.path);
  const numbers = [];
  for (let round = 0; round < 5; round += 1)
    for (const writer of [store, second])
      numbers.push((await writer.change((archive) => archive.addEntry(newEntry(file.id)))).journalSequence);
  await second.close();
  expect(numbers).toEqual([2, 3, 4, 5, 6, 7, 8, 9, 10, 11]);
});

test('a number given in a change that failed was never given', async () => {
  const store = await openSample();
  const { file, entry } = await caseWithEntry(store);
  await expect(
    store.change(async (archive) => {
      await archive.addEntry(newEntry(file.id));
      throw new Error('regret');
    }),
  ).rejects.toThrow('regret');
  const next = await store.change((archive) => archive.addEntry(newEntry(file.id)));
  expect([next.entryNumber, next.journalSequence]).toEqual([
    entry.entryNumber + 1,
    entry.journalSequence + 1,
  ]);
});

test('the numbers of a deleted entry are never used again', async () => {
  const store = await openSample();
  const { file, entry } = await caseWithEntry(store);
  await store.change((archive) => archive.deleteEntry(entry.id));
  expect(await store.read.findEntry(entry.id)).toBeUndefined();
  const next = await store.change((archive) => archive.addEntry(newEntry(file.id)));
  expect([next.recordNumber, next.journalSequence]).toEqual(['2026/1-2', 2]);
});

test('the id of a deleted entry is never used again', async () => {
  const store = await openSample();
  const { file, entry } = await caseWithEntry(store);
  await store.change((archive) => archive.deleteEntry(entry.id));
  await expect(
    store.change((archive) => archive.addEntry(newEntry(file.id, { id: entry.id }))),
  ).rejects.toThrow(/never used again/);
});

test('a running number stays when the journal date moves to another year', async () => {
  const store = await openSample();
  const { entry } = await caseWithEntry(store);
  const changed = await store.change((archive) =>
    archive.changeEntry(entry.id, { journalDate: '2027-01-02' }),
  );
  expect([changed.journalYear, changed.journalSequence]).toEqual([2026, 1]);
});
