import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { EntryId } from '../../../domain/basics.ts';
import { toId } from '../../../domain/basics.ts';
import { setParties } from '../../../main/usecases/entries/set-parties.ts';
import { type Desk, ingrid, kari, must, olav, openDesk } from '../../support/desk.ts';
import { openMemoryRoom } from '../../support/memory-signing.ts';
import { code, revisionOf } from '../../support/registered.ts';
import type { SigningRoom } from '../../support/signing-room.ts';

let room: SigningRoom;
beforeAll(async () => {
  room = await openMemoryRoom();
});
afterAll(() => room.close());

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
});
