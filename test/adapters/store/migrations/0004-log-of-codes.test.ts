import { expect, onTestFinished, test } from 'vitest';
import type { CaseId, JobId } from '../../../../domain/basics.ts';
import type { LogEvent } from '../../../../domain/change-log.ts';
import { openArchiveStore } from '../../../../main/adapters/store/open-archive-store.ts';
import { archiveAtVersion, putEntry, putJob } from '../support/at-version.ts';
import { at } from '../support/sample.ts';

type OldRow = readonly [field: string, before: string, after: string];
const ordered = 'signeringsoppdrag';

/** Old rows about a job with what they become. */
const rows: readonly (readonly [OldRow, LogEvent])[] = [
  [
    [ordered, '(tom)', 'bestilt: Ola "Olle" Dahl, Kari Å. Ås'],
    { code: 'job-ordered', facts: { signers: ['Ola "Olle" Dahl', 'Kari Å. Ås'] } },
  ],
  [[ordered, 'bestilt', 'sendt: 4711'], { code: 'job-sent', facts: { serviceJobId: '4711' } }],
  [[ordered, 'bestilt', 'ikke sendt: http-400'], { code: 'job-refused', facts: { fault: 'http-400' } }],
  [[ordered, 'uavklart', 'regnet som ikke sendt'], { code: 'job-declared-unsent', facts: {} }],
  [[ordered, 'bestilt', 'trukket før sending'], { code: 'job-withdrawn', facts: {} }],
  [[ordered, 'sendt', 'avbrutt'], { code: 'job-cancel-requested', facts: {} }],
  [[ordered, 'sendt', 'for sent å avbryte'], { code: 'job-cancel-too-late', facts: {} }],
  [[ordered, 'sendt', 'fullført'], { code: 'job-completed', facts: {} }],
  [[ordered, 'sendt', 'contactMissing'], { code: 'job-failed', facts: { failure: 'contactMissing' } }],
  [
    ['undertegner', 'Ola: Dahl: waiting', 'Ola: Dahl: contactInformationMissing'],
    {
      code: 'signer-changed',
      facts: { signer: 'Ola: Dahl', before: 'waiting', after: 'contactInformationMissing' },
    },
  ],
  [['dokumenterHosTjenesten', 'lagret', 'slettet'], { code: 'documents-deleted', facts: {} }],
  [
    ['dokumenterHosTjenesten', 'lagret', 'ikke slettet (http-409)'],
    { code: 'documents-not-deleted', facts: { fault: 'http-409' } },
  ],
  [['svarFoertSom', '(tom)', '2026/1-2'], { code: 'answer-filed', facts: { entry: '2026/1-2' } }],
];
/** Old rows that are none of those known, in any word. */
const kept: readonly OldRow[] = [
  [ordered, 'bestilt', 'sendt: '],
  [ordered, 'bestilt', 'sendt på måfå'],
  [ordered, '(tom)', 'bestilt: '],
  [ordered, 'sendt', 'rejected, men ikke av alle'],
  ['undertegner', 'Ola: waiting', 'Kari: signed'],
  ['undertegner', 'Ola: waiting', 'Ola: drømmer'],
  ['dokumenterHosTjenesten', 'lagret', 'ikke slettet ()'],
  ['tittel', 'Gammel', 'Ny «tittel» "med" \\ tegn'],
];

test('rows of the log become codes with facts, and what is none of them stays word for word', async () => {
  const { path, sqlite } = await archiveAtVersion(3);
  const entry = putEntry(sqlite);
  const job = putJob(sqlite, entry, {});
  const put = sqlite.prepare('INSERT INTO change_log VALUES (NULL, ?, ?, ?, ?, ?, ?, ?, ?, ?)');
  const old = [...rows.map(([row]) => row), ...kept];
  for (const row of old) put.run('job', job, entry.caseId, entry.entryId, ...row, at, 'Kari');
  // The same words about something else than a job are no event of a job.
  put.run('entry', entry.entryId, entry.caseId, entry.entryId, ordered, 'sendt', 'fullført', at, 'Kari');

  const store = await openArchiveStore(path);
  onTestFinished(() => store.close());
  const verbatim = (row: OldRow): LogEvent => ({
    code: 'field-changed',
    facts: { field: row[0], before: row[1], after: row[2] },
  });
  const read = await store.read.logOf({ caseId: entry.caseId as CaseId }, { offset: 0, limit: 100 });
  expect(read.toReversed().map(({ code, facts }) => ({ code, facts }))).toEqual([
    ...rows.map(([, event]) => event),
    ...kept.map(verbatim),
    verbatim([ordered, 'sendt', 'fullført']),
  ]);
  expect(new Set(read.map((row) => `${row.at} ${row.by}`))).toEqual(new Set([`${at} Kari`]));
  expect(() => sqlite.exec("UPDATE change_log SET changed_by = 'nobody'")).toThrow(/append-only/);
});

test.each([
  ['queued', null, 'never'],
  ['sending', null, 'unknown'],
  ['uncertain', 'answer-lost', 'unknown'],
  ['uncertain', 'receiving', 'unknown'],
  ['inProgress', null, 'known'],
  ['completed', null, 'known'],
  ['failed', null, 'known'],
  ['sendFailed', 'http-400', 'never'],
  ['sendFailed', 'withdrawn', 'never'],
  ['sendFailed', 'answer-lost', 'unknown'],
  ['sendFailed', 'interrupted', 'unknown'],
  ['sendFailed', 'fault', 'unknown'],
  // What overwrote the fault that told.
  ['sendFailed', 'receiving', 'unknown'],
  ['sendFailed', null, 'unknown'],
])('a %s job whose last fault was %s: its arrival is %s', async (state, code, arrival) => {
  const { path, sqlite } = await archiveAtVersion(3);
  const id = putJob(sqlite, putEntry(sqlite), {
    state,
    last_fault_code: code,
    last_fault_detail: code && 'detail',
    last_fault_at: code && at,
  });
  const store = await openArchiveStore(path);
  onTestFinished(() => store.close());
  expect(await store.read.findJob(id as JobId)).toMatchObject({ state, arrival });
});
