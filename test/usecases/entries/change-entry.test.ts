import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { PartyId, UserId } from '../../../domain/basics.ts';
import { changeEntry } from '../../../main/usecases/entries/change-entry.ts';
import { deleteEntry } from '../../../main/usecases/entries/delete-entry.ts';
import { screenParty } from '../../../main/usecases/entries/screen-party.ts';
import { setParties } from '../../../main/usecases/entries/set-parties.ts';
import { fieldRows, ingrid, kari, must, odd, openDesk, rita } from '../../support/desk.ts';
import { openMemoryRoom } from '../../support/memory-signing.ts';
import { code, revisionOf, screening, sender } from '../../support/registered.ts';
import type { SigningRoom } from '../../support/signing-room.ts';

let room: SigningRoom;
beforeAll(async () => {
  room = await openMemoryRoom();
});
afterAll(() => room.close());

describe('an entry', () => {
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
      must(await changeEntry(desk.needs)(kari, entryId, await revisionOf(desk, entryId), change, true));
    await edit({
      publicTitle: '*****',
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

  test('is not opened to more people before they have been told of, and the log says what was opened', async () => {
    const desk = await openDesk(room);
    const entryId = await desk.newEntry(await desk.newCase(), { screening });
    const edit = async (change: object, confirms?: boolean) =>
      code(changeEntry(desk.needs)(kari, entryId, await revisionOf(desk, entryId), change, confirms));
    expect(await edit({ screening: null })).toBe('loosening-unconfirmed');
    expect(await edit({ screening: { ...screening, hidesDocuments: false } })).toBe('loosening-unconfirmed');
    expect(await edit({ publicTitle: 'Noe helt annet' })).toBe('public-title-unfit');
    expect(await edit({ screening: { ...screening, hidesParties: true, legalBasis: 'Offl. § 1' } })).toBe(
      'legal-basis-unknown',
    );
    expect((await desk.entry(entryId)).screening).toEqual(screening);
    expect(await edit({ screening: { ...screening, hidesDocuments: false } }, true)).toBe('ok');
    expect(await edit({ screening: null }, true)).toBe('ok');
    const opened = (await desk.log(entryId)).flatMap((row) =>
      row.code === 'screening-loosened' ? [row.facts.opened] : [],
    );
    expect(opened).toEqual(expect.arrayContaining([['documents'], ['all']]));
    expect(opened).toHaveLength(2);
  });

  test('with a new title hides the whole of it, where its public title no longer fits', async () => {
    const desk = await openDesk(room);
    const entryId = await desk.newEntry(await desk.newCase(), { screening });
    const edit = async (change: object) =>
      code(changeEntry(desk.needs)(kari, entryId, await revisionOf(desk, entryId), change, true));
    expect(await edit({ title: 'Oppsigelse av Per Lyng', publicTitle: 'Oppsigelse av ***** *****' })).toBe(
      'ok',
    );
    expect((await desk.entry(entryId)).publicTitle).toBe('Oppsigelse av ***** *****');
    expect(await edit({ title: 'Oppsigelse for Per Lyng' })).toBe('ok');
    expect((await desk.entry(entryId)).publicTitle).toBeUndefined();
  });

  test('marks parties one by one, and keeps the marks when the parties are put in order', async () => {
    const desk = await openDesk(room);
    const entryId = await desk.newEntry(await desk.newCase(), { screening });
    must(await setParties(desk.needs)(kari, entryId, await revisionOf(desk, entryId), [sender]));
    const partyId = (await desk.read.partiesOf(entryId))[0]?.id;
    if (!partyId) throw new Error('no party');
    const screen = screenParty(desk.needs);
    expect(await code(screen(rita, entryId, partyId, true))).toBe('not-allowed');
    expect(await code(screen(kari, entryId, 'x' as PartyId, true))).toBe('not-found');
    must(await screen(kari, entryId, partyId, true));
    const again = [
      { ...sender, id: partyId, isScreened: false },
      { ...sender, isScreened: true },
    ];
    must(await setParties(desk.needs)(kari, entryId, await revisionOf(desk, entryId), again));
    expect((await desk.read.partiesOf(entryId)).map((party) => party.isScreened)).toEqual([true, true]);
    must(await screen(kari, entryId, partyId, false));
    const log = await desk.log(entryId);
    expect(fieldRows(log).filter(({ field }) => field === 'skjermetPart')).toMatchObject([
      { before: sender.name, after: '(tom)' },
      { before: '(tom)', after: sender.name },
    ]);
    expect(log.filter((row) => row.code === 'screening-loosened')).toHaveLength(1);
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
});
