import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { UserId } from '../../../domain/basics.ts';
import { changeEntry } from '../../../main/usecases/entries/change-entry.ts';
import { deleteEntry } from '../../../main/usecases/entries/delete-entry.ts';
import { setParties } from '../../../main/usecases/entries/set-parties.ts';
import { fieldRows, ingrid, kari, must, odd, openDesk, rita } from '../../support/desk.ts';
import { openMemoryRoom } from '../../support/memory-signing.ts';
import { code, revisionOf, screening } from '../../support/registered.ts';
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
});
