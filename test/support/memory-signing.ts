import { toInstant } from '../../domain/calendar.ts';
import {
  AnswerLost,
  type JobChange,
  type Poll,
  ServiceRefusal,
  ServiceUnreachable,
  type SignerChange,
  type SignerOrder,
  type SigningOrder,
  type SigningService,
} from '../../main/ports/signing-service.ts';
import { commands } from '../../portal/control/commands.ts';
import { sealPdf } from '../../portal/document/seal-pdf.ts';
import { createClock } from '../../portal/domain/clock.ts';
import { deletableAfterMs, redeliveryMs } from '../../portal/domain/limits.ts';
import { cancel } from '../../portal/domain/transitions.ts';
import { createJob } from '../../portal/jobs/create-job.ts';
import { announce, hasSignedDocument, type PortalContext, settle } from '../../portal/jobs/portal-context.ts';
import { openDatabase } from '../../portal/store/database.ts';
import { createJobStore } from '../../portal/store/job-store.ts';
import { createQueueStore, type SignerSnapshot, type Snapshot } from '../../portal/store/queue-store.ts';
import { serviceOrganisation, type TrainingCertificates } from '../../portal/training/certificates.ts';
import { plainModes, type RouteName } from '../../portal/training/modes.ts';
import { sender, sharedCertificates } from './shared-certificates.ts';
import { sharedWorkshop } from './shared-workshop.ts';
import type { ServiceJob, SigningRoom } from './signing-room.ts';

export type MemorySigning = Omit<SigningRoom, 'pdf'> & {
  /** What the service's seal is of, and what else its authority issues. */
  readonly certificates: TrainingCertificates;
};

/**
 * A signing service in this process: the portal's jobs, queue and clock, and neither TLS, HTTP, XML nor bundles. What
 * it hands out is the document it was sent, sealed. Held to the same promises as every adapter.
 */
export async function openMemorySigning(): Promise<MemorySigning> {
  const certificates = await sharedCertificates();
  const database = openDatabase(':memory:');
  const context: PortalContext = {
    clock: createClock(),
    database,
    jobs: createJobStore(database),
    queues: createQueueStore(database),
    certificates,
    pdf: {
      findObjection: async () => undefined,
      make: async ({ documents, seal, ca, at }) =>
        sealPdf(documents[0]?.bytes ?? new Uint8Array(), seal, ca, at),
      close: async () => {},
    },
    senders: new Map([[sender.number, sender]]),
    brokers: new Map(),
    pollWaitMs: 1_000,
    modes: plainModes,
  };
  const now = () => new Date(context.clock.now());
  let away = false;
  return {
    certificates,
    now,
    pass: async (seconds) => {
      context.clock.move(context.clock.offsetMs() + seconds * 1_000);
      settle(context);
    },
    modes: async (modes) => void commands.modes(context, modes),
    act: async (job, signer, action) => void commands.act(context, { job, signer, action }),
    // The command's own answer, in the form in which it goes over the wire.
    jobs: async () => JSON.parse(JSON.stringify(commands.jobs(context, {}))) as readonly ServiceJob[],
    stop: async () => {
      away = true;
    },
    start: async () => {
      away = false;
    },
    openSigning: (queue) =>
      serviceOver(
        context,
        queue,
        () => away,
        () => false,
      ),
    close: async () => void database.close(),
  };
}

/** A room with the PDF workshop of this process and {@link openMemorySigning}. */
export const openMemoryRoom = async (): Promise<SigningRoom & MemorySigning> => ({
  ...(await openMemorySigning()),
  pdf: sharedWorkshop(),
});

function serviceOver(
  context: PortalContext,
  queue: string,
  isAway: () => boolean,
  hasReminders: () => boolean,
): SigningService {
  const key = { organisation: sender.number, queue };
  const instant = (at: number) => toInstant(at);
  const jobAt = (address: string) => {
    const job = context.jobs.find(Number(/^memory:(\d+)/.exec(address)?.[1]));
    if (!job) throw new ServiceRefusal('NOT_FOUND', `nothing is at ${address}`, 404);
    return job;
  };
  /** What the service's modes make of a call, in the words of the port. */
  const call = async <T>(route: RouteName, work: () => T | Promise<T>): Promise<T> => {
    if (isAway()) throw new ServiceUnreachable('ECONNREFUSED', 'the service is away');
    const { fail, cut } = context.modes;
    const concerns = (mode: { readonly count: number; readonly route?: RouteName }) =>
      mode.count > 0 && (mode.route === undefined || mode.route === route);
    if (concerns(fail)) {
      context.modes = { ...context.modes, fail: { ...fail, count: fail.count - 1 } };
      const code = `http-${fail.status}`;
      if (fail.status < 500) throw new ServiceRefusal(code, 'as the test wants it', fail.status);
      throw route === 'create' ? new AnswerLost(code) : new ServiceUnreachable(code, 'as the test wants it');
    }
    settle(context);
    const result = await work();
    if (!concerns(cut)) return result;
    context.modes = { ...context.modes, cut: { ...cut, count: cut.count - 1 } };
    throw new ServiceUnreachable('answer-cut', 'the connection was cut');
  };
  return {
    create: (order) =>
      call('create', async () => {
        const job = createJob(context, sender.number, { reference: order.reference, queue }, bundleOf(order));
        const { dropAfterCreate } = context.modes;
        if (dropAfterCreate === 0)
          return { serviceJobId: String(job.id), cancellationUrl: `memory:${job.id}/cancel` };
        context.modes = { ...context.modes, dropAfterCreate: dropAfterCreate - 1 };
        throw new AnswerLost('the connection was closed');
      }),
    poll: () =>
      call('poll', (): Poll => {
        const at = context.clock.now();
        const next = at + context.pollWaitMs;
        const early = at < context.queues.permittedAt(key);
        const message = early ? undefined : context.queues.take(key, at, at + redeliveryMs);
        context.queues.permitAt(key, message ? at : next);
        if (message) return { kind: 'change', change: changeOf(context, message), nextAt: instant(at) };
        return { kind: early ? 'too-soon' : 'nothing', nextAt: instant(next) };
      }),
    fetchSignedPdf: (address) =>
      call('pades', async () => {
        const job = jobAt(address);
        if (!hasSignedDocument(job)) throw new ServiceRefusal('NOT_FOUND', 'no signed document', 404);
        const { seal, ca } = context.certificates;
        return context.pdf.make({
          job,
          documents: context.jobs.documentsOf(job.id),
          xades: new Map(),
          seal,
          ca,
          at: context.clock.now(),
        });
      }),
    fetchSignature: (address) =>
      call('xades', () => {
        const found = context.jobs.findXades(jobAt(address).id, Number(address.split('/').at(-1)));
        if (!found) throw new ServiceRefusal('NOT_FOUND', 'no signature', 404);
        return found;
      }),
    confirm: (address) =>
      call('confirm', () => {
        const id = Number(/^memory:(\d+)/.exec(address)?.[1]);
        context.queues.confirm(id, context.clock.now());
        const job = context.jobs.find(id);
        const over = job && job.status !== 'IN_PROGRESS' && !context.queues.hasUnconfirmed(id);
        if (over && context.modes.vanishAfterConfirm) context.jobs.remove(id, context.clock.now());
      }),
    cancel: (address) =>
      call('cancel', () => {
        const job = jobAt(address);
        if (job.status !== 'IN_PROGRESS') return 'too-late';
        context.jobs.inTransaction(() => announce(context, cancel(job, context.clock.now())));
        return 'cancelled';
      }),
    deleteDocuments: (address) =>
      call('delete-documents', () => {
        const job = jobAt(address);
        if (job.endedAt === undefined || context.clock.now() < job.endedAt + deletableAfterMs)
          throw new ServiceRefusal('DOCUMENTS_NOT_DELETABLE', 'too early', 409);
        context.jobs.inTransaction(() => context.jobs.purge(job.id, context.clock.now()));
      }),
    noticePlan: () => [{ daysBefore: 2, by: 'email' }],
    remindsOnDemand: () => hasReminders(),
    remind: (serviceJobId) =>
      call('cancel', () => {
        if (!hasReminders()) throw new ServiceRefusal('not-supported', 'no reminders', 0);
        if (jobAt(`memory:${serviceJobId}`).status !== 'IN_PROGRESS')
          throw new ServiceRefusal('ended', 'nobody is waited for', 409);
      }),
    sealPolicy: () => ({
      anchors: [context.certificates.ca],
      timeStampAnchors: [],
      organisation: serviceOrganisation,
      extendedUsages: [],
      addedPages: 'none',
    }),
    testConnection: async () => ({ outcome: 'works', detail: 'in memory', organisation: sender.number }),
    close: async () => {},
  };
}

/** The order as the portal's own job maker takes it, judged by nobody. */
function bundleOf(order: SigningOrder): Parameters<typeof createJob>[3] {
  return {
    manifest: {
      signers: order.signers.map(toManifestSigner),
      organisation: sender.number,
      title: order.title,
      nonsensitiveTitle: order.nonSensitiveTitle,
      description: order.message,
      documents: [],
      level: undefined,
      activationAt: undefined,
      availableSeconds: order.deadlineDays * 86_400,
      identifier: undefined,
    },
    documents: [{ title: order.title, href: 'document.pdf', bytes: Buffer.from(order.pdf) }],
  };
}

/** Who signs for a firm is reached where the firm is; everybody else, and one of a firm without an address, by lookup. */
function toManifestSigner({ identityNumber, group, onBehalfOf, contact }: SignerOrder) {
  const own = onBehalfOf !== undefined ? contact : undefined;
  const usesLookup = own?.email === undefined && own?.phone === undefined;
  return {
    order: group,
    number: identityNumber,
    signatureType: undefined,
    usesLookup,
    email: own?.email,
    mobile: own?.phone?.replaceAll(' ', ''),
    onBehalfOf: onBehalfOf !== undefined && !usesLookup ? 'OTHER' : 'SELF',
  } as const;
}

const jobStatuses = {
  IN_PROGRESS: 'inProgress',
  COMPLETED_SUCCESSFULLY: 'completed',
  FAILED: 'failed',
} as const;
const signerStates: Readonly<Record<SignerSnapshot['status'], SignerChange['state']>> = {
  WAITING: 'waiting',
  SIGNED: 'signed',
  REJECTED: 'rejected',
  CANCELLED: 'cancelled',
  EXPIRED: 'expired',
  RESERVED: 'reserved',
  CONTACT_INFORMATION_MISSING: 'contactInformationMissing',
  BLOCKED: 'blocked',
  SIGNERS_NAME_NOT_AVAILABLE: 'nameNotAvailable',
  NOT_APPLICABLE: 'notApplicable',
};

function changeOf(context: PortalContext, message: Snapshot): JobChange {
  const own = `memory:${message.job}`;
  const { unknownSignerStatus } = context.modes;
  const signed = message.signers.some(({ status }) => status === 'SIGNED');
  return {
    ...(message.reference !== undefined && { reference: message.reference }),
    serviceJobId: String(message.job),
    status: jobStatuses[message.status],
    confirmationUrl: `${own}/complete`,
    ...(message.status === 'IN_PROGRESS' && { cancellationUrl: `${own}/cancel` }),
    ...(message.status === 'COMPLETED_SUCCESSFULLY' && { deleteDocumentsUrl: `${own}/documents` }),
    ...(signed && { padesUrl: `${own}/pades` }),
    signers: message.signers.map(({ id, number, status, since }) => {
      const strange = status === 'WAITING' && unknownSignerStatus !== undefined;
      return {
        ...(number !== undefined && { identityNumber: number }),
        state: strange ? 'unknown' : signerStates[status],
        serviceState: strange ? unknownSignerStatus : status,
        since: toInstant(since),
        ...(status === 'SIGNED' && { xadesUrl: `${own}/xades/${id}` }),
      };
    }),
  };
}
