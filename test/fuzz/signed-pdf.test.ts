import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { PDFDocument } from 'pdf-lib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { toInstant } from '../../domain/calendar.ts';
import { isVerified } from '../../domain/verdict.ts';
import { startNodeChild } from '../../main/adapters/children/start-node-child.ts';
import { openPdfWorkshop } from '../../main/adapters/pdf/open-pdf-workshop.ts';
import { NotJudged, type PdfWorkshop, type VerifyOrder } from '../../main/ports/pdf-workshop.ts';
import { sealPdf } from '../../portal/document/seal-pdf.ts';
import { openTrainingCertificates, serviceOrganisation } from '../../portal/training/certificates.ts';
import { mutationsOf } from './mutations.ts';

// SEGL_FUZZ=100000 for a long run; the default keeps the suite short.
const numRuns = Number(process.env.SEGL_FUZZ ?? 150);
const folder = mkdtempSync(join(tmpdir(), 'segl-fuzz-'));
// Two workers, one for each processor; a file that exhausts its worker costs five seconds instead of the product's sixty.
const timeLimitMs = () => 5_000;
const workshops = [
  openPdfWorkshop({ startChild: startNodeChild, timeLimitMs }),
  openPdfWorkshop({ startChild: startNodeChild, timeLimitMs }),
];
let sealed: Buffer;
let order: VerifyOrder;

beforeAll(async () => {
  const certificates = await openTrainingCertificates(folder, {
    number: '310000019',
    name: 'Seglvik kommune',
  });
  const document = await PDFDocument.create();
  document.addPage([300, 300]);
  const plain = await document.save({ useObjectStreams: false });
  sealed = Buffer.from(await sealPdf(plain, certificates.seal, certificates.ca, Date.now()));
  order = {
    sent: plain,
    title: 'Avtale',
    signers: [],
    policy: {
      anchors: [certificates.ca],
      timeStampAnchors: [],
      organisation: serviceOrganisation,
      extendedUsages: [],
      addedPages: 'none',
    },
    receivedAt: toInstant(Date.now() + 60_000),
  };
}, 60_000);
afterAll(async () => {
  for (const workshop of workshops) await workshop.close();
  rmSync(folder, { recursive: true, force: true });
});

const fragments = [
  'endobj',
  'stream\n',
  'endstream',
  'xref\n0 1\n',
  'trailer<</Size 1/Root 1 0 R>>',
  'startxref\n0\n%%EOF\n',
  '%%EOF',
  '<<',
  '>>',
  '[',
  ']',
  '(',
  '<'.repeat(2_000),
  '['.repeat(5_000),
  '/ByteRange [0 1 2 3]',
  '/ByteRange [-1 99999999999 1e9 0]',
  '/Contents <00>',
  '/Kids [1 0 R]',
  '/Parent 1 0 R',
  '/Length 999999999',
  '/Filter [/FlateDecode/FlateDecode]',
  '/Encrypt 1 0 R',
  '1 0 obj\n1 0 R\nendobj\n',
  '\0'.repeat(3_000),
].map((text) => Buffer.from(text, 'latin1'));

/** What the signature is over: all but the hole it stands in. */
const outsideHole = (bytes: Buffer) => bytes.toString('latin1').replace(/\/Contents\s*<[0-9A-Fa-f\s]*>/, '');

const isAccepted = async (workshop: PdfWorkshop, bytes: Buffer): Promise<boolean> =>
  isVerified(await workshop.verify(Uint8Array.from(bytes), order));

/** Judged, or given up by the worker that some files exhaust: never accepted when changed. */
async function judge(workshop: PdfWorkshop, bytes: Buffer): Promise<void> {
  try {
    if (await isAccepted(workshop, bytes)) expect(outsideHole(bytes)).toBe(outsideHole(sealed));
  } catch (fault) {
    if (!(fault instanceof NotJudged)) throw fault;
  }
}

test('whatever becomes of a signed PDF, it is judged or refused, and never accepted when changed', async () => {
  const judgeMany = (runs: number) =>
    Promise.all(
      workshops.map((workshop) =>
        fc.assert(
          fc.asyncProperty(mutationsOf([sealed], fragments), (bytes) => judge(workshop, bytes)),
          { numRuns: Math.ceil(runs / workshops.length) },
        ),
      ),
    );
  for (const workshop of workshops) expect(await isAccepted(workshop, sealed)).toBe(true);
  await judgeMany(numRuns / 10);
  const before = process.memoryUsage().rss;
  await judgeMany(numRuns);
  const grown = process.memoryUsage().rss - before;
  // What the workers may take at most is in it.
  if (numRuns >= 10_000) expect(grown).toBeLessThan(workshops.length * 1_536 * 1024 * 1024);
  for (const workshop of workshops) expect(await isAccepted(workshop, sealed)).toBe(true);
}, 7_200_000);
