import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { toInstant } from '../../../domain/calendar.ts';
import { judgeEvidence } from '../../../main/adapters/signatures/judge-evidence.ts';
import type { EvidenceOrder, VerifyOrder } from '../../../main/ports/pdf-workshop.ts';
import { makeLtvSdo, type SignatureEvent } from '../../../portal/document/ltv-sdo.ts';
import {
  openTrainingCertificates,
  type TrainingCertificates,
} from '../../../portal/training/certificates.ts';
import { identityNumber } from '../../support/identity-number.ts';

const dir = mkdtempSync(join(tmpdir(), 'segl-bevis-'));
const sent = Buffer.from('dokumentet');
const number = identityNumber('14838511091');
const otherNumber = identityNumber('02917112145');
let certificates: TrainingCertificates;
let evidence: string;
let order: VerifyOrder;
afterAll(() => rmSync(dir, { recursive: true }));

/** Only what the evidence tells of job, signer and document. */
const made = (seal: SignatureEvent['seal'], at = Date.now()): string =>
  Buffer.from(
    makeLtvSdo({
      job: { id: 7 },
      signer: { id: 1, name: 'Kari Lise Prøve', number },
      documents: [{ title: 'Avtale', bytes: sent }],
      at,
      seal,
    } as unknown as SignatureEvent),
  ).toString();

beforeAll(async () => {
  certificates = await openTrainingCertificates(dir, { number: '310000019', name: 'Seglvik kommune' });
  evidence = made(certificates.seal);
  order = {
    sent,
    title: 'Avtale',
    signers: [],
    receivedAt: toInstant(new Date()),
    policy: {
      anchors: [certificates.ca],
      timeStampAnchors: [],
      organisation: '984661185',
      extendedUsages: [],
      addedPages: 'front-page',
      evidenceOrganisations: ['984661185'],
    },
  };
}, 60_000);

const judge = (xml: string, who: Partial<EvidenceOrder> = {}, change: Partial<VerifyOrder> = {}) =>
  judgeEvidence(
    { name: 'Kari Prøve', identityNumber: number, evidence: Buffer.from(xml), ...who },
    { ...order, ...change },
  ).code;

test('evidence of this person’s signature on this document holds', () => {
  expect(judge(evidence)).toBe('evidence-holds');
  expect(judge(evidence, { identityNumber: undefined })).toBe('evidence-holds');
});

test('anything that is not such evidence does not, nor none at all', () => {
  for (const xml of ['<evil/>', '<LtvSdo/>', 'tekst', `${evidence}<evil/>`, `<!DOCTYPE x>${evidence}`])
    expect(judge(xml)).toBe('malformed');
  expect(judge(evidence.replace(/<ds:Signature [\s\S]*<\/ds:Signature>/, ''))).toBe('malformed');
  expect(judge('')).toBe('missing');
  expect(judge(evidence, { evidence: undefined })).toBe('missing');
});

test('another document or another person is not this one', () => {
  expect(judge(evidence, {}, { sent: Buffer.from('et annet') })).toBe('other-document');
  expect(judge(evidence, { identityNumber: otherNumber })).toBe('other-person');
  expect(judge(evidence, { name: 'Ola Prøve', identityNumber: undefined })).toBe('other-person');
});

test('what is altered breaks it, wherever it stands', () => {
  const altered = (from: string | RegExp, to: string) => evidence.replace(from, to);
  expect(judge(altered('Kari Lise', 'Kåre Lise'))).toBe('signature-broken');
  expect(judge(altered(number, otherNumber), { identityNumber: otherNumber })).toBe('signature-broken');
  expect(judge(altered(/(<xades:SignedSignatureProperties><xades:SigningTime>)\d/, '$13'))).toBe(
    'signature-broken',
  );
  expect(judge(altered('training-1', 'training-2'))).toBe('signature-broken');
});

test('only the service’s own seal counts, at a time that can be', async () => {
  const other = await certificates.issueEnterprise({ number: '310000019', name: 'Seglvik kommune' });
  expect(judge(made(other))).toBe('other-signer-of-evidence');
  expect(judge(made(certificates.server))).toBe('other-signer-of-evidence');
  expect(judge(evidence, {}, { policy: { ...order.policy, anchors: [] } })).toBe('unknown-authority');
  expect(judge(made(certificates.seal, Date.now() + 3_600_000))).toBe('signing-time-in-future');
});
