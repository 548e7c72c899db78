import { afterAll, beforeAll, expect, test } from 'vitest';
import { makePdf } from '../../adapters/pdf/make-pdf.ts';
import { applicationForTests } from '../../support/application-door.ts';
import { ingrid } from '../../support/desk.ts';
import { openAuthority, type TestAuthority } from '../../support/time-stamps/open-authority.ts';

const door = applicationForTests();
const { ask, refused, news, be, stage } = door;
let authority: TestAuthority;
beforeAll(async () => {
  authority = await openAuthority({ now: () => door.room().now() });
});
afterAll(() => authority.close());

const formOf = async () => ({
  url: authority.url,
  user: '',
  secret: '',
  keepAnchors: [],
  anchorFiles: [await stage(Buffer.from(authority.anchor))],
});

test('whom the archive asks for time stamps is tried, set, told and taken away by who keeps the policy', async () => {
  await be('caseworker');
  expect(await refused('timeStamps.test', { form: await formOf() })).toBe('not-allowed');
  expect(await refused('timeStamps.change', {})).toBe('not-allowed');
  await be('documentCentre');
  expect(await ask('timeStamps.test', { form: await formOf() })).toMatchObject({ by: expect.any(String) });
  await ask('timeStamps.change', { form: await formOf() });
  expect(await ask('timeStamps.read', {})).toMatchObject({
    settings: { url: authority.url, hasSecret: false, anchors: [{}] },
    change: { may: true },
  });
  await ask('timeStamps.change', {});
  expect((await ask('timeStamps.read', {})).settings).toBeUndefined();
});

test('a file from anywhere is controlled, and nothing of it is kept', async () => {
  await be('reader');
  const stagedId = await stage(await makePdf(['Usignert']));
  const control = await ask('signatures.control', { stagedId, fileName: 'usignert.pdf' });
  expect(control).toMatchObject({ isFiled: false, report: { word: 'unsigned', signatures: [] } });
  expect(await door.app().serveFile(control.pdfUrl)).toMatchObject({ mime: 'application/pdf' });
  expect(await refused('signatures.control', { stagedId, fileName: 'usignert.pdf' })).toBe('file-missing');
});

test('a filed answer is controlled again, renewed with a time stamp, and both are told of it afterwards', async () => {
  await be('documentCentre');
  await ask('timeStamps.change', { form: await formOf() });
  const jobEntry = await door.ready(await door.newCase());
  await door.expedite(jobEntry);
  const serviceJobId = (await ask('entries.open', { entryId: jobEntry })).jobs[0]?.serviceJobId ?? '';
  const received = news('answer.received');
  await door.room().act(serviceJobId, ingrid.identityNumber, 'sign');
  await ask('signing.fetchNow', {});
  await received;
  const [job] = (await ask('entries.open', { entryId: jobEntry })).jobs;
  const entryId = job?.answer?.filedAs?.entryId ?? '';
  const documentId = (await ask('entries.open', { entryId })).documents[0]?.id ?? '';
  const filed = { entryId, documentId };
  const { control, isKept } = await ask('signatures.controlFiled', filed);
  expect([isKept, control.isFiled, control.report.signatures.length > 0]).toEqual([true, true, true]);
  const renewed = await ask('signatures.renew', filed);
  expect(renewed.control.id).not.toBe(control.id);
  const { controls } = await ask('signatures.controls', filed);
  expect(controls.map(({ id }) => id)).toEqual(expect.arrayContaining([control.id, renewed.control.id]));
  expect(await ask('signatures.lists', {})).toMatchObject({ renew: { may: true } });
  expect(await refused('signatures.settle', { controlId: 'x' })).toBe('not-found');
  await ask('signatures.settle', { controlId: control.id });
  await be('reader');
  for (const name of ['signatures.controlFiled', 'signatures.controls', 'signatures.renew'] as const)
    expect(await refused(name, filed), name).toMatch(/^not-/);
  expect(await refused('signatures.lists', {})).toBe('not-allowed');
  expect(await refused('signatures.settle', { controlId: control.id })).toBe('not-allowed');
});
