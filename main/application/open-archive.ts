import { renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { ok, type Result, type UserId } from '../../domain/basics.ts';
import { openArchiveStore } from '../adapters/store/open-archive-store.ts';
import { type ArchiveIdentity, WrongArchiveKind } from '../ports/archive/archive-identity.ts';
import type { ArchiveStore } from '../ports/archive-store.ts';
import type { FileSeal } from '../ports/vault.ts';
import { actInPortal } from '../training/act-in-portal.ts';
import { buildTrainingArchive } from '../training/build-training-archive.ts';
import { playLiveJobs } from '../training/play-live-jobs.ts';
import { readIngredients } from '../training/read-ingredients.ts';
import { trainingFounding } from '../training/training-founding.ts';
import {
  type CreateRefusal,
  createProductionArchive,
  type NewArchive,
} from '../usecases/administration/create-production-archive.ts';
import type { Needs } from '../usecases/needs.ts';
import type { HostParts } from './host-parts.ts';
import { openPortalSigning } from './open-signing.ts';
import { resourcesFolder } from './resources-folder.ts';

type World = Pick<
  Needs,
  'clock' | 'ids' | 'digest' | 'vault' | 'pdf' | 'writeNote' | 'writeVariantLabels' | 'log'
> & {
  readonly fileSeal: FileSeal;
};

/** One queue per archive at the service, so that no two systems take each other's messages. */
export const queueOf = (identity: Pick<ArchiveIdentity, 'id'>): string => `segl-${identity.id.slice(0, 13)}`;

/**
 * The training archive is built at first start in a file of its own that takes the real name when it is whole, so an
 * interrupted start leaves nothing half made.
 */
export async function buildTraining(path: string, parts: HostParts, world: World): Promise<void> {
  const building = `${path}.building`;
  clearAway(building);
  await buildInto(building, parts, world);
  // The training archive has the same id each time it is built, and what is built now is not an older copy.
  if (parts.highWaterFile) rmSync(parts.highWaterFile, { force: true });
  renameSync(building, path);
}

/** Opens an archive of this kind, or throws {@link WrongArchiveKind}; without `fileSeal` only what shows no identity number. */
export async function openArchive(
  path: string,
  wanted: ArchiveIdentity['kind'],
  fileSeal?: FileSeal,
): Promise<ArchiveStore> {
  const archive = await openArchiveStore(path, fileSeal && { fileSeal });
  const { kind } = await archive.read.identity();
  if (kind === wanted) return archive;
  await archive.close();
  throw new WrongArchiveKind(kind);
}

/** Founds and fills the municipality's own archive, in a file that takes the real name when it is whole. */
export async function createArchive(
  path: string,
  { ids, fileSeal }: Pick<World, 'ids' | 'fileSeal'>,
  input: NewArchive,
): Promise<Result<UserId, CreateRefusal>> {
  const building = `${path}.building`;
  clearAway(building);
  const found = (identity: ArchiveIdentity) => openArchiveStore(building, { create: identity, fileSeal });
  const created = await createProductionArchive({ ids, found })(input);
  if (!created.ok) return created;
  await created.value.archive.close();
  renameSync(building, path);
  return ok(created.value.userId);
}

function clearAway(path: string): void {
  for (const suffix of ['', '-wal', '-shm']) rmSync(`${path}${suffix}`, { force: true });
}

async function buildInto(path: string, parts: HostParts, world: World): Promise<void> {
  const complete = await readIngredients(join(resourcesFolder(), 'training'));
  const ingredients = parts.withoutSampleCases ? { ...complete, cases: [] } : complete;
  const archive = await openArchiveStore(path, {
    create: await trainingFounding(ingredients, world),
    fileSeal: world.fileSeal,
  });
  try {
    const { liveJobs } = await buildTrainingArchive(
      { ...world, archive, onProgress: parts.onProgress },
      ingredients,
    );
    if (!parts.signing || liveJobs.length === 0) return;
    const queue = queueOf(await archive.read.identity());
    const signing = openPortalSigning(parts.signing, { queue, log: world.log });
    try {
      const needs: Needs = {
        ...world,
        archive,
        signing,
        queue,
        training: true,
        publish: () => {},
        wakeOutbox: () => {},
      };
      const waitUntil = (at: string) => pause(Math.max(0, Date.parse(at) - Date.now()) + 5);
      await playLiveJobs({ ...needs, act: actInPortal(parts.signing), waitUntil })(liveJobs);
    } finally {
      await signing.close();
    }
  } finally {
    await archive.close();
  }
}
