import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { CaseId, EntryId, PartyId, UserId } from '../../../domain/basics.ts';
import { toId } from '../../../domain/basics.ts';
import { changePolicy } from '../../../main/usecases/administration/change-policy.ts';
import { changeCase } from '../../../main/usecases/cases/change-case.ts';
import { closeCase } from '../../../main/usecases/cases/close-case.ts';
import { createCase } from '../../../main/usecases/cases/create-case.ts';
import { reopenCase } from '../../../main/usecases/cases/reopen-case.ts';
import { changeEntry } from '../../../main/usecases/entries/change-entry.ts';
import { clearArrear } from '../../../main/usecases/entries/clear-arrear.ts';
import { createEntry } from '../../../main/usecases/entries/create-entry.ts';
import { deleteEntry } from '../../../main/usecases/entries/delete-entry.ts';
import { revealIdentity } from '../../../main/usecases/entries/reveal-identity.ts';
import { setParties } from '../../../main/usecases/entries/set-parties.ts';
import {
  classes,
  type Desk,
  fieldRows,
  ingrid,
  kari,
  lars,
  must,
  odd,
  olav,
  openDesk,
  rita,
} from '../../support/desk.ts';
import { openMemoryRoom } from '../../support/memory-signing.ts';
import type { SigningRoom } from '../../support/signing-room.ts';

let room: SigningRoom;
beforeAll(async () => {
  room = await openMemoryRoom();
});
afterAll(() => room.close());

const code = async (
  outcome: Promise<{ readonly ok: boolean; readonly refusal?: { readonly code: string } }>,
): Promise<string> => {
  const { ok, refusal } = await outcome;
  return ok ? 'ok' : (refusal?.code ?? '');
};
const revisionOf = async (desk: Desk, entryId: EntryId) => (await desk.entry(entryId)).revision;
const sender = { kind: 'EA', name: 'Søker Søkersen', isFirm: false } as const;
const screening = {
  restriction: 'UO',
  legalBasis: 'Offl. § 13',
  hidesTitle: true,
  hidesParties: false,
} as const;

describe('a case', () => {
  test('gets the next number of its year, in order, and its unit and owner as typed', async () => {
    const desk = await openDesk(room);
    const year = room.now().getFullYear();
    const ids = [await desk.newCase(), await desk.newCase({ title: '  To \n ord ' })];
    const files = await Promise.all(ids.map((id) => desk.read.findCase(id)));
    expect(files.map((file) => file?.caseNumber)).toEqual([`${year}/1`, `${year}/2`]);
    expect(files[1]).toMatchObject({
      title: 'To ord',
      status: 'B',
      caseOwner: kari.id,
      createdBy: kari.name,
    });
  });

  test('is refused without title, leaf class, owner or the right to register', async () => {
    const desk = await openDesk(room);
    const make = (change: object, user = kari) =>
      code(
        createCase(desk.needs)(user, {
          title: 'Sak',
          classId: classes.leaf,
          ownerId: kari.id,
          adminUnit: '',
          ...change,
        }),
      );
    expect(await make({}, rita)).toBe('not-allowed');
    expect(await make({ title: ' \n ' })).toBe('title-missing');
    expect(await make({ classId: classes.branch })).toBe('class-has-children');
    expect(await make({ classId: 'x' })).toBe('not-found');
    expect(await make({ ownerId: 'x' })).toBe('not-found');
    expect(await make({})).toBe('ok');
  });

  test('logs each field that a change changes, every part of a screening too', async () => {
    const desk = await openDesk(room);
    const caseId = await desk.newCase();
    const input = {
      title: 'Ny tittel',
      classId: classes.leaf,
      ownerId: odd.id,
      adminUnit: 'Personal',
      screening,
    };
    expect(await code(changeCase(desk.needs)(rita, caseId, input))).toBe('not-allowed');
    must(await changeCase(desk.needs)(kari, caseId, input));
    const rows = fieldRows(await desk.read.logOf({ caseId }, { offset: 0, limit: 50 }));
    expect(rows.map(({ field, before, after }) => [field, before, after])).toEqual(
      expect.arrayContaining([
        ['tittel', 'Ansettelse av lærer', 'Ny tittel'],
        ['saksansvarlig', kari.id, odd.id],
        ['tilgangsrestriksjon', '(tom)', 'UO'],
        ['skjermingshjemmel', '(tom)', 'Offl. § 13'],
        ['skjermingMetadata', '(tom)', 'tittel'],
      ]),
    );
    expect(rows.some(({ field }) => field === 'administrativEnhet')).toBe(false);
  });
});

describe('an entry', () => {
  test('gets its running number and its number in the case, which a deleted one keeps', async () => {
    const desk = await openDesk(room);
    const caseId = await desk.newCase();
    const [first, second] = [await desk.newEntry(caseId), await desk.newEntry(caseId)];
    must(await deleteEntry(desk.needs)(kari, second));
    const third = await desk.entry(await desk.newEntry(caseId));
    expect(third).toMatchObject({ entryNumber: 3, journalSequence: 3, status: 'R' });
    expect((await desk.entry(first)).recordNumber).toMatch(/^\d{4}\/1-1$/);
    const rows = fieldRows(await desk.read.logOf({ caseId }, { offset: 0, limit: 50 }));
    expect(rows).toContainEqual(
      expect.objectContaining({
        field: 'slettetJournalpost',
        before: expect.stringContaining('-2 Arbeidsavtale'),
      }),
    );
  });

  test('comes in as M from the document centre, as S from a caseworker, and takes the screening of its case', async () => {
    const desk = await openDesk(room);
    const caseId = await desk.newCase({ screening });
    const incoming = (user: typeof kari) => desk.newEntry(caseId, { type: 'I', parties: [sender] }, user);
    expect(await desk.entry(await incoming(odd))).toMatchObject({ status: 'M', screening });
    expect(await desk.entry(await incoming(kari))).toMatchObject({
      status: 'S',
      receivedAt: expect.any(String),
    });
  });

  test('is refused in a closed case, by a reader, without title, or with numbers that cannot be right', async () => {
    const desk = await openDesk(room);
    const caseId = await desk.newCase();
    const make = (change: object, user = kari) =>
      code(createEntry(desk.needs)(user, { caseId, type: 'U', title: 'Brev', parties: [], ...change }));
    expect(await make({}, rita)).toBe('not-allowed');
    expect(await make({ title: ' ' })).toBe('title-missing');
    expect(await make({ caseId: 'x' as CaseId })).toBe('not-found');
    expect(await make({ answers: 'x' as EntryId })).toBe('not-found');
    const person = { kind: 'EM', name: 'Per', isFirm: false } as const;
    expect(await make({ parties: [{ ...person, identityNumber: '14838511092' }] })).toBe(
      'identity-number-wrong',
    );
    const firm = { kind: 'EM', name: 'Bygg AS', isFirm: true } as const;
    expect(await make({ parties: [{ ...firm, organisationNumber: '310845206' }] })).toBe(
      'organisation-number-wrong',
    );
    expect(await make({ parties: [{ ...firm, organisationNumber: '310 845 205' }] })).toBe('ok');
    must(await closeCase(desk.needs)(odd, await desk.newCase()));
    const closed = await desk.newCase();
    must(await closeCase(desk.needs)(odd, closed));
    expect(await make({ caseId: closed })).toBe('case-closed');
    expect(await desk.entriesOf(caseId)).toHaveLength(1);
  });

  test('changed meanwhile is refused, and the first change stands', async () => {
    const desk = await openDesk(room);
    const entryId = await desk.newEntry(await desk.newCase());
    const revision = await revisionOf(desk, entryId);
    const change = (title: string) => changeEntry(desk.needs)(kari, entryId, revision, { title });
    const both = await Promise.all([code(change('Den ene')), code(change('Den andre'))]);
    expect(both).toEqual(['ok', 'changed-meanwhile']);
    expect((await desk.entry(entryId)).title).toBe('Den ene');
    expect(await code(setParties(desk.needs)(kari, entryId, revision, []))).toBe('changed-meanwhile');
    expect(await code(desk.toStatus(entryId, 'F', rita))).toBe('not-allowed');
  });

  test('fields left out stay, an empty text empties, null takes a screening away', async () => {
    const desk = await openDesk(room);
    const entryId = await desk.newEntry(await desk.newCase());
    const edit = async (change: object) =>
      must(await changeEntry(desk.needs)(kari, entryId, await revisionOf(desk, entryId), change));
    await edit({
      publicTitle: 'Åpen',
      dueOn: '2027-01-31',
      screening: { ...screening, endsOn: '2040-01-01' },
    });
    await edit({ publicTitle: '' });
    const entry = await desk.entry(entryId);
    expect([entry.publicTitle, entry.dueOn, entry.screening?.endsOn]).toEqual([
      undefined,
      '2027-01-31',
      '2040-01-01',
    ]);
    await edit({ screening: null, dueOn: '' });
    const after = await desk.entry(entryId);
    expect([after.screening, after.dueOn]).toEqual([undefined, undefined]);
    expect(fieldRows(await desk.log(entryId)).map(({ field }) => field)).toEqual(
      expect.arrayContaining([
        'skjermingOpphoererDato',
        'skjermingMetadata',
        'forfallsdato',
        'offentligTittel',
      ]),
    );
    expect(
      await code(
        changeEntry(desk.needs)(kari, entryId, await revisionOf(desk, entryId), {
          caseworker: 'x' as UserId,
        }),
      ),
    ).toBe('not-found');
    expect(
      await code(changeEntry(desk.needs)(kari, entryId, await revisionOf(desk, entryId), { title: ' ' })),
    ).toBe('title-missing');
  });

  test('that is dispatched keeps its title, parties and caseworker for good; its screening may change', async () => {
    const desk = await openDesk(room);
    const entryId = await desk.ready();
    const job = await desk.sent(entryId);
    await desk.act(job.id, ingrid, 'sign');
    await desk.receive();
    const edit = async (change: object) =>
      code(changeEntry(desk.needs)(kari, entryId, await revisionOf(desk, entryId), change));
    expect(await edit({ title: 'Noe annet' })).toBe('field-frozen');
    expect(await edit({ caseworker: odd.id })).toBe('field-frozen');
    expect(await edit({ documentDate: '2020-01-01' })).toBe('field-frozen');
    expect(await code(setParties(desk.needs)(kari, entryId, await revisionOf(desk, entryId), []))).toBe(
      'field-frozen',
    );
    expect(await edit({ screening })).toBe('ok');
    expect(await code(desk.toStatus(entryId, 'R'))).toBe('step-unknown');
    expect(await code(deleteEntry(desk.needs)(kari, entryId))).toBe('never-deletable');
  });

  test('goes through its steps with the right people, and its documents are finished with it', async () => {
    const desk = await openDesk(room);
    const entryId = await desk.newEntry(await desk.newCase(), { parties: [] });
    expect(await code(desk.toStatus(entryId, 'F'))).toBe('recipient-missing');
    must(
      await setParties(desk.needs)(kari, entryId, await revisionOf(desk, entryId), [
        { kind: 'EM', isFirm: false, ...ingrid },
      ]),
    );
    expect(await code(desk.toStatus(entryId, 'F'))).toBe('main-document-missing');
    await desk.addPdf(entryId, 'Arbeidsavtale');
    must(await desk.toStatus(entryId, 'F'));
    const finished = async () => (await desk.read.documentsOf(entryId)).map(({ status }) => status);
    expect(await finished()).toEqual(['F']);
    expect(await code(desk.toStatus(entryId, 'G'))).toBe('not-allowed');
    must(await desk.toStatus(entryId, 'G', lars));
    expect(await code(desk.toStatus(entryId, 'J', odd))).toBe('must-be-dispatched');
    must(await desk.toStatus(entryId, 'R'));
    expect(await finished()).toEqual(['B']);
    expect(await code(desk.toStatus(entryId, 'U', odd))).toBe('reason-missing');
    must(await desk.toStatus(entryId, 'U', odd, 'Feilregistrert'));
    expect(await code(deleteEntry(desk.needs)(odd, entryId))).toBe('never-deletable');
  });
});

describe('parties', () => {
  const partiesOf = (desk: Desk, entryId: EntryId) => desk.read.partiesOf(entryId);
  const sealedOf = async (desk: Desk, entryId: EntryId) => (await desk.read.sealedIdentitiesOf(entryId)).size;

  test('that stay keep their identity numbers; an emptied field takes one away, and so does leaving', async () => {
    const desk = await openDesk(room);
    const entryId = await desk.newEntry(await desk.newCase(), {
      parties: [ingrid, olav].map((one) => ({ kind: 'EM' as const, isFirm: false, ...one })),
    });
    const set = async (inputs: Parameters<ReturnType<typeof setParties>>[3]) =>
      must(await setParties(desk.needs)(kari, entryId, await revisionOf(desk, entryId), inputs));
    const plain = async () =>
      (await partiesOf(desk, entryId)).map(({ id, kind, name, isFirm }) => ({
        id,
        kind,
        name,
        isFirm,
      }));
    const [first, second] = await plain();
    if (!first || !second) throw new Error('two parties were registered');
    await set([second, { ...first, name: 'Ingrid S. Testvik' }]);
    expect((await plain()).map(({ id }) => id)).toEqual([second.id, first.id]);
    expect(await sealedOf(desk, entryId)).toBe(2);
    await set([{ ...second, identityNumber: '' }, first]);
    expect(await sealedOf(desk, entryId)).toBe(1);
    await set([second]);
    expect(await sealedOf(desk, entryId)).toBe(0);
    await set([
      second,
      { ...second, name: 'Under samme id' },
      { ...second, id: toId('fremmed'), name: 'Ukjent id' },
    ]);
    expect((await plain()).map(({ name }) => name)).toEqual([olav.name, 'Under samme id', 'Ukjent id']);
    expect(
      await code(
        setParties(desk.needs)(kari, entryId, await revisionOf(desk, entryId), [
          { ...second, identityNumber: '123' },
        ]),
      ),
    ).toBe('identity-number-wrong');
  });

  test('a reveal is logged before it is shown, and no log ever holds a number', async () => {
    const desk = await openDesk(room);
    const entryId = await desk.newEntry(await desk.newCase());
    const [party] = await partiesOf(desk, entryId);
    const reveal = (user = kari, needs = desk.needs, id = party?.id ?? ('' as PartyId)) =>
      revealIdentity(needs)(user, entryId, id);
    expect(await code(reveal(rita))).toBe('not-allowed');
    expect(await code(reveal(kari, desk.needs, 'x' as PartyId))).toBe('not-found');
    expect(must(await reveal())).toBe(ingrid.identityNumber);
    const keyless = await openDesk(room, { kept: { ...desk.kept, key: new Uint8Array(randomBytes(32)) } });
    expect(await code(reveal(odd, keyless.needs))).toBe('identity-locked');
    const rows = fieldRows(await desk.log(entryId));
    expect(rows.filter(({ field }) => field === 'foedselsnummerVist')).toMatchObject([
      { by: odd.name, after: ingrid.name },
      { by: kari.name, after: ingrid.name },
    ]);
    expect(JSON.stringify(rows)).not.toContain(ingrid.identityNumber);
  });
});

describe('closing a case', () => {
  test('archives what is dispatched or journalled, and clears arrears with «Saken ble avsluttet»', async () => {
    const desk = await openDesk(room);
    const caseId = await desk.newCase();
    const incoming = await desk.newEntry(caseId, { type: 'I', parties: [sender] }, odd);
    const cleared = await desk.newEntry(caseId, { type: 'I', parties: [sender] }, odd);
    for (const id of [incoming, cleared]) {
      await desk.addPdf(id, 'Søknad');
      expect(await code(closeCase(desk.needs)(odd, caseId))).toBe('entries-unfinished');
      must(await desk.toStatus(id, 'J', odd));
    }
    must(await clearArrear(desk.needs)(kari, cleared, 'TLF'));
    expect(await code(clearArrear(desk.needs)(kari, cleared, 'TE'))).toBe('already-cleared');
    expect(await code(desk.toStatus(incoming, 'A', odd))).toBe('arrear-open');
    expect(await code(closeCase(desk.needs)(kari, caseId))).toBe('not-allowed');
    must(await closeCase(desk.needs)(odd, caseId));
    expect(await desk.entry(incoming)).toMatchObject({ status: 'A', clearance: { way: 'SA', by: odd.name } });
    expect(await desk.entry(cleared)).toMatchObject({ status: 'A', clearance: { way: 'TLF' } });
    expect(fieldRows(await desk.log(cleared))).toContainEqual(
      expect.objectContaining({ field: 'avskrivningsmaate', before: '(tom)', after: 'TLF' }),
    );
    expect(await desk.read.findCase(caseId)).toMatchObject({ status: 'A', closedBy: odd.name });
    expect(await code(closeCase(desk.needs)(odd, caseId))).toBe('case-closed');
    expect(
      await code(changeEntry(desk.needs)(kari, incoming, await revisionOf(desk, incoming), { title: 'x' })),
    ).toBe('case-closed');
    must(await reopenCase(desk.needs)(odd, caseId, ' Nytt brev kom '));
    const reopened = await desk.read.findCase(caseId);
    expect([reopened?.status, reopened?.closedAt, reopened?.closedBy]).toEqual(['B', undefined, undefined]);
    expect(fieldRows(await desk.read.logOf({ caseId }, { offset: 0, limit: 100 }))).toContainEqual(
      expect.objectContaining({ field: 'gjenaapnet', after: 'Nytt brev kom', by: odd.name }),
    );
  });
});

describe('the policy', () => {
  test('goes no further than the service, and only by those who keep it', async () => {
    const desk = await openDesk(room);
    const policy = await desk.read.policy();
    const change = (to: object, user = odd) => changePolicy(desk.needs)(user, { ...policy, ...to });
    expect(await code(change({}, kari))).toBe('not-allowed');
    for (const [to, field] of [
      [{ maxTitle: 81 }, 'maxTitle'],
      [{ maxMessage: 221 }, 'maxMessage'],
      [{ maxBytes: 10_485_761 }, 'maxBytes'],
      [{ maxRecipients: 11 }, 'maxRecipients'],
      [{ maxRecipients: 0 }, 'maxRecipients'],
      [{ maxDeadlineDays: 91 }, 'maxDeadlineDays'],
      [{ minDeadlineDays: 40, maxDeadlineDays: 30 }, 'minDeadlineDays'],
      [{ defaultDeadlineDays: 30, maxDeadlineDays: 20 }, 'defaultDeadlineDays'],
      [{ defaultDeadlineDays: 7.5 }, 'defaultDeadlineDays'],
      [{ maxBytes: Number.NaN }, 'maxBytes'],
    ] as const)
      expect(await change(to)).toMatchObject({ refusal: { code: 'policy-out-of-bounds', facts: { field } } });
    expect(await desk.read.policy()).toEqual(policy);
    const bounds = { maxBytes: 10_485_760, minDeadlineDays: 1, maxDeadlineDays: 90, defaultDeadlineDays: 90 };
    expect(await code(change(bounds))).toBe('ok');
    expect(await desk.read.policy()).toMatchObject(bounds);
  });
});
