import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { JobId } from '../../../domain/basics.ts';
import { extendDeadlines } from '../../../main/usecases/signing/extend-deadlines.ts';
import { replaceSigner } from '../../../main/usecases/signing/replace-signer.ts';
import { requestCancels } from '../../../main/usecases/signing/request-cancels.ts';
import { undoPlan } from '../../../main/usecases/signing/undo-plan.ts';
import { amina, type Desk, ingrid, kari, must, odd, olav, openDesk, rita } from '../../support/desk.ts';
import { openMemoryRoom } from '../../support/memory-signing.ts';
import { present } from '../../support/present.ts';
import type { SigningRoom } from '../../support/signing-room.ts';

let room: SigningRoom;
beforeAll(async () => {
  room = await openMemoryRoom();
});
afterAll(() => room.close());

type Person = { readonly name: string; readonly identityNumber: string };
const replace = async (desk: Desk, jobId: JobId, position: number, typed: Person, user = kari) => {
  const { signers } = await desk.job(jobId);
  return replaceSigner(desk.needs)(user, jobId, present(signers[position]).id, typed);
};
const two = (desk: Desk) =>
  desk.order([
    { ...ingrid, group: 0 },
    { ...olav, group: 1 },
  ]);

describe('another signer', () => {
  test('signs instead of one, in the same place; the journal names those it went to, and the log both', async () => {
    const desk = await openDesk(room);
    const entryId = await desk.ready();
    const { id: jobId } = await desk.sent(entryId, two(desk));
    must(await replace(desk, jobId, 1, amina));
    const after = await desk.successor(jobId);
    expect(after.signers.map(({ name, group }) => ({ name, group }))).toEqual([
      { name: ingrid.name, group: 0 },
      { name: amina.name, group: 1 },
    ]);
    expect(after.succeeds).toMatchObject({ jobId, kind: 'replaced' });
    expect((await desk.read.partiesOf(entryId)).map(({ name }) => name)).toEqual([ingrid.name, amina.name]);
    const log = await desk.log(entryId);
    expect(log.find(({ code }) => code === 'replacement-planned')?.facts).toEqual({
      before: olav.name,
      after: amina.name,
    });
    const parties = log.flatMap((row) =>
      row.code === 'field-changed' && row.facts.field === 'korrespondansepartNavn' ? [row.facts] : [],
    );
    expect(parties.map(({ before, after: now }) => [before, now])).toEqual(
      expect.arrayContaining([
        [`EM ${olav.name}`, '(tom)'],
        ['(tom)', `EM ${amina.name}`],
      ]),
    );
    // No number stands on the plan once it is made.
    expect(await desk.read.plannedIdentity(jobId)).toBeUndefined();
    await desk.act(after.id, ingrid, 'sign');
    await desk.act(after.id, amina, 'sign');
    await desk.receive();
    expect(await desk.answerOf(after.id)).toMatchObject({ outcome: 'completed', verified: true });
  });

  test('signs for the same firm', async () => {
    const desk = await openDesk(room);
    const firm = { name: 'Granvik Bygg AS', organisationNumber: '310845205' };
    const entryId = await desk.ready({
      parties: [
        {
          kind: 'EM',
          isFirm: true,
          ...firm,
          contactPerson: ingrid.name,
          identityNumber: ingrid.identityNumber,
          email: 'post@granvikbygg.example',
        },
      ],
    });
    const [party] = await desk.read.partiesOf(entryId);
    const order = desk.order([{ ...ingrid, partyId: present(party).id, onBehalfOf: firm }]);
    const { id: jobId } = await desk.sent(entryId, order);
    must(await replace(desk, jobId, 0, olav));
    const after = await desk.successor(jobId);
    expect(after.signers[0]).toMatchObject({ name: olav.name, onBehalfOf: firm.name, partyId: party?.id });
    expect(await desk.read.partiesOf(entryId)).toMatchObject([
      { name: firm.name, isFirm: true, contactPerson: olav.name, email: 'post@granvikbygg.example' },
    ]);
  });

  test.each([
    ['one who signs already', olav, 'signer-twice'],
    ['the very one who is to be replaced', ingrid, 'signer-twice'],
    ['nobody', { name: ' ', identityNumber: amina.identityNumber }, 'name-missing'],
    ['a wrong number', { name: 'Amina', identityNumber: '12345678901' }, 'identity-number-wrong'],
  ])('cannot be %s', async (_, typed, code) => {
    const desk = await openDesk(room);
    const { id: jobId } = await desk.sent(await desk.ready(), two(desk));
    expect(await replace(desk, jobId, 0, typed)).toMatchObject({ refusal: { code } });
    expect((await desk.job(jobId)).plan).toBeUndefined();
  });

  test('cannot take the place of one who has signed, and is not chosen by a reader', async () => {
    const desk = await openDesk(room);
    const { id: jobId } = await desk.sent(await desk.ready(), two(desk));
    expect(await replace(desk, jobId, 1, amina, rita)).toMatchObject({ refusal: { code: 'not-allowed' } });
    await desk.act(jobId, ingrid, 'sign');
    await desk.receive();
    expect(await replace(desk, jobId, 0, amina)).toMatchObject({
      refusal: { code: 'signer-has-answered', facts: { name: ingrid.name } },
    });
  });

  test('after another deadline: the chain of three jobs holds, and only the last one is answered', async () => {
    const desk = await openDesk(room);
    const entryId = await desk.ready();
    const { id: first } = await desk.sent(entryId, two(desk));
    await extendDeadlines(desk.needs)(odd, [first], 20);
    const { id: second } = await desk.successor(first);
    must(await replace(desk, second, 1, amina));
    const third = await desk.successor(second);
    expect(third).toMatchObject({ deadlineDays: 20, succeeds: { jobId: second, kind: 'replaced' } });
    await desk.act(third.id, ingrid, 'sign');
    await desk.act(third.id, amina, 'sign');
    await desk.receive();
    const incoming = (await desk.entriesOf(third.caseId)).filter(({ type }) => type === 'I');
    expect(incoming.map(({ title }) => title)).toEqual(['Signert: Arbeidsavtale']);
    for (const jobId of [first, second, third.id])
      expect((await desk.read.sealedSigners(jobId)).size).toBe(0);
  });

  test('whom the service does not take: the entry gets the answer of the job before, and can be sent again', async () => {
    const desk = await openDesk(room);
    const { id: jobId } = await desk.sent(await desk.ready(), two(desk));
    must(await replace(desk, jobId, 1, amina));
    await requestCancels(desk.needs)();
    await desk.receive();
    await room.modes({ fail: { count: 1, status: 400, route: 'create' } });
    await desk.send().finally(() => room.modes({ fail: { count: 0, status: 500 } }));
    const { succeededBy, caseId } = await desk.job(jobId);
    expect(succeededBy?.state).toBe('sendFailed');
    await desk.receive();
    const incoming = (await desk.entriesOf(caseId)).filter(({ type }) => type === 'I');
    expect(incoming.map(({ title }) => title)).toEqual(['Avbrutt signering: Arbeidsavtale']);
  });
});

describe('a plan that is taken back', () => {
  test('leaves the job as it was, until the service has been asked', async () => {
    const desk = await openDesk(room);
    const { id: jobId } = await desk.sent(await desk.ready(), two(desk));
    must(await replace(desk, jobId, 1, amina));
    expect(await undoPlan(desk.needs)(rita, jobId)).toMatchObject({ refusal: { code: 'not-allowed' } });
    must(await undoPlan(desk.needs)(kari, jobId));
    expect(await desk.job(jobId)).toMatchObject({ state: 'inProgress', plan: { dropped: 'undone' } });
    await desk.requestCancels();
    expect((await desk.job(jobId)).cancelRequestedAt).toBeUndefined();
    must(await replace(desk, jobId, 1, amina));
    await desk.requestCancels();
    expect(await undoPlan(desk.needs)(kari, jobId)).toMatchObject({ refusal: { code: 'not-cancellable' } });
  });
});
