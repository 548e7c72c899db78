import { randomFillSync } from 'node:crypto';
import { buildBundle } from '../../main/adapters/posten/build-bundle.ts';
import { decideManifest } from '../../main/adapters/posten/decide-manifest.ts';
import { readCredentials } from '../../main/adapters/posten/read-credentials.ts';
import { writeManifest } from '../../main/adapters/posten/write-manifest.ts';
import { openTestAuthority, seid2 } from '../adapters/posten/support/certificates.ts';
import { order } from '../adapters/posten/support/orders.ts';

const rounds = 41;
const warmUp = 10;

/**
 * From an order with a 3 MB document to the signed bundle: rules, manifest, digests, signature, zip. Median
 * milliseconds, warm. The bytes of the document are noise, as the compressed streams of a PDF are.
 */
export async function benchBundle(): Promise<
  { name: string; ours: number; peer?: number; peerName?: string }[]
> {
  const issued = await (await openTestAuthority()).issue({ subject: seid2('310000019') });
  const read = await readCredentials({ kind: 'pem', certificateChain: issued.chain, key: issued.key });
  if (!read.ok) throw new Error(read.refusal.code);
  const pdf = randomFillSync(Buffer.alloc(3_145_728));
  pdf.write('%PDF-1.7\n');
  const build = (): Uint8Array => {
    const decided = decideManifest(order({ pdf }), '310000019', {});
    if (!decided.ok) throw new Error(decided.refusal.code);
    const { href, mime } = decided.value.document;
    const manifest = Buffer.from(writeManifest(decided.value), 'utf8');
    return buildBundle(
      [
        { name: href, mime, bytes: pdf },
        { name: 'manifest.xml', mime: 'application/xml', bytes: manifest },
      ],
      read.value,
      new Date(),
    );
  };
  const times: number[] = [];
  for (let round = -warmUp; round < rounds; round += 1) {
    const start = performance.now();
    build();
    if (round >= 0) times.push(performance.now() - start);
  }
  const median = times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)] ?? Number.NaN;
  return [{ name: 'Signed bundle of a 3 MB document', ours: median }];
}
