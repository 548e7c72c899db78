import { existsSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { openArchiveStore } from './adapters/store/open-archive-store.ts';
import { actInPortal } from './adapters/training/act-in-portal.ts';
import { readIngredients } from './adapters/training/read-ingredients.ts';
import type { HostParts } from './application-shape.ts';
import { openSigning } from './open-signing.ts';
import type { ArchiveIdentity, ArchiveStore } from './ports/archive-store.ts';
import { resourcesFolder } from './resources-folder.ts';
import { buildTrainingArchive } from './usecases/build-training-archive.ts';
import type { Needs } from './usecases/needs.ts';
import { playLiveJobs } from './usecases/play-live-jobs.ts';
import type { Ingredients } from './usecases/training/ingredients.ts';
import { stableId } from './usecases/training/stable-id.ts';

type World = Pick<Needs, 'surroundings' | 'vault' | 'pdf' | 'writeNote' | 'log'>;

/** One queue per archive at the service, so that no two systems take each other's messages. */
export const queueOf = (identity: Pick<ArchiveIdentity, 'id'>): string => `segl-${identity.id.slice(0, 13)}`;

/**
 * Opens the archive. The training archive is built at first start in a file of its own that takes the real name when
 * it is whole, so an interrupted start leaves nothing half made.
 */
export async function openArchive(path: string, parts: HostParts, world: World): Promise<ArchiveStore> {
  if (!existsSync(path)) {
    if (parts.kind === 'production')
      throw new Error('Driftsarkivet finnes ikke ennå. Opprett det under «Innstillinger» først.');
    const building = `${path}.building`;
    for (const suffix of ['', '-wal', '-shm']) rmSync(`${building}${suffix}`, { force: true });
    await buildInto(building, parts, world);
    renameSync(building, path);
  }
  return openArchiveStore(path);
}

async function buildInto(path: string, parts: HostParts, world: World): Promise<void> {
  const complete = await readIngredients(join(resourcesFolder(), 'training'));
  const ingredients = parts.withoutSampleCases ? { ...complete, cases: [] } : complete;
  const archive = await openArchiveStore(path, { create: await foundingOf(ingredients, world) });
  try {
    const { liveJobs } = await buildTrainingArchive(
      { ...world, archive, onProgress: parts.onProgress },
      ingredients,
    );
    if (!parts.signing || liveJobs.length === 0) return;
    const queue = queueOf(await archive.read.identity());
    const signing = openSigning(parts.signing, queue, world.log);
    try {
      const needs: Needs = {
        ...world,
        archive,
        signing,
        queue,
        training: true,
        tell: () => {},
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

async function foundingOf({ municipality }: Ingredients, { surroundings }: World) {
  return {
    id: await stableId(surroundings, 'archive', municipality.name),
    kind: 'training',
    title: `Opplæring – ${municipality.name}`,
    recordCreator: { name: municipality.name, organisationNumber: municipality.organisationNumber },
    part: { id: await stableId(surroundings, 'archive-part', municipality.name), title: 'Saksarkiv' },
    classificationSystem: {
      id: await stableId(surroundings, 'classification-system', municipality.name),
      title: 'K-koder',
      type: 'K-koder',
    },
    at: '2024-01-01T08:00:00.000Z',
  } as const;
}
