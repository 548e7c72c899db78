import { expect, test } from 'vitest';
import { contract } from '../../preload/contract/contract.ts';
import { makePdf } from '../adapters/pdf/make-pdf.ts';
import { applicationForTests, lookUp, order } from '../support/application-door.ts';
import { ingrid, olav } from '../support/desk.ts';

const door = applicationForTests();
const { ask, refused, news, be, stage, newCase, newEntry, ready, expedite } = door;
const opened = (entryId: string) => ask('entries.open', { entryId });
/** An entry that is sent to one person, with its running job. */
async function sent() {
  const caseId = await newCase();
  const entryId = await ready(caseId);
  const jobId = await expedite(entryId);
  const view = await opened(entryId);
  return { caseId, entryId, jobId, view, serviceJobId: view.jobs[0]?.serviceJobId ?? '' };
}

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
    ['entries.revealIdentity', { entryId: 'x', partyId: 'x', reason: lookUp }],
    ['documents.rename', { entryId: 'x', documentId: 'x', title: 'x' }],
    ['documents.remove', { entryId: 'x', documentId: 'x' }],
    ['documents.order', { entryId: 'x', order: [] }],
    ['dispatch.prepare', { entryId: 'x' }],
    ['dispatch.check', { entryId: 'x', order: order() }],
    ['dispatch.keepDraft', { entryId: 'x', order: order() }],
    ['dispatch.settleParty', { entryId: 'x', partyId: 'x', as: 'removed' }],
    ['dispatch.expedite', { entryId: 'x', order: order(), seenMerged: 'a'.repeat(64) }],
    ['signing.cancel', { jobId: 'x', reason: 'x' }],
    ['signing.signerAddress', { jobId: 'x', signerId: 'x', reason: lookUp }],
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

test('language and theme are kept for the user', async () => {
  await be('caseworker');
  await ask('session.setLanguage', { language: 'nn' });
  await ask('session.setTheme', { theme: 'dark' });
  expect(await ask('session.open', {})).toMatchObject({
    language: 'nn',
    theme: 'dark',
    maySwitchUser: true,
  });
  await ask('session.setLanguage', { language: 'nb' });
});

test('a case is changed and found by its title, and entries by each of their numbers', async () => {
  await be('caseworker');
  const caseId = await newCase();
  const file = await ask('cases.open', { caseId });
  const fields = {
    title: 'Tilsetting',
    classId: file.classId,
    ownerId: file.ownerId,
    adminUnit: await door.anotherUnit(file.adminUnit),
  };
  await ask('cases.change', { caseId, ...fields });
  const entryId = await newEntry(caseId);
  const view = await opened(entryId);
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
  expect(await ask('desk.goTo', { number: file.caseNumber })).toEqual({ caseId });
  expect(await ask('desk.goTo', { number: view.runningNumber })).toEqual({ entryId });
  expect(await ask('desk.goTo', { number: 'tull' })).toEqual({});
});

test('the parties of an entry are changed, and a number is shown in full only when asked for', async () => {
  await be('caseworker');
  const entryId = await newEntry(await newCase());
  const view = await opened(entryId);
  expect(view.parties[0]?.maskedIdentity).toBe('148385 ●●●●●');
  const partyId = view.parties[0]?.id ?? '';
  expect(await ask('entries.revealIdentity', { entryId, partyId, reason: lookUp })).toEqual({
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
  await ask('entries.screenParty', { entryId, partyId, isScreened: true });
});

test('documents are added, replaced, renamed, put in order, opened and removed', async () => {
  await be('caseworker');
  const entryId = await newEntry(await newCase());
  let view = await opened(entryId);
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
  await ask('documents.screen', { entryId, documentId, isScreened: true });
  const main = view.documents[0]?.id ?? '';
  await ask('documents.order', { entryId, order: [main, documentId] });
  view = await opened(entryId);
  expect(view.documents.map(({ current }) => current?.pages)).toEqual([1, 2]);
  const object = await door.app().serveFile(view.documents[1]?.current?.url ?? '');
  expect(object).toMatchObject({ mime: 'application/pdf', fileName: 'vedlegg2.pdf' });
  await ask('documents.remove', { entryId, documentId });
  view = await opened(entryId);
  await ask('entries.setStatus', { entryId, revision: view.revision, to: 'F' });
});

test('the dialog keeps its draft, and the file that was shown is the file that is sent', async () => {
  await be('caseworker');
  const entryId = await ready(await newCase());
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
  const preview = await door.app().serveFile(check.merged?.url ?? '');
  expect(preview?.etag).toBe(check.merged?.sha256);
  await expedite(entryId);
  const view = await opened(entryId);
  expect(view).toMatchObject({
    status: 'E',
    lock: { code: 'dispatched' },
    jobs: [{ state: 'inProgress' }],
  });
  expect((await door.app().serveFile(view.jobs[0]?.merged.url ?? ''))?.etag).toBe(preview?.etag);
});

test('the address of a signer is given one at a time, logged, and to no reader', async () => {
  await be('caseworker');
  const { entryId, jobId, view } = await sent();
  expect(view.jobs[0]?.signers[0]?.hasSignerPage).toBe(true);
  expect(JSON.stringify(view)).not.toMatch(/signer=\d/);
  const signerId = view.jobs[0]?.signers[0]?.id ?? '';
  const shown = await ask('signing.signerAddress', { jobId, signerId, reason: lookUp });
  expect(shown.address).toContain(ingrid.identityNumber);
  expect((await ask('entries.log', { entryId, offset: 0, limit: 200 })).rows).toContainEqual(
    expect.objectContaining({ code: 'identity-shown' }),
  );
  await be('reader');
  expect(await refused('signing.signerAddress', { jobId, signerId, reason: lookUp })).toBe('not-allowed');
  expect(JSON.stringify(await opened(entryId))).not.toContain(ingrid.identityNumber);
});

test('a job that runs is neither tried again nor given up, and its case stays open', async () => {
  await be('caseworker');
  const { caseId, jobId } = await sent();
  expect(await refused('signing.retry', { jobId })).toBe('already-ended');
  expect(await refused('signing.declareUnsent', { jobId })).toBe('not-uncertain');
  expect(await refused('cases.close', { caseId })).toBe('not-allowed');
});

test('a signed answer is filed and linked, and its document is open to no reader', async () => {
  await be('caseworker');
  const { caseId, entryId, serviceJobId } = await sent();
  const received = news('answer.received');
  await door.room().act(serviceJobId, ingrid.identityNumber, 'sign');
  await ask('signing.fetchNow', {});
  expect(await received).toMatchObject({ outcome: 'signed', title: 'Arbeidsavtale' });
  const view = await opened(entryId);
  const filed = view.jobs[0]?.answer;
  expect(view.links).toMatchObject([{ kind: 'signing-answer', entryId: filed?.filedAs?.entryId }]);
  // The signed document names who signed by number: open to who may see one, and to no reader.
  const signed = await opened(filed?.filedAs?.entryId ?? '');
  const signedUrl = signed.documents[0]?.current?.url ?? '';
  expect(signed.screening?.legalBasis).toBe('Offl. § 26 femte ledd');
  expect((await door.app().serveFile(signedUrl))?.etag).toBe(signed.documents[0]?.current?.sha256);
  await be('reader');
  await expect(door.app().serveFile(signedUrl)).rejects.toMatchObject({ reason: 'screened' });
  await be('documentCentre');
  expect(await refused('answers.file', { answerId: filed?.id, caseId })).toBe('answer-filed');
  const log = await ask('entries.log', { entryId, offset: 0, limit: 100 });
  expect(JSON.stringify(log)).not.toMatch(/\b\d{11}\b/);
});

test('a withdrawn job is filed as an arrear; once it is cleared the case is closed and reopened', async () => {
  await be('documentCentre');
  const { caseId, jobId } = await sent();
  const failed = news('answer.received');
  expect(await ask('signing.cancel', { jobId, reason: 'Feil' })).toEqual({ outcome: 'requested' });
  await ask('signing.fetchNow', {});
  expect(await failed).toMatchObject({ outcome: 'failed' });
  const { rows } = await ask('cases.entries', { caseId, text: 'avbrutt', offset: 0, limit: 10 });
  expect(rows).toMatchObject([{ title: 'Avbrutt signering: Arbeidsavtale', arrear: true }]);
  await ask('entries.clear', { entryId: rows[0]?.id ?? '', way: 'TE' });
  await ask('entries.delete', { entryId: await newEntry(caseId) });
  await ask('cases.log', { caseId, offset: 0, limit: 100 });
  await ask('cases.close', { caseId });
  expect((await ask('cases.open', { caseId })).status).toBe('A');
  expect(await ask('cases.reopen', { caseId, reason: 'Mer å gjøre' })).toEqual({ filed: 0 });
});

test('every basket holds as many rows as the desk says', async () => {
  await be('documentCentre');
  const { baskets } = await ask('desk.baskets', {});
  for (const { id, count } of baskets)
    expect((await ask('desk.basket', { id, offset: 0, limit: 50 })).total, id).toBe(count);
  expect(await ask('desk.notices', {})).toMatchObject({ serviceMissing: false, downloads: [] });
});

test('the policy is changed within its bounds by the document centre', async () => {
  await be('documentCentre');
  const { policy } = await ask('policy.read', {});
  expect(await refused('policy.change', { policy: { ...policy, maxTitle: 81 } })).toBe(
    'policy-out-of-bounds',
  );
  await ask('policy.change', { policy: { ...policy, defaultDeadlineDays: 14 } });
  expect((await ask('policy.read', {})).policy.defaultDeadlineDays).toBe(14);
});

test('the training archive keeps its service, is no production archive and makes no recovery key', async () => {
  await be('documentCentre');
  expect(await ask('service.read', {})).toMatchObject({ environment: 'training', test: { may: true } });
  expect(await ask('service.test', {})).toMatchObject({ outcome: expect.any(String) });
  await be('systemOwner');
  const { organisation = '' } = await ask('service.read', {});
  const form = { organisation, certificateFiles: [], passphrase: '', keepAnchors: [], anchorFiles: [] };
  const style = { signatureType: 'authenticated', authenticationLevel: 4, signerIdentifier: 'name' };
  expect(await refused('service.change', { ...form, ...style, environment: 'difitest' })).toBe(
    'service-is-training',
  );
  expect(await refused('archive.create', newArchive)).toBe('archive-exists');
  expect(await ask('restoration.read', {})).toMatchObject({ unknown: [], lost: [] });
  expect(await ask('vault.read', {})).toEqual({ change: { may: false, code: 'not-allowed' } });
  expect(await refused('vault.makeRecoveryKey', {})).toBe('not-allowed');
});
const newArchive = {
  recordCreator: { name: 'Granvik', organisationNumber: '974760673' },
  title: 'Drift',
  user: { name: 'Siri', initials: 'S', adminUnit: 'Arkiv' },
  classes: '0 Alt',
};

test('users are added and changed, and each has a role', async () => {
  await be('systemOwner');
  const person = { name: 'Ny Bruker', initials: 'NB', adminUnit: await door.anotherUnit('') };
  const { userId } = await ask('users.add', { ...person, roles: ['reader'] });
  expect(await refused('users.change', { userId, ...person, roles: [] })).toBe('role-missing');
  await ask('users.change', { userId, ...person, roles: ['caseworker'] });
  expect((await ask('users.list', {})).users).toContainEqual({
    id: userId,
    ...person,
    roles: ['caseworker'],
  });
});

test('every method of the contract was asked above, and none met a fault', () => {
  // The vault is held in `first-face.test.ts`, the dialog’s numbers in `application.test.ts`, the others in theirs.
  const other =
    /^(parties\.|screenings\.|shrinking\.|signatures\.|timeStamps\.|dispatch\.weigh$|documents\.(takeOut|putBack|chooseVersion)$|masking|access\.|bin\.|looking\.|ownership\.|vault\.(confirm|test|tryAgain|recover|startNew)|mailing\.|dispatch\.(revealIdentity|sendAgain)$|signing\.(checkDeadline|extend|remind|replaceSigner|undoPlan|list|followUp|undoFollowUp)$)/;
  expect(Object.keys(contract).filter((name) => !door.asked.has(name) && !other.test(name))).toEqual([]);
  expect(door.lines.filter((line) => line.startsWith('fault'))).toEqual([]);
});
