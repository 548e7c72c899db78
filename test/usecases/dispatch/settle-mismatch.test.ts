import Database from 'better-sqlite3';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type EntryId, toId } from '../../../domain/basics.ts';
import { acceptCorrection, leaveParties } from '../../../main/usecases/dispatch/settle-mismatch.ts';
import {
  amina,
  type Desk,
  ingrid,
  kari,
  must,
  odd,
  olav,
  openDesk,
  type ReadyWish,
} from '../../support/desk.ts';
import { openMemoryRoom } from '../../support/memory-signing.ts';
import type { SigningRoom } from '../../support/signing-room.ts';
import { closeUnder } from '../signing/answered.ts';

let room: SigningRoom;
beforeAll(async () => {
  room = await openMemoryRoom();
});
afterAll(() => room.close());

/** Sent to Ingrid and Olav, while the journal names Amina: as an archive from before has it. */
async function mismatched(desk: Desk, wish: ReadyWish = {}, sent = false) {
  const entryId = await desk.ready(wish);
  const order = desk.order([ingrid, olav]);
  const jobId = sent ? (await desk.sent(entryId, order)).id : must(await desk.expedite(entryId, order));
  const sqlite = new Database(desk.kept.path);
  const [first, second] = await desk.read.partiesOf(entryId);
  sqlite.prepare('UPDATE signer SET party_id = NULL WHERE job_id = ?').run(jobId);
  sqlite.prepare('DELETE FROM correspondence_party WHERE id = ?').run(second?.id);
  sqlite.prepare('UPDATE correspondence_party SET name = ? WHERE id = ?').run(amina.name, first?.id);
  // The number that stood at the party was hers.
  const sealed = Buffer.from(await desk.needs.vault.seal(amina.identityNumber));
  sqlite.prepare('UPDATE sealed_identity SET sealed = ? WHERE party_id = ?').run(sealed, first?.id);
  sqlite.close();
  await desk.archive.change((tx) => tx.addPartyMismatch(entryId, jobId, desk.needs.clock.now()));
  return { entryId, jobId, partyId: first?.id ?? toId<'party'>('') };
}

const named = async (desk: Desk, entryId: EntryId) =>
  (await desk.read.partiesOf(entryId)).map(({ kind, name }) => `${kind} ${name}`);
const revisionOf = async (desk: Desk, entryId: EntryId) => (await desk.entry(entryId)).revision;

describe('the parties of an entry that was sent to others', () => {
  test('become those the job was sent to, past the freeze, with their sealed numbers, and the log says so', async () => {
    const desk = await openDesk(room);
    const { entryId, jobId } = await mismatched(desk, {}, true);
    const revision = await revisionOf(desk, entryId);
    must(await acceptCorrection(desk.needs)(odd, entryId, revision, []));
    expect(await named(desk, entryId)).toEqual([`EM ${ingrid.name}`, `EM ${olav.name}`]);
    const parties = await desk.read.partiesOf(entryId);
    const sealed = await desk.read.sealedIdentitiesOf(entryId);
    const numbers = await Promise.all(
      parties.map(({ id }) => desk.needs.vault.open(sealed.get(id) ?? new Uint8Array())),
    );
    expect(numbers).toEqual([ingrid.identityNumber, olav.identityNumber]);
    expect((await desk.job(jobId)).signers.map(({ partyId }) => partyId)).toEqual(
      parties.map(({ id }) => id),
    );
    expect(await desk.log(entryId)).toContainEqual(
      expect.objectContaining({
        code: 'parties-corrected',
        facts: { before: [`EM ${amina.name}`], after: [`EM ${ingrid.name}`, `EM ${olav.name}`] },
        by: odd.name,
      }),
    );
    expect(await desk.read.findPartyMismatch(entryId)).toBeUndefined();
    expect(await revisionOf(desk, entryId)).toBe(revision + 1);
    const { caseId } = await desk.entry(entryId);
    const found = await desk.read.findEntriesOf(caseId, kari, { text: 'Fjellprøve', offset: 0, limit: 10 });
    expect(found.rows.map(({ id }) => id)).toEqual([entryId]);
  });

  test('keep who was not sent to as a copy where that is chosen', async () => {
    const desk = await openDesk(room);
    const { entryId, partyId } = await mismatched(desk);
    must(await acceptCorrection(desk.needs)(odd, entryId, await revisionOf(desk, entryId), [partyId]));
    expect(await named(desk, entryId)).toEqual([`EM ${ingrid.name}`, `EM ${olav.name}`, `EK ${amina.name}`]);
  });

  test('are corrected by name where the numbers are purged already', async () => {
    const desk = await openDesk(room);
    const { entryId, jobId } = await mismatched(desk);
    await desk.archive.change(async (tx) => {
      await tx.purgeSigners(jobId);
      await tx.purgeParties(entryId);
    });
    must(await acceptCorrection(desk.needs)(odd, entryId, await revisionOf(desk, entryId), []));
    expect(await named(desk, entryId)).toEqual([`EM ${ingrid.name}`, `EM ${olav.name}`]);
    expect((await desk.read.sealedIdentitiesOf(entryId)).size).toBe(0);
  });

  test('stand where the document centre says why, and the reason is in the log', async () => {
    const desk = await openDesk(room);
    const { entryId } = await mismatched(desk);
    expect(await leaveParties(desk.needs)(odd, entryId, '  ')).toMatchObject({
      refusal: { code: 'reason-missing' },
    });
    must(await leaveParties(desk.needs)(odd, entryId, ' Sendt i posten også '));
    expect(await named(desk, entryId)).toEqual([`EM ${amina.name}`]);
    expect(await desk.log(entryId)).toContainEqual(
      expect.objectContaining({ code: 'parties-left', facts: { reason: 'Sendt i posten også' } }),
    );
  });

  test('are settled once, by the document centre, on what was seen', async () => {
    const desk = await openDesk(room);
    const { entryId } = await mismatched(desk);
    const revision = await revisionOf(desk, entryId);
    expect(await acceptCorrection(desk.needs)(kari, entryId, revision, [])).toMatchObject({
      refusal: { code: 'not-allowed' },
    });
    expect(await leaveParties(desk.needs)(kari, entryId, 'Nei')).toMatchObject({
      refusal: { code: 'not-allowed' },
    });
    expect(await acceptCorrection(desk.needs)(odd, entryId, revision - 1, [])).toMatchObject({
      refusal: { code: 'changed-meanwhile' },
    });
    expect(await named(desk, entryId)).toEqual([`EM ${amina.name}`]);
    must(await acceptCorrection(desk.needs)(odd, entryId, revision, []));
    for (const late of [
      await acceptCorrection(desk.needs)(odd, entryId, revision, []),
      await leaveParties(desk.needs)(odd, entryId, 'For sent'),
    ])
      expect(late).toMatchObject({ refusal: { code: 'parties-settled' } });
    expect(await acceptCorrection(desk.needs)(odd, toId('nowhere'), 1, [])).toMatchObject({
      refusal: { code: 'not-found' },
    });
  });

  test('are settled in a closed case too', async () => {
    const desk = await openDesk(room);
    const { entryId } = await mismatched(desk);
    await closeUnder(desk, (await desk.entry(entryId)).caseId);
    must(await acceptCorrection(desk.needs)(odd, entryId, await revisionOf(desk, entryId), []));
    expect(await named(desk, entryId)).toEqual([`EM ${ingrid.name}`, `EM ${olav.name}`]);
  });

  test('are settled while the job runs, and its answer is filed as before', async () => {
    const desk = await openDesk(room);
    const { entryId, jobId } = await mismatched(desk, {}, true);
    must(await acceptCorrection(desk.needs)(odd, entryId, await revisionOf(desk, entryId), []));
    await desk.act(jobId, ingrid, 'sign');
    await desk.act(jobId, olav, 'sign');
    await desk.receive();
    expect((await desk.filed(jobId)).entry.title).toBe('Signert: Arbeidsavtale');
    expect((await desk.read.sealedIdentitiesOf(entryId)).size).toBe(0);
  });
});
