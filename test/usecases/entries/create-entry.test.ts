import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { CaseId, EntryId } from '../../../domain/basics.ts';
import { closeCase } from '../../../main/usecases/cases/close-case.ts';
import { changeEntry } from '../../../main/usecases/entries/change-entry.ts';
import { createEntry } from '../../../main/usecases/entries/create-entry.ts';
import { kari, must, odd, openDesk, rita } from '../../support/desk.ts';
import { openMemoryRoom } from '../../support/memory-signing.ts';
import { code, screening, sender } from '../../support/registered.ts';
import type { SigningRoom } from '../../support/signing-room.ts';

let room: SigningRoom;
beforeAll(async () => {
  room = await openMemoryRoom();
});
afterAll(() => room.close());

describe('a new entry', () => {
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

  test('hides less than its case only where that was told and wanted, and the log says so', async () => {
    const desk = await openDesk(room);
    const caseId = await desk.newCase({ screening });
    const input = { caseId, type: 'U', title: 'Brev', parties: [] } as const;
    const make = (change: object) => createEntry(desk.needs)(kari, { ...input, ...change });
    for (const looser of [null, { ...screening, hidesTitle: false }])
      expect(await code(make({ screening: looser }))).toBe('loosening-unconfirmed');
    expect(await desk.entriesOf(caseId)).toHaveLength(0);
    const opened = must(await make({ screening: null, confirmsLoosening: true }));
    expect((await desk.entry(opened)).screening).toBeUndefined();
    expect(await desk.log(opened)).toContainEqual(
      expect.objectContaining({ code: 'screening-loosened', facts: { opened: ['all'] } }),
    );
    // Which words of its own title are hidden is for the entry to say.
    const words = must(await make({ publicTitle: '*****' }));
    expect((await desk.log(words)).map((row) => row.code)).not.toContain('screening-loosened');
  });

  test('takes the screening of the type of what is added to it, and is opened again only by one who says so', async () => {
    const desk = await openDesk(room);
    await desk.archive.change((tx) =>
      tx.setDefaultScreenings([{ of: { documentType: 'brev' }, ...screening }]),
    );
    const entryId = await desk.newEntry(await desk.newCase());
    const documentId = await desk.addPdf(entryId, 'Vedtak');
    expect((await desk.entry(entryId)).screening).toMatchObject({
      accessCode: 'UO',
      hidesTitle: true,
      hidesDocuments: false,
    });
    expect(await desk.read.documentsOf(entryId)).toMatchObject([{ id: documentId, isScreened: true }]);
    expect(await desk.log(entryId)).toContainEqual(
      expect.objectContaining({ facts: { field: 'tilgangsrestriksjon', before: '(tom)', after: 'UO' } }),
    );
    const { revision } = await desk.entry(entryId);
    expect(await code(changeEntry(desk.needs)(kari, entryId, revision, { screening: null }))).toBe(
      'loosening-unconfirmed',
    );
  });
});
