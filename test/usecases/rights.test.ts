import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Actor } from '../../domain/access/actor.ts';
import {
  type CalendarDate,
  type CaseId,
  type DocumentId,
  type EntryId,
  type PartyId,
  toId,
} from '../../domain/basics.ts';
import type { User } from '../../domain/roles.ts';
import { changePolicy } from '../../main/usecases/administration/change-policy.ts';
import { addUser, changeUser } from '../../main/usecases/administration/change-users.ts';
import { chooseUser } from '../../main/usecases/administration/choose-user.ts';
import { changeCase } from '../../main/usecases/cases/change-case.ts';
import { closeCase } from '../../main/usecases/cases/close-case.ts';
import { createCase } from '../../main/usecases/cases/create-case.ts';
import { reopenCase } from '../../main/usecases/cases/reopen-case.ts';
import { keepDraft, prepareDispatch } from '../../main/usecases/dispatch/prepare-dispatch.ts';
import { resolveOrder } from '../../main/usecases/dispatch/resolve-order.ts';
import { revealRecipient } from '../../main/usecases/dispatch/reveal-recipient.ts';
import { addDocument } from '../../main/usecases/documents/add-document.ts';
import {
  orderDocuments,
  removeDocument,
  renameDocument,
} from '../../main/usecases/documents/arrange-documents.ts';
import { replaceDocument } from '../../main/usecases/documents/replace-document.ts';
import { changeEntry } from '../../main/usecases/entries/change-entry.ts';
import { changeStatus } from '../../main/usecases/entries/change-status.ts';
import { clearArrear } from '../../main/usecases/entries/clear-arrear.ts';
import { createEntry } from '../../main/usecases/entries/create-entry.ts';
import { deleteEntry } from '../../main/usecases/entries/delete-entry.ts';
import { revealIdentity } from '../../main/usecases/entries/reveal-identity.ts';
import { setParties } from '../../main/usecases/entries/set-parties.ts';
import { cancelSigning, declareUnsent, retrySending } from '../../main/usecases/signing/manage-job.ts';
import { makePdf } from '../adapters/pdf/make-pdf.ts';
import { actorIn, actorOf } from '../support/actor.ts';
import { classes, type Desk, ingrid, kari, must, odd, openDesk, rita, stopsOf } from '../support/desk.ts';
import { openMemoryRoom } from '../support/memory-signing.ts';
import type { SigningRoom } from '../support/signing-room.ts';
import { unit } from '../support/units.ts';

let room: SigningRoom;
beforeAll(async () => {
  room = await openMemoryRoom();
});
afterAll(() => room.close());

type Place = {
  readonly needs: Desk['needs'];
  readonly desk: Desk;
  readonly caseId: CaseId;
  readonly entryId: EntryId;
  readonly revision: number;
  readonly documentId: DocumentId;
  readonly partyId: PartyId;
};
type Act = (place: Place, user: Actor) => Promise<unknown>;
const pdf = async () => ({ bytes: await makePdf(['Side']), fileName: 'ny.pdf' });

const acts: Readonly<Record<string, Act>> = {
  'create a case': ({ needs }, user) =>
    createCase(needs)(user, {
      title: 'Ny sak',
      classId: classes.leaf,
      ownerId: kari.id,
      adminUnit: unit('Personal'),
    }),
  'change a case': ({ needs, caseId }, user) =>
    changeCase(needs)(user, caseId, {
      title: 'Annen tittel',
      classId: classes.leaf,
      ownerId: kari.id,
      adminUnit: unit('Personal'),
    }),
  'create an entry': ({ needs, caseId }, user) =>
    createEntry(needs)(user, { caseId, type: 'U', title: 'Brev', parties: [] }),
  'change an entry': ({ needs, entryId, revision }, user) =>
    changeEntry(needs)(user, entryId, revision, { title: 'Annen tittel' }),
  'change who an entry is to': ({ needs, entryId, revision }, user) =>
    setParties(needs)(user, entryId, revision, []),
  'finish an entry': ({ needs, entryId, revision }, user) =>
    changeStatus(needs)(user, entryId, revision, 'F'),
  'delete an entry': ({ needs, entryId }, user) => deleteEntry(needs)(user, entryId),
  'see an identity number': ({ needs, entryId, partyId }, user) =>
    revealIdentity(needs)(user, entryId, partyId, { ground: 'register', words: '' }),
  'see a recipient’s identity number': ({ needs, entryId, partyId }, user) =>
    revealRecipient(needs)(user, entryId, { from: 'party', id: partyId }, { ground: 'register', words: '' }),
  'add a document': async ({ needs, entryId }, user) => addDocument(needs)(user, entryId, await pdf()),
  'replace a document': async ({ needs, entryId, documentId }, user) =>
    replaceDocument(needs)(user, entryId, documentId, await pdf()),
  'rename a document': ({ needs, entryId, documentId }, user) =>
    renameDocument(needs)(user, entryId, documentId, 'Nytt navn'),
  'remove a document': ({ needs, entryId, documentId }, user) =>
    removeDocument(needs)(user, entryId, documentId),
  'order documents': ({ needs, entryId, documentId }, user) =>
    orderDocuments(needs)(user, entryId, [documentId]),
  'open the dispatch dialog': ({ needs, entryId }, user) => prepareDispatch(needs)(user, entryId),
  'keep a draft of a dispatch': ({ needs, desk, entryId }, user) =>
    keepDraft(needs)(user, entryId, desk.order()),
};

/** What only the document centre may, and a caseworker may not either. */
const centreActs: Readonly<Record<string, Act>> = {
  'close a case': ({ needs, caseId }, user) => closeCase(needs)(user, caseId, false),
  'reopen a case': ({ needs, caseId }, user) => reopenCase(needs)(user, caseId, 'Feil'),
  'change the policy': async ({ needs, desk }, user) => changePolicy(needs)(user, await desk.read.policy()),
  'add a user': ({ needs }, user) =>
    addUser(needs)(user, { name: 'Ny', initials: 'N', adminUnit: unit('Personal'), roles: ['reader'] }),
  'change a user': ({ needs }, user) =>
    changeUser(needs)(user, rita.id, {
      name: 'Rita',
      initials: 'R',
      adminUnit: unit('X'),
      roles: ['documentCentre'],
    }),
};

async function openPlace(): Promise<Place> {
  const desk = await openDesk(room);
  const caseId = await desk.newCase();
  const entryId = await desk.ready({ caseId, draft: true });
  const [document] = await desk.read.documentsOf(entryId);
  const [party] = await desk.read.partiesOf(entryId);
  if (!document || !party) throw new Error('the entry has a document and a party');
  const { revision } = await desk.entry(entryId);
  return { needs: desk.needs, desk, caseId, entryId, revision, documentId: document.id, partyId: party.id };
}
const refused = { ok: false, refusal: expect.objectContaining({ code: 'not-allowed' }) };

test('a reader may read and nothing else, whoever asks on their behalf', async () => {
  const place = await openPlace();
  const before = await place.desk.log(place.entryId);
  for (const [name, act] of Object.entries({ ...acts, ...centreActs }))
    expect(await act(place, rita), name).toEqual(refused);
  expect(await place.desk.log(place.entryId)).toEqual(before);
});

test('what a reader may not, a caseworker may: the refusal is the role’s and not the act’s', async () => {
  for (const [name, act] of Object.entries(acts))
    expect(await act(await openPlace(), kari), name).toMatchObject({ ok: true });
});

test('a caseworker closes no case, reopens none, and administers nothing', async () => {
  const place = await openPlace();
  for (const [name, act] of Object.entries(centreActs)) expect(await act(place, kari), name).toEqual(refused);
});

test('a reader dispatches nothing, and no number is opened for one', async () => {
  const { needs, desk, entryId } = await openPlace();
  must(await desk.toStatus(entryId, 'F'));
  expect(stopsOf(await desk.expedite(entryId, desk.order(), rita))).toContain('not-allowed');
  const { order } = must(await prepareDispatch(needs)(kari, entryId));
  expect((await resolveOrder(needs)(kari, entryId, order)).recipients).toMatchObject([
    { identityNumber: ingrid.identityNumber },
  ]);
  expect((await resolveOrder(needs)(rita, entryId, order)).recipients).toMatchObject([
    { identityNumber: '' },
  ]);
});

test('a reader cancels, retries and writes off no job', async () => {
  const { needs, desk, entryId } = await openPlace();
  must(await desk.toStatus(entryId, 'F'));
  const job = await desk.sent(entryId);
  expect(await cancelSigning(needs)(rita, job.id, 'Feil mottaker')).toEqual(refused);
  expect(await retrySending(needs)(rita, job.id)).toEqual(refused);
  expect(await declareUnsent(needs)(rita, job.id)).toEqual(refused);
});

test('a reader answers no incoming letter', async () => {
  const { needs, desk, caseId } = await openPlace();
  const incoming = await desk.newEntry(caseId, { type: 'I', parties: [] }, odd);
  expect(await clearArrear(needs)(rita, incoming, 'BU')).toEqual(refused);
});

const allActs = { ...acts, ...centreActs };
/** The codes with which these acts are refused; an act that is let in has none. */
async function refusals(place: Place, actor: Actor, which = Object.keys(acts)): Promise<readonly string[]> {
  const said: string[] = [];
  for (const name of which) {
    const answer = await allActs[name]?.(place, actor);
    if (typeof answer === 'object' && answer !== null && 'refusal' in answer)
      said.push(String(Reflect.get(Object(answer.refusal), 'code')));
  }
  return said;
}

test('a caseworker or leader of another unit does nothing to an entry, and is told that it is the unit', async () => {
  const place = await openPlace();
  for (const role of ['caseworker', 'leader'] as const)
    expect(new Set(await refusals(place, actorIn('Skole', [role])))).toEqual(new Set(['other-unit']));
  const approving = changeStatus(place.needs)(
    actorIn('Skole', ['leader']),
    place.entryId,
    place.revision,
    'G',
  );
  expect(await approving).toMatchObject({ refusal: { code: 'other-unit' } });
});

test('one who is in no unit is told so, and one who is in two works in both', async () => {
  const place = await openPlace();
  expect(new Set(await refusals(place, actorIn('Personal', [])))).toEqual(new Set(['no-unit']));
  const both = {
    grants: [{ role: 'caseworker' as const, units: [unit('Skole'), unit('Personal')], atTop: false }],
  };
  const rename = ['rename a document', 'open the dispatch dialog'];
  expect(await refusals(place, actorIn('Skole', ['caseworker'], both), rename)).toEqual([]);
});

test('one who is moved during work keeps what is theirs, and is refused the rest with what they typed kept', async () => {
  const { needs, desk, entryId } = await openPlace();
  const neighbour = actorIn('Personal', ['caseworker']);
  must(await keepDraft(needs)(neighbour, entryId, { ...desk.order(), message: 'Halvferdig' }));
  const moved = { ...neighbour, access: actorIn('Skole', ['caseworker']).access };
  const late = { ...desk.order(), message: 'For sent' };
  expect(await keepDraft(needs)(moved, entryId, late)).toMatchObject({ refusal: { code: 'other-unit' } });
  expect(must(await prepareDispatch(needs)(kari, entryId)).order.message).toBe('Halvferdig');
  const owner = { ...kari, access: actorIn('Skole', ['caseworker']).access };
  expect(must(await prepareDispatch(needs)(owner, entryId)).order.message).toBe('Halvferdig');
});

test('a deputy acts for the other until the last day; the log names both, and what is queued is sent all the same', async () => {
  const { needs, desk, entryId } = await openPlace();
  const vikar = actorIn('Skole', []);
  await desk.archive.change(async (tx) => {
    await tx.addUser({ ...vikar, adminUnit: unit('Personal'), roles: ['reader'] });
    await tx.setRights({ userId: vikar.id, roles: [], clearances: [] });
    const days = { from: '2099-06-01', to: '2099-06-30' } as const;
    await tx.putDeputyship({
      id: toId(randomUUID()),
      deputy: vikar.id,
      deputyOf: kari.id,
      ...days,
      withClearances: false,
    });
  });
  const on = async (day: CalendarDate): Promise<Actor> => ({
    ...(await actorOf(desk.read, vikar, day)),
    principals: [kari],
  });
  must(await desk.toStatus(entryId, 'F', await on('2099-06-30')));
  const [row] = await desk.log(entryId);
  expect(row?.by).toBe(`${vikar.name} for ${kari.name}`);
  const jobId = must(await desk.expedite(entryId, desk.order(), await on('2099-06-30')));
  const after = await on('2099-07-01');
  expect(await cancelSigning(needs)(after, jobId, 'Feil mottaker')).toMatchObject({
    refusal: { code: 'no-unit' },
  });
  await desk.send();
  expect(await desk.job(jobId)).toMatchObject({
    state: 'inProgress',
    orderedBy: `${vikar.name} for ${kari.name}`,
  });
});

test('in production one says once who one is; in training as often as one likes', async () => {
  const { needs } = await openPlace();
  const production = { ...needs, training: false };
  expect(await chooseUser(production)(undefined, kari.id)).toMatchObject({ ok: true });
  expect(await chooseUser(production)(kari, odd.id)).toEqual(refused);
  expect(await chooseUser(needs)(kari, odd.id)).toMatchObject({ ok: true });
  expect(await chooseUser(needs)(kari, 'nobody' as User['id'])).toMatchObject({
    refusal: { code: 'not-found' },
  });
});
