import { existsSync } from 'node:fs';
import { ok, refuse } from '../../domain/basics.ts';
import { openFileSeal } from '../adapters/vault/open-file-seal.ts';
import { openIdentityVault } from '../adapters/vault/open-identity-vault.ts';
import { recoveryLocksmith } from '../adapters/vault/recovery-locksmith.ts';
import { createDispatcher } from '../api/dispatcher.ts';
import { admitLocked, lockedHandlers } from '../api/locked-desk.ts';
import { admitBefore, looksOf, missingFacts, setUpHandlers } from '../api/set-up-desk.ts';
import type { ArchiveStore } from '../ports/archive-store.ts';
import { VaultLocked } from '../ports/vault.ts';
import { recoverVault, startNewVault, unlockVault } from '../usecases/administration/recover-vault.ts';
import type { HostParts } from './host-parts.ts';
import { buildTraining, createArchive, openArchive } from './open-archive.ts';
import { type ApplicationFace, type KeyedWorld, serveArchive } from './serve-archive.ts';

type World = Omit<KeyedWorld, 'vault'>;
/** From now on another dispatcher answers the window. */
type Into = (next: Promise<ApplicationFace>) => Promise<void>;

const locksmith = recoveryLocksmith;

/**
 * Who answers first: the desk; where there is no production archive yet, the place where one is created; and where its
 * vault does not open, the place where the recovery key is taken.
 */
export async function firstFace(
  path: string,
  parts: HostParts,
  world: World,
  into: Into,
): Promise<ApplicationFace> {
  if (parts.kind === 'training') {
    const key = await keyOrNew(parts);
    if (!existsSync(path)) await buildTraining(path, parts, { ...world, ...sealsOf(key) });
    return desk(path, key, parts, world);
  }
  if (!existsSync(path)) return setUpFace(path, parts, world, into);
  return openProduction(path, parts, world, into);
}

/** What recognises the vault key lies in the archive, which is therefore opened before the vault is. */
async function openProduction(
  path: string,
  parts: HostParts,
  world: World,
  into: Into,
): Promise<ApplicationFace> {
  const archive = await openArchive(path, parts.kind);
  const unlocked = await unlockVault({ ...world, archive, locksmith, lock: parts.vaultLock })();
  if (!('key' in unlocked)) return lockedFace(path, archive, unlocked, parts, world, into);
  await archive.close();
  return desk(path, unlocked.key, parts, world);
}

async function desk(path: string, key: Uint8Array, parts: HostParts, world: World): Promise<ApplicationFace> {
  const seals = sealsOf(key);
  const archive = await openArchive(path, parts.kind, seals.fileSeal);
  const { id, title } = await archive.read.identity();
  parts.knownArchive?.remember({ id, title, folder: parts.archiveFolder });
  return serveArchive(archive, parts, { ...world, vault: seals.vault }, { key, locksmith });
}

const sealsOf = (key: Uint8Array) => ({ vault: openIdentityVault(key), fileSeal: openFileSeal(key) });

/** Only for an archive that is made now: there is nothing yet that another key has sealed. */
async function keyOrNew({ vaultLock }: Pick<HostParts, 'vaultLock'>): Promise<Uint8Array> {
  const kept = await vaultLock.open();
  if (kept) return kept;
  const key = locksmith.newVaultKey();
  await vaultLock.keep(key);
  return key;
}

function setUpFace(path: string, parts: HostParts, world: World, into: Into): ApplicationFace {
  let creating = false;
  const missing = parts.knownArchive?.read();
  const create = async (
    input: Parameters<typeof createArchive>[2] & { readonly insteadOf?: string | undefined },
  ) => {
    if (creating || existsSync(path)) return refuse('archive-exists');
    if (missing && input.insteadOf !== missing.id)
      return refuse('archive-missing', missingFacts(missing, parts.preferences.read()));
    creating = true;
    try {
      const key = await keyOrNew(parts);
      const created = await createArchive(path, { ...world, fileSeal: openFileSeal(key) }, input);
      if (!created.ok) return created;
      parts.preferences.write({ userId: created.value });
      await into(desk(path, key, parts, world));
      return ok(undefined);
    } catch (fault) {
      if (fault instanceof VaultLocked) return refuse('vault-locked', { reason: fault.reason });
      throw fault;
    } finally {
      creating = false;
    }
  };
  return {
    stage: () => refuse('archive-not-set-up', looksOf(parts.preferences.read())),
    serveFile: async () => undefined,
    hear: async () => undefined,
    ask: createDispatcher(
      setUpHandlers({ preferences: parts.preferences, create }),
      world.report,
      parts.checkAnswers ?? false,
      admitBefore(() => parts.preferences.read(), missing),
    ),
    close: async () => {},
  };
}

function lockedFace(
  path: string,
  archive: ArchiveStore,
  why: Extract<Awaited<ReturnType<ReturnType<typeof unlockVault>>>, { reason: unknown }>,
  parts: HostParts,
  world: World,
  into: Into,
): ApplicationFace {
  parts.log(`the vault is locked: ${why.reason}`);
  const needs = { ...world, archive, locksmith, lock: parts.vaultLock };
  const enter = (key: Uint8Array) => into(archive.close().then(() => desk(path, key, parts, world)));
  return {
    stage: () => refuse('vault-locked', { reason: why.reason }),
    serveFile: async () => undefined,
    hear: async () => undefined,
    ask: createDispatcher(
      lockedHandlers({
        preferences: parts.preferences,
        recover: recoverVault(needs),
        startNew: startNewVault(needs),
        tryAgain: async () => {
          const again = await unlockVault(needs)();
          return 'key' in again ? ok(again.key) : refuse('vault-locked', { reason: again.reason });
        },
        enter,
      }),
      world.report,
      parts.checkAnswers ?? false,
      admitLocked(() => parts.preferences.read(), why),
    ),
    close: () => archive.close(),
  };
}
