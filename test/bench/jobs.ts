import { randomBytes } from 'node:crypto';
import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { EntryId, UserId } from '../../domain/basics.ts';
import { dateOf } from '../../domain/calendar.ts';
import { startNodeChild } from '../../main/adapters/children/start-node-child.ts';
import { writeAnswerNote } from '../../main/adapters/notes/write-answer-note.ts';
import { writeVariantLabels } from '../../main/adapters/notes/write-variant-labels.ts';
import { openPdfWorkshop } from '../../main/adapters/pdf/open-pdf-workshop.ts';
import { openPostenSigning } from '../../main/adapters/posten/open-posten-signing.ts';
import { openArchiveStore } from '../../main/adapters/store/open-archive-store.ts';
import { nodeDigest, randomIds, systemClock } from '../../main/adapters/system/system-clock.ts';
import { keyInMemory } from '../../main/adapters/vault/key-file-lock.ts';
import { openFileSeal } from '../../main/adapters/vault/open-file-seal.ts';
import { openIdentityVault } from '../../main/adapters/vault/open-identity-vault.ts';
import { createApplication } from '../../main/application/application.ts';
import { queueOf } from '../../main/application/open-archive.ts';
import type { PdfWorkshop } from '../../main/ports/pdf-workshop.ts';
import type { SigningService } from '../../main/ports/signing-service.ts';
import { expedite } from '../../main/usecases/dispatch/expedite.ts';
import { newDispatchMemory } from '../../main/usecases/dispatch/gather-dispatch.ts';
import { prepareDispatch } from '../../main/usecases/dispatch/prepare-dispatch.ts';
import { resolveOrder } from '../../main/usecases/dispatch/resolve-order.ts';
import { sendQueued } from '../../main/usecases/dispatch/send-queued.ts';
import type { Needs } from '../../main/usecases/needs.ts';
import { receiveChanges } from '../../main/usecases/signing/receive-changes.ts';
import type { InputOf, MethodName, OutputOf, Reply } from '../../preload/contract/contract.ts';
import { type PortalProcess, startPortalProcess } from '../portal/support/portal-process.ts';
import type { BenchRow } from './row.ts';

const jobs = 200;
const signer = '14838511091';

/**
 * So many letters expedited, sent, signed in the portal and filed, through the use cases, a real store and a real
 * client. The calls are made one after another; from our time is taken, for each, what lies between the whole request
 * being handed over and the answer's first byte. Handshakes, uploads and downloads are counted as ours. The portal
 * allows any number of calls in a second here, and so does the client.
 */
export async function benchJobs(): Promise<readonly BenchRow[]> {
  const work = mkdtempSync(join(tmpdir(), 'segl-bench-'));
  const vaultKey = new Uint8Array(randomBytes(32));
  const pdf = openPdfWorkshop({ startChild: startNodeChild });
  const portal = await startPortalProcess(join(work, 'portal'));
  // A pipe that nobody reads would stop the portal when it is full.
  portal.child.stderr?.resume();
  const archiveFolder = join(work, 'archive');
  try {
    const { user, entryIds } = await registerLetters(archiveFolder, vaultKey, pdf);
    await control(portal, 'modes', { rateLimit: false });
    const archive = await openArchiveStore(join(archiveFolder, 'archive.db'), {
      fileSeal: openFileSeal(vaultKey),
    });
    const identity = await archive.read.identity();
    const pem = (path: string) => readFileSync(path, 'utf8');
    const { where } = portal;
    const signing = openPostenSigning({
      environment: { apiRoot: where.api, anchors: [pem(where.ca)], serverOrganisation: '984661185' },
      organisation: where.organisation,
      queue: queueOf(identity),
      credentials: { kind: 'pem', certificateChain: pem(where.certificate), key: pem(where.key) },
      now: () => new Date(),
      callsPerSecond: 100_000,
    });
    let inClient = 0;
    const timed: SigningService = {
      ...signing,
      create: (order) => clocked(() => signing.create(order)),
      poll: () => clocked(() => signing.poll()),
      fetchSignedPdf: (url) => clocked(() => signing.fetchSignedPdf(url)),
      fetchSignature: (url) => clocked(() => signing.fetchSignature(url)),
      confirm: (url) => clocked(() => signing.confirm(url)),
    };
    const clocked = async <T>(call: () => Promise<T>): Promise<T> => {
      const start = performance.now();
      try {
        return await call();
      } finally {
        inClient += performance.now() - start;
      }
    };
    const needs: Needs = {
      archive,
      pdf,
      signing: timed,
      vault: openIdentityVault(vaultKey),
      clock: systemClock,
      ids: randomIds,
      digest: nodeDigest,
      queue: queueOf(identity),
      training: true,
      writeNote: writeAnswerNote(() => 'nb'),
      writeVariantLabels: writeVariantLabels(() => 'nb'),
      publish: () => {},
      wakeOutbox: () => {},
      log: (line) => void process.stderr.write(`${line}\n`),
    };
    const found = await archive.read.findUser(user);
    if (!found) throw new Error('the clerk is gone');
    const today = dateOf(systemClock.now());
    const clerk = { ...found, access: await archive.read.accessOf(user, today) };
    const memory = newDispatchMemory();
    const before = process.cpuUsage();
    const { own: expedited } = await ownTime(async () => {
      for (const entryId of entryIds) {
        const prepared = await prepareDispatch(needs)(clerk, entryId);
        if (!prepared.ok) throw new Error(JSON.stringify(prepared));
        const shown = prepared.value.order;
        const order = { ...(await resolveOrder(needs)(clerk, entryId, shown)), agreedWithLeader: true };
        const outcome = await expedite({ ...needs, memory })(clerk, entryId, order, undefined);
        if (!outcome.ok) throw new Error(JSON.stringify(outcome));
      }
    });
    const { own: sent, waited: waitedToSend } = await ownTime(() => sendQueued(needs)());
    const running = await archive.read.jobsIn(['inProgress']);
    if (running.length !== jobs) throw new Error(`${running.length} of ${jobs} jobs were sent`);
    for (const job of running)
      await control(portal, 'act', { job: job.serviceJobId, signer, action: 'sign' });
    const { own: filed, waited: waitedToFile } = await ownTime(async () => {
      for (let received = 0; received < jobs; ) received += (await receiveChanges(needs)()).received;
    });
    const { user: inUser, system } = process.cpuUsage(before);
    const left = (await archive.read.jobsIn(['inProgress'])).length;
    if (left > 0) throw new Error(`${left} answers are missing`);
    await signing.close();
    await archive.close();
    const each = (ms: number) => ms / jobs;
    const parts = [expedited, sent, filed].map((ms) => each(ms).toFixed(1)).join(' + ');
    const processor = each((inUser + system) / 1000).toFixed(1);
    return [
      {
        name: `Whole job of ${jobs}, archive and PDF work too, less the portal’s time (expedite + send + file: ${parts}; all threads’ processor time ${processor})`,
        ours: each(expedited + sent + filed),
      },
      {
        name: 'The client’s own time of that: create, poll, fetch, confirm',
        ours: each(inClient - waitedToSend - waitedToFile),
        target: 'under 15 ms',
      },
    ];
  } finally {
    await portal.end('SIGTERM');
    await pdf.close();
    rmSync(work, { recursive: true, force: true });
  }
}

/** Milliseconds of `work`, parted in those that a request spent waiting for the other side and the rest. */
async function ownTime(
  work: () => Promise<unknown>,
): Promise<{ readonly own: number; readonly waited: number }> {
  let waited = 0;
  let asked = 0;
  const onAsked = () => {
    asked = performance.now();
  };
  const onAnswered = () => {
    waited += performance.now() - asked;
  };
  subscribe('http.client.request.start', onAsked);
  subscribe('http.client.response.finish', onAnswered);
  const start = performance.now();
  try {
    await work();
    return { own: performance.now() - start - waited, waited };
  } finally {
    unsubscribe('http.client.request.start', onAsked);
    unsubscribe('http.client.response.finish', onAnswered);
  }
}

async function control(portal: PortalProcess, command: string, input: object): Promise<void> {
  const response = await fetch(`${portal.where.control}/${command}`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(input),
  });
  if (!response.ok) throw new Error(`${command}: ${await response.text()}`);
}

/** One case with so many outgoing letters, each with its recipient and ready to be expedited. */
async function registerLetters(archiveFolder: string, vaultKey: Uint8Array, pdf: PdfWorkshop) {
  const app = await createApplication({
    startChild: startNodeChild,
    archiveFolder,
    kind: 'training',
    withoutSampleCases: true,
    vaultLock: keyInMemory(vaultKey),
    preferences: { read: () => ({ language: 'nb', theme: 'auto' }), write: () => {} },
    capabilities: { openExternal: false },
    version: 'bench',
    log: () => {},
  });
  const ask = async <M extends MethodName>(name: M, input: InputOf<M>): Promise<OutputOf<M>> => {
    const reply = (await app.ask(name, input)) as Reply<OutputOf<M>>;
    if (!reply.ok) throw new Error(`${name}: ${JSON.stringify(reply.refusal)}`);
    return reply.value;
  };
  try {
    const { user } = await ask('session.open', {});
    const { classes } = await ask('cases.classes', {});
    const classId = classes.find((candidate) => candidate.selectable)?.id ?? '';
    const given = { title: 'Måling', classId, ownerId: user.id, adminUnit: user.adminUnit };
    const { caseId } = await ask('cases.create', given);
    const entryIds: EntryId[] = [];
    for (let number = 1; number <= jobs; number += 1) {
      const parties = [{ kind: 'EM' as const, name: 'Testperson', isFirm: false, identityNumber: signer }];
      const { entryId } = await ask('entries.create', {
        caseId,
        type: 'U',
        title: `Brev ${number}`,
        parties,
      });
      const letter = await pdf.drawLetter({
        sender: 'Måling kommune',
        title: `Brev ${number}`,
        meta: [],
        body: ['Vi viser til søknaden og ber om signatur.'],
        signatureLines: [],
        footer: 'Måling kommune',
        language: 'nb',
        createdAt: '2026-01-02T03:04:05Z',
      });
      const staged = await app.stage(letter);
      if (!staged.ok) throw new Error(staged.refusal.code);
      await ask('documents.add', { entryId, stagedId: staged.value.stagedId, fileName: 'brev.pdf' });
      const { revision } = await ask('entries.open', { entryId });
      await ask('entries.setStatus', { entryId, revision, to: 'F' });
      entryIds.push(entryId as EntryId);
    }
    return { user: user.id as UserId, entryIds };
  } finally {
    await app.close();
  }
}
