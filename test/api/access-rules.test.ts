import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { accessRefusals } from '../../domain/access/may.ts';
import { startNodeChild } from '../../main/adapters/children/start-node-child.ts';
import { keyInMemory } from '../../main/adapters/vault/key-file-lock.ts';
import { accessRules } from '../../main/api/access-rules.ts';
import { type Application, createApplication } from '../../main/application/application.ts';
import { type LocalServer, startLocalServer } from '../../main/hosts/node/local-server.ts';
import { contract, type MethodName } from '../../preload/contract/contract.ts';
import { asks, expected, sees, seesHidden } from '../support/access/asks.ts';
import {
  type Asker,
  askers,
  foundPlace,
  hiddenWord,
  openWord,
  type Place,
  type Thing,
} from '../support/access/place.ts';
import { preferencesInMemory } from '../support/preferences-in-memory.ts';

const key = new Uint8Array(32).fill(7);
const folder = mkdtempSync(join(tmpdir(), 'segl-rett-'));
const faults: string[] = [];
let place: Place & { readonly stagedId: string };
let app: Application;
let server: LocalServer;
let base: string;
let cookie: string;
let events = '';

beforeAll(async () => {
  const founded = await foundPlace(join(folder, 'archive.db'), key);
  const log = (line: string) => void (/^fault/.test(line) && faults.push(line));
  app = await createApplication({
    startChild: startNodeChild,
    archiveFolder: folder,
    kind: 'training',
    vaultLock: keyInMemory(key),
    preferences: preferencesInMemory(),
    capabilities: { openExternal: false },
    version: '0.0.0',
    log,
    checkAnswers: true,
  });
  server = await startLocalServer({
    app,
    findPage: () => undefined,
    port: 0,
    secret: 'between-two-starts',
    language: () => 'nb',
    log,
  });
  base = `http://127.0.0.1:${server.port}`;
  const entered = await fetch(server.enterUrl(), { redirect: 'manual' });
  cookie = (entered.headers.get('set-cookie') ?? '').split(';')[0] ?? '';
  place = { ...founded, stagedId: await stage('no file that Segl takes in') };
  void followEvents();
});
afterAll(async () => {
  await server.close();
  await app.close();
  rmSync(folder, { recursive: true, force: true });
});

/** The stream as the window hears it, kept whole. */
async function followEvents(): Promise<void> {
  const stream = await fetch(`${base}/events`, { headers: { cookie } });
  const decoder = new TextDecoder();
  try {
    for await (const part of stream.body ?? []) events += decoder.decode(part);
  } catch {
    // The server is closed at the end.
  }
}

async function ask(name: string, input: unknown): Promise<string> {
  const reply = await fetch(`${base}/ask/${name}`, {
    method: 'POST',
    body: JSON.stringify(input),
    headers: { cookie, origin: base },
  });
  return reply.text();
}
async function stage(text: string): Promise<string> {
  const reply = await fetch(`${base}/stage`, {
    method: 'PUT',
    body: text,
    headers: { cookie, origin: base },
  });
  const { value }: { readonly value: { readonly stagedId: string } } = JSON.parse(await reply.text());
  return value.stagedId;
}
const be = (asker: Asker) => ask('session.switchUser', { userId: asker.id });

type Answer = {
  readonly ok: boolean;
  readonly value?: { readonly findings?: readonly { readonly code: string }[] };
  readonly refusal?: { readonly code: string; readonly findings?: readonly { readonly code: string }[] };
};
/** `let-in`, or by which rule not. What Segl itself did wrong is told as it is. */
function outcome(body: string): string {
  const answer: Answer = JSON.parse(body);
  const codes = [
    ...(answer.refusal ? [answer.refusal.code] : []),
    ...(answer.refusal?.findings ?? answer.value?.findings ?? []).map(({ code }) => code),
  ];
  const wrong = codes.find((code) => ['internal', 'invalid-input', 'unknown-method'].includes(code));
  return wrong ?? codes.find((code) => ['not-at-top', ...accessRefusals].includes(code)) ?? 'let-in';
}

/** In training nobody makes recovery keys, whoever asks. */
const neverInTraining = (name: string, said: string) =>
  said === 'let-in' && /^vault\.(make|confirm|test)/.test(name) ? 'not-allowed' : said;

const who = (asker: Asker, thing: Thing) =>
  `${asker.role ?? 'nobody'}${asker.atTop ? ' at the top' : asker.inUnit ? ' here' : ' elsewhere'}${asker.cleared ? ' cleared' : ''}${asker.grouped ? '' : ' not named'}${asker.owner ? ' owner' : ''} → ${thing.screened ? 'screened' : 'open'}`;

// No enum of ours names every method twice by chance: the tables are held to the contract by their types and by this.
const methods = Object.keys(contract) as MethodName[]; // Object.keys forgets which keys it came from.

test('every method lets in whom the rule lets in, refuses the rest by the rule, and tells nobody a hidden word', async () => {
  const wrong: string[] = [];
  for (const asker of askers) {
    await be(asker);
    for (const thing of place.things)
      for (const name of methods)
        for (const one of asks[name]) {
          const input = one.input(thing, place, asker);
          const body = await ask(name, input);
          const rule = neverInTraining(name, expected(asker, one, thing));
          if (outcome(body) !== rule)
            wrong.push(`${name} ${who(asker, thing)}: ${rule} by rule, ${outcome(body)} in fact`);
          if (!seesHidden(asker) && body.includes(hiddenWord))
            wrong.push(`${name} ${who(asker, thing)}: tells a hidden word`);
        }
  }
  expect(wrong).toEqual([]);
  expect(faults).toEqual([]);
}, 120_000);

test('what is not hidden from one is shown to one', async () => {
  for (const asker of askers) {
    await be(asker);
    for (const thing of place.things) {
      const body = await ask('entries.open', { entryId: thing.draftId });
      const word = thing.screened ? hiddenWord : openWord;
      expect(body.includes(word), who(asker, thing)).toBe(sees(asker, thing));
    }
  }
});

test('every file address serves those who see what is in it', async () => {
  const leader = askers.find((one) => one.role === 'leader' && one.inUnit && seesHidden(one));
  if (!leader) throw new Error('there is a leader');
  await be(leader);
  const previews = new Map<Thing, string>();
  const variants = new Map<Thing, string>();
  for (const thing of place.things) {
    const order = {
      recipients: [],
      message: '',
      deadlineDays: 30,
      agreedWithLeader: true,
      rightsConfirmed: false,
    };
    const body = await ask('dispatch.check', { entryId: thing.draftId, order });
    previews.set(thing, /"url":"([^"]+)"/.exec(body)?.[1] ?? '');
    const { draftId: entryId, documentId, objectId } = thing;
    const marks = { entryId, documentId, objectId, areas: [], gone: ['Side'] };
    const drawn = await ask('masking.draw', marks);
    variants.set(thing, /"url":"([^"]+)"/.exec(drawn)?.[1] ?? drawn);
  }
  const statusOf = async (path: string) => {
    const reply = await fetch(base + path, { headers: { cookie } });
    const bytes = new Uint8Array(await reply.arrayBuffer());
    return { status: reply.status, telling: Buffer.from(bytes).includes(hiddenWord) };
  };
  const wrong: string[] = [];
  for (const asker of askers) {
    await be(asker);
    for (const thing of place.things) {
      const reads = sees(asker, thing) ? 200 : 403;
      // The same roles register and dispatch.
      const mayWork =
        asker.owner ||
        (asker.inUnit && ['caseworker', 'leader', 'documentCentre'].includes(asker.role ?? ''));
      const works = mayWork && sees(asker, thing) ? 200 : 403;
      const addresses = [
        [`/files/object/${thing.objectId}`, reads],
        [`/files/job/${thing.jobId}`, reads],
        [`/files/received/${thing.doubtfulId}`, reads],
        [previews.get(thing) ?? '', works],
        [variants.get(thing) ?? '', works],
        ['/files/variant/x', 404],
        ['/files/object/x', 404],
      ] as const;
      for (const [path, status] of addresses) {
        const served = await statusOf(path);
        if (served.status !== status)
          wrong.push(`${path} ${who(asker, thing)}: ${status} by rule, ${served.status} in fact`);
        if (served.telling && !seesHidden(asker)) wrong.push(`${path} ${who(asker, thing)}: tells`);
      }
    }
  }
  expect(wrong).toEqual([]);
});

test('each who opened what is screened is in the log of looking, once, and nobody who saw nothing', async () => {
  const centre = askers.find(({ role, inUnit }) => role === 'documentCentre' && inUnit);
  if (!centre) throw new Error('there is a document centre');
  await be(centre);
  const screened = place.things.find((thing) => thing.screened);
  const body = await ask('looking.list', { caseId: screened?.caseId, kind: 'entry', offset: 0, limit: 500 });
  const { value }: { readonly value: { readonly rows: readonly { readonly userId: string }[] } } =
    JSON.parse(body);
  const lookers = value.rows.map(({ userId }) => userId).sort();
  expect(lookers).toEqual(
    askers
      .filter(seesHidden)
      .map(({ id }) => id)
      .sort(),
  );
  const open = place.things.find((thing) => !thing.screened);
  expect(await ask('looking.list', { caseId: open?.caseId, kind: 'entry', offset: 0, limit: 500 })).toContain(
    '"total":0',
  );
});

test('the stream of events tells no hidden word, and every rule of the program is for a method', () => {
  expect(events).not.toContain(hiddenWord);
  expect(Object.keys(accessRules).sort()).toEqual([...methods].sort());
});
