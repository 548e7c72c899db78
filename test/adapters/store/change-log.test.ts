import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import { fieldChanged, type LogRow } from '../../../domain/change-log.ts';
import {
  addDocument,
  by,
  caseWithEntry,
  id,
  newAnswer,
  newEntry,
  newJob,
  openSample,
} from './support/sample.ts';

const row = (subject: LogRow['subject'], subjectId: string, minute: number, field = 'tittel'): LogRow => ({
  subject,
  subjectId,
  ...fieldChanged(field, '(tom)', 'ny'),
  at: `2026-11-20T11:${String(minute).padStart(2, '0')}:00.000Z`,
  by,
});
const page = { offset: 0, limit: 50 };

test('the log of a case holds everything in it, that of an entry its documents and jobs, newest first', async () => {
  const store = await openSample();
  const { file, entry } = await caseWithEntry(store);
  const other = await store.change((archive) => archive.addEntry(newEntry(file.id)));
  const rows = await store.change(async (archive) => {
    const document = await addDocument(archive, entry.id, 'H', 'Avtale');
    const job = await newJob(archive, entry);
    await archive.addJob(job);
    await archive.changeJob(job.id, { state: 'failed' });
    const answer = newAnswer(job.id);
    await archive.addAnswer(answer);
    const written = [
      row('case', file.id, 1),
      row('entry', entry.id, 2),
      row('document', document, 3),
      row('job', job.id, 4),
      row('answer', answer.id, 5),
      row('entry', other.id, 6),
    ];
    for (const item of written) await archive.log(item);
    await archive.log(row('policy', 'policy', 7));
    return written;
  });
  // The log of a case says of what is in an entry which entry that is.
  const numbers = [undefined, ...rows.slice(1, 5).map(() => entry.recordNumber), other.recordNumber];
  const entries = [undefined, ...rows.slice(1, 5).map(() => entry.id), other.id];
  const placed = rows.map((one, at) => ({ ...one, entryId: entries[at] }));
  const numbered = placed.map((one, at) => ({ ...one, recordNumber: numbers[at] }));
  expect(await store.read.logOf({ caseId: file.id }, page)).toEqual(numbered.toReversed());
  expect(await store.read.logOf({ entryId: entry.id }, page)).toEqual(placed.slice(1, 5).toReversed());
  expect(await store.read.logOf({ caseId: file.id }, { offset: 1, limit: 2 })).toEqual(
    numbered.toReversed().slice(1, 3),
  );
});

test('what happened to an entry that was deleted still stands in the log of its case', async () => {
  const store = await openSample();
  const { file, entry } = await caseWithEntry(store);
  const gone = row('entry', entry.id, 1, 'slettet');
  await store.change(async (archive) => {
    await archive.deleteEntry(entry.id);
    await archive.log(gone);
  });
  expect(await store.read.logOf({ caseId: file.id }, page)).toEqual([{ ...gone, entryId: entry.id }]);
});

test('a row about something that never was is refused', async () => {
  const store = await openSample();
  await expect(store.change((archive) => archive.log(row('entry', id(), 1)))).rejects.toThrow(/never was/);
});

test('the log can be added to only, also by another program', async () => {
  const store = await openSample();
  const { entry } = await caseWithEntry(store);
  await store.change((archive) => archive.log(row('entry', entry.id, 1)));
  const raw = new Database(store.path);
  expect(() => raw.exec("UPDATE change_log SET changed_by = 'nobody'")).toThrow(/append-only/);
  expect(() => raw.exec('DELETE FROM change_log')).toThrow(/append-only/);
  expect(() => raw.exec('INSERT OR REPLACE INTO change_log SELECT * FROM change_log')).toThrow(/append-only/);
  raw.close();
});
