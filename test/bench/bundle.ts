import { execFileSync } from 'node:child_process';
import { randomFillSync } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { buildBundle } from '../../main/adapters/posten/build-bundle.ts';
import { decideManifest } from '../../main/adapters/posten/decide-manifest.ts';
import { readCredentials } from '../../main/adapters/posten/read-credentials.ts';
import { documentName } from '../../main/adapters/posten/write-manifest.ts';
import { openTestAuthority, seid2 } from '../adapters/posten/support/certificates.ts';
import { order } from '../adapters/posten/support/orders.ts';
import { buildClient, NotHere, writePkcs12 } from '../interop/maven.ts';
import { type BenchRow, median } from './row.ts';

const rounds = 41;
const warmUp = 10;

/**
 * From an order with a 3 MB document to the signed bundle: rules, manifest, digests, signature, zip. Median
 * milliseconds, warm. The bytes of the document are noise, as the compressed streams of a PDF are. Where Maven can run,
 * the service's official Java client does the same right after.
 */
export async function benchBundle(): Promise<readonly BenchRow[]> {
  const issued = await (await openTestAuthority()).issue({ subject: seid2('310000019') });
  const read = await readCredentials({ kind: 'pem', certificateChain: issued.chain, key: issued.key });
  if (!read.ok) throw new Error(read.refusal.code);
  const pdf = randomFillSync(Buffer.alloc(3_145_728));
  pdf.write('%PDF-1.7\n');
  const build = (): Uint8Array => {
    const decided = decideManifest(order({ pdf }), '310000019', {});
    if (!decided.ok) throw new Error(decided.refusal.code);
    return buildBundle(
      [
        { name: documentName, mime: 'application/pdf', bytes: pdf },
        { name: 'manifest.xml', mime: 'application/xml', bytes: Buffer.from(decided.value, 'utf8') },
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
  const row = { name: 'Signed bundle of a 3 MB document', ours: median(times), target: 'under 25 ms' };
  try {
    const peer = measureOfficialClient(pdf, issued);
    return [{ ...row, peer, peerName: 'signature-api-client-java', target: 'under 25 ms, at most 1' }];
  } catch (fault) {
    if (!(fault instanceof NotHere)) throw fault;
    process.stderr.write(`bundle: no peer, ${fault.message}\n`);
    return [row];
  }
}

function measureOfficialClient(
  pdf: Uint8Array,
  issued: { readonly chain: string; readonly key: string },
): number {
  const folder = mkdtempSync(join(tmpdir(), 'segl-bench-'));
  try {
    const classPath = buildClient(folder);
    const path = (name: string) => join(folder, name);
    writeFileSync(path('chain.pem'), issued.chain);
    writeFileSync(path('key.pem'), issued.key, { mode: 0o600 });
    writePkcs12(path('chain.pem'), path('key.pem'), path('keys.p12'));
    writeFileSync(path('document.pdf'), pdf);
    const words = ['-cp', classPath, 'segl.BundleBench', path('keys.p12'), path('document.pdf')];
    const said = execFileSync('java', [...words, String(rounds), String(warmUp * 2)], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    return z.object({ medianMs: z.number() }).parse(JSON.parse(said)).medianMs;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
