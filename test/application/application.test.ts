import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { LogRow } from '../../domain/change-log.ts';
import { freshOrder } from '../../domain/dispatch-order.ts';
import type { ArchiveEvent } from '../../domain/events.ts';
import type { Preferences } from '../../domain/preferences.ts';
import { startNodeChild } from '../../main/adapters/children/start-node-child.ts';
import { keyInMemory } from '../../main/adapters/vault/key-file-lock.ts';
import { type Application, createApplication } from '../../main/application/application.ts';
import { contract, type InputOf, type MethodName, type OutputOf } from '../../preload/contract/contract.ts';
import { makePdf } from '../adapters/pdf/make-pdf.ts';
import { ingrid, olav } from '../support/desk.ts';
import { openPortalRoom, type PortalRoom } from '../support/portal-room.ts';

let room: PortalRoom;
let app: Application;
const folder = mkdtempSync(join(tmpdir(), 'segl-dor-'));
const lines: string[] = [];
let preferences: Preferences = { language: 'nb', theme: 'auto' };
const open = (archiveFolder = folder) =>
  createApplication({
    startChild: startNodeChild,
    archiveFolder,
    kind: 'training',
    vaultLock: keyInMemory(new Uint8Array(32).fill(7)),
    preferences: {
      read: () => preferences,
      write: (change) => {
        preferences = { ...preferences, ...change };
      },
    },
    signing: room.connection(),
    capabilities: { openExternal: false },
    version: '0.0.0',
    log: (line) => void lines.push(line),
    withoutSampleCases: true,
    checkAnswers: true,
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
async function newCase(): Promise<string> {
  const { classes } = await ask('cases.classes', {});
  const { user } = await ask('session.open', {});
  const { caseId } = await ask('cases.create', {
    title: 'Ansettelse',
    classId: classes.find(({ selectable }) => selectable)?.id ?? '',
    ownerId: user.id,
    adminUnit: 'Personal',
  });
  return caseId;
}
async function newEntry(caseId: string): Promise<string> {
  const { entryId } = await ask('entries.create', {
    caseId,
    type: 'U',
    title: 'Arbeidsavtale',
    parties: [{ kind: 'EM', isFirm: false, ...ingrid }],
  });
  await ask('documents.add', {
    entryId,
    stagedId: await stage(await makePdf(['En side'])),
    fileName: 'avtale.pdf',
  });
  return entryId;
}
async function ready(caseId: string): Promise<string> {
  const entryId = await newEntry(caseId);
  const { revision } = await ask('entries.open', { entryId });
  await ask('entries.setStatus', { entryId, revision, to: 'F' });
  return entryId;
}
const newArchive = {
  recordCreator: { name: 'Granvik', organisationNumber: '974760673' },
  title: 'Drift',
  user: { name: 'Siri', initials: 'S', adminUnit: 'Arkiv' },
  classes: '0 Alt',
};
const order = (recipient = ingrid) =>
  freshOrder({ recipients: [{ ...recipient, group: 0 }], message: 'Hei', agreedWithLeader: true });
async function expedite(entryId: string): Promise<string> {
  const { merged } = await ask('dispatch.check', { entryId, order: order() });
  const sent = news('dispatch.sent');
  const { jobId } = await ask('dispatch.expedite', {
    entryId,
    order: order(),
    seenMerged: merged?.sha256 ?? '',
  });
  await sent;
  return jobId;
}

describe('the door', () => {
  test('refuses what is not in the contract, and input that does not fit it', async () => {
    for (const name of ['constructor', '__proto__', 'cases.burn', ''])
      expect(await app.ask(name, {})).toEqual({ ok: false, refusal: { code: 'unknown-method' } });
    expect(await app.ask('cases.open', { caseId: 7 })).toEqual({
      ok: false,
      refusal: { code: 'invalid-input', facts: { field: 'caseId' } },
    });
    expect(await app.ask('cases.open', undefined)).toMatchObject({ refusal: { code: 'invalid-input' } });
    expect(await refused('documents.add', { entryId: 'x', stagedId: 'x', fileName: '' })).toBe(
      'invalid-input',
    );
    expect(await refused('policy.change', { policy: {} })).toBe('invalid-input');
  });

  test('says «not found» for ids that name nothing, in every method that takes one', async () => {
    await be('documentCentre');
    for (const [name, input] of [
      ['cases.open', { caseId: 'x' }],
      ['cases.close', { caseId: 'x' }],
      ['cases.reopen', { caseId: 'x', reason: 'fordi' }],
      ['entries.open', { entryId: 'x' }],
      ['entries.change', { entryId: 'x', revision: 1 }],
      ['entries.setParties', { entryId: 'x', revision: 1, parties: [] }],
      ['entries.setStatus', { entryId: 'x', revision: 1, to: 'F' }],
      ['entries.delete', { entryId: 'x' }],
      ['entries.clear', { entryId: 'x', way: 'TE' }],
      ['entries.revealIdentity', { entryId: 'x', partyId: 'x' }],
      ['documents.rename', { entryId: 'x', documentId: 'x', title: 'x' }],
      ['documents.remove', { entryId: 'x', documentId: 'x' }],
      ['documents.order', { entryId: 'x', order: [] }],
      ['dispatch.prepare', { entryId: 'x' }],
      ['dispatch.check', { entryId: 'x', order: order() }],
      ['dispatch.keepDraft', { entryId: 'x', order: order() }],
      ['dispatch.expedite', { entryId: 'x', order: order(), seenMerged: 'a'.repeat(64) }],
      ['signing.cancel', { jobId: 'x' }],
      ['signing.signerAddress', { jobId: 'x', signerId: 'x' }],
      ['signing.retry', { jobId: 'x' }],
      ['signing.decideDoubtful', { jobId: 'x', decision: 'keep-waiting' }],
      ['signing.declareUnsent', { jobId: 'x' }],
      ['answers.file', { answerId: 'x' }],
      ['restoration.file', { unknownJobId: 'x', caseId: 'x' }],
      ['restoration.acknowledge', { unknownJobId: 'x' }],
      ['restoration.dismiss', { reference: 'x' }],
      ['restoration.reopen', {}],
      ['session.switchUser', { userId: 'x' }],
    ] as const)
      expect(await refused(name, input), name).toBe('not-found');
    expect(await refused('documents.add', { entryId: 'x', stagedId: 'x', fileName: 'x.pdf' })).toBe(
      'file-missing',
    );
  });

  test('lets no reader see identity numbers, keep drafts or change anything', async () => {
    await be('caseworker');
    const caseId = await newCase();
    const entryId = await ready(caseId);
    const [party] = (await ask('entries.open', { entryId })).parties;
    await be('reader');
    const view = await ask('entries.open', { entryId });
    expect(JSON.stringify(view)).not.toContain(ingrid.identityNumber);
    expect([view.dispatch.may, view.remove.may, view.steps]).toEqual([false, false, []]);
    for (const [name, input] of [
      ['dispatch.prepare', { entryId }],
      ['dispatch.keepDraft', { entryId, order: order() }],
      ['entries.revealIdentity', { entryId, partyId: party?.id }],
      ['entries.change', { entryId, revision: view.revision, title: 'Annen' }],
      ['entries.create', { caseId, type: 'U', title: 'x', parties: [] }],
      ['entries.delete', { entryId }],
      ['cases.close', { caseId }],
    ] as const)
      expect(await refused(name, input), name).toBe('not-allowed');
    expect(
      await app.ask('dispatch.expedite', { entryId, order: order(), seenMerged: 'a'.repeat(64) }),
    ).toMatchObject({
      refusal: {
        code: 'findings',
        findings: expect.arrayContaining([expect.objectContaining({ code: 'not-allowed' })]),
      },
    });
  });

  test('opens the dispatch dialog without telling identity numbers, and shows one at a time, logged', async () => {
    await be('caseworker');
    const entryId = await ready(await newCase());
    const opened = await app.ask('dispatch.prepare', { entryId });
    expect(JSON.stringify(opened)).not.toContain(ingrid.identityNumber);

    const { order: prepared } = await ask('dispatch.prepare', { entryId });
    const [recipient] = prepared.recipients;
    expect(recipient).toMatchObject({ identityNumber: '', keptIdentity: { from: 'party' } });
    expect(recipient?.keptIdentity?.masked).toBe(`${ingrid.identityNumber.slice(0, 6)} ●●●●●`);
    const check = await ask('dispatch.check', { entryId, order: prepared });
    expect(check.identities).toEqual([{ valid: true, kind: 'birth-number', synthetic: true }]);
    expect(JSON.stringify(check)).not.toContain(ingrid.identityNumber);

    // Typed numbers too are told one by one once the draft is kept.
    const typed = { ...prepared, recipients: [...prepared.recipients, { ...olav, group: 0 }] };
    await ask('dispatch.keepDraft', { entryId, order: typed });
    const again = await ask('dispatch.prepare', { entryId });
    expect(JSON.stringify(again)).not.toMatch(/\b\d{11}\b/);
    const [, second] = again.order.recipients;
    expect(second).toMatchObject({ name: olav.name, identityNumber: '', keptIdentity: { from: 'draft' } });

    const revealed = (row: LogRow) =>
      row.code === 'field-changed' && row.facts.field === 'foedselsnummerVist';
    const shown = (await ask('entries.log', { entryId, offset: 0, limit: 50 })).rows;
    expect(shown.filter(revealed)).toEqual([]);
    for (const [kept, person] of [
      [recipient?.keptIdentity, ingrid],
      [second?.keptIdentity, olav],
    ] as const) {
      if (!kept) throw new Error('the number is not kept');
      expect(await ask('dispatch.revealIdentity', { entryId, from: kept.from, id: kept.id })).toEqual({
        identityNumber: person.identityNumber,
      });
      const { rows } = await ask('entries.log', { entryId, offset: 0, limit: 50 });
      const { user } = await ask('session.open', {});
      expect(rows.find(revealed)).toMatchObject({
        facts: { after: person.name },
        by: user.name,
      });
      expect(JSON.stringify(rows)).not.toMatch(/\b\d{11}\b/);
    }
    await be('reader');
    expect(await refused('dispatch.revealIdentity', { entryId, from: 'draft', id: 'x' })).toBe('not-allowed');
    await be('caseworker');
    expect(await refused('dispatch.revealIdentity', { entryId, from: 'draft', id: 'x' })).toBe('not-found');

    // What the clerk never saw is what is sent.
    const sent = news('dispatch.sent');
    const { merged } = await ask('dispatch.check', { entryId, order: again.order });
    await ask('dispatch.expedite', {
      entryId,
      order: { ...again.order, agreedWithLeader: true },
      seenMerged: merged?.sha256 ?? '',
    });
    await sent;
    const [job] = (await ask('entries.open', { entryId })).jobs;
    await room.act(job?.serviceJobId ?? '', olav.identityNumber, 'sign');
    await room.act(job?.serviceJobId ?? '', ingrid.identityNumber, 'sign');
  });

  test('takes files up to its limit', async () => {
    expect(await app.stage(new Uint8Array(52_428_801))).toMatchObject({
      refusal: { code: 'file-too-large', facts: { max: 52_428_800 } },
    });
  });

  test.each([
    '',
    '/',
    '/files',
    '/files/object',
    '/files/object/',
    '/files/object/none',
    '/files/job/none',
    '/files/merged/none',
    '/files/secret/x',
    '/../archive.db',
    'files/object/x',
    '/files/object/../../archive.db',
  ])('serves nothing at %j', async (path) => expect(await app.serveFile(path)).toBeUndefined());

  test('says that the service is away, in its own words', async () => {
    await room.stop();
    // A new archive has never been told to wait before it asks.
    const elsewhere = mkdtempSync(join(tmpdir(), 'segl-dor-'));
    const away = await open(elsewhere);
    try {
      expect(await away.ask('signing.fetchNow', {})).toMatchObject({
        refusal: { code: 'service-unreachable', facts: { code: 'ECONNREFUSED' } },
      });
      expect(await ask('service.test', {})).toMatchObject({ outcome: 'no-network' });
    } finally {
      await away.close();
      await room.start();
      rmSync(elsewhere, { recursive: true, force: true });
    }
  });
});

describe('a day at the desk', () => {
  test('goes through every method, and every answer fits the contract', async () => {
    await be('caseworker');
    await ask('session.setLanguage', { language: 'nn' });
    await ask('session.setTheme', { theme: 'dark' });
    expect(await ask('session.open', {})).toMatchObject({
      language: 'nn',
      theme: 'dark',
      maySwitchUser: true,
    });
    await ask('session.setLanguage', { language: 'nb' });
    const caseId = await newCase();
    const opened = await ask('cases.open', { caseId });
    const fields = {
      title: 'Tilsetting',
      classId: opened.classId,
      ownerId: opened.ownerId,
      adminUnit: 'Oppvekst',
    };
    await ask('cases.change', { caseId, ...fields });
    const entryId = await newEntry(caseId);
    let view = await ask('entries.open', { entryId });
    expect(view.parties[0]?.maskedIdentity).toBe('148385 ●●●●●');
    const partyId = view.parties[0]?.id ?? '';
    expect(await ask('entries.revealIdentity', { entryId, partyId })).toEqual({
      identityNumber: ingrid.identityNumber,
    });
    const { revision } = await ask('entries.change', {
      entryId,
      revision: view.revision,
      dueOn: '2027-01-01',
    });
    await ask('entries.setParties', {
      entryId,
      revision,
      parties: [
        { id: partyId, kind: 'EM', name: ingrid.name, isFirm: false },
        { kind: 'EM', isFirm: false, ...olav },
      ],
    });
    const { documentId } = await ask('documents.add', {
      entryId,
      stagedId: await stage(await makePdf(['Vedlegg'])),
      fileName: 'vedlegg.pdf',
    });
    await ask('documents.replace', {
      entryId,
      documentId,
      stagedId: await stage(await makePdf(['Vedlegg', 'to sider'])),
      fileName: 'vedlegg2.pdf',
    });
    await ask('documents.rename', { entryId, documentId, title: 'Vedlegg 1' });
    const main = view.documents[0]?.id ?? '';
    await ask('documents.order', { entryId, order: [main, documentId] });
    view = await ask('entries.open', { entryId });
    expect(view.documents.map(({ current }) => current?.pages)).toEqual([1, 2]);
    const object = await app.serveFile(view.documents[1]?.current?.url ?? '');
    expect(object).toMatchObject({ mime: 'application/pdf', fileName: 'vedlegg2.pdf' });
    await ask('documents.remove', { entryId, documentId });
    view = await ask('entries.open', { entryId });
    await ask('entries.setStatus', { entryId, revision: view.revision, to: 'F' });

    await ask('dispatch.keepDraft', { entryId, order: order() });
    expect(await ask('dispatch.prepare', { entryId })).toMatchObject({
      order: {
        ...order(),
        recipients: [{ name: ingrid.name, identityNumber: '', keptIdentity: { from: 'draft' } }],
      },
      mayChangeDeadline: false,
    });
    const check = await ask('dispatch.check', { entryId, order: order() });
    expect(check).toMatchObject({ mayDispatch: true, titleLength: 13, identities: [{ valid: true }] });
    const preview = await app.serveFile(check.merged?.url ?? '');
    expect(preview?.etag).toBe(check.merged?.sha256);
    const jobId = await expedite(entryId);
    view = await ask('entries.open', { entryId });
    expect(view).toMatchObject({
      status: 'E',
      lock: { code: 'dispatched' },
      jobs: [{ state: 'inProgress' }],
    });
    expect((await app.serveFile(view.jobs[0]?.merged.url ?? ''))?.etag).toBe(preview?.etag);
    expect(view.jobs[0]?.signers[0]?.hasSignerPage).toBe(true);
    expect(JSON.stringify(view)).not.toMatch(/signer=\d/);
    const signerId = view.jobs[0]?.signers[0]?.id ?? '';
    const shown = await ask('signing.signerAddress', { jobId, signerId });
    expect(shown.address).toContain(ingrid.identityNumber);
    expect((await ask('entries.log', { entryId, offset: 0, limit: 200 })).rows).toContainEqual(
      expect.objectContaining({ facts: expect.objectContaining({ field: 'foedselsnummerVist' }) }),
    );
    await be('reader');
    expect(await refused('signing.signerAddress', { jobId, signerId })).toBe('not-allowed');
    expect(JSON.stringify(await ask('entries.open', { entryId }))).not.toContain(ingrid.identityNumber);
    await be('caseworker');
    expect(await refused('signing.retry', { jobId })).toBe('already-ended');
    expect(await refused('signing.declareUnsent', { jobId })).toBe('not-uncertain');
    expect(await refused('cases.close', { caseId })).toBe('not-allowed');

    const received = news('answer.received');
    await room.act(view.jobs[0]?.serviceJobId ?? '', ingrid.identityNumber, 'sign');
    await ask('signing.fetchNow', {});
    const answer = await received;
    expect(answer).toMatchObject({ outcome: 'signed', title: 'Arbeidsavtale' });
    view = await ask('entries.open', { entryId });
    const filed = view.jobs[0]?.answer;
    expect(view.links).toMatchObject([{ kind: 'signing-answer', entryId: filed?.filedAs?.entryId }]);
    // The signed document names who signed by number: open to who may see one, and to no reader.
    const signed = await ask('entries.open', { entryId: filed?.filedAs?.entryId ?? '' });
    const signedUrl = signed.documents[0]?.current?.url ?? '';
    expect(signed.screening?.legalBasis).toBe('Offl. § 26 femte ledd');
    expect((await app.serveFile(signedUrl))?.etag).toBe(signed.documents[0]?.current?.sha256);
    await be('reader');
    await expect(app.serveFile(signedUrl)).rejects.toMatchObject({ status: 403 });
    await be('documentCentre');
    expect(await refused('answers.file', { answerId: filed?.id, caseId })).toBe('answer-filed');

    const second = await expedite(await ready(caseId));
    const failed = news('answer.received');
    expect(await ask('signing.cancel', { jobId: second })).toEqual({ outcome: 'requested' });
    expect(await failed).toMatchObject({ outcome: 'failed' });
    const { rows } = await ask('cases.entries', { caseId, text: 'avbrutt', offset: 0, limit: 10 });
    expect(rows).toMatchObject([{ title: 'Avbrutt signering: Arbeidsavtale', arrear: true }]);
    await ask('entries.clear', { entryId: rows[0]?.id ?? '', way: 'TE' });
    const scrap = await newEntry(caseId);
    await ask('entries.delete', { entryId: scrap });
    const log = await ask('entries.log', { entryId, offset: 0, limit: 100 });
    expect(JSON.stringify(log)).not.toMatch(/\b\d{11}\b/);
    await ask('cases.log', { caseId, offset: 0, limit: 100 });
    await ask('cases.close', { caseId });
    expect((await ask('cases.open', { caseId })).status).toBe('A');
    expect(await ask('cases.reopen', { caseId, reason: 'Mer å gjøre' })).toEqual({ filed: 0 });

    const found = await ask('cases.search', {
      text: 'tilsetting',
      statuses: [],
      mine: false,
      orderBy: 'number',
      offset: 0,
      limit: 10,
    });
    expect(found.total).toBe(1);
    expect(await ask('desk.goTo', { number: ` ${view.recordNumber} ` })).toEqual({ entryId });
    expect(await ask('desk.goTo', { number: opened.caseNumber })).toEqual({ caseId });
    expect(await ask('desk.goTo', { number: view.runningNumber })).toEqual({ entryId });
    expect(await ask('desk.goTo', { number: 'tull' })).toEqual({});
    const { baskets } = await ask('desk.baskets', {});
    for (const { id, count } of baskets)
      expect((await ask('desk.basket', { id, offset: 0, limit: 50 })).total, id).toBe(count);
    expect(await ask('service.read', {})).toMatchObject({ environment: 'training', test: { may: true } });
    const { policy } = await ask('policy.read', {});
    expect(await refused('policy.change', { policy: { ...policy, maxTitle: 81 } })).toBe(
      'policy-out-of-bounds',
    );
    await ask('policy.change', { policy: { ...policy, defaultDeadlineDays: 14 } });
    expect((await ask('policy.read', {})).policy.defaultDeadlineDays).toBe(14);

    expect(await ask('desk.notices', {})).toEqual({ serviceMissing: false, downloads: [] });
    await be('systemOwner');
    const { organisation = '' } = await ask('service.read', {});
    const form = { organisation, certificateFiles: [], passphrase: '', keepAnchors: [], anchorFiles: [] };
    const style = { signatureType: 'authenticated', authenticationLevel: 4, signerIdentifier: 'name' };
    expect(await refused('service.change', { ...form, ...style, environment: 'difitest' })).toBe(
      'service-is-training',
    );
    expect(await refused('archive.create', newArchive)).toBe('archive-exists');
    const person = { name: 'Ny Bruker', initials: 'NB', adminUnit: 'Plan' };
    const { userId } = await ask('users.add', { ...person, roles: ['reader'] });
    expect(await refused('users.change', { userId, ...person, roles: [] })).toBe('role-missing');
    await ask('users.change', { userId, ...person, roles: ['caseworker'] });
    expect((await ask('users.list', {})).users).toContainEqual({
      id: userId,
      ...person,
      roles: ['caseworker'],
    });

    expect(await ask('restoration.read', {})).toMatchObject({ unknown: [], lost: [] });
    expect(await ask('vault.read', {})).toEqual({ change: { may: false, code: 'not-allowed' } });
    expect(await refused('vault.makeRecoveryKey', {})).toBe('not-allowed');
    // What is in the vault of a training archive is invented; the rest is held in `first-face.test.ts`.
    const elsewhere = /^vault\.(confirm|test|tryAgain|recover|startNew)/;
    expect(Object.keys(contract).filter((name) => !asked.has(name) && !elsewhere.test(name))).toEqual([]);
    expect(lines.filter((line) => line.startsWith('fault'))).toEqual([]);
  });

  test('is there after a restart, and what cannot be sent waits for it', async () => {
    await be('caseworker');
    const caseId = await newCase();
    await app.close();
    app = await open();
    expect((await ask('cases.open', { caseId })).title).toBe('Ansettelse');
  });
});
