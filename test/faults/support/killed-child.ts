import { type JobId, toId } from '../../../domain/basics.ts';
import { toInstant } from '../../../domain/calendar.ts';
import type { DoubtDecision } from '../../../domain/doubtful-answer.ts';
import { startNodeChild } from '../../../main/adapters/children/start-node-child.ts';
import { writeAnswerNote } from '../../../main/adapters/notes/write-answer-note.ts';
import { writeVariantLabels } from '../../../main/adapters/notes/write-variant-labels.ts';
import { openPdfWorkshop } from '../../../main/adapters/pdf/open-pdf-workshop.ts';
import { openPostenSigning } from '../../../main/adapters/posten/open-posten-signing.ts';
import { openArchiveStore } from '../../../main/adapters/store/open-archive-store.ts';
import { nodeDigest, randomIds } from '../../../main/adapters/system/system-clock.ts';
import { openFileSeal } from '../../../main/adapters/vault/open-file-seal.ts';
import { openIdentityVault } from '../../../main/adapters/vault/open-identity-vault.ts';
import type { SigningConnection } from '../../../main/application/host-parts.ts';
import type { ArchiveStore } from '../../../main/ports/archive-store.ts';
import type { SigningService } from '../../../main/ports/signing-service.ts';
import { sendQueued, settleInterrupted } from '../../../main/usecases/dispatch/send-queued.ts';
import { decideDoubtful } from '../../../main/usecases/signing/decide-doubt.ts';
import { receiveChanges } from '../../../main/usecases/signing/receive-changes.ts';
import { actorWith } from '../../support/actor.ts';
import { unit } from '../../support/units.ts';

/** A process that does one round of sending or receiving and kills itself at a step. */
export type ChildOrder = {
  readonly path: string;
  /** Hexadecimal. */
  readonly key: string;
  readonly queue: string;
  readonly connection: SigningConnection;
  /** `misled`: a round of receiving in which the service gives a page of HTML for the signed document. */
  readonly work: 'send' | 'receive' | 'misled' | { readonly decide: DoubtDecision; readonly jobId: JobId };
  /** The step, from 1, at which it ends as by a power cut. Past the last one it ends by itself and says how many. */
  readonly killAt: number;
  readonly aheadMs: number;
};

// Handed over by the test that starts this process.
const order = JSON.parse(process.argv[2] ?? '') as ChildOrder;
let steps = 0;
const step = () => {
  steps += 1;
  if (steps === order.killAt) process.kill(process.pid, 'SIGKILL');
};
const counted =
  <Input extends readonly unknown[], Output>(call: (...input: Input) => Promise<Output>) =>
  (...input: Input): Promise<Output> => {
    step();
    return call(...input);
  };

/** A step before each transaction, and one when all of it is written but not committed. */
const countedArchive = (archive: ArchiveStore): ArchiveStore => ({
  ...archive,
  change: (work) => {
    step();
    return archive.change(async (tx) => {
      const result = await work(tx);
      step();
      return result;
    });
  },
});
const countedSigning = (signing: SigningService): SigningService => ({
  ...signing,
  create: counted(signing.create),
  poll: counted(signing.poll),
  fetchSignedPdf: counted((url) =>
    order.work === 'misled'
      ? Promise.resolve(new TextEncoder().encode('<html>'))
      : signing.fetchSignedPdf(url),
  ),
  fetchSignature: counted(signing.fetchSignature),
  confirm: counted(signing.confirm),
});

const now = () => new Date(Date.now() + order.aheadMs);
const archive = await openArchiveStore(order.path, {
  fileSeal: openFileSeal(new Uint8Array(Buffer.from(order.key, 'hex'))),
});
const pdf = openPdfWorkshop({ startChild: startNodeChild });
const { connection } = order;
const signing = openPostenSigning({
  environment: connection,
  organisation: connection.organisation,
  queue: order.queue,
  credentials: { kind: 'pem', certificateChain: connection.certificateChain, key: connection.key },
  now,
});
const needs = {
  archive: countedArchive(archive),
  signing: countedSigning(signing),
  pdf,
  vault: openIdentityVault(new Uint8Array(Buffer.from(order.key, 'hex'))),
  clock: { now: () => toInstant(now()) },
  ids: randomIds,
  digest: nodeDigest,
  queue: order.queue,
  training: true,
  writeNote: writeAnswerNote(() => 'nb'),
  writeVariantLabels: writeVariantLabels(() => 'nb'),
  publish: () => {},
  wakeOutbox: () => {},
  log: () => {},
};
const centre = actorWith(
  {
    id: toId('centre'),
    name: 'Odd Arkivar',
    initials: 'OA',
    adminUnit: unit('Arkiv'),
    roles: ['documentCentre'],
  },
  { units: [unit('Personal')] },
);
await settleInterrupted(needs)();
if (order.work === 'send') await sendQueued(needs)();
else if (typeof order.work === 'object')
  await decideDoubtful(needs)(centre, order.work.jobId, order.work.decide);
else await receiveChanges(needs)();
step();
await signing.close();
await pdf.close();
await archive.close();
process.stdout.write(String(steps));
