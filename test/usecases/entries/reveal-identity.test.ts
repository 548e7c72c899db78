import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { EntryId, PartyId } from '../../../domain/basics.ts';
import type { RevealReason } from '../../../domain/reveal-reason.ts';
import { revealIdentity } from '../../../main/usecases/entries/reveal-identity.ts';
import { type Desk, ingrid, kari, must, odd, openDesk, rita } from '../../support/desk.ts';
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
  const reveal = (
    user = kari,
    needs = desk.needs,
    id = party?.id ?? ('' as PartyId),
    reason: RevealReason = { ground: 'right-person', words: '' },
  ) => revealIdentity(needs)(user, entryId, id, reason);
  expect(await code(reveal(rita))).toBe('not-allowed');
  expect(await code(reveal(kari, desk.needs, 'x' as PartyId))).toBe('not-found');
  const unsaid = { ground: 'other', words: '  ' } as const;
  expect(await code(reveal(kari, desk.needs, party?.id, unsaid))).toBe('reason-missing');
  expect(await desk.read.looks({ offset: 0, limit: 10 })).toMatchObject({ total: 0 });
  expect(must(await reveal())).toBe(ingrid.identityNumber);
  const keyless = await openDesk(room, { kept: { ...desk.kept, key: new Uint8Array(randomBytes(32)) } });
  const said = { ground: 'other', words: 'Ringer opp' } as const;
  expect(await code(reveal(odd, keyless.needs, party?.id, said))).toBe('identity-locked');
  const rows = await desk.log(entryId);
  expect(rows.filter((row) => row.code === 'identity-shown')).toMatchObject([
    { by: odd.name, facts: { whose: ingrid.name, ground: 'other', words: 'Ringer opp' } },
    { by: kari.name, facts: { whose: ingrid.name, ground: 'right-person', words: '' } },
  ]);
  const looks = await desk.read.looks({ offset: 0, limit: 10 });
  expect(looks.rows).toMatchObject([
    { userId: odd.id, kind: 'identity', subjectId: party?.id, entryId, reason: 'other: Ringer opp' },
    { userId: kari.id, kind: 'identity', subjectId: party?.id, entryId, reason: 'right-person' },
  ]);
  expect(JSON.stringify([rows, looks])).not.toContain(ingrid.identityNumber);
});
