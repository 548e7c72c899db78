import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Actor } from '../../domain/access/actor.ts';
import { type ClassId, type Id, toId, type UserId } from '../../domain/basics.ts';
import { basketIds } from '../../domain/baskets.ts';
import type { Screening } from '../../domain/screening.ts';
import { screeningFlaws } from '../../domain/screening.ts';
import { startNodeChild } from '../../main/adapters/children/start-node-child.ts';
import { openArchiveStore } from '../../main/adapters/store/open-archive-store.ts';
import { keyInMemory } from '../../main/adapters/vault/key-file-lock.ts';
import { openIdentityVault } from '../../main/adapters/vault/open-identity-vault.ts';
import { type Application, createApplication } from '../../main/application/application.ts';
import type { ArchiveStore } from '../../main/ports/archive-store.ts';
import { FileWithheld } from '../../main/ports/file-withheld.ts';
import { contract, type InputOf, type MethodName } from '../../preload/contract/contract.ts';
import { id } from '../adapters/store/support/sample.ts';
import { order } from '../support/application-door.ts';
import { preferencesInMemory } from '../support/preferences-in-memory.ts';
import { addUnits, unit } from '../support/units.ts';
import { type Handles, putSecrets, type SecretPlan, type SecretThing } from './support/secret-archive.ts';

const vaultKey = new Uint8Array(32).fill(7);
const folder = mkdtempSync(join(tmpdir(), 'segl-skjermet-'));
let app: Application;
let store: ArchiveStore;
let classId: ClassId;

/** Everybody who asks, by what they have; all belong to the unit A. */
const people = {
  reader: [['reader', 'A']],
  stranger: [['caseworker', 'B']],
  leader: [['leader', 'B']],
  centre: [['documentCentre', 'A']],
  systemOwner: [['systemOwner', 'A']],
  owner: [['caseworker', 'A']],
  deputy: [['caseworker', 'B']],
  cleared: [['caseworker', 'A']],
  member: [['caseworker', 'A']],
  uncleared: [['caseworker', 'A']],
} as const;
type Person = keyof typeof people;
const userIds = new Map<Person, UserId>(Object.keys(people).map((name) => [name as Person, id<'user'>()]));
const idOf = (person: Person): UserId => userIds.get(person) ?? toId('');

beforeAll(async () => {
  app = await createApplication({
    startChild: startNodeChild,
    archiveFolder: folder,
    kind: 'training',
    vaultLock: keyInMemory(vaultKey),
    preferences: preferencesInMemory(),
    capabilities: { openExternal: false },
    version: '0.0.0',
    log: () => {},
    withoutSampleCases: true,
    checkAnswers: true,
  });
  store = await openArchiveStore(join(folder, 'archive.db'));
  await store.change(async (tx) => {
    await addUnits(tx, 'A', 'B');
    for (const [name, roles] of Object.entries(people)) {
      const userId = idOf(name as Person);
      await tx.addUser({
        id: userId,
        name,
        initials: 'X',
        adminUnit: unit('A'),
        roles: roles.map(([role]) => role),
      });
      await tx.setRights({
        userId,
        roles: roles.map(([role, where]) => ({ role, unit: unit(where), from: '2020-01-01' })),
        clearances:
          name === 'cleared' || name === 'member'
            ? [{ accessCode: toId('UO'), unit: unit('A'), from: '2020-01-01' }]
            : [],
      });
    }
    await tx.putAccessGroup({ id: toId('g'), name: 'Gruppe', members: [idOf('member'), idOf('uncleared')] });
    await tx.putDeputyship({
      id: toId('d'),
      deputy: idOf('deputy'),
      deputyOf: idOf('owner'),
      from: '2020-01-01',
      to: '2099-01-01',
      withClearances: false,
    });
    classId = (await tx.classes()).find(({ hasChildren }) => !hasChildren)?.id ?? toId('');
  });
});
afterAll(async () => {
  await store.close();
  await app.close();
  rmSync(folder, { recursive: true, force: true });
});

type Inputs = { readonly [M in MethodName]?: readonly InputOf<M>[] };
const window = { offset: 0, limit: 500 };

/** Every method that reads, asked with everything there is to ask it for. */
const reads = (made: readonly Handles[], words: readonly string[]) => {
  const entries = made.flatMap(({ entryIds }) => entryIds.map((entryId) => ({ entryId })));
  const cases = made.map(({ caseId }) => ({ caseId }));
  const search = { statuses: [], mine: false, orderBy: 'title', ...window } as const;
  const one = [{}];
  return {
    'access.read': one,
    'access.log': [window],
    'access.bearers': [{ of: { accessCode: 'UO' }, ...window }],
    'access.rights': one,
    'access.deputies': one,
    'access.explain': made.flatMap(({ numbers }) => numbers.map((number) => ({ number }))),
    'access.defaults': one,
    'access.review': one,
    'users.list': one,
    'service.read': one,
    'bin.list': one,
    'looking.list': [window],
    'ownership.planned': one,
    'screenings.counts': one,
    'screenings.list': screeningFlaws.map((flaw) => ({ flaw, limit: 500 })),
    'cases.search': [{ ...search, text: '' }],
    'cases.open': cases,
    'cases.entries': [
      ...cases.map((file) => ({ ...file, text: '', ...window })),
      ...cases.flatMap((file) => words.map((text) => ({ ...file, text, ...window }))),
    ],
    'cases.log': cases.map((file) => ({ ...file, ...window })),
    'cases.classes': one,
    'entries.open': entries,
    'entries.log': entries.map((entry) => ({ ...entry, ...window })),
    'dispatch.prepare': entries,
    'dispatch.weigh': entries,
    'dispatch.check': entries.map((entry) => ({ ...entry, order: order() })),
    'mailing.open': entries,
    'mailing.check': entries.map((entry) => ({ ...entry, people: [], terms: order() })),
    'signing.checkDeadline': [{ jobIds: made.map(({ jobId }) => jobId), deadlineDays: 14 }],
    'masking.read': made.flatMap(({ entryIds, documentId }) =>
      entryIds.map((entryId) => ({ entryId, documentId })),
    ),
    'masking.progress': made.flatMap(({ entryIds, documentId }) =>
      entryIds.map((entryId) => ({ entryId, documentId })),
    ),
    'shrinking.progress': made.map(({ documentId }) => ({ documentId })),
    'parties.mismatches': [window],
    'restoration.read': one,
    'session.open': one,
    'desk.baskets': one,
    'desk.notices': one,
    'desk.basket': basketIds.map((basket) => ({ id: basket, ...window })),
    'desk.goTo': made.flatMap(({ numbers }) => numbers.map((number) => ({ number }))),
    'policy.read': one,
    'signatures.lists': one,
    'signatures.controls': made.flatMap(({ entryIds, documentId }) =>
      entryIds.map((entryId) => ({ entryId, documentId })),
    ),
    'signatures.controlFiled': made.flatMap(({ entryIds, documentId }) =>
      entryIds.map((entryId) => ({ entryId, documentId })),
    ),
    'timeStamps.read': one,
    'vault.read': one,
  } satisfies Inputs;
};

/** Those that change something, or show one number on demand; what they let whom do is for another test. */
const changes =
  /^(access\.(add|change|close|repeal|put|set|end|merge|rename|accept|finish)|archive\.|users\.(add|change)|service\.(change|test)|cases\.(create|change|close|reopen)|dispatch\.(revealIdentity|sendAgain|keepDraft|settleParty|expedite)|signing\.|mailing\.(start|next|end)|answers\.|entries\.(create|change|set|screen|delete|clear|revealIdentity)|documents\.|masking\.(draw|save)|shrinking\.(make|cancel|accept)|signatures\.(control|settle|renew)$|timeStamps\.(change|test)|bin\.(restore|empty)|ownership\.(takeOver|planTakeOver|withdrawTakeOver)|screenings\.settle|parties\.(correct|leave)|restoration\.(file|acknowledge|dismiss|reopen)|session\.(switch|set)|policy\.change|vault\.(make|confirm|test|try|recover|start))/;

test('every method of the contract is asked here, or changes something', () => {
  const asked = Object.keys(reads([], []));
  const rest = Object.keys(contract).filter((name) => !asked.includes(name));
  expect(rest.filter((name) => !changes.test(name))).toEqual([]);
});

async function fileBytes(path: string): Promise<string> {
  try {
    const file = await app.serveFile(path);
    return file ? `${file.fileName} ${new TextDecoder('latin1').decode(file.bytes)}` : '';
  } catch (fault) {
    if (fault instanceof FileWithheld) return '';
    throw fault;
  }
}

const addresses = new Set<string>();

/** Every byte that comes back to one person who asks everything. */
async function askEverything(
  made: readonly Handles[],
  words: readonly string[],
): Promise<readonly (readonly [where: string, said: string])[]> {
  const heard: (readonly [string, string])[] = [];
  const read = async (kind: string, of: string) =>
    void heard.push([kind, await fileBytes(`/files/${kind}/${of}`)]);
  for (const [name, inputs] of Object.entries(reads(made, words)))
    for (const input of inputs) heard.push([name, JSON.stringify(await app.ask(name, input))]);
  // Whatever address a view carries, to this person or to one before.
  for (const [, said] of heard)
    for (const [path] of said.matchAll(/\/files\/[\w-]+\/[\w-]+/g)) addresses.add(path);
  for (const path of addresses) heard.push([path, await fileBytes(path)]);
  for (const { objectIds, jobId } of made) {
    for (const object of objectIds) await read('object', object);
    await read('job', jobId);
    await read('received', jobId);
    await read('kept', jobId);
  }
  return heard;
}

const screening: fc.Arbitrary<Screening | undefined> = fc.option(
  fc
    .record({
      hidesTitle: fc.boolean(),
      hidesParties: fc.boolean(),
      hidesDocuments: fc.boolean(),
      grouped: fc.boolean(),
    })
    .map(({ grouped, ...hides }) => ({
      accessCode: toId('UO'),
      legalBasis: 'Offl. § 13 jf. fvl. § 13',
      ...(grouped && { accessGroup: toId('g') as Id<'access-group'> }),
      ...hides,
    })),
  { nil: undefined, freq: 6 },
);
const thing: fc.Arbitrary<SecretThing> = fc.record({
  unit: fc.constantFrom(unit('A'), unit('B')),
  owner: fc.constantFrom(idOf('owner'), idOf('centre')),
  screening,
});
const plan: fc.Arbitrary<SecretPlan> = fc.record({
  ofCase: thing,
  ofEntry: thing,
  screensOneParty: fc.boolean(),
  screensOneDocument: fc.boolean(),
  job: fc.constantFrom('queued', 'inProgress', 'doubtful', 'completed', 'failed', 'sendFailed'),
});

const runs = 6;

test('whoever asks everything gets no word that is hidden from them, and every word that is not', async () => {
  const vault = openIdentityVault(vaultKey);
  const shown = new Map<string, number>();
  await fc.assert(
    fc.asyncProperty(fc.array(plan, { minLength: 1, maxLength: 2 }), async (plans) => {
      const made = await Promise.all(
        plans.map((one) => store.change((tx) => putSecrets(tx, classId, one, (text) => vault.seal(text)))),
      );
      const secrets = made.flatMap((one) => one.secrets);
      for (const person of userIds.keys()) {
        await app.ask('session.switchUser', { userId: idOf(person) });
        const actor = await actorOf(person);
        const hidden = secrets.filter(({ seenBy }) => !seenBy(actor));
        const words = hidden.map(({ word }) => word);
        const heard = await askEverything(made, words);
        const leaks = heard.flatMap(([where, said]) =>
          hidden.flatMap(({ word, of }) => (said.includes(word) ? [`${of} in ${where} for ${person}`] : [])),
        );
        expect([...new Set(leaks)]).toEqual([]);
        for (const { word } of secrets.filter(({ of }) => of === 'binned entry')) {
          const outside = heard.filter(([where, said]) => where !== 'bin.list' && said.includes(word));
          expect(outside.map(([where]) => where)).toEqual([]);
        }
        for (const text of words) expect(await totalOf(text), `${person} finds ${text}`).toBe(0);
        const all = heard.map(([, said]) => said).join();
        for (const { word, of } of secrets) if (all.includes(word)) shown.set(of, (shown.get(of) ?? 0) + 1);
      }
    }),
    { numRuns: runs },
  );
  // A test that asks for nothing finds nothing: each kind of word was shown to somebody who may see it.
  expect([...shown.keys()].sort()).toEqual([
    'binned entry',
    'case title',
    'document',
    'free text',
    'party',
    'title',
  ]);
}, 300_000);

async function totalOf(text: string): Promise<number> {
  const reply = await app.ask('cases.search', {
    text,
    statuses: [],
    mine: false,
    orderBy: 'number',
    ...window,
  });
  return reply.ok ? (reply.value as { readonly total: number }).total : Number.NaN;
}

async function actorOf(person: Person): Promise<Actor> {
  const user = (await store.read.users()).find(({ id: one }) => one === idOf(person));
  if (!user) throw new Error(`nobody is called ${person}`);
  return { ...user, access: await store.read.accessOf(user.id, '2026-11-21') };
}
