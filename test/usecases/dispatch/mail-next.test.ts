import { afterAll, beforeAll, expect, test } from 'vitest';
import type { EntryId } from '../../../domain/basics.ts';
import { freshTerms } from '../../../domain/dispatch-order.ts';
import { currentObject } from '../../../domain/documents.ts';
import type { MailingId } from '../../../domain/mailing.ts';
import { checkMailing } from '../../../main/usecases/dispatch/check-mailing.ts';
import { endMailing } from '../../../main/usecases/dispatch/end-mailing.ts';
import { mailNext } from '../../../main/usecases/dispatch/mail-next.ts';
import { openMailing } from '../../../main/usecases/dispatch/open-mailing.ts';
import { startMailing } from '../../../main/usecases/dispatch/start-mailing.ts';
import { amina, type Desk, ingrid, kari, must, olav, openDesk, restarted, rita } from '../../support/desk.ts';
import { openMemoryRoom } from '../../support/memory-signing.ts';
import { present } from '../../support/present.ts';
import type { SigningRoom } from '../../support/signing-room.ts';

let room: SigningRoom;
beforeAll(async () => {
  room = await openMemoryRoom();
});
afterAll(() => room.close());

const three = [ingrid, olav, amina].map((person, position) => ({ line: position + 1, ...person }));
const terms = { ...freshTerms, message: 'Les og signer, takk.', agreedWithLeader: true };

async function start(desk: Desk, entryId: EntryId, people = three): Promise<MailingId> {
  const check = must(await checkMailing(desk.needs)(kari, entryId, people, terms));
  const { sha256 } = present(check.merged);
  return must(await startMailing(desk.needs)(kari, entryId, people, terms, sha256));
}
async function runOut(desk: Desk, entryId: EntryId, id: MailingId): Promise<number> {
  for (let steps = 0; ; steps++) if (!must(await mailNext(desk.needs)(kari, entryId, id)).more) return steps;
}
const peopleOf = async (desk: Desk, entryId: EntryId) =>
  present(must(await openMailing(desk.needs)(kari, entryId)).mailings[0]);
/** Each entry of the case that goes to somebody, with its parties and its jobs. */
const made = async (desk: Desk, entryId: EntryId) => {
  const { caseId } = await desk.entry(entryId);
  const others = (await desk.entriesOf(caseId)).filter(({ id }) => id !== entryId);
  const rows = others.map(async ({ id }) => ({
    names: (await desk.read.partiesOf(id)).map(({ name }) => name),
    jobs: (await desk.read.jobsOf(id)).length,
    files: (await desk.read.documentsOf(id)).map((document) => currentObject(document)?.sha256),
  }));
  return (await Promise.all(rows)).sort((a, b) => String(a.names).localeCompare(String(b.names)));
};

test('each gets an entry of their own with the same files, and a job of their own that can be signed', async () => {
  const desk = await openDesk(room);
  const entryId = await desk.ready();
  const files = (await desk.read.documentsOf(entryId)).map((document) => currentObject(document)?.sha256);
  const id = await start(desk, entryId);
  expect(await made(desk, entryId)).toEqual([]);
  expect(await runOut(desk, entryId, id)).toBe(3);
  expect(await made(desk, entryId)).toEqual(
    [amina, ingrid, olav].map(({ name }) => ({ names: [name], jobs: 1, files })),
  );
  const { mailing, people } = await peopleOf(desk, entryId);
  expect(mailing.endedAt).toBeDefined();
  await desk.send();
  const first = present(people[0]?.entry);
  expect(await desk.read.linksOf(first.id)).toEqual([{ from: first.id, to: entryId, kind: 'one-of-many' }]);
  const [job] = await desk.read.jobsOf(first.id);
  await desk.act(present(job).id, ingrid, 'sign');
  await desk.receive();
  expect(await desk.answerOf(present(job).id)).toMatchObject({ outcome: 'completed', verified: true });
  expect((await desk.log(entryId)).map(({ code }) => code)).toContain('mailing-started');
});

test('one wrong line, and nothing at all is made or sent', async () => {
  const desk = await openDesk(room);
  const entryId = await desk.ready();
  const wrong = [...three, { line: 4, name: 'Feil', identityNumber: '14838511092' }];
  const check = must(await checkMailing(desk.needs)(kari, entryId, wrong, terms));
  const started = await startMailing(desk.needs)(kari, entryId, wrong, terms, present(check.merged).sha256);
  expect(started).toMatchObject({ refusal: { code: 'list-faulty' } });
  const unseen = 'a'.repeat(64) as never;
  expect(await startMailing(desk.needs)(kari, entryId, three, terms, unseen)).toMatchObject({
    refusal: { code: 'documents-changed' },
  });
  expect(await startMailing(desk.needs)(rita, entryId, three, terms, unseen)).toMatchObject({
    refusal: { code: 'not-allowed' },
  });
  expect(must(await openMailing(desk.needs)(kari, entryId)).mailings).toEqual([]);
  expect(await made(desk, entryId)).toEqual([]);
});

test('killed at any write it goes on where it was, and nobody gets two', async () => {
  const desk = await openDesk(room);
  const entryId = await desk.ready();
  const id = await start(desk, entryId);
  // Each round dies one write later than the one before, until a round comes through.
  for (let allowed = 0; ; allowed++) {
    let left = allowed;
    const archive = {
      ...desk.archive,
      change: <T>(work: Parameters<typeof desk.archive.change<T>>[0]) =>
        desk.archive.change((tx) => {
          const mortal = new Proxy(tx, {
            get: (target, name) => {
              const method: unknown = Reflect.get(target, name);
              if (typeof method !== 'function' || !/^(add|set|put|change|log|end)/.test(String(name)))
                return method;
              if (left-- <= 0) throw new Error('killed');
              return method;
            },
          });
          return work(mortal);
        }),
    };
    const outcome = await mailNext({ ...desk.needs, archive })(kari, entryId, id).catch(() => undefined);
    if (outcome && !must(outcome).more) break;
  }
  expect(await made(desk, entryId)).toMatchObject(
    [amina, ingrid, olav].map(({ name }) => ({ names: [name], jobs: 1 })),
  );
});

test('two windows at once, and a restart in between: nobody gets two', async () => {
  const desk = await openDesk(room);
  const entryId = await desk.ready();
  const id = await start(desk, entryId);
  const both = await Promise.all([0, 1].map(() => mailNext(desk.needs)(kari, entryId, id)));
  expect(both.map(({ ok }) => ok)).toEqual([true, true]);
  const later = await restarted(desk);
  await runOut(later, entryId, id);
  expect(await made(later, entryId)).toMatchObject(
    [amina, ingrid, olav].map(({ name }) => ({ names: [name], jobs: 1 })),
  );
});

test('stopped and given up: those who are left get nothing, and their numbers are gone', async () => {
  const desk = await openDesk(room);
  const entryId = await desk.ready();
  const id = await start(desk, entryId);
  must(await mailNext(desk.needs)(kari, entryId, id));
  expect(await desk.read.sealedNumberOf(id, 0)).toBeUndefined();
  expect(await desk.read.sealedNumberOf(id, 1)).toBeDefined();
  const { sha256 } = present(must(await checkMailing(desk.needs)(kari, entryId, three, terms)).merged);
  expect(await startMailing(desk.needs)(kari, entryId, three, terms, sha256)).toMatchObject({
    refusal: { code: 'mailing-open' },
  });
  must(await endMailing(desk.needs)(kari, entryId, id));
  expect(await desk.read.sealedNumberOf(id, 1)).toBeUndefined();
  expect(must(await mailNext(desk.needs)(kari, entryId, id))).toEqual({ more: false });
  expect(await made(desk, entryId)).toHaveLength(1);
  await start(desk, entryId);
});

test('what has become impossible since stops it before the next person, and says why', async () => {
  const desk = await openDesk(room);
  const entryId = await desk.ready();
  const id = await start(desk, entryId);
  must(await mailNext(desk.needs)(kari, entryId, id));
  expect(await mailNext(desk.needs)(rita, entryId, id)).toMatchObject({ refusal: { code: 'not-allowed' } });
  expect(await made(desk, entryId)).toHaveLength(1);
});
