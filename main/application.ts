import { X509Certificate } from 'node:crypto';
import { join } from 'node:path';
import type { News } from '../preload/contract/contract.ts';
import { writeAnswerNote } from './adapters/notes/write-answer-note.ts';
import { openPdfWorkshop } from './adapters/pdf/open-pdf-workshop.ts';
import { realSurroundings } from './adapters/surroundings/real-surroundings.ts';
import { openIdentityVault } from './adapters/vault/open-identity-vault.ts';
import type { Desk } from './api/desk.ts';
import { createDispatcher } from './api/dispatcher.ts';
import { caseHandlers } from './api/handlers/case-handlers.ts';
import { dispatchHandlers } from './api/handlers/dispatch-handlers.ts';
import { documentHandlers } from './api/handlers/document-handlers.ts';
import { entryHandlers } from './api/handlers/entry-handlers.ts';
import { sessionHandlers } from './api/handlers/session-handlers.ts';
import { serveFile } from './api/serve-file.ts';
import { openSession } from './api/session.ts';
import { openStaging } from './api/staging.ts';
import type { Application, HostParts } from './application-shape.ts';
import { createBackgroundWork } from './background-work.ts';
import { openArchive, queueOf } from './open-archive.ts';
import { openSigning } from './open-signing.ts';
import { VaultLocked } from './ports/surroundings.ts';
import { newDispatchMemory } from './usecases/gather-dispatch.ts';
import type { Needs } from './usecases/needs.ts';
import { receiveChanges } from './usecases/receive-changes.ts';
import { sendQueued, settleInterrupted } from './usecases/send-queued.ts';

/** Puts the whole together: opens the archive (building the training one at first start) and starts its background work. */
export async function createApplication(parts: HostParts): Promise<Application> {
  const surroundings = realSurroundings();
  const vault = openIdentityVault(parts.vaultKey);
  const pdf = openPdfWorkshop();
  const listeners = new Set<(news: News) => void>();
  const language = () => (parts.preferences.read().language === 'nn' ? 'nn' : 'nb');
  const world = { surroundings, vault, pdf, writeNote: writeAnswerNote(language), log: parts.log };
  const archive = await openArchive(join(parts.archiveFolder, 'archive.db'), parts, world).catch(
    async (fault: unknown) => {
      await pdf.close();
      throw fault;
    },
  );
  const identity = await archive.read.identity();
  const signing = openSigning(parts.signing, queueOf(identity), parts.log);

  const needs: Needs = {
    ...world,
    archive,
    signing,
    queue: queueOf(identity),
    training: identity.kind === 'training',
    tell: (news) => {
      for (const listener of listeners) listener(news);
    },
    wakeOutbox: () => work.wakeOutbox(),
  };
  const work = createBackgroundWork({
    send: sendQueued(needs),
    receive: receiveChanges(needs),
    nextSending: async () => {
      const times = (await archive.read.jobsIn(['queued'])).map(
        (job) => job.nextAttemptAt ?? surroundings.now(),
      );
      return times.sort()[0];
    },
    expectsNews: async () => (await archive.read.jobsIn(['inProgress', 'uncertain'])).length > 0,
    surroundings,
    log: parts.log,
  });

  const desk: Desk = {
    ...needs,
    memory: newDispatchMemory(),
    session: openSession(archive.read, parts.preferences),
    staging: openStaging(() => surroundings.newId()),
    openIdentity: (sealed) =>
      vault.open(sealed).catch((fault: unknown) => {
        if (fault instanceof VaultLocked) return undefined;
        throw fault;
      }),
    signerPage: signerPageOf(parts.signing?.signerAddress),
    about: {
      version: parts.version,
      openExternal: parts.capabilities.openExternal,
      signerPortal: parts.signing?.signerAddress,
      environment: parts.signing?.environment ?? 'none',
      organisation: parts.signing?.organisation,
      certificateExpiresAt:
        parts.signing && new Date(new X509Certificate(parts.signing.certificateChain).validTo).toISOString(),
    },
    fetchNow: () => work.fetchNow(),
    testConnection: () => signing.testConnection(),
  };
  const ask = createDispatcher(
    {
      ...sessionHandlers(desk),
      ...caseHandlers(desk),
      ...entryHandlers(desk),
      ...documentHandlers(desk),
      ...dispatchHandlers(desk),
    },
    reporter(parts.log, () => surroundings.newId()),
    parts.checkAnswers ?? false,
  );

  await settleInterrupted(needs)();
  work.start();
  return {
    ask,
    stage: (bytes) => Promise.resolve(desk.staging.put(bytes)),
    onTell(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    serveFile: serveFile(desk),
    async close() {
      await work.stop();
      await signing.close();
      await pdf.close();
      await archive.close();
    },
  };
}

const signerPageOf = (address: string | undefined) => (serviceJobId: string, identityNumber: string) =>
  address && new URL(`/oppdrag/${serviceJobId}?signer=${identityNumber}`, address).href;

/** Logs a fault under a short reference that a clerk can read out over the telephone. */
const reporter =
  (log: (line: string) => void, newId: () => string) =>
  (fault: unknown): string => {
    const reference = newId().slice(0, 8).toUpperCase();
    log(`fault ${reference}: ${fault instanceof Error ? (fault.stack ?? fault.message) : String(fault)}`);
    return reference;
  };
