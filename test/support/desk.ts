import { randomBytes, randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { Access, Actor } from '../../domain/access/actor.ts';
import type { Answer } from '../../domain/answer.ts';
import {
  type CaseId,
  type DocumentId,
  type EntryId,
  type Id,
  type JobId,
  toId,
} from '../../domain/basics.ts';
import { toInstant } from '../../domain/calendar.ts';
import type { LogRow } from '../../domain/change-log.ts';
import { type DispatchOrder, freshOrder, type Recipient } from '../../domain/dispatch-order.ts';
import type { EntryDocument } from '../../domain/documents.ts';
import type { ArchiveEvent } from '../../domain/events.ts';
import type { JournalEntry } from '../../domain/journal-entry.ts';
import type { PartyInput } from '../../domain/party-input.ts';
import type { User } from '../../domain/roles.ts';
import type { SigningJob } from '../../domain/signing-job.ts';
import { writeAnswerNote } from '../../main/adapters/notes/write-answer-note.ts';
import { writeVariantLabels } from '../../main/adapters/notes/write-variant-labels.ts';
import { openArchiveStore } from '../../main/adapters/store/open-archive-store.ts';
import { nodeDigest, randomIds } from '../../main/adapters/system/system-clock.ts';
import { openFileSeal } from '../../main/adapters/vault/open-file-seal.ts';
import { openIdentityVault } from '../../main/adapters/vault/open-identity-vault.ts';
import type { ArchiveIdentity } from '../../main/ports/archive/archive-identity.ts';
import { type CaseInput, createCase } from '../../main/usecases/cases/create-case.ts';
import { type ExpediteOutcome, expedite } from '../../main/usecases/dispatch/expedite.ts';
import { type DispatchMemory, newDispatchMemory } from '../../main/usecases/dispatch/gather-dispatch.ts';
import { sendQueued } from '../../main/usecases/dispatch/send-queued.ts';
import { addDocument } from '../../main/usecases/documents/add-document.ts';
import { changeStatus } from '../../main/usecases/entries/change-status.ts';
import { createEntry, type EntryInput } from '../../main/usecases/entries/create-entry.ts';
import type { Needs } from '../../main/usecases/needs.ts';
import { receiveChanges } from '../../main/usecases/signing/receive-changes.ts';
import { requestCancels } from '../../main/usecases/signing/request-cancels.ts';
import { makePdf } from '../adapters/pdf/make-pdf.ts';
import { actorWith } from './actor.ts';
import { identityNumber } from './identity-number.ts';
import { copyMigratedArchive } from './migrated-archive.ts';
import type { Action, SigningRoom } from './signing-room.ts';
import { addUnits, unit } from './units.ts';

/** Synthetic persons that the portal knows and can reach. */
export const ingrid = { name: 'Ingrid Solberg Testvik', identityNumber: identityNumber('14838511091') };
export const olav = { name: 'Olav Granitt Fjellprøve', identityNumber: identityNumber('02917112145') };
export const amina = { name: 'Amina Tåke Øvesen', identityNumber: identityNumber('23869213241') };

const person = (name: string, roles: User['roles'], access: Partial<Access> = {}): Actor =>
  actorWith(
    {
      id: randomUUID() as Id<'user'>,
      name,
      initials: name.replace(/[^A-ZÆØÅ]/gu, ''),
      adminUnit: unit('Personal'),
      roles,
    },
    access,
  );
export const kari = person('Kari Nordvik', ['caseworker']);
export const lars = person('Lars Leder', ['leader']);
export const odd = person('Odd Arkivar', ['documentCentre'], {
  clearances: [{ accessCode: toId('UO'), units: [unit('Personal')] }],
});
export const rita = person('Rita Revisor', ['reader']);

/** A value that a use case must give; its refusal is the test's failure. */
export const must = <T>(
  outcome: { readonly ok: true; readonly value: T } | { readonly ok: false; readonly refusal: object },
): T => {
  if (!outcome.ok) throw new Error(`refused: ${JSON.stringify(outcome)}`);
  return outcome.value;
};

/** Codes of the findings that stop a dispatch. */
export const stopsOf = (outcome: ExpediteOutcome): readonly string[] =>
  outcome.ok
    ? []
    : (outcome.findings ?? []).filter(({ severity }) => severity === 'stop').map(({ code }) => code);

/** Rows of the change log that tell of a field, with its name and values. */
export const fieldRows = (rows: readonly LogRow[]) =>
  rows.flatMap((row) => (row.code === 'field-changed' ? [{ ...row.facts, by: row.by }] : []));

export type Desk = Awaited<ReturnType<typeof openDesk>>;
/** What outlives a restart of the application. */
export type Kept = { readonly path: string; readonly key: Uint8Array; readonly identity: ArchiveIdentity };

type Part = { readonly title: string; readonly pages?: number };
export type ReadyWish = {
  readonly title?: string;
  readonly caseId?: CaseId;
  readonly parts?: readonly Part[];
  readonly parties?: readonly PartyInput[];
  readonly answers?: EntryId;
  readonly screening?: EntryInput['screening'];
  /** Stays a reserved entry. */
  readonly draft?: boolean;
};

export type DeskOptions = {
  readonly kept?: Kept;
  readonly needs?: Partial<Needs>;
  readonly training?: boolean;
};

/** A real archive, vault and PDF workshop, and the room's signing service; the folder is gone when the test is over. */
export async function openDesk(room: SigningRoom, options: DeskOptions = {}) {
  const kept = options.kept ?? (await newKept());
  const archive = await openArchiveStore(kept.path, {
    create: kept.identity,
    fileSeal: openFileSeal(kept.key),
  });
  onTestFinished(() => archive.close());
  await archive.change(async (tx) => {
    if ((await tx.users()).length > 0) return;
    await addUnits(tx, 'Personal');
    for (const user of [kari, lars, odd, rita]) await tx.addUser(user);
    await tx.addClass({ id: classes.branch, code: '4', title: 'Personell' });
    await tx.addClass({ id: classes.leaf, code: '41', title: 'Tilsetting', parentId: classes.branch });
  });
  const news: ArchiveEvent[] = [];
  const lines: string[] = [];
  const queue = `segl-${kept.identity.id.slice(0, 13)}`;
  const needs: Needs & { readonly memory: DispatchMemory } = {
    archive,
    pdf: room.pdf,
    vault: openIdentityVault(kept.key),
    clock: { now: () => toInstant(room.now()) },
    ids: randomIds,
    digest: nodeDigest,
    signing: room.openSigning(queue),
    queue,
    training: options.training ?? true,
    writeNote: writeAnswerNote(() => 'nb'),
    writeVariantLabels: writeVariantLabels(() => 'nb'),
    publish: (item) => void news.push(item),
    wakeOutbox: () => {},
    log: (line) => void lines.push(line),
    memory: newDispatchMemory(),
    ...options.needs,
  };
  const { read } = archive;
  const found = async <T>(wanted: Promise<T | undefined>): Promise<T> => {
    const value = await wanted;
    if (value === undefined) throw new Error('it is not there');
    return value;
  };

  const desk = {
    kept,
    needs,
    archive,
    read,
    news,
    lines,
    room,
    options,

    newCase: async (change: Partial<CaseInput> = {}, user = kari): Promise<CaseId> =>
      must(
        await createCase(needs)(user, {
          title: 'Ansettelse av lærer',
          classId: classes.leaf,
          ownerId: kari.id,
          adminUnit: unit('Personal'),
          ...change,
        }),
      ),
    newEntry: async (caseId: CaseId, change: Partial<EntryInput> = {}, user = kari): Promise<EntryId> =>
      must(
        await createEntry(needs)(user, {
          caseId,
          type: 'U',
          title: 'Arbeidsavtale',
          parties: [{ kind: 'EM', isFirm: false, ...ingrid }],
          ...change,
        }),
      ),
    addPdf: async (entryId: EntryId, title: string, pages = 1): Promise<DocumentId> => {
      const texts = Array.from({ length: pages }, (_, page) => `${title} side ${page + 1}`);
      const bytes = await makePdf(texts);
      return must(await addDocument(needs)(kari, entryId, { bytes, fileName: `${title}.pdf`, title }))
        .documentId;
    },
    toStatus: async (
      entryId: EntryId,
      to: JournalEntry['status'],
      user = kari,
      reason?: string,
    ): ReturnType<ReturnType<typeof changeStatus>> => {
      const { revision } = await desk.entry(entryId);
      return changeStatus(needs)(user, entryId, revision, to, reason);
    },
    /** An outgoing entry with its documents, finished and ready for «Ekspeder». */
    ready: async (wish: ReadyWish = {}): Promise<EntryId> => {
      const title = wish.title ?? 'Arbeidsavtale';
      const caseId = wish.caseId ?? (await desk.newCase());
      const entryId = await desk.newEntry(caseId, {
        title,
        ...(wish.parties && { parties: wish.parties }),
        ...(wish.answers && { answers: wish.answers }),
        ...(wish.screening && { screening: wish.screening }),
      });
      for (const part of wish.parts ?? [{ title }]) await desk.addPdf(entryId, part.title, part.pages);
      if (!wish.draft) must(await desk.toStatus(entryId, 'F'));
      return entryId;
    },
    order: (
      recipients: readonly (Pick<Recipient, 'name' | 'identityNumber'> & Partial<Recipient>)[] = [ingrid],
      change: Partial<DispatchOrder> = {},
    ): DispatchOrder =>
      freshOrder({
        recipients: recipients.map((recipient) => ({ group: 0, ...recipient })),
        message: 'Les og signer, takk.',
        agreedWithLeader: true,
        ...change,
      }),
    expedite: (
      entryId: EntryId,
      order: DispatchOrder = desk.order(),
      user = kari,
      seen?: string,
    ): Promise<ExpediteOutcome> => expedite(needs)(user, entryId, order, seen),
    send: sendQueued(needs),
    /** Asks the service to cancel what another job shall follow. */
    requestCancels: requestCancels(needs),
    /** What follows a job, once the service has cancelled it and has it. */
    successor: async (jobId: JobId): Promise<SigningJob> => {
      await desk.requestCancels();
      await desk.receive();
      await desk.send();
      const { succeededBy } = await desk.job(jobId);
      return found(read.findJob(succeededBy?.jobId ?? toId('none')));
    },
    /** Expedites and sends; the job as it then stands at the service. */
    sent: async (entryId: EntryId, order?: DispatchOrder): Promise<SigningJob> => {
      const jobId = must(await desk.expedite(entryId, order));
      await desk.send();
      return desk.job(jobId);
    },
    act: async (jobId: JobId, who: { readonly identityNumber: string }, action: Action): Promise<void> =>
      room.act((await desk.job(jobId)).serviceJobId ?? '', who.identityNumber, action),
    /** Waits for what the service allows, then empties the queue. */
    receive: async (): Promise<number> => {
      const nextAt = await read.nextPollAt(needs.queue);
      const wait = nextAt ? Math.ceil((Date.parse(nextAt) - room.now().getTime()) / 1_000) : 0;
      if (wait > 0) await room.pass(wait);
      return (await receiveChanges(needs)()).received;
    },

    entry: (id: EntryId): Promise<JournalEntry> => found(read.findEntry(id)),
    job: (id: JobId): Promise<SigningJob> => found(read.findJob(id)),
    answerOf: (id: JobId): Promise<Answer> => found(read.findAnswerOf(id)),
    /** The incoming entry an answer was filed as, with its documents. */
    filed: async (
      id: JobId,
    ): Promise<{ readonly entry: JournalEntry; readonly documents: readonly EntryDocument[] }> => {
      const entryId = await found(desk.answerOf(id).then((answer) => answer.filedAs));
      return { entry: await desk.entry(entryId), documents: await read.documentsOf(entryId) };
    },
    entriesOf: async (caseId: CaseId) => (await read.entriesOf(caseId, { offset: 0, limit: 100 })).rows,
    log: (entryId: EntryId): Promise<readonly LogRow[]> => read.logOf({ entryId }, { offset: 0, limit: 200 }),
  };
  return desk;
}

/** Closes, and opens again as the next start of the application would. */
export async function restarted(desk: Desk, more: Partial<Needs> = {}): Promise<Desk> {
  await desk.archive.close();
  return openDesk(desk.room, {
    ...desk.options,
    kept: desk.kept,
    needs: { ...desk.options.needs, ...more },
  });
}

export const classes = { branch: randomUUID() as Id<'class'>, leaf: randomUUID() as Id<'class'> };

async function newKept(): Promise<Kept> {
  const folder = await mkdtemp(join(tmpdir(), 'segl-pult-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  const path = join(folder, 'archive.db');
  await copyMigratedArchive(path);
  return {
    path,
    key: new Uint8Array(randomBytes(32)),
    identity: {
      id: randomUUID(),
      kind: 'training',
      title: 'Opplæring',
      recordCreator: { name: 'Granvik kommune', organisationNumber: '310845205' },
    },
  };
}
