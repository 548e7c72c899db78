import { expect, test, vi } from 'vitest';
import type { ClassId } from '../../../domain/basics.ts';
import { caseView } from '../../../main/api/views/case-view.ts';
import type { ArchiveWriter } from '../../../main/ports/archive-store.ts';
import {
  at,
  id,
  kari,
  newAnswer,
  newCase,
  newEntry,
  newJob,
  odd,
  openSample,
} from '../../adapters/store/support/sample.ts';
import { actorOf } from '../../support/actor.ts';

const legalBasis = 'Kassasjonsplan, punkt 4';

test('a case says what becomes of it by its class, and from when once it is closed', async () => {
  const store = await openSample();
  const above: ClassId = id();
  const below: ClassId = id();
  const file = await store.change(async (archive) => {
    const disposal = { decision: 'K', retentionYears: 10, legalBasis } as const;
    await archive.addClass({ id: above, code: '4', title: 'Personell', disposal });
    await archive.addClass({ id: below, code: '42', title: 'Permisjoner', parentId: above });
    return archive.addCase(newCase({ classId: below }));
  });
  const open = await caseView(store.read, file, await actorOf(store.read, odd), at);
  expect(open.disposal).toEqual({ decision: 'K', retentionYears: 10, legalBasis });
  // Half past midnight in Norway: the day is Norway's, not that of UTC.
  const closedAt = '2026-11-20T23:30:00.000Z';
  const closed = await store.change((archive) =>
    archive.changeCase(file.id, { status: 'A', closedAt, closedBy: odd.name }),
  );
  expect((await caseView(store.read, closed, await actorOf(store.read, kari), at)).disposal?.date).toBe(
    '2036-11-21',
  );
});

test('a case in a class without a decision says nothing of it', async () => {
  const store = await openSample();
  const file = await store.change((archive) => archive.addCase(newCase()));
  expect((await caseView(store.read, file, await actorOf(store.read, odd), at)).disposal).toBeUndefined();
});

test('waiting answers are counted by the case, not by reading every unfiled answer of the archive', async () => {
  const store = await openSample();
  const { file } = await store.change(async (archive) => {
    const own = await waitingAnswer(archive);
    await waitingAnswer(archive);
    return own;
  });
  const reads = (['unfiledAnswers', 'findJob', 'findEntry'] as const).map((name) =>
    vi.spyOn(store.read, name),
  );
  expect((await caseView(store.read, file, await actorOf(store.read, odd), at)).waitingAnswers).toBe(1);
  for (const read of reads) expect(read).not.toHaveBeenCalled();
});

/** A case of its own with an answer that could not be filed. */
async function waitingAnswer(archive: ArchiveWriter) {
  const file = await archive.addCase(newCase());
  const job = await newJob(archive, await archive.addEntry(newEntry(file.id)));
  await archive.addJob(job);
  await archive.addAnswer(newAnswer(job.id));
  return { file };
}
