import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { ok, refuse } from '../../domain/basics.ts';
import type { ArchiveEvent } from '../../domain/events.ts';
import type { Reply } from '../../preload/contract/contract.ts';
import { writeAnswerNote } from '../adapters/notes/write-answer-note.ts';
import { openPdfWorkshop } from '../adapters/pdf/open-pdf-workshop.ts';
import { nodeDigest, randomIds, systemClock } from '../adapters/system/system-clock.ts';
import { openFileSeal } from '../adapters/vault/open-file-seal.ts';
import { openIdentityVault } from '../adapters/vault/open-identity-vault.ts';
import { createDispatcher } from '../api/dispatcher.ts';
import type { ServedFile } from '../api/serve-file.ts';
import { admitBefore, looksOf, setUpHandlers } from '../api/set-up-desk.ts';
import type { HostParts } from './host-parts.ts';
import { createArchive, openArchive } from './open-archive.ts';
import { type ApplicationFace, serveArchive } from './serve-archive.ts';

/** The whole application as a host sees it. It knows no host. */
export type Application = {
  ask(name: string, input: unknown): Promise<Reply<unknown>>;
  stage(bytes: Uint8Array): Promise<Reply<{ readonly stagedId: string }>>;
  onEvent(listener: (event: ArchiveEvent) => void): () => void;
  /** `path` is the `url` of a view, e.g. `/files/object/<id>`. */
  serveFile(path: string): Promise<ServedFile | undefined>;
  /** Finishes what is under way (a send, a filing) and closes the archive. */
  close(): Promise<void>;
};

/**
 * Composes the application: opens the archive (building the training one at first start) and starts its background
 * work. A production archive that does not exist yet is created from the window, which then goes on in it.
 */
export async function createApplication(parts: HostParts): Promise<Application> {
  const pdf = openPdfWorkshop(parts);
  const listeners = new Set<(event: ArchiveEvent) => void>();
  const language = () => (parts.preferences.read().language === 'nn' ? 'nn' : 'nb');
  const world = {
    clock: systemClock,
    ids: randomIds,
    digest: nodeDigest,
    vault: openIdentityVault(parts.vaultKey),
    fileSeal: openFileSeal(parts.vaultKey),
    pdf,
    writeNote: writeAnswerNote(language),
    log: parts.log,
    publish: (event: ArchiveEvent) => {
      for (const listener of listeners) listener(event);
    },
    report: reporter(parts.log, () => randomIds.newId()),
  };
  const path = join(parts.archiveFolder, 'archive.db');
  const enter = async () => serveArchive(await openArchive(path, parts, world), parts, world);

  const setUp = (): ApplicationFace => {
    let creating = false;
    const create = async (input: Parameters<typeof createArchive>[2]) => {
      if (creating || existsSync(path)) return refuse('archive-exists');
      creating = true;
      try {
        const created = await createArchive(path, world, input);
        if (!created.ok) return created;
        parts.preferences.write({ userId: created.value });
        room = await enter();
        return ok(undefined);
      } finally {
        creating = false;
      }
    };
    return {
      ask: createDispatcher(
        setUpHandlers({ preferences: parts.preferences, create }),
        world.report,
        parts.checkAnswers ?? false,
        admitBefore(() => parts.preferences.read()),
      ),
      stage: () => refuse('archive-not-set-up', looksOf(parts.preferences.read())),
      serveFile: async () => undefined,
      close: async () => {},
    };
  };

  let room: ApplicationFace = await (async () =>
    parts.kind === 'production' && !existsSync(path) ? setUp() : await enter())().catch(
    async (fault: unknown) => {
      await pdf.close();
      throw fault;
    },
  );
  return {
    ask: (name, input) => room.ask(name, input),
    stage: (bytes) => Promise.resolve(room.stage(bytes)),
    onEvent(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    serveFile: (file) => room.serveFile(file),
    async close() {
      await room.close();
      await pdf.close();
    },
  };
}

/** Logs a fault under a short reference that a clerk can read out over the telephone. */
const reporter =
  (log: (line: string) => void, newId: () => string) =>
  (fault: unknown): string => {
    const reference = newId().slice(0, 8).toUpperCase();
    log(`fault ${reference}: ${fault instanceof Error ? (fault.stack ?? fault.message) : String(fault)}`);
    return reference;
  };
