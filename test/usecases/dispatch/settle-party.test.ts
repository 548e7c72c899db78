import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type EntryId, toId } from '../../../domain/basics.ts';
import { prepareDispatch } from '../../../main/usecases/dispatch/prepare-dispatch.ts';
import { settleParty } from '../../../main/usecases/dispatch/settle-party.ts';
import { setParties } from '../../../main/usecases/entries/set-parties.ts';
import {
  amina,
  type Desk,
  fieldRows,
  ingrid,
  kari,
  must,
  olav,
  openDesk,
  rita,
  stopsOf,
} from '../../support/desk.ts';
import { openMemoryRoom } from '../../support/memory-signing.ts';
import type { SigningRoom } from '../../support/signing-room.ts';

let room: SigningRoom;
beforeAll(async () => {
  room = await openMemoryRoom();
});
afterAll(() => room.close());

const firm = { name: 'Prøvefirma AS', organisationNumber: '974760673' };
const prepared = async (desk: Desk, entryId: EntryId) =>
  must(await prepareDispatch(desk.needs)(kari, entryId)).order.recipients;
const named = async (desk: Desk, entryId: EntryId) =>
  (await desk.read.partiesOf(entryId)).map(({ kind, name, contactPerson }) => ({
    kind,
    name,
    ...(contactPerson && { contactPerson }),
  }));
const partyRows = async (desk: Desk, entryId: EntryId) =>
  fieldRows(await desk.log(entryId))
    .filter(({ field }) => field === 'korrespondansepartNavn')
    .map(({ before, after }) => [before, after])
    .sort();

describe('the parties of an entry that is dispatched', () => {
  test('are those it is sent to, in the order they sign, whoever was added in the dialog', async () => {
    const desk = await openDesk(room);
    const entryId = await desk.ready();
    const [own] = await desk.read.partiesOf(entryId);
    const order = desk.order([
      { ...ingrid, partyId: own?.id },
      { ...olav, group: 1 },
      { ...amina, group: 2, onBehalfOf: firm },
    ]);
    const job = await desk.job(must(await desk.expedite(entryId, order)));
    expect(await named(desk, entryId)).toEqual([
      { kind: 'EM', name: ingrid.name },
      { kind: 'EM', name: olav.name },
      { kind: 'EM', name: firm.name, contactPerson: amina.name },
    ]);
    const parties = await desk.read.partiesOf(entryId);
    expect(job.signers.map(({ partyId }) => partyId)).toEqual(parties.map(({ id }) => id));
    expect(parties[2]).toMatchObject({ isFirm: true, organisationNumber: firm.organisationNumber });
    expect(await partyRows(desk, entryId)).toEqual([
      ['(tom)', `EM ${olav.name}`],
      ['(tom)', `EM ${firm.name} (${firm.organisationNumber}) v/ ${amina.name}`],
    ]);
  });

  test('hold the numbers that were sent to, each with its own party', async () => {
    const desk = await openDesk(room);
    const entryId = await desk.ready();
    must(await desk.expedite(entryId, desk.order([olav, ingrid])));
    const sealed = await desk.read.sealedIdentitiesOf(entryId);
    const numbers = await Promise.all(
      (await desk.read.partiesOf(entryId)).map(async ({ id, name }) => {
        const kept = sealed.get(id);
        return { name, identityNumber: kept && (await desk.needs.vault.open(kept)) };
      }),
    );
    expect(numbers).toEqual([olav, ingrid]);
  });

  test('are found again by the words of the search', async () => {
    const desk = await openDesk(room);
    const entryId = await desk.ready();
    must(await desk.expedite(entryId, desk.order([ingrid, olav])));
    const { caseId } = await desk.entry(entryId);
    const found = await desk.read.findEntriesOf(caseId, kari, { text: 'Fjellprøve', offset: 0, limit: 10 });
    expect(found.rows.map(({ id }) => id)).toEqual([entryId]);
  });

  test('keep their mark of screening and what else is known of them', async () => {
    const desk = await openDesk(room);
    const entryId = await desk.ready({
      parties: [
        {
          kind: 'EM',
          isFirm: false,
          ...ingrid,
          email: 'ingrid@example.no',
          address: 'Prøveveien 1',
          isScreened: true,
        },
      ],
    });
    const [own] = await desk.read.partiesOf(entryId);
    must(await desk.expedite(entryId, desk.order([{ ...ingrid, name: 'Ingrid S. Testvik' }, olav])));
    expect(await desk.read.partiesOf(entryId)).toEqual([
      { ...own, name: 'Ingrid S. Testvik' },
      expect.objectContaining({ name: olav.name }),
    ]);
    expect(await partyRows(desk, entryId)).toContainEqual([`EM ${ingrid.name}`, 'EM Ingrid S. Testvik']);
  });

  test('who is not sent to stops it: he is neither dropped nor left to be named as a recipient', async () => {
    const desk = await openDesk(room);
    const entryId = await desk.ready();
    const [own] = await desk.read.partiesOf(entryId);
    // Typed over: the party's id is still there, but the person is another.
    const order = desk.order([{ ...olav, partyId: own?.id }]);
    const outcome = await desk.expedite(entryId, order);
    expect(stopsOf(outcome)).toEqual(['party-not-sent-to']);
    expect(!outcome.ok && outcome.findings).toContainEqual({
      code: 'party-not-sent-to',
      facts: { party: own?.id, name: ingrid.name },
      severity: 'stop',
      field: 'recipients',
    });
    expect(await named(desk, entryId)).toEqual([{ kind: 'EM', name: ingrid.name }]);
    expect(await desk.read.jobsOf(entryId)).toEqual([]);
  });

  test('who is not sent to is taken away or made a copy with one word, and the log says so', async () => {
    const desk = await openDesk(room);
    const entryId = await desk.ready({
      parties: [ingrid, olav, amina].map((person) => ({ kind: 'EM', isFirm: false, ...person })),
    });
    const [first, , third] = await desk.read.partiesOf(entryId);
    const settle = settleParty(desk.needs);
    must(await settle(kari, entryId, first?.id ?? toId(''), 'removed'));
    must(await settle(kari, entryId, third?.id ?? toId(''), 'copy'));
    // Another window has said the same.
    must(await settle(kari, entryId, third?.id ?? toId(''), 'copy'));
    expect(await settle(kari, entryId, first?.id ?? toId(''), 'removed')).toMatchObject({
      refusal: { code: 'not-found' },
    });
    must(await desk.expedite(entryId, desk.order([olav])));
    expect(await named(desk, entryId)).toEqual([
      { kind: 'EM', name: olav.name },
      { kind: 'EK', name: amina.name },
    ]);
    expect(await partyRows(desk, entryId)).toEqual([
      [`EM ${amina.name}`, `EK ${amina.name}`],
      [`EM ${ingrid.name}`, '(tom)'],
    ]);
    expect(await settle(kari, entryId, third?.id ?? toId(''), 'removed')).toMatchObject({
      refusal: { code: 'locked-by-dispatch' },
    });
    expect(await settle(rita, entryId, third?.id ?? toId(''), 'removed')).toMatchObject({ ok: false });
  });

  test('stay as they were ordered where nothing could be sent, and may be changed again', async () => {
    const desk = await openDesk(room, {
      needs: {
        signing: {
          ...room.openSigning('refuses'),
          create: async () => {
            const { ServiceRefusal } = await import('../../../main/ports/signing-service.ts');
            throw new ServiceRefusal('broker-not-authorized', 'no', 403);
          },
        },
      },
    });
    const entryId = await desk.ready();
    const job = await desk.sent(entryId, desk.order([ingrid, olav]));
    expect(job.state).toBe('sendFailed');
    expect((await prepared(desk, entryId)).map(({ name }) => name)).toEqual([ingrid.name, olav.name]);
    const { revision } = await desk.entry(entryId);
    const [first] = await desk.read.partiesOf(entryId);
    must(await setParties(desk.needs)(kari, entryId, revision, first ? [first] : []));
    expect(await named(desk, entryId)).toEqual([{ kind: 'EM', name: ingrid.name }]);
  });
});
