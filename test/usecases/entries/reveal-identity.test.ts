import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { EntryId, PartyId } from '../../../domain/basics.ts';
import { revealIdentity } from '../../../main/usecases/entries/reveal-identity.ts';
import { type Desk, fieldRows, ingrid, kari, must, odd, openDesk, rita } from '../../support/desk.ts';
import { openMemoryRoom } from '../../support/memory-signing.ts';
import { code } from '../../support/registered.ts';
import type { SigningRoom } from '../../support/signing-room.ts';

let room: SigningRoom;
beforeAll(async () => {
  room = await openMemoryRoom();
});
afterAll(() => room.close());

const partiesOf = (desk: Desk, entryId: EntryId) => desk.read.partiesOf(entryId);

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
