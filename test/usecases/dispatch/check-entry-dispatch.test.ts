import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { EntryId } from '../../../domain/basics.ts';
import type { DispatchOrder } from '../../../domain/dispatch-order.ts';
import { checkEntryDispatch } from '../../../main/usecases/dispatch/check-entry-dispatch.ts';
import { newDispatchMemory } from '../../../main/usecases/dispatch/gather-dispatch.ts';
import { addDocument } from '../../../main/usecases/documents/add-document.ts';
import { changeEntry } from '../../../main/usecases/entries/change-entry.ts';
import { encrypt, makePdf, makeSigning } from '../../adapters/pdf/make-pdf.ts';
import { type Desk, ingrid, kari, lars, must, odd, openDesk, rita, stopsOf } from '../../support/desk.ts';
import { openMemoryRoom } from '../../support/memory-signing.ts';
import type { SigningRoom } from '../../support/signing-room.ts';
import { check, untouched } from './ordered.ts';

let room: SigningRoom;
beforeAll(async () => {
  room = await openMemoryRoom();
});
afterAll(() => room.close());

describe('an order that is wrong', () => {
  const eleven = Array.from({ length: 11 }, (_, at) => ({ name: `Person ${at}`, identityNumber: '' }));

  const wrong: readonly (readonly [string, Partial<DispatchOrder>, string])[] = [
    ['no recipient', { recipients: [] }, 'recipient-missing'],
    ['eleven recipients', { recipients: eleven.map((one) => ({ ...one, group: 0 })) }, 'recipients-too-many'],
    [
      'the same person twice',
      { recipients: [ingrid, { ...ingrid, name: 'I. Testvik' }].map((one) => ({ ...one, group: 0 })) },
      'recipient-twice',
    ],
    [
      'one wrong digit',
      { recipients: [{ ...ingrid, identityNumber: '14838511092', group: 0 }] },
      'identity-number-wrong',
    ],
    [
      'a number too short',
      { recipients: [{ ...ingrid, identityNumber: '1483851109', group: 0 }] },
      'identity-number-length',
    ],
    ['no number', { recipients: [{ ...ingrid, identityNumber: ' ', group: 0 }] }, 'identity-number-missing'],
    [
      'a firm without a person',
      { recipients: [{ name: '', identityNumber: '', group: 0, onBehalfOf: { name: 'Bygg AS' } }] },
      'firm-without-signer',
    ],
    ['a group out of range', { recipients: [{ ...ingrid, group: 10 }] }, 'group-out-of-range'],
    ['a message too long', { message: 'å'.repeat(221) }, 'message-too-long'],
    ['a message XML cannot carry', { message: 'a\u0007b' }, 'message-characters'],
    ['a deadline of 91 days', { deadlineDays: 91 }, 'deadline-out-of-range'],
    ['a deadline of half a day', { deadlineDays: 0.5 }, 'deadline-out-of-range'],
    ["a deadline that is not the clerk's to change", { deadlineDays: 29 }, 'deadline-not-yours'],
  ];

  test('is stopped with its own finding, and nothing is recorded', async () => {
    const desk = await openDesk(room);
    const entryId = await desk.ready();
    for (const [name, change, code] of wrong) {
      expect(stopsOf(await desk.expedite(entryId, desk.order([ingrid], change))), name).toContain(code);
    }
    await untouched(desk, entryId);
  });

  test('a D-number passes; a synthetic number does not in a production archive, nor a real one unseen in training', async () => {
    const desk = await openDesk(room);
    const entryId = await desk.ready();
    const dNumber = { name: 'D. Nummer', identityNumber: '57912075186' };
    expect(
      (await check(desk, entryId, desk.order([dNumber]))).findings.map(({ code }) => code),
    ).not.toContain('identity-number-wrong');
    const production = await openDesk(room, { kept: desk.kept, training: false });
    expect(stopsOf(await production.expedite(entryId))).toEqual(['identity-number-synthetic']);
    await untouched(desk, entryId);
  });

  test('a file whose owner set limits goes only once the right to send it is confirmed, and the log says so', async () => {
    const desk = await openDesk(room);
    const entryId = await desk.ready({ draft: true });
    const bytes = await encrypt(await makePdf(['Rapport']));
    must(await addDocument(desk.needs)(kari, entryId, { bytes, fileName: 'rapport.pdf', title: 'Rapport' }));
    must(await desk.toStatus(entryId, 'F'));
    expect(stopsOf(await desk.expedite(entryId))).toEqual(['document-restricted']);
    await untouched(desk, entryId);
    must(await desk.expedite(entryId, desk.order([ingrid], { rightsConfirmed: true })));
    expect(await desk.log(entryId)).toContainEqual(
      expect.objectContaining({
        subject: 'job',
        code: 'rights-confirmed',
        facts: { documents: ['Rapport'] },
        by: kari.name,
      }),
    );
    const other = await desk.ready();
    must(await desk.expedite(other, desk.order([ingrid], { rightsConfirmed: true })));
    expect((await desk.log(other)).map(({ code }) => code)).not.toContain('rights-confirmed');
  });

  test('the document centre may change the deadline, and a reader may not dispatch at all', async () => {
    const desk = await openDesk(room);
    const entryId = await desk.ready();
    expect(stopsOf(await desk.expedite(entryId, desk.order(), rita))).toContain('not-allowed');
    expect(stopsOf(await desk.expedite(entryId, desk.order([ingrid], { deadlineDays: 14 }), odd))).toEqual(
      [],
    );
  });
});

describe('an entry that is wrong', () => {
  test('its title is counted in code points: 81 stop it, 80 of emoji and combining marks do not', async () => {
    const desk = await openDesk(room);
    const retitled = async (title: string) => {
      const entryId = await desk.ready({ draft: true });
      must(await changeEntry(desk.needs)(kari, entryId, (await desk.entry(entryId)).revision, { title }));
      must(await desk.toStatus(entryId, 'F'));
      return stopsOf(await desk.expedite(entryId));
    };
    expect(await retitled('x'.repeat(81))).toEqual(['title-too-long']);
    expect(await retitled(`${'🙂'.repeat(40)}${'o\u0308'.repeat(40)}`)).toEqual([]);
    expect(await retitled(`${'🙂'.repeat(41)}${'o\u0308'.repeat(40)}`)).toEqual(['title-too-long']);
  });

  test('a draft, an incoming entry, one already dispatched, and one without its approval are each told so', async () => {
    const desk = await openDesk(room);
    const draft = await desk.ready({ draft: true });
    expect(stopsOf(await desk.expedite(draft))).toEqual(['entry-not-final']);
    const incoming = await desk.newEntry(await desk.newCase(), { type: 'I' });
    expect(stopsOf(await desk.expedite(incoming))).toContain('entry-not-outgoing');
    expect(await desk.expedite('nothing' as EntryId)).toMatchObject({ refusal: { code: 'not-found' } });
    const sent = await desk.ready();
    const job = await desk.sent(sent);
    expect(stopsOf(await desk.expedite(sent))).toEqual(['dispatch-running']);
    await desk.act(job.id, ingrid, 'sign');
    await desk.receive();
    expect(stopsOf(await desk.expedite(sent))).toEqual(['already-dispatched']);
    await desk.archive.change(async (tx) => tx.setPolicy({ ...(await tx.policy()), approvalRequired: true }));
    const unapproved = await desk.ready();
    expect(stopsOf(await desk.expedite(unapproved))).toEqual(['approval-missing']);
    must(await desk.toStatus(unapproved, 'G', lars));
    expect(stopsOf(await desk.expedite(unapproved))).toEqual([]);
  });

  test('without documents, or with one that is signed already, it is stopped', async () => {
    const desk = await openDesk(room);
    const empty = await desk.newEntry(await desk.newCase());
    expect(stopsOf(await desk.expedite(empty))).toContain('main-document-missing');
    const { sign } = await makeSigning();
    const signed = await sign(await makePdf(['Signert fra før']));
    const entryId = await desk.ready({ draft: true });
    const added = must(
      await addDocument(desk.needs)(kari, entryId, { bytes: signed, fileName: 'signert.pdf' }),
    );
    expect(added.warnings).toContain('signed');
    must(await desk.toStatus(entryId, 'F'));
    expect(stopsOf(await desk.expedite(entryId))).toEqual(['document-signed']);
  });

  test('the merged file may be exactly as large as the policy says, and not one byte more', async () => {
    const desk = await openDesk(room);
    const entryId = await desk.ready({ parts: [{ title: 'Arbeidsavtale', pages: 3 }, { title: 'Vedlegg' }] });
    const size = (await check(desk, entryId)).merged?.bytes.byteLength ?? 0;
    const allow = (maxBytes: number) =>
      desk.archive.change(async (tx) => tx.setPolicy({ ...(await tx.policy()), maxBytes }));
    await allow(size - 1);
    const outcome = await desk.expedite(entryId);
    expect(stopsOf(outcome)).toEqual(['merged-too-large']);
    expect(outcome).toMatchObject({
      findings: expect.arrayContaining([
        expect.objectContaining({ facts: { bytes: size, max: size - 1, over: 1 } }),
      ]),
    });
    await allow(size);
    expect(stopsOf(await desk.expedite(entryId))).toEqual([]);
  });

  test('3 145 728 bytes pass and 3 145 729 do not, as the routine has it', async () => {
    const desk = await openDesk(room);
    const entryId = await desk.ready();
    const { merge } = room.pdf;
    const grown = (size: number): Desk['needs'] => ({
      ...desk.needs,
      memory: newDispatchMemory(),
      pdf: {
        ...room.pdf,
        merge: async (parts, labels) => {
          const merged = await merge(parts, labels);
          const bytes = new Uint8Array(size).fill(0x0a);
          bytes.set(merged.bytes);
          return { ...merged, bytes };
        },
      },
    });
    const findings = async (size: number) =>
      must(await checkEntryDispatch(grown(size))(kari, entryId, desk.order())).findings.map(
        ({ code }) => code,
      );
    expect(await findings(3_145_729)).toContain('merged-too-large');
    expect(await findings(3_145_728)).not.toContain('merged-too-large');
    const { expedite } = await import('../../../main/usecases/dispatch/expedite.ts');
    const jobId = must(await expedite(grown(3_145_728))(kari, entryId, desk.order(), undefined));
    await desk.send();
    expect(await desk.job(jobId)).toMatchObject({ state: 'inProgress', merged: { bytes: 3_145_728 } });
  });
});
