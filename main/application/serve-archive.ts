import { X509Certificate } from 'node:crypto';
import { showEvent } from '../../domain/access/show-event.ts';
import { type Shown, showEntry } from '../../domain/access/shown.ts';
import { toInstant } from '../../domain/calendar.ts';
import type { ArchiveEvent } from '../../domain/events.ts';
import { allowsService, signingServiceName } from '../../domain/machine-policy.ts';
import { awaitedStates } from '../../domain/signing-job.ts';
import type { Reply } from '../../preload/contract/contract.ts';
import { type BackgroundWork, createBackgroundWork } from '../adapters/background/background-work.ts';
import { watchDay } from '../adapters/background/watch-day.ts';
import { writeControlLetter } from '../adapters/notes/write-control-letter.ts';
import { createSwappableSigningService } from '../adapters/signing/swappable-signing-service.ts';
import { findProxyBy } from '../adapters/system/find-proxy.ts';
import { openTimeStamps } from '../adapters/time-stamps/open-time-stamps.ts';
import { admitByRule } from '../api/access-rules.ts';
import { admitChosen } from '../api/admit-chosen.ts';
import { createDispatcher, type Dispatch, type Handlers } from '../api/dispatcher.ts';
import { accessHandlers } from '../api/handlers/access-handlers.ts';
import { administrationHandlers } from '../api/handlers/administration-handlers.ts';
import { caseHandlers } from '../api/handlers/case-handlers.ts';
import { dispatchHandlers } from '../api/handlers/dispatch-handlers.ts';
import { documentHandlers } from '../api/handlers/document-handlers.ts';
import { entryHandlers } from '../api/handlers/entry-handlers.ts';
import { mailingHandlers } from '../api/handlers/mailing-handlers.ts';
import { maskingHandlers } from '../api/handlers/masking-handlers.ts';
import { oversightHandlers } from '../api/handlers/oversight-handlers.ts';
import { partyMismatchHandlers } from '../api/handlers/party-mismatch-handlers.ts';
import { restorationHandlers } from '../api/handlers/restoration-handlers.ts';
import { screeningHandlers } from '../api/handlers/screening-handlers.ts';
import { sessionHandlers } from '../api/handlers/session-handlers.ts';
import { shrinkingHandlers } from '../api/handlers/shrinking-handlers.ts';
import { signatureHandlers } from '../api/handlers/signature-handlers.ts';
import { vaultHandlers } from '../api/handlers/vault-handlers.ts';
import type { RequestContext } from '../api/request-context.ts';
import { serveFile } from '../api/serve-file.ts';
import type { ServedFile } from '../api/served-file.ts';
import { openSession, type Session } from '../api/session.ts';
import { openStaging } from '../api/staging.ts';
import type { ArchiveReader, ArchiveStore } from '../ports/archive-store.ts';
import type { ServiceSetup } from '../ports/service-setup.ts';
import { forgetOldLooks } from '../usecases/access/forget-looks.ts';
import { applyTakeOvers } from '../usecases/access/plan-take-over.ts';
import type { OpenVault } from '../usecases/administration/make-recovery-key.ts';
import { everythingChanged } from '../usecases/changed-event.ts';
import { newDispatchMemory } from '../usecases/dispatch/gather-dispatch.ts';
import { sendQueued, settleInterrupted } from '../usecases/dispatch/send-queued.ts';
import { newShrinkMemory } from '../usecases/documents/shrink-document.ts';
import { newVariantMemory } from '../usecases/documents/variant-memory.ts';
import { emptyOldFromBin } from '../usecases/entries/empty-bin.ts';
import type { Needs } from '../usecases/needs.ts';
import { controlUncontrolled } from '../usecases/signatures/control-filed.ts';
import { deleteAtService } from '../usecases/signing/delete-at-service.ts';
import { forgetNumbers } from '../usecases/signing/forget-numbers.ts';
import { receiveChanges } from '../usecases/signing/receive-changes.ts';
import { requestCancels } from '../usecases/signing/request-cancels.ts';
import { followHighWater } from './follow-high-water.ts';
import type { HostParts } from './host-parts.ts';
import { queueOf } from './open-archive.ts';
import { openServiceSetup } from './open-service-setup.ts';
import { openPortalSigning, openServiceSigning } from './open-signing.ts';
import { whileHeld } from './while-held.ts';

/**
 * Answers the window's calls: over an open archive, or while an archive is being set up. `seat`: which of those who have
 * windows on it asks; each seat has a user of its own.
 */
export type ApplicationFace = {
  readonly ask: (name: string, input: unknown, seat: string) => Promise<Reply<unknown>>;
  readonly stage: (bytes: Uint8Array) => Reply<{ readonly stagedId: string }>;
  readonly serveFile: (path: string, seat: string) => Promise<ServedFile | undefined>;
  /** The event as the user who sits there may hear it; nothing while nobody does. */
  readonly hear: (event: ArchiveEvent, seat: string) => Promise<Shown<ArchiveEvent> | undefined>;
  readonly close: () => Promise<void>;
};
export type KeyedWorld = Pick<
  Needs,
  'clock' | 'ids' | 'digest' | 'vault' | 'pdf' | 'writeNote' | 'writeVariantLabels' | 'log' | 'publish'
> & {
  readonly report: (fault: unknown) => string;
};

/** Answers calls over an open archive, with its signing service and background work. Closing it closes the archive. */
export async function serveArchive(
  opened: ArchiveStore,
  parts: HostParts,
  world: KeyedWorld,
  openVault: OpenVault,
): Promise<ApplicationFace> {
  const archive = await followHighWater(whileHeld(opened, parts.takenBy), parts, world);
  const identity = await archive.read.identity();
  const training = identity.kind === 'training';
  const machinePolicy = parts.policy ?? {};
  const findProxy = findProxyBy({
    policy: machinePolicy,
    env: process.env,
    ...(parts.systemProxy && { system: parts.systemProxy }),
  });
  const basics = { queue: queueOf(identity), log: parts.log, findProxy };
  // What was set before policy forbade it is kept, and not used.
  const allowed = (settings: ReturnType<ServiceSetup['current']>) =>
    settings && allowsService(machinePolicy, signingServiceName(settings.environment)) ? settings : undefined;
  const open = (settings: ReturnType<ServiceSetup['current']>) =>
    training
      ? openPortalSigning(parts.signing, basics)
      : openServiceSigning(allowed(settings), parts.serviceAddresses, basics);
  const setup = await openServiceSetup(
    { ...parts, ...basics, secrets: parts.secrets?.(openVault.key) },
    (settings) => work.between(() => swap(open(settings))),
  );
  const { signing, swap } = createSwappableSigningService(open(setup.current()));

  const needs: Needs = {
    ...world,
    archive,
    signing,
    queue: basics.queue,
    training,
    onTrial: () => setup.current()?.environment === 'difitest',
    wakeOutbox: () => work.wakeOutbox(),
  };
  const work = backgroundWork(needs, parts.version);
  const shared: Shared = {
    ...needs,
    report: world.report,
    openVault,
    machinePolicy,
    memory: newDispatchMemory(),
    variants: newVariantMemory(),
    shrinking: newShrinkMemory(),
    takenOut: new Map(),
    previews: new Map(),
    timeStamps: openTimeStamps(findProxy),
    controls: new Map(),
    writeControlLetter,
    staging: openStaging(() => world.ids.newId()),
    signerPage: signerPageOf(parts.signing?.signerAddress),
    about: {
      version: parts.version,
      openExternal: parts.capabilities.openExternal,
      signerPortal: parts.signing?.signerAddress,
    },
    setup,
    service: () => {
      const current = training ? undefined : allowed(setup.current());
      const set = training ? parts.signing : current;
      if (!set) return { environment: 'none' };
      const { environment, organisation, certificateChain } = set;
      const { validTo } = new X509Certificate(certificateChain);
      return {
        environment,
        organisation,
        certificateExpiresAt: toInstant(new Date(validTo)),
        // The local portal is asked for what Posten does where nothing is said.
        signerIdentifier: current?.signerIdentifier ?? 'number-and-name',
      };
    },
    fetchNow: () => work.fetchNow(),
    testConnection: () => signing.testConnection(),
  };
  const seats = new Map<string, Seat>();
  const seatOf = (id: string): Seat => {
    const seat = seats.get(id) ?? openSeat(shared, parts);
    seats.set(id, seat);
    return seat;
  };

  await settleInterrupted(needs)();
  work.start();
  const unwatchDay = watchDay(world.clock, () => world.publish(everythingChanged));
  return {
    ask: (name, input, seat) => seatOf(seat).ask(name, input),
    stage: (bytes) => shared.staging.put(bytes),
    serveFile: (path, seat) => seatOf(seat).serveFile(path),
    hear: (event, seat) => seatOf(seat).hear(event),
    close: async () => {
      unwatchDay();
      await work.stop();
      await signing.close();
      await archive.close();
    },
  };
}

/** What all seats have in common. */
type Shared = Omit<RequestContext, 'session'> & Pick<KeyedWorld, 'report'>;
type Seat = {
  readonly ask: Dispatch;
  readonly serveFile: (path: string) => Promise<ServedFile | undefined>;
  readonly hear: (event: ArchiveEvent) => Promise<Shown<ArchiveEvent> | undefined>;
};

/** The desk as one user has it. */
function openSeat(shared: Shared, parts: HostParts): Seat {
  const session = openSession(shared.archive.read, parts.preferences, shared.training, shared.clock);
  const context: RequestContext = { ...shared, session };
  const handlers: Handlers = {
    ...sessionHandlers(context),
    ...accessHandlers(context),
    ...administrationHandlers(context),
    ...signatureHandlers(context),
    ...vaultHandlers(context),
    ...caseHandlers(context),
    ...entryHandlers(context),
    ...documentHandlers(context),
    ...maskingHandlers(context),
    ...shrinkingHandlers(context),
    ...dispatchHandlers(context),
    ...oversightHandlers(context),
    ...mailingHandlers(context),
    ...partyMismatchHandlers(context),
    ...restorationHandlers(context),
    ...screeningHandlers(context),
  };
  return {
    ask: createDispatcher(
      handlers,
      shared.report,
      parts.checkAnswers ?? false,
      async (name) => (await admitChosen(session)(name)) ?? (await admitByRule(session)(name)),
    ),
    serveFile: async (path) => ((await session.chosen()) ? serveFile(context)(path) : undefined),
    hear: hearBy(session, shared.archive.read),
  };
}

const hearBy =
  (session: Session, archive: ArchiveReader): Seat['hear'] =>
  async (event) => {
    if (!(await session.chosen())) return undefined;
    const entry = event.kind === 'answer.received' ? await archive.findEntry(event.entryId) : undefined;
    const file = entry && (await archive.findCase(entry.caseId));
    return showEvent(event, file && showEntry(await session.user(), entry, file));
  };

function backgroundWork(needs: Needs, version: string): BackgroundWork {
  const { archive, clock, log } = needs;
  return createBackgroundWork({
    send: async () => {
      await requestCancels(needs)();
      await sendQueued(needs)();
    },
    clearOut: async () => {
      await applyTakeOvers(needs)();
      await emptyOldFromBin(needs)();
      await forgetOldLooks(needs)();
      await controlUncontrolled({ ...needs, about: { version } })();
      await forgetNumbers(needs)();
    },
    receive: async () => {
      const received = await receiveChanges(needs)();
      await deleteAtService(needs)().catch((fault: unknown) => log(`deleting at the service: ${fault}`));
      return received;
    },
    nextSending: async () => {
      const waiting = [...(await archive.read.jobsIn(['queued'])), ...(await archive.read.jobsToCancel())];
      const times = waiting.map((job) => job.nextAttemptAt ?? clock.now());
      return times.sort()[0];
    },
    expectsNews: async () => (await archive.read.jobsIn(awaitedStates)).length > 0,
    clock,
    log,
  });
}

const signerPageOf = (address: string | undefined) => (serviceJobId: string, identityNumber: string) =>
  address && new URL(`/oppdrag/${serviceJobId}?signer=${identityNumber}`, address).href;
