import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll } from 'vitest';
import { freshOrder } from '../../domain/dispatch-order.ts';
import type { ArchiveEvent } from '../../domain/events.ts';
import { startNodeChild } from '../../main/adapters/children/start-node-child.ts';
import { keyInMemory } from '../../main/adapters/vault/key-file-lock.ts';
import { type Application, createApplication } from '../../main/application/application.ts';
import type { HostParts } from '../../main/application/host-parts.ts';
import type { InputOf, MethodName, OutputOf } from '../../preload/contract/contract.ts';
import { makePdf } from '../adapters/pdf/make-pdf.ts';
import { ingrid } from './desk.ts';
import { openPortalRoom, type PortalRoom } from './portal-room.ts';
import { preferencesInMemory } from './preferences-in-memory.ts';

/** An order to these people, else to one, as a clerk would leave the dialog. */
export const order = (...recipients: readonly (typeof ingrid)[]) =>
  freshOrder({
    recipients: (recipients.length > 0 ? recipients : [ingrid]).map((one) => ({ ...one, group: 0 })),
    message: 'Hei',
    agreedWithLeader: true,
  });

/** Why somebody would see a number. */
export const lookUp = { ground: 'register', words: '' } as const;

/**
 * The whole application for the tests of one file, with a portal and an archive of its own, asked as the window asks.
 * `more` gives what else its host has, by the archive's folder.
 */
export function applicationForTests(more: (folder: string) => Partial<HostParts> = () => ({})) {
  let room: PortalRoom;
  let app: Application;
  const folder = mkdtempSync(join(tmpdir(), 'segl-dor-'));
  const lines: string[] = [];
  const preferences = preferencesInMemory();
  const open = (archiveFolder = folder) =>
    createApplication({
      startChild: startNodeChild,
      archiveFolder,
      kind: 'training',
      vaultLock: keyInMemory(new Uint8Array(32).fill(7)),
      preferences,
      signing: room.connection(),
      capabilities: { openExternal: false },
      version: '0.0.0',
      log: (line) => void lines.push(line),
      withoutSampleCases: true,
      checkAnswers: true,
      ...more(archiveFolder),
    });
  beforeAll(async () => {
    room = await openPortalRoom();
    app = await open();
  });
  afterAll(async () => {
    await app.close();
    await room.close();
    rmSync(folder, { recursive: true, force: true });
  });

  const asked = new Set<string>();
  /** The answer, held to the contract by the application itself; a refusal is the test's failure. */
  async function ask<M extends MethodName>(name: M, input: InputOf<M>): Promise<OutputOf<M>> {
    asked.add(name);
    const reply = await app.ask(name, input);
    if (!reply.ok) throw new Error(`${name}: ${JSON.stringify(reply.refusal)} ${lines.at(-1)}`);
    // `checkAnswers` has held it to this shape.
    return reply.value as OutputOf<M>;
  }
  const refused = async (name: string, input: unknown) => {
    asked.add(name);
    const reply = await app.ask(name, input);
    return reply.ok ? 'no refusal' : reply.refusal.code;
  };
  /** The first news of this kind that comes from now on. */
  const news = <Kind extends ArchiveEvent['kind']>(kind: Kind): Promise<ArchiveEvent> =>
    new Promise((resolve) => {
      const stop = app.onEvent((item) => {
        if (item.kind !== kind) return;
        stop();
        resolve(item);
      });
    });
  async function be(role: string): Promise<void> {
    const { users } = await ask('session.open', {});
    const user = users.find(({ roles }) => roles.some((one) => one === role));
    await ask('session.switchUser', { userId: user?.id ?? '' });
  }
  const stage = async (bytes: Uint8Array): Promise<string> => {
    const staged = await app.stage(bytes);
    return staged.ok ? staged.value.stagedId : '';
  };
  /** A unit below the municipality that is not this one. */
  async function anotherUnit(than: string): Promise<string> {
    const { units } = await ask('session.open', {});
    return units.find((unit) => unit.id !== than && unit.parentId !== undefined)?.id ?? '';
  }
  async function newCase(): Promise<string> {
    const { classes } = await ask('cases.classes', {});
    const { user } = await ask('session.open', {});
    const { caseId } = await ask('cases.create', {
      title: 'Ansettelse',
      classId: classes.find(({ selectable }) => selectable)?.id ?? '',
      ownerId: user.id,
      adminUnit: user.adminUnit,
    });
    return caseId;
  }
  async function newEntry(caseId: string, title = 'Arbeidsavtale'): Promise<string> {
    const { entryId } = await ask('entries.create', {
      caseId,
      type: 'U',
      title,
      parties: [{ kind: 'EM', isFirm: false, ...ingrid }],
    });
    await ask('documents.add', {
      entryId,
      stagedId: await stage(await makePdf(['En side'])),
      fileName: 'avtale.pdf',
    });
    return entryId;
  }
  async function ready(caseId: string, title?: string): Promise<string> {
    const entryId = await newEntry(caseId, title);
    const { revision } = await ask('entries.open', { entryId });
    await ask('entries.setStatus', { entryId, revision, to: 'F' });
    return entryId;
  }
  /** Expedites, and waits until the service has it; the job's id. */
  async function expedite(entryId: string, wanted = order()): Promise<string> {
    const { merged } = await ask('dispatch.check', { entryId, order: wanted });
    const sent = news('dispatch.sent');
    const { jobId } = await ask('dispatch.expedite', {
      entryId,
      order: wanted,
      seenMerged: merged?.sha256 ?? '',
    });
    await sent;
    return jobId;
  }
  return {
    folder,
    app: () => app,
    room: () => room,
    /** Another application, on another folder. */
    open,
    /** Closes, does what is to be done meanwhile, and opens again. */
    restart: async (meanwhile: () => void = () => {}) => {
      await app.close();
      meanwhile();
      app = await open();
    },
    asked,
    lines,
    ask,
    refused,
    news,
    be,
    stage,
    anotherUnit,
    newCase,
    newEntry,
    ready,
    expedite,
  };
}
