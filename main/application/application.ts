import { join } from 'node:path';
import type { Shown } from '../../domain/access/shown.ts';
import type { ArchiveEvent } from '../../domain/events.ts';
import type { Reply } from '../../preload/contract/contract.ts';
import { writeAnswerNote } from '../adapters/notes/write-answer-note.ts';
import { writeVariantLabels } from '../adapters/notes/write-variant-labels.ts';
import { openPdfWorkshop } from '../adapters/pdf/open-pdf-workshop.ts';
import { nodeDigest, randomIds, systemClock } from '../adapters/system/system-clock.ts';
import { refuseTaken } from '../api/dispatcher.ts';
import { refusal } from '../api/reply.ts';
import type { ServedFile } from '../api/served-file.ts';
import { firstFace } from './first-face.ts';
import type { HostParts } from './host-parts.ts';
import type { ApplicationFace } from './serve-archive.ts';

/**
 * The whole application as a host sees it. It knows no host. A `seat` is any text that stays with one window, or with the
 * windows that share a user; left out where there is only one.
 */
export type Application = {
  ask(name: string, input: unknown, seat?: string): Promise<Reply<unknown>>;
  stage(bytes: Uint8Array): Promise<Reply<{ readonly stagedId: string }>>;
  onEvent(listener: (event: Shown<ArchiveEvent>) => void, seat?: string): () => void;
  /** `path` is the `url` of a view, e.g. `/files/object/<id>`. */
  serveFile(path: string, seat?: string): Promise<ServedFile | undefined>;
  /** Finishes what is under way (a send, a filing) and closes the archive. */
  close(): Promise<void>;
};

/**
 * Composes the application: opens the archive (building the training one at first start) and starts its background
 * work. A production archive that does not exist yet is created from the window, which then goes on in it.
 */
export async function createApplication(parts: HostParts): Promise<Application> {
  const pdf = openPdfWorkshop(parts);
  const listeners = new Map<(event: Shown<ArchiveEvent>) => void, string>();
  // One after the other, so that they are heard in the order in which they happened.
  let told: Promise<void> = Promise.resolve();
  const language = () => (parts.preferences.read().language === 'nn' ? 'nn' : 'nb');
  const world = {
    clock: systemClock,
    ids: randomIds,
    digest: nodeDigest,
    pdf,
    writeNote: writeAnswerNote(language),
    writeVariantLabels: writeVariantLabels(language),
    log: parts.log,
    publish: (event: ArchiveEvent) => {
      if (listeners.size === 0) return;
      told = told
        .then(async () => {
          for (const [listener, seat] of listeners) {
            const heard = await face.hear(event, seat);
            // It may have gone meanwhile.
            if (heard && listeners.has(listener)) listener(heard);
          }
        })
        .catch((fault: unknown) => void world.report(fault));
    },
    report: reporter(parts.log, () => randomIds.newId()),
  };
  const path = join(parts.archiveFolder, 'archive.db');
  const into = async (next: Promise<ApplicationFace>): Promise<void> => {
    face = await next;
  };
  let face: ApplicationFace = await firstFace(path, parts, world, into).catch(async (fault: unknown) => {
    await pdf.close();
    throw fault;
  });
  let closing = false;
  return {
    ask: async (name, input, seat = onlySeat) => {
      if (closing) return refusal('closing');
      const holder = parts.takenBy?.();
      return holder ? refuseTaken(holder) : face.ask(name, input, seat);
    },
    stage: (bytes) => Promise.resolve(face.stage(bytes)),
    onEvent(listener, seat = onlySeat) {
      listeners.set(listener, seat);
      return () => void listeners.delete(listener);
    },
    serveFile: async (file, seat = onlySeat) =>
      closing || parts.takenBy?.() ? undefined : face.serveFile(file, seat),
    async close() {
      closing = true;
      listeners.clear();
      await told;
      await face.close();
      await pdf.close();
    },
  };
}

const onlySeat = '';

/** Logs a fault under a short reference that a clerk can read out over the telephone. */
const reporter =
  (log: (line: string) => void, newId: () => string) =>
  (fault: unknown): string => {
    const reference = newId().slice(0, 8).toUpperCase();
    log(`fault ${reference}: ${fault instanceof Error ? (fault.stack ?? fault.message) : String(fault)}`);
    return reference;
  };
