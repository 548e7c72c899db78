import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { type CaseId, type EntryId, toId } from '../../../domain/basics.ts';
import { systemName } from '../../../main/usecases/audit-log.ts';
import { closeCase } from '../../../main/usecases/cases/close-case.ts';
import { reopenCase } from '../../../main/usecases/cases/reopen-case.ts';
import { fileAnswer } from '../../../main/usecases/signing/file-answer.ts';
import { actorOf } from '../../support/actor.ts';
import { ingrid, kari, must, odd, olav, openDesk } from '../../support/desk.ts';
import { identityNumber } from '../../support/identity-number.ts';
import { openMemoryRoom } from '../../support/memory-signing.ts';
import { present } from '../../support/present.ts';
import type { SigningRoom } from '../../support/signing-room.ts';
import { answered, closeUnder, noteOf } from './answered.ts';

let room: SigningRoom;
beforeAll(async () => {
  room = await openMemoryRoom();
});
afterEach(() =>
  room.modes({
    vanishAfterConfirm: false,
    fail: { count: 0, status: 500 },
    cut: { count: 0, afterBytes: 0 },
  }),
);
afterAll(() => room.close());

describe('an answer that is a no', () => {
  test.each([
    ['reject', 'Avvist signering: Arbeidsavtale', 'rejected', 'Avvist'],
    ['reserve', 'Avvist signering (reservert): Arbeidsavtale', 'reserved', 'Reservert'],
    [
      'contact-missing',
      'Avvist signering (mangler kontaktinformasjon): Arbeidsavtale',
      'contactMissing',
      'kontakt',
    ],
    ['block', 'Avvist signering (sperret): Arbeidsavtale', 'blocked', 'Sperret'],
    ['name-not-available', 'Avvist signering (navn ikke tilgjengelig): Arbeidsavtale', 'nameMissing', 'avn'],
  ] as const)('%s is filed with a note that says who answered what', async (action, title, failure, word) => {
    const desk = await openDesk(room);
    const { jobId, entryId } = await answered(desk, action);
    await desk.receive();
    expect(await desk.job(jobId)).toMatchObject({ state: 'failed', failure });
    const { entry, documents } = await desk.filed(jobId);
    expect([entry.title, entry.status, entry.clearance]).toEqual([title, 'J', undefined]);
    expect(documents).toMatchObject([{ role: 'H', type: 'avslag', title }]);
    const note = await noteOf(desk, jobId);
    for (const part of [ingrid.name, word, (await desk.entry(entryId)).recordNumber])
      expect(note).toContain(part);
    expect(note.includes('Tjenesten forteller ikke hvorfor')).toBe(failure === 'rejected');
    expect(note).toContain('ikke levert');
    expect((await desk.read.basketCounts(await actorOf(desk.read, kari))).get('refused')).toBe(1);
    expect((await desk.read.basketCounts(await actorOf(desk.read, kari))).get('arrears')).toBe(1);
    expect((await desk.entry(entryId)).status).toBe('E');
  });

  test('a person known as reserved is warned about the next time', async () => {
    const desk = await openDesk(room);
    const kariHolm = { name: 'Kari Reservert Holm', identityNumber: identityNumber('05857717076') };
    const parties = [{ kind: 'EM', isFirm: false, ...kariHolm }] as const;
    const job = await desk.sent(await desk.ready({ parties }), desk.order([kariHolm]));
    await desk.receive();
    expect(await desk.job(job.id)).toMatchObject({ state: 'failed', failure: 'reserved' });
    const { checkEntryDispatch } = await import('../../../main/usecases/dispatch/check-entry-dispatch.ts');
    const check = must(
      await checkEntryDispatch(desk.needs)(kari, await desk.ready(), desk.order([kariHolm])),
    );
    expect(check.findings.map(({ code }) => code)).toContain('addressee-reserved');
  });

  test('nobody answering in time is told as such, from those who were asked', async () => {
    const desk = await openDesk(room);
    const entryId = await desk.ready();
    const job = await desk.sent(entryId, desk.order([ingrid, olav], { deadlineDays: 30 }));
    await room.pass(31 * 86_400);
    await desk.receive();
    const { entry } = await desk.filed(job.id);
    expect(entry.title).toBe('Utløpt signering: Arbeidsavtale');
    expect((await desk.read.partiesOf(entry.id)).map(({ name }) => name)).toEqual([ingrid.name, olav.name]);
    expect(await noteOf(desk, job.id)).toContain('Utløpt');
  });

  test('keeps what was signed before the refusal as an attachment', async () => {
    const desk = await openDesk(room);
    const job = await desk.sent(await desk.ready(), desk.order([ingrid, { ...olav, group: 1 }]));
    await desk.act(job.id, ingrid, 'sign');
    await desk.receive();
    await desk.act(job.id, olav, 'reject');
    await desk.receive();
    const { entry, documents } = await desk.filed(job.id);
    expect(documents).toMatchObject([
      { role: 'H', type: 'avslag', title: 'Avvist signering: Arbeidsavtale' },
      { role: 'V', type: 'signert', title: 'Signert så langt: Arbeidsavtale' },
    ]);
    expect((await desk.read.partiesOf(entry.id)).map(({ name }) => name)).toEqual([ingrid.name, olav.name]);
    expect(await noteOf(desk, job.id)).toContain('det som var signert så langt, ligger ved');
  });

  test('names what it answers once, also where that was an answer itself', async () => {
    const desk = await openDesk(room);
    const job = await desk.sent(await desk.ready({ title: 'Signert: Arbeidsavtale / Arbeidsavtale' }));
    await desk.act(job.id, ingrid, 'sign');
    await desk.receive();
    const { entry, documents } = await desk.filed(job.id);
    expect([entry.title, documents[0]?.title]).toEqual(['Signert: Arbeidsavtale', 'Signert: Arbeidsavtale']);
  });

  test('to a screened entry is filed by Segl itself, also where nobody has a right to anything any more', async () => {
    const desk = await openDesk(room);
    const screening = {
      accessCode: toId<'access-code'>('UO'),
      legalBasis: 'Offl. § 13 jf. fvl. § 13',
      hidesTitle: true,
      hidesParties: true,
      hidesDocuments: true,
    } as const;
    const entryId = await desk.ready({ screening });
    const job = await desk.sent(entryId);
    await desk.act(job.id, ingrid, 'reject');
    await desk.archive.change(async (tx) => {
      for (const { id } of await tx.users()) await tx.setRights({ userId: id, roles: [], clearances: [] });
    });
    await desk.receive();
    const { entry } = await desk.filed(job.id);
    expect(entry).toMatchObject({ caseId: job.caseId, createdBy: systemName, screening });
    expect((await desk.answerOf(job.id)).confirmedAt).toEqual(expect.any(String));
  });

  test('a signer state nobody knows is kept and does not stop the answer', async () => {
    await room.modes({ unknownSignerStatus: 'DREAMING' });
    const desk = await openDesk(room);
    const job = await desk.sent(await desk.ready(), desk.order([ingrid, olav]));
    await desk.act(job.id, ingrid, 'sign');
    await desk.receive();
    expect((await desk.job(job.id)).signers).toMatchObject([
      { state: 'signed' },
      { state: 'unknown', serviceState: 'DREAMING' },
    ]);
    await desk.act(job.id, olav, 'sign');
    await desk.receive();
    expect((await desk.filed(job.id)).entry.title).toBe('Signert: Arbeidsavtale');
  });
});

describe('an answer to a closed case', () => {
  test('is stored and confirmed, waits in its basket, and is filed when the case is reopened', async () => {
    const desk = await openDesk(room);
    const { entryId, jobId, caseId } = await answered(desk);
    await closeUnder(desk, caseId);
    await desk.receive();
    const waiting = await desk.answerOf(jobId);
    expect([waiting.filedAs, waiting.confirmedAt]).toEqual([undefined, expect.any(String)]);
    expect(await desk.read.readFile(present(waiting.signedPdf))).toBeDefined();
    expect((await desk.read.basketCounts(await actorOf(desk.read, odd))).get('undeliverable')).toBe(1);
    expect(desk.news).toContainEqual(
      expect.objectContaining({ kind: 'answer.received', outcome: 'undeliverable', entryId }),
    );
    expect(await reopenCase(desk.needs)(kari, caseId, 'Svar kom')).toMatchObject({
      refusal: { code: 'not-allowed' },
    });
    expect(await reopenCase(desk.needs)(odd, caseId, '  ')).toMatchObject({
      refusal: { code: 'reason-missing' },
    });
    expect(must(await reopenCase(desk.needs)(odd, caseId, 'Svar kom'))).toEqual({ filed: 1 });
    expect((await desk.filed(jobId)).entry).toMatchObject({ caseId, title: 'Signert: Arbeidsavtale' });
    expect((await desk.read.basketCounts(await actorOf(desk.read, odd))).get('undeliverable')).toBe(0);
    expect(await reopenCase(desk.needs)(odd, caseId, 'igjen')).toMatchObject({
      refusal: { code: 'case-open' },
    });
  });

  test('can be filed in another case by the document centre, once, and keeps its link', async () => {
    const desk = await openDesk(room);
    const { entryId, jobId, caseId } = await answered(desk);
    await closeUnder(desk, caseId);
    await desk.receive();
    const elsewhere = await desk.newCase({ title: 'Personalmappe' });
    const { id } = await desk.answerOf(jobId);
    const file = (user: typeof kari, target: CaseId) =>
      fileAnswer(desk.needs)(id, { caseId: target, actor: user });
    expect(await file(kari, elsewhere)).toMatchObject({ refusal: { code: 'not-allowed' } });
    expect(await file(odd, caseId)).toMatchObject({ refusal: { code: 'case-closed' } });
    expect(await file(odd, 'nowhere' as CaseId)).toMatchObject({ refusal: { code: 'not-found' } });
    const filed: EntryId = must(await file(odd, elsewhere));
    expect(await desk.entry(filed)).toMatchObject({ caseId: elsewhere, createdBy: odd.name });
    expect(await desk.read.linksOf(entryId)).toEqual([{ from: filed, to: entryId, kind: 'signing-answer' }]);
    expect(await file(odd, elsewhere)).toMatchObject({ refusal: { code: 'answer-filed' } });
    expect(must(await reopenCase(desk.needs)(odd, caseId, 'Rydding'))).toEqual({ filed: 0 });
  });

  test('a case with a running job cannot be closed', async () => {
    const desk = await openDesk(room);
    const { caseId } = await answered(desk);
    expect(await closeCase(desk.needs)(odd, caseId)).toMatchObject({
      refusal: { code: 'signing-running', facts: { count: 1 } },
    });
  });
});
