import { PDF, PdfArray, PdfDict, PdfName, PdfStream } from '@libpdf/core';
import type { RenewalEvidence, StampPlace } from '../../ports/evidence-workshop.ts';
import type { ControlOrder } from '../../ports/pdf-workshop.ts';
import type { WantedRevocation } from '../../ports/time-stamps.ts';
import { findRevocation } from '../signatures/find-revocation.ts';
import { type ReadCertificate, readAnchors, revocationAddresses } from '../signatures/read-certificate.ts';
import type { Cms } from '../signatures/read-cms.ts';
import { findTrustPath } from '../signatures/trust-path.ts';
import { listSeals, storedEvidence } from './list-seals.ts';
import { resolveIn } from './pdf-objects.ts';
import { openSignedPdf, readOwnStamps, readSeal, tryCertificate } from './read-seals.ts';

/**
 * What is needed for the signatures of a file to be verified later: every certificate on the way to an anchor, and of
 * whom it must be asked whether it was revoked. Of what no anchor vouches for nothing is asked.
 */
export async function wantedEvidence(
  bytes: Uint8Array,
  order: ControlOrder,
): Promise<{ readonly certificates: readonly Uint8Array[]; readonly wanted: readonly WantedRevocation[] }> {
  const pdf = await openSignedPdf(bytes);
  if (!pdf) throw new Error('a file that cannot be read');
  const { certificates: kept, ...evidence } = storedEvidence(pdf);
  const spares = kept.flatMap(tryCertificate);
  const [anchors, stampAnchors] = [readAnchors(order.anchors), readAnchors(order.timeStampAnchors)];
  const paths: (readonly ReadCertificate[])[] = [];
  const wanted: WantedRevocation[] = [];
  const add = (cms: Cms, at: Date, roots: readonly ReadCertificate[]): void => {
    const way = findTrustPath(cms.signer, [...cms.others, ...spares], roots, at);
    if ('fault' in way) return;
    paths.push(way.path);
    const own = {
      crls: [...cms.revocation.crls, ...evidence.crls],
      ocsps: [...cms.revocation.ocsps, ...evidence.ocsps],
    };
    for (const [place, certificate] of way.path.entries()) {
      const issuer = way.path[place + 1];
      if (!issuer || findRevocation(certificate, issuer, own).status !== 'not-known') continue;
      wanted.push({ certificate: certificate.der, issuer: issuer.der, ...revocationAddresses(certificate) });
    }
  };
  const received = new Date(order.knownSince ?? order.at);
  for (const seal of listSeals(bytes, pdf)) {
    const { cms, stamp } = readSeal(seal, stampAnchors);
    if (stamp) add(stamp.cms, stamp.at, stampAnchors);
    if (!cms) continue;
    const own = readOwnStamps(cms, stampAnchors).filter((one) => one !== undefined);
    for (const one of own) add(one.cms, one.at, stampAnchors);
    add(cms, own[0]?.at ?? received, anchors);
  }
  const certificates = [
    ...new Map(paths.flat().map(({ der }) => [Buffer.from(der).toString('base64'), der])).values(),
  ];
  return { certificates, wanted };
}

/**
 * Adds evidence to what the file keeps (a DSS, ETSI EN 319 142-1, 5.4) as an update after its end: every byte that was
 * there stays where it was.
 */
export async function addEvidence(bytes: Uint8Array, evidence: RenewalEvidence): Promise<Uint8Array> {
  const pdf = await openForUpdate(bytes);
  const resolve = resolveIn(pdf);
  const store = pdf.getCatalog().getDict('DSS', resolve);
  const grown = new PdfDict([...(store ?? [])]);
  grown.set('Type', PdfName.of('DSS'));
  let added = 0;
  const add = (key: string, pieces: readonly Uint8Array[]): void => {
    const list = store?.getArray(key, resolve);
    const there = list?.toArray().map((item, place) => ({ item, object: list.at(place, resolve) })) ?? [];
    const known = new Set(
      there.map(({ object }) =>
        object instanceof PdfStream ? Buffer.from(object.getDecodedData()).toString('base64') : '',
      ),
    );
    const fresh = pieces.filter((piece) => !known.has(Buffer.from(piece).toString('base64')));
    added += fresh.length;
    if (there.length + fresh.length === 0) return;
    const streams = fresh.map((piece) => pdf.createStream({}, new Uint8Array(piece)));
    grown.set(key, new PdfArray([...there.map(({ item }) => item), ...streams]));
  };
  add('Certs', evidence.certificates);
  add('CRLs', evidence.crls);
  add('OCSPs', evidence.ocsps);
  if (added === 0) return bytes;
  pdf.getCatalog().set('DSS', pdf.register(grown));
  return pdf.save({ incremental: true });
}

const room = 24_000;

/** Makes a place for a document time stamp after all there is; what is to be stamped is everything around the place. */
export async function openStampPlace(bytes: Uint8Array): Promise<StampPlace> {
  const pdf = await openForUpdate(bytes);
  // Filled afterwards: the network is not asked from here.
  const empty = { timestamp: async () => new Uint8Array([0x30, 0x00]) };
  const { bytes: placed } = await pdf.addTimestamp({ timestampAuthority: empty, estimatedSize: room });
  const reopened = await PDF.load(placed);
  const place = listSeals(placed, reopened)
    .filter(({ kind, reach }) => kind === 'time-stamp' && reach?.end === placed.length)
    .at(-1)?.reach;
  if (!place) throw new Error('the place for the time stamp is not found');
  return { bytes: placed, start: place.hole.start, end: place.hole.end };
}

async function openForUpdate(bytes: Uint8Array): Promise<PDF> {
  const pdf = await PDF.load(bytes);
  const blocker = pdf.canSaveIncrementally();
  if (blocker) throw new Error(`no update can be added to the file: ${blocker}`);
  return pdf;
}
