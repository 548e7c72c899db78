import { afterAll, beforeAll, expect, test } from 'vitest';
import { showDocuments } from '../../../domain/access/shown.ts';
import { toId } from '../../../domain/basics.ts';
import { findIdentityNumbers } from '../../../domain/identity-number.ts';
import { routinePolicy } from '../../../domain/limits.ts';
import { addDocument } from '../../../main/usecases/documents/add-document.ts';
import { makePdf, readPages } from '../../adapters/pdf/make-pdf.ts';
import { amina, type Desk, ingrid, kari, must, olav, openDesk, rita } from '../../support/desk.ts';
import { findNumbers } from '../../support/find-numbers.ts';
import { openPortalRoom, type PortalRoom } from '../../support/portal-room.ts';
import { present } from '../../support/present.ts';

let room: PortalRoom;
beforeAll(async () => {
  room = await openPortalRoom();
});
afterAll(() => room.close());

const readable = (desk: Desk) =>
  findNumbers(
    ['', '-wal', '-shm'].map((suffix) => `${desk.kept.path}${suffix}`),
    [ingrid, olav, amina].map(({ identityNumber }) => identityNumber),
  );

test('no identity number can be read in the archive file once the answer has come', async () => {
  const desk = await openDesk(room);
  const entryId = await desk.ready();
  const job = await desk.sent(entryId, desk.order([ingrid, olav]));
  await desk.act(job.id, ingrid, 'sign');
  await desk.act(job.id, olav, 'sign');
  await desk.receive();
  const answer = await desk.answerOf(job.id);
  expect(answer.signatures).toHaveLength(2);
  expect(readable(desk)).toEqual([]);
  // It is all there for who may see it.
  const pdf = await desk.read.readFile(present(answer.signedPdf));
  const shown = findIdentityNumbers((await readPages(pdf ?? new Uint8Array())).join('\n'));
  expect(new Set(shown)).toEqual(new Set([ingrid.identityNumber, olav.identityNumber]));
});

test('an answer that shows identity numbers is screened by the basis that the policy names, and the log says so', async () => {
  const desk = await openDesk(room);
  const policy = { ...routinePolicy, identityNumberBasis: 'Offl. § 13, jf. fvl. § 13' };
  await desk.archive.change((tx) => tx.setPolicy(policy));
  const plain = await desk.sent(await desk.ready());
  const own = {
    accessCode: toId<'access-code'>('UO'),
    legalBasis: 'Offl. § 23',
    hidesTitle: true,
    hidesParties: true,
    hidesDocuments: true,
  } as const;
  const screened = await desk.sent(await desk.ready({ screening: own }));
  const refused = await desk.sent(await desk.ready());
  await desk.act(plain.id, ingrid, 'sign');
  await desk.act(screened.id, ingrid, 'sign');
  await desk.act(refused.id, ingrid, 'reject');
  await desk.receive();
  const filed = (await desk.filed(plain.id)).entry;
  expect(filed.screening).toEqual({
    accessCode: toId<'access-code'>('UO'),
    legalBasis: 'Offl. § 13, jf. fvl. § 13',
    hidesTitle: false,
    hidesParties: false,
    hidesDocuments: true,
  });
  expect(await desk.log(filed.id)).toContainEqual(
    expect.objectContaining({
      code: 'field-changed',
      facts: { field: 'skjermingshjemmel', before: '(tom)', after: 'Offl. § 13, jf. fvl. § 13' },
      by: 'Segl',
    }),
  );
  const file = present(await desk.read.findCase(filed.caseId));
  const forReader = showDocuments(rita, await desk.read.documentsOf(filed.id), filed, file);
  expect(forReader.map(({ withheld, objects }) => ({ withheld, objects }))).toEqual([
    { withheld: true, objects: [] },
  ]);
  const why = (rows: Awaited<ReturnType<Desk['log']>>) =>
    rows.flatMap((row) => (row.code === 'screened-for-numbers' ? [row.facts.file] : []));
  expect(why(await desk.log(filed.id))).toEqual(['shown']);
  expect(why(await desk.log((await desk.filed(refused.id)).entry.id))).toEqual([]);
  expect((await desk.filed(screened.id)).entry.screening).toEqual(own);
  // A note of who refused names nobody's number.
  expect((await desk.filed(refused.id)).entry.screening).toBeUndefined();
});

test('an answer that cannot be read is screened as one that shows them, and the log says so', async () => {
  const desk = await openDesk(room, {
    needs: { pdf: { ...room.pdf, lookForNumbers: async () => 'unreadable' } },
  });
  const job = await desk.sent(await desk.ready());
  await desk.act(job.id, ingrid, 'sign');
  await desk.receive();
  const { entry } = await desk.filed(job.id);
  expect(entry.screening).toMatchObject({
    hidesDocuments: true,
    legalBasis: routinePolicy.identityNumberBasis,
  });
  expect(await desk.log(entry.id)).toContainEqual(
    expect.objectContaining({ code: 'screened-for-numbers', facts: { file: 'unreadable' } }),
  );
});

test('a letter that shows an identity number is sealed with what is made of it', async () => {
  const desk = await openDesk(room);
  const entryId = await desk.ready({ draft: true });
  const spaced = `${amina.identityNumber.slice(0, 6)} ${amina.identityNumber.slice(6)}`;
  const bytes = await makePdf([`Gjelder ${amina.name}, ${spaced}`]);
  must(await addDocument(desk.needs)(kari, entryId, { bytes, fileName: 'vedlegg.pdf' }));
  must(await desk.toStatus(entryId, 'F'));
  const job = await desk.sent(entryId);
  expect(readable(desk)).toEqual([]);
  const documents = await desk.read.documentsOf(entryId);
  const sealed = documents.map(({ objects }) => desk.read.isFileSealed(present(objects[0]?.sha256)));
  expect(await Promise.all(sealed)).toEqual([false, true]);
  expect(await desk.read.isFileSealed(job.merged.sha256)).toBe(true);
});
