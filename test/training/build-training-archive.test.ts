import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readIdentityNumber } from '../../domain/identity-number.ts';
import { isArrear, type JournalEntry } from '../../domain/journal-entry.ts';
import { titleLength } from '../../domain/title.ts';
import type { ArchiveReader } from '../../main/ports/archive-store.ts';
import { actorIn, actorOf } from '../support/actor.ts';
import { findNumbers } from '../support/find-numbers.ts';
import { present } from '../support/present.ts';
import { type OpenTraining, openTraining } from './open-training.ts';

const minutes = 60_000;
let training: OpenTraining;
let again: OpenTraining;
let held: Held;

beforeAll(async () => {
  training = await openTraining();
  again = await openTraining();
  held = await readAll(training.archive.read);
}, 5 * minutes);
afterAll(async () => {
  await training?.close();
  await again?.close();
});

const page = { offset: 0, limit: 1000 };
type Held = Awaited<ReturnType<typeof readAll>>;
async function readAll(read: ArchiveReader) {
  const { rows: cases } = await read.searchCases(actorIn('Personal', ['reader']), {
    ...page,
    text: '',
    statuses: [],
    orderBy: 'number',
  });
  const entries = (await Promise.all(cases.map(({ id }) => read.entriesOf(id, page)))).flatMap(
    ({ rows }) => rows,
  );
  const documents = await Promise.all(entries.map(({ id }) => read.documentsOf(id)));
  const links = await Promise.all(entries.map(({ id }) => read.linksOf(id)));
  const parties = await Promise.all(entries.map(({ id }) => read.partiesOf(id)));
  const jobs = (await Promise.all(entries.map(({ id }) => read.jobsOf(id)))).flat();
  return { cases, entries, documents, links: links.flat(), parties, jobs };
}
const entry = (recordNumber: string): JournalEntry => {
  const found = held.entries.find((row) => row.recordNumber === recordNumber);
  if (!found) throw new Error(`no entry ${recordNumber}`);
  return found;
};

test('a municipality of more than 25 cases and 150 entries stands there', () => {
  expect(held.cases.length).toBeGreaterThanOrEqual(25);
  expect(held.entries.length).toBeGreaterThanOrEqual(150);
  expect(training.built).toMatchObject({ cases: held.cases.length, entries: held.entries.length });
});

test('two builds give the same numbers, ids and files', async () => {
  const other = await readAll(again.archive.read);
  const marks = ({ cases, entries, documents, jobs }: Held) => ({
    cases: cases.map(({ id, caseNumber }) => [id, caseNumber]),
    entries: entries.map((row) => [row.id, row.recordNumber, row.journalSequence]),
    files: documents.flat().map(({ id, objects }) => [id, objects.map((one) => [one.id, one.sha256])]),
    jobs: jobs.map(({ id, reference, merged }) => [id, reference, merged.sha256]),
  });
  expect(marks(other)).toEqual(marks(held));
  expect(again.built.liveJobs).toEqual(training.built.liveJobs);
});

test('every type and status of an entry is met, and open, closed and expunged cases', () => {
  expect(new Set(held.entries.map(({ type }) => type))).toEqual(new Set(['I', 'U', 'N', 'X', 'S']));
  expect(new Set(held.entries.map(({ status }) => status))).toEqual(
    new Set(['R', 'F', 'G', 'E', 'J', 'A', 'U', 'M', 'S']),
  );
  expect(new Set(held.cases.map(({ status }) => status))).toEqual(new Set(['B', 'A', 'U']));
  expect(new Set(held.cases.map(({ year }) => year))).toEqual(new Set([2024, 2025, 2026]));
});

test('every document is a PDF with at least one page, and contracts run over several', async () => {
  const documents = held.documents.flat();
  expect(documents.filter(({ objects }) => (objects[0]?.pages ?? 0) < 1)).toEqual([]);
  const pagesOf = (type: string) =>
    documents.filter((one) => one.type === type).map(({ objects }) => objects[0]?.pages ?? 0);
  expect(pagesOf('kontrakt').filter((pages) => pages >= 3).length).toBeGreaterThan(8);
  expect(documents.filter(({ objects }) => (objects[0]?.pages ?? 0) > 1).length).toBeGreaterThan(25);
  const bytes = await training.archive.read.readFile(present(documents[0]?.objects[0]?.sha256));
  expect(new TextDecoder('latin1').decode(bytes?.subarray(0, 5))).toBe('%PDF-');
});

test('no two documents are the same file', () => {
  const digests = held.documents.flat().map(({ objects }) => objects[0]?.sha256);
  expect(new Set(digests).size).toBe(digests.length);
});

test('an answer is younger than what it answers, and a case closes after its last own entry', () => {
  for (const { from, to } of held.links) {
    const [answer, question] = [from, to].map((id) => held.entries.find((row) => row.id === id));
    expect(`${answer?.createdAt}` > `${question?.createdAt}`, answer?.recordNumber).toBe(true);
  }
  for (const file of held.cases.filter(({ closedAt }) => closedAt !== undefined)) {
    const last = held.entries.filter(({ caseId }) => caseId === file.id).map(({ createdAt }) => createdAt);
    expect(`${file.closedAt}` > `${last.sort().at(-1)}`, file.caseNumber).toBe(true);
  }
});

test('numbers follow time: the running numbers of a year grow with the day of registration', () => {
  const inOrder = [...held.entries].sort(
    (one, other) => one.journalYear - other.journalYear || one.journalSequence - other.journalSequence,
  );
  const days = inOrder.map(({ createdAt }) => createdAt.slice(0, 10));
  expect(days).toEqual([...days].sort());
});

test('a closed case holds only archived and expunged entries, none of them an arrear', () => {
  const closed = new Set(held.cases.filter(({ status }) => status === 'A').map(({ id }) => id));
  const inside = held.entries.filter(({ caseId }) => closed.has(caseId));
  expect(inside.filter(({ status }) => status !== 'A' && status !== 'U')).toEqual([]);
  expect(inside.filter(isArrear).map(({ recordNumber }) => recordNumber)).toEqual([]);
});

test('an answered letter is cleared once its answer has gone out, and waits while the answer is a draft', () => {
  for (const { from, to, kind } of held.links.filter((link) => link.kind === 'answers')) {
    const answer = held.entries.find((row) => row.id === from);
    const question = held.entries.find((row) => row.id === to);
    const gone = ['E', 'J', 'A'].includes(answer?.status ?? '');
    expect(question?.clearance?.byEntry, `${kind} ${question?.recordNumber}`).toBe(gone ? from : undefined);
  }
});

test('screened entries tell by which law, and drafts to try cover what the dialog must meet', async () => {
  const screened = held.entries.filter(({ screening }) => screening);
  expect(screened.length).toBeGreaterThan(40);
  expect(screened.filter(({ screening }) => !screening?.legalBasis.startsWith('Offl. §'))).toEqual([]);
  const drafts = held.entries.filter(
    (row) => row.type === 'U' && ['R', 'F'].includes(row.status) && row.jobState === undefined,
  );
  expect(drafts.length).toBeGreaterThanOrEqual(6);
  expect(drafts.some(({ title }) => titleLength(title) > 80)).toBe(true);
  expect(drafts.some((row) => row.screening && row.nonSensitiveTitle === undefined)).toBe(true);
  const attachments = await Promise.all(drafts.map(({ id }) => training.archive.read.documentsOf(id)));
  const equal = attachments.filter(
    (papers) => new Set(papers.map(({ title }) => title)).size < papers.length,
  );
  expect(equal.length).toBe(1);
  const toFirms = await Promise.all(drafts.map(({ id }) => training.archive.read.partiesOf(id)));
  expect(toFirms.flat().some((party) => party.isFirm && party.contactPerson)).toBe(true);
});

test('every recipient of a draft has a sealed synthetic identity number, and nobody else has one', async () => {
  const { read } = training.archive;
  for (const row of held.entries) {
    const sealed = await read.sealedIdentitiesOf(row.id);
    const numbers = await Promise.all([...sealed.values()].map((bytes) => training.vault.open(bytes)));
    for (const number of numbers) expect(readIdentityNumber(number)).toMatchObject({ synthetic: true });
    const open = row.type === 'U' && ['R', 'F', 'G'].includes(row.status);
    if (!open) expect(numbers, row.recordNumber).toEqual([]);
  }
  const [tenancy] = held.entries.filter(({ title }) => title === 'Husleiekontrakt kommunal bolig');
  if (!tenancy) throw new Error('no tenancy contract');
  expect((await read.sealedIdentitiesOf(tenancy.id)).size).toBe(1);
});

describe('signing jobs', () => {
  test('the live ones are queued, merged and sealed, and wait for what the portal is told to do', async () => {
    const { liveJobs } = training.built;
    const acts = liveJobs.map(({ act }) => act).sort();
    expect(acts.filter((act) => act === 'sign-all').length).toBe(4);
    expect(acts.filter((act) => act === 'reject-first').length).toBe(1);
    expect(acts.filter((act) => act === 'leave-waiting' || act === 'sign-first').length).toBe(3);
    for (const { jobId, recordNumber } of liveJobs) {
      const job = await training.archive.read.findJob(jobId);
      expect(job).toMatchObject({ state: 'queued', entryId: entry(recordNumber).id });
      const sealed = await training.archive.read.sealedSigners(jobId);
      expect(sealed.size).toBe(job?.signers.length);
      const papers = await training.archive.read.documentsOf(entry(recordNumber).id);
      const pages = papers.reduce((sum, { objects }) => sum + (objects[0]?.pages ?? 0), 0);
      expect(job?.merged.pages).toBe(pages);
    }
  });

  test('those that ended are filed with a note, and their identity numbers are gone', async () => {
    const ended = held.jobs.filter(({ state }) => state === 'failed');
    expect(new Set(ended.map(({ failure }) => failure))).toEqual(
      new Set(['rejected', 'expired', 'cancelled', 'reserved']),
    );
    const waiting = await training.archive.read.unfiledAnswers();
    expect(waiting.length).toBe(1);
    for (const job of ended.filter(({ id }) => id !== waiting[0]?.jobId)) {
      const answer = await training.archive.read.findAnswerOf(job.id);
      const filed = held.entries.find(({ id }) => id === answer?.filedAs);
      expect(filed?.type).toBe('I');
      expect(held.links).toContainEqual({ from: filed?.id, to: job.entryId, kind: 'signing-answer' });
      expect((await training.archive.read.sealedSigners(job.id)).size).toBe(0);
    }
  });

  test('none pretends to be signed before the portal has signed it', () => {
    expect(held.jobs.filter(({ state }) => state === 'completed')).toEqual([]);
  });

  test('a person who was reserved before is known by the mark alone', async () => {
    const mark = await training.vault.fingerprint(present(training.ingredients.persons.kari?.number));
    expect(await training.archive.read.knownReach([mark])).toEqual(new Map([[mark, 'reserved']]));
  });
});

test('every basket that does not hang on the portal or on approval has something for somebody', async () => {
  const filled = new Set<string>();
  for (const user of await training.archive.read.users())
    for (const [basket, count] of await training.archive.read.basketCounts(
      await actorOf(training.archive.read, user, '2099-01-01'),
    ))
      if (count > 0) filled.add(basket);
  expect(filled).toEqual(
    new Set([
      'my-drafts',
      'arrears',
      'unregistered',
      'sending',
      'failed-dispatch',
      'refused',
      'undeliverable',
    ]),
  );
});

test('progress is told from the first page to the last', () => {
  const { progress } = training;
  expect(progress.map(({ done }) => done)).toEqual(progress.map((_, position) => position + 1));
  expect(progress.at(-1)?.done).toBe(progress.at(-1)?.total);
});

test('no identity number can be read in the archive file', () => {
  const numbers = Object.values(training.ingredients.persons).map(({ number }) => number);
  expect(numbers.length).toBeGreaterThan(5);
  expect(findNumbers([training.folder], numbers)).toEqual([]);
});
