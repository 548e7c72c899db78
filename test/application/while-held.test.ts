import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { toId } from '../../domain/basics.ts';
import { openArchiveStore } from '../../main/adapters/store/open-archive-store.ts';
import { whileHeld } from '../../main/application/while-held.ts';
import { type ArchiveHolder, ArchiveTaken } from '../../main/ports/archive-holder.ts';

const kari: ArchiveHolder = {
  user: 'kari',
  machine: 'RDS-04',
  process: 4711,
  since: '2026-11-21T10:00:00.000Z',
};

async function openHeld() {
  const folder = mkdtempSync(join(tmpdir(), 'segl-held-'));
  const store = await openArchiveStore(join(folder, 'archive.db'), {
    create: {
      id: 'b6a1a9a0-0000-4000-8000-000000000001',
      kind: 'production',
      title: 'Arkiv',
      recordCreator: { name: 'Fjordvik', organisationNumber: '310000019' },
    },
  });
  onTestFinished(async () => {
    await store.close();
    rmSync(folder, { recursive: true, force: true });
  });
  let holder: ArchiveHolder | undefined;
  return { store, held: whileHeld(store, () => holder), take: () => (holder = kari) };
}

test('an archive that another process has taken is written to no more, nor closed', async () => {
  const { store, held, take } = await openHeld();
  take();
  await expect(held.change(async () => 'written')).rejects.toThrow(ArchiveTaken);
  await held.close();
  expect(await store.read.identity()).toMatchObject({ id: 'b6a1a9a0-0000-4000-8000-000000000001' });
});
test('what was under way when it was taken is not kept', async () => {
  const { store, held, take } = await openHeld();
  const before = await store.read.classes();
  const change = held.change(async (tx) => {
    await tx.addClass({ id: toId('b6a1a9a0-0000-4000-8000-000000000002'), code: '001', title: 'Brev' });
    take();
  });
  await expect(change).rejects.toThrow(ArchiveTaken);
  expect(await store.read.classes()).toEqual(before);
});
