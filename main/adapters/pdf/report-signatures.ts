import type { PDF } from '@libpdf/core';
import { toInstant } from '../../../domain/calendar.ts';
import {
  type ControlFault,
  earliest,
  type LaterChange,
  type SignatureFinding,
  type SignatureReport,
  wordFor,
} from '../../../domain/signature-report.ts';
import type { ControlOrder } from '../../ports/pdf-workshop.ts';
import { describeChain, fingerprintOf, judgeSignature, renewalOf } from '../signatures/judge-signature.ts';
import { isSame, type ReadCertificate, readAnchors } from '../signatures/read-certificate.ts';
import type { Cms } from '../signatures/read-cms.ts';
import { reportEvidence } from '../signatures/report-evidence.ts';
import { findLevel } from './find-level.ts';
import { judgeUpdate } from './judge-update.ts';
import { listSeals, storedEvidence } from './list-seals.ts';
import { openSignedPdf, type ReadSeal, readOwnStamps, readSeal, tryCertificate } from './read-seals.ts';
import { tellKind } from './tell-kind.ts';
import { unpacksWithin } from './unpacks-within.ts';
import { type StampGround, stampFinding, type WeighedStamp, weighStamp } from './weigh-stamps.ts';

/** What can be found out about the signatures of any bytes at all; asks no network. */
export async function reportSignatures(
  bytes: Uint8Array,
  order: ControlOrder,
): Promise<SignatureReport | { readonly fault: ControlFault }> {
  if (bytes.length === 0) return { fault: 'empty' };
  if ((await tellKind(bytes)) !== 'pdf') {
    const head = Buffer.from(bytes.subarray(0, 200)).toString('utf8').trimStart();
    return /^\uFEFF?</.test(head) ? reportEvidence(bytes, order) : { fault: 'not-signed-kind' };
  }
  if (!(await unpacksWithin(bytes))) return { fault: 'too-heavy' };
  const pdf = await openSignedPdf(bytes);
  if (!pdf) return { fault: /\/Encrypt\b/.test(textOf(bytes)) ? 'encrypted' : 'damaged' };
  return reportFile(bytes, pdf, order);
}

const textOf = (bytes: Uint8Array): string =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('latin1');

type Reported = {
  readonly bytes: Uint8Array;
  readonly pdf: PDF;
  readonly order: ControlOrder;
  readonly ground: StampGround;
  readonly anchors: readonly ReadCertificate[];
  /** Document time stamps, from the outermost in. */
  readonly stamps: readonly (WeighedStamp & { readonly end: number })[];
  readonly read: readonly ReadSeal[];
};

async function reportFile(bytes: Uint8Array, pdf: PDF, order: ControlOrder): Promise<SignatureReport> {
  const { certificates, ...evidence } = storedEvidence(pdf);
  const ground = {
    anchors: readAnchors(order.timeStampAnchors),
    spares: certificates.flatMap(tryCertificate),
    evidence,
  };
  const read = listSeals(bytes, pdf)
    .map((seal) => readSeal(seal, ground.anchors))
    .toSorted((one, other) => endOf(one) - endOf(other));
  const anchors = readAnchors(order.anchors);
  const stamps = weighDocumentStamps(read, order, ground);
  const reported: Reported = { bytes, pdf, order, ground, anchors, stamps, read };
  const signatures: SignatureFinding[] = [];
  for (const one of read) signatures.push(await findingOf(one, reported));
  const last = Math.max(0, ...read.map(({ seal }) => seal.reach?.end ?? 0));
  const used = new Set(signatures.flatMap(({ chain }) => chain.map(({ fingerprint }) => fingerprint)));
  return {
    format: 'pades',
    word: wordFor(signatures),
    signatures,
    updatesAfter: read.length === 0 ? 0 : countUpdates(bytes, last),
    about: [],
    renewal: earliest(signatures.map(({ renewal }) => renewal)),
    anchors: distinct([...anchors, ...ground.anchors])
      .map((anchor) => ({ name: anchor.name, fingerprint: fingerprintOf(anchor) }))
      .filter(({ fingerprint }) => used.has(fingerprint)),
  };
}

const endOf = ({ seal }: ReadSeal): number => seal.reach?.end ?? Number.POSITIVE_INFINITY;
const distinct = (all: readonly ReadCertificate[]): readonly ReadCertificate[] =>
  all.filter((one, place) => all.findIndex((other) => isSame(one, other)) === place);
const countUpdates = (bytes: Uint8Array, from: number): number =>
  [...textOf(bytes.subarray(from)).matchAll(/startxref\s+\d+\s+%%EOF/g)].length;

/** From the outermost in: each must hold until the time that the one around it proves. */
function weighDocumentStamps(
  read: readonly ReadSeal[],
  { at, knownSince }: ControlOrder,
  ground: StampGround,
): Reported['stamps'] {
  let until = new Date(knownSince ?? at);
  const weighed: (WeighedStamp & { readonly end: number })[] = [];
  for (const { stamp, seal } of read.toReversed()) {
    if (!stamp || !seal.reach) continue;
    // One that was made after the file was received is judged by the clock of now.
    const one = weighStamp(stamp, stamp.at > until ? new Date(at) : until, ground);
    if (one.path) until = stamp.at;
    weighed.push({ ...one, end: seal.reach.end });
  }
  return weighed;
}

async function findingOf(one: ReadSeal, reported: Reported): Promise<SignatureFinding> {
  const { seal, cms, stamp } = one;
  const { order } = reported;
  const nothing = {
    kind: seal.kind === 'time-stamp' ? ('time-stamp' as const) : ('signature' as const),
    by: cms?.signer.name ?? stamp?.cms.signer.name ?? '',
    time: {
      at: order.knownSince ?? order.at,
      source: order.knownSince ? ('receipt' as const) : ('now' as const),
    },
    level: 'plain' as const,
    later: 'not-judged' as const,
    covered: seal.reach?.signed.length ?? 0,
    stamps: [],
    chain: [],
  };
  if (!seal.reach) return { ...nothing, code: 'part-only' };
  if (seal.kind === 'other')
    return { ...nothing, code: isOldKind(seal.subFilter) ? 'weak-algorithm' : 'unreadable' };
  if (!cms && !stamp) return { ...nothing, code: 'unreadable' };
  if (!one.isIntact)
    return { ...nothing, ...factsOf(cms ?? stamp?.cms), code: brokenCode(cms ?? stamp?.cms) };
  const later = await laterOf(seal.reach.end, reported);
  if (stamp) return { ...nothing, ...later, ...describeStamp(one, reported) };
  return cms
    ? { ...nothing, ...later, ...(await describeSignature(cms, one, reported)) }
    : { ...nothing, code: 'unreadable' };
}

/** Made with SHA-1 by what they are. */
const isOldKind = (subFilter: string): boolean =>
  subFilter === 'adbe.x509.rsa_sha1' || subFilter === 'adbe.pkcs7.sha1';
const brokenCode = (cms: Cms | undefined) => (cms && !cms.algorithm ? 'weak-algorithm' : 'broken');

const factsOf = (cms: Cms | undefined) =>
  cms
    ? {
        by: cms.signer.name,
        ...(cms.signer.organisation && { organisation: cms.signer.organisation }),
        ...(cms.signedAt && { claimedAt: toInstant(cms.signedAt) }),
        ...(cms.algorithm && {
          digest: cms.algorithm.hash.toUpperCase().replace('SHA', 'SHA-').replace('--', '-'),
        }),
      }
    : {};

function describeStamp({ stamp, seal }: ReadSeal, { stamps, ground, order }: Reported) {
  const weighed = stamps.find(({ end }) => end === seal.reach?.end);
  if (!stamp || !weighed) return { code: 'unreadable' as const };
  const { path } = weighed;
  const evidence = evidenceWith(stamp.cms, ground);
  const judged = judgeSignature({
    cms: { ...stamp.cms, signedAt: undefined },
    anchors: ground.anchors,
    time: { at: stamp.at, source: 'time-stamp' },
    receivedAt: new Date(order.at),
    spares: ground.spares,
    evidence: ground.evidence,
  });
  // Its certificate is for time stamps, and for nothing else.
  const code = judged.code === 'not-for-signing' ? ('holds' as const) : judged.code;
  return {
    ...factsOf({ ...stamp.cms, signedAt: undefined }),
    code: path || code !== 'holds' ? code : ('certificate-not-valid' as const),
    // What nobody vouches for proves no time.
    ...(path && { time: { at: toInstant(stamp.at), source: 'document-time-stamp' as const } }),
    chain: describeChain(path ?? judged.path, judged.isAnchored, evidence),
    ...(path && { renewal: renewalOf(path, 'time-stamp-ends') }),
  };
}

async function describeSignature(cms: Cms, one: ReadSeal, reported: Reported) {
  const { anchors, ground, order, stamps } = reported;
  const end = endOf(one);
  const around = stamps.filter((stamp) => stamp.end >= end);
  const innermost = around.filter(({ path }) => path).at(-1)?.stamp.at;
  const received = new Date(order.knownSince ?? order.at);
  const own = readOwnStamps(cms, ground.anchors).map(
    (stamp) => stamp && weighStamp(stamp, innermost ?? later(received, stamp.at, order), ground),
  );
  const held = own.filter((stamp) => stamp !== undefined);
  const trusted = [...held, ...around].filter(({ path }) => path);
  const [first] = trusted.toSorted((a, b) => a.stamp.at.getTime() - b.stamp.at.getTime());
  const time = first
    ? { at: first.stamp.at, source: 'time-stamp' as const }
    : { at: received, source: 'receipt' as const };
  const judged = judgeSignature({
    cms,
    anchors,
    time,
    receivedAt: new Date(order.at),
    spares: ground.spares,
    evidence: ground.evidence,
  });
  const code = held.length < own.length || held.some(({ stamp }) => !stamp.isIntact) ? 'broken' : judged.code;
  const outer = around.find(({ path }) => path) ?? held.findLast(({ path }) => path);
  const renewal = outer?.path
    ? renewalOf(outer.path, 'time-stamp-ends')
    : renewalOf(judged.path, 'certificate-ends');
  return {
    ...factsOf(cms),
    code,
    time: { at: toInstant(time.at), source: sourceOf(first, held, order) },
    level: await findLevel(one, reported, judged.path, held),
    stamps: held.map(stampFinding),
    chain: describeChain(judged.path, judged.isAnchored, evidenceWith(cms, ground)),
    ...(code === 'holds' && { renewal }),
  };
}

/** A stamp from after the file was received is judged by the clock of now. */
const later = (received: Date, stamped: Date, { at }: ControlOrder): Date =>
  stamped > received ? new Date(at) : received;

const sourceOf = (
  first: WeighedStamp | undefined,
  own: readonly WeighedStamp[],
  { knownSince }: ControlOrder,
): SignatureFinding['time']['source'] => {
  if (first) return own.includes(first) ? 'signature-time-stamp' : 'document-time-stamp';
  return knownSince ? 'receipt' : 'now';
};

export const evidenceWith = (cms: Cms, { evidence }: Pick<StampGround, 'evidence'>) => ({
  crls: [...cms.revocation.crls, ...evidence.crls],
  ocsps: [...cms.revocation.ocsps, ...evidence.ocsps],
});

/** What was added after the end of one signature, in the words that a person can use. */
async function laterOf(
  end: number,
  { bytes, pdf }: Pick<Reported, 'bytes' | 'pdf'>,
): Promise<{ readonly later: LaterChange; readonly altered?: string }> {
  if (pdf.recoveredViaBruteForce) return { later: 'structure-unclear' };
  if (end === bytes.length) return { later: 'nothing' };
  const strict = await judgeUpdate(bytes, end, pdf);
  if (strict.code === 'evidence-added') return { later: 'evidence' };
  if (strict.code === 'structure-unclear') return { later: 'structure-unclear' };
  const signed = await judgeUpdate(bytes, end, pdf, 'signatures');
  if (signed.code === 'evidence-added') return { later: 'signatures' };
  const { what } = signed.facts;
  return { later: 'altered', ...(typeof what === 'string' && { altered: what }) };
}
