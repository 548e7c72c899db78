import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import type { Actor } from '../../../domain/access/actor.ts';
import type { EntryId } from '../../../domain/basics.ts';
import type { BasketId } from '../../../domain/baskets.ts';
import { routinePolicy } from '../../../domain/limits.ts';
import type { User } from '../../../domain/roles.ts';
import type { SigningJob } from '../../../domain/signing-job.ts';
import type { BasketFilter } from '../../../main/ports/archive/baskets.ts';
import type { NewEntry } from '../../../main/ports/archive/entries.ts';
import { actorIn, actorOf } from '../../support/actor.ts';
import {
  addDocument,
  at,
  by,
  kari,
  newAnswer,
  newCase,
  newEntry,
  newJob,
  odd,
  openSample,
} from './support/sample.ts';

const clerk = actorIn('Personal', ['caseworker']);
const page = { offset: 0, limit: 50 };
const basketIds: readonly BasketId[] = [
  'my-drafts',
  'arrears',
  'unregistered',
  'to-approve',
  'sending',
  'out-for-signing',
  'failed-dispatch',
  'doubtful',
  'signed',
  'refused',
  'undeliverable',
  'party-mismatch',
];

const sample = async () => {
  const store = await openSample();
  const file = await store.change((archive) => archive.addCase(newCase()));
  const add = (
    title: string,
    change: Partial<NewEntry> = {},
    ...jobs: readonly (readonly [SigningJob['state'], Partial<SigningJob>?])[]
  ): Promise<EntryId> =>
    store.change(async (archive) => {
      const entry = await archive.addEntry(newEntry(file.id, { title, ...change }));
      for (const [state, more] of jobs) {
        const job = await newJob(archive, entry);
        await archive.addJob(job);
        await archive.changeJob(job.id, { state, ...more });
        if (state === 'failed') await archive.addAnswer(newAnswer(job.id));
      }
      return entry.id;
    });
  const titles = async (basket: BasketId, user: User | Actor = kari) => {
    const actor = 'access' in user ? user : await actorOf(store.read, user);
    const { rows, total } = await store.read.basket(basket, actor, page);
    const counts = await store.read.basketCounts(actor);
    expect([total, counts.get(basket)]).toEqual([rows.length, rows.length]);
    return rows.map((row) => row.title);
  };
  return { store, file, add, titles };
};

test('drafts are own unfinished outgoing and internal entries that are not on their way', async () => {
  const { add, titles } = await sample();
  await add('draft');
  await add('final', { status: 'F' });
  await add('approved note', { status: 'G', type: 'X' });
  await add('tried and given up, then sent', { status: 'F' }, ['sendFailed'], ['queued']);
  await add('failed', { status: 'F' }, ['sendFailed']);
  await add('incoming', { type: 'I', status: 'M' });
  await add('dispatched', { status: 'E' });
  await add("someone else's", { caseworker: odd.id });
  expect(await titles('my-drafts')).toEqual(['approved note', 'final', 'draft']);
  expect(await titles('my-drafts', odd)).toEqual(["someone else's", 'approved note', 'final', 'draft']);
});

test('arrears are uncleared incoming and follow-up entries, the first due first', async () => {
  const { add, titles, store } = await sample();
  await add('old', { type: 'I', status: 'J' });
  await add('due late', { type: 'I', status: 'J', dueOn: '2027-01-01' });
  await add('due soon', { type: 'N', status: 'J', dueOn: '2026-12-01' });
  const cleared = await add('cleared', { type: 'I', status: 'J' });
  await add('expunged', { type: 'I', status: 'U' });
  await add('reserved', { type: 'N', status: 'R' });
  await add('outgoing', { type: 'U', status: 'E' });
  await add("someone else's", { type: 'I', status: 'M', caseworker: odd.id });
  await store.change((archive) =>
    archive.changeEntry(cleared, { clearance: { way: 'TE', on: '2026-11-20', by } }),
  );
  expect(await titles('arrears')).toEqual(['due soon', 'due late', 'old']);
  expect(await titles('arrears', odd)).toEqual(['due soon', 'due late', 'old', "someone else's"]);
  await store.change((archive) => archive.changeEntry(cleared, { clearance: undefined }));
  expect(await titles('arrears')).toHaveLength(4);
});

test('unregistered holds incoming entries that the mailroom or a caseworker began', async () => {
  const { add, titles } = await sample();
  await add('mailroom', { type: 'I', status: 'M' });
  await add('caseworker', { type: 'I', status: 'S' });
  await add('journalled', { type: 'I', status: 'J' });
  expect(await titles('unregistered')).toEqual(['caseworker', 'mailroom']);
});

test('entries wait for approval only where the policy asks for it', async () => {
  const { add, titles, store } = await sample();
  await add('final', { status: 'F' });
  await add('internal', { status: 'F', type: 'N' });
  await add('draft');
  expect(await titles('to-approve')).toEqual([]);
  await store.change((archive) => archive.setPolicy({ ...routinePolicy, approvalRequired: true }));
  expect(await store.read.policy()).toEqual({ ...routinePolicy, approvalRequired: true });
  const leader = actorIn('Personal', ['leader']);
  expect(await titles('to-approve', leader)).toEqual(['final']);
  for (const other of [actorIn('Dokumentsenter', ['leader']), kari, odd])
    expect(await titles('to-approve', other)).toEqual([]);
});

test('what is out stands with the nearest deadline first, and only what the filter asks for', async () => {
  const { add, store } = await sample();
  const sent = (sentAt: SigningJob['sentAt'], deadlineDays: number) =>
    ['inProgress', { sentAt, deadlineDays }] as const;
  await add('late', { status: 'E' }, sent('2026-11-01T10:00:00.000Z', 30));
  await add('soon', { status: 'E' }, sent('2026-11-10T10:00:00.000Z', 3));
  await add('other unit', { status: 'E', adminUnit: odd.adminUnit }, sent('2026-11-10T10:00:00.000Z', 7));
  const list = async (filter: BasketFilter = {}) => {
    const { rows, total } = await store.read.basket(
      'out-for-signing',
      await actorOf(store.read, odd),
      page,
      filter,
    );
    expect(total).toBe(rows.length);
    return rows.map((row) => row.title);
  };
  expect(await list()).toEqual(['soon', 'other unit', 'late']);
  expect(await list({ adminUnit: odd.adminUnit })).toEqual(['other unit']);
  expect(await list({ caseworker: kari.id })).toHaveLength(3);
  expect(await list({ turnEndsBefore: '2026-11-18T00:00:00.000Z' })).toEqual(['soon', 'other unit']);
});

test('baskets hold what is one’s own or one’s principal’s, and what belongs to the units one looks after', async () => {
  const { add, titles } = await sample();
  await add('kari’s draft');
  await add('kari’s answer', { type: 'I', status: 'M' });
  await add('sent by kari', { status: 'E' }, ['inProgress']);
  const deputy = actorIn('Dokumentsenter', ['caseworker'], { deputyOf: [kari.id] });
  const leader = actorIn('Personal', ['leader']);
  expect(await titles('my-drafts', deputy)).toEqual(['kari’s draft']);
  expect(await titles('out-for-signing', deputy)).toEqual(['sent by kari']);
  expect(await titles('my-drafts', leader)).toEqual([]);
  expect(await titles('arrears', leader)).toEqual(['kari’s answer']);
  expect(await titles('out-for-signing', leader)).toEqual(['sent by kari']);
  for (const stranger of [
    actorIn('Personal', ['caseworker']),
    actorIn('Personal', ['reader']),
    actorIn('Dokumentsenter', ['leader']),
    actorIn('Dokumentsenter', ['documentCentre']),
  ])
    for (const basket of basketIds) expect(await titles(basket, stranger), basket).toEqual([]);
});

test('what lies in the bin is in no basket and no list, and nothing finds it', async () => {
  const { store, file, add, titles } = await sample();
  const binned = await add('thrown away');
  const raw = new Database(store.path);
  raw.prepare("UPDATE journal_entry SET binned_at = ?, binned_by = 'Kari' WHERE id = ?").run(at, binned);
  raw.close();
  expect(await titles('my-drafts')).toEqual([]);
  expect(await store.read.findEntry(binned)).toBeUndefined();
  expect(await store.read.findEntryByNumber('2026/1-1')).toBeUndefined();
  expect((await store.read.entriesOf(file.id, page)).total).toBe(0);
  expect((await store.read.findEntriesOf(file.id, clerk, { ...page, text: 'thrown' })).total).toBe(0);
  const found = { text: 'thrown', statuses: [], orderBy: 'number', ...page } as const;
  expect((await store.read.searchCases(clerk, found)).total).toBe(0);
  expect((await store.read.searchCases(clerk, { ...found, text: '' })).rows[0]?.entryCount).toBe(0);
  expect((await store.read.caseBalance(file.id)).unfinishedEntries).toBe(0);
});

test('the newest job decides which signing basket an entry is in, for everybody', async () => {
  const { add, titles, store } = await sample();
  await add('queued', { status: 'F' }, ['queued']);
  await add('sending', { status: 'F' }, ['sendFailed'], ['sending']);
  await add('uncertain', { status: 'F' }, ['uncertain']);
  await add('out', { status: 'E' }, ['inProgress']);
  await add('not sent', { status: 'F' }, ['sendFailed']);
  await add('not sent, expunged', { status: 'U' }, ['sendFailed']);
  await add('signed first', { status: 'E' }, ['completed', { endedAt: '2026-11-20T10:00:00.000Z' }]);
  await add('signed last', { status: 'E' }, ['completed', { endedAt: '2026-11-22T10:00:00.000Z' }]);
  await add('signed between', { status: 'E' }, ['completed', { endedAt: '2026-11-21T10:00:00.000Z' }]);
  await add('refused', { status: 'E' }, ['failed', { failure: 'rejected' }]);
  for (const user of [kari, odd]) {
    expect(await titles('sending', user)).toEqual(['uncertain', 'sending', 'queued']);
    expect(await titles('out-for-signing', user)).toEqual(['out']);
    expect(await titles('failed-dispatch', user)).toEqual(['not sent']);
    expect(await titles('signed', user)).toEqual(['signed last', 'signed between', 'signed first']);
    expect(await titles('refused', user)).toEqual(['refused']);
    expect(await titles('undeliverable', user)).toEqual(['refused']);
  }
  const { rows } = await store.read.basket('refused', await actorOf(store.read, kari), page);
  expect(rows[0]).toMatchObject({
    jobState: 'failed',
    jobFailure: 'rejected',
    caseFile: { caseNumber: '2026/1' },
  });
});

test('an answer that is filed is no longer undeliverable', async () => {
  const { add, titles, store } = await sample();
  await add('refused', { status: 'E' }, ['failed', { failure: 'expired' }]);
  const filed = await add('answer', { type: 'I', status: 'J' });
  const [answer] = await store.read.unfiledAnswers();
  await store.change(async (archive) => {
    if (answer) await archive.changeAnswer(answer.id, { filedAs: filed });
  });
  expect(await titles('undeliverable')).toEqual([]);
});

test('every basket has a count', async () => {
  const { store } = await sample();
  expect([...(await store.read.basketCounts(await actorOf(store.read, kari))).keys()]).toEqual(basketIds);
});

test('the balance of a case counts what stands in the way of closing it', async () => {
  const { add, store, file } = await sample();
  const draft = await add('draft');
  await add('out', { status: 'E' }, ['inProgress']);
  await add('incoming', { type: 'I', status: 'M' });
  await add('done', { status: 'A' });
  await store.change(async (archive) => {
    const open = await addDocument(archive, draft, 'H', 'draft');
    await archive.changeDocument(open, { status: 'B' });
    await addDocument(archive, draft, 'V', 'finished');
  });
  expect(await store.read.caseBalance(file.id)).toEqual({
    unfinishedEntries: 2,
    runningJobs: 1,
    waitingAnswers: 0,
    unfinishedDocuments: 1,
  });
});
