import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startNodeChild } from '../../main/adapters/children/start-node-child.ts';
import { openPdfWorkshop } from '../../main/adapters/pdf/open-pdf-workshop.ts';
import type { PdfWorkshop } from '../../main/ports/pdf-workshop.ts';
import { renderPages } from '../adapters/pdf/render-pages.ts';
import type { BenchRow } from './row.ts';

const rounds = 21;

/**
 * One 20-page document and ten of 3 pages, merged by the workshop through its worker and by `qpdf` as a process, in
 * turn. Milliseconds, medians, warm. The name tells how many merged pages look the same as in their source.
 */
export async function benchMerge(): Promise<BenchRow[]> {
  if (spawnSync('qpdf', ['--version']).status !== 0) {
    process.stderr.write('merge: skipped, qpdf is not installed\n');
    return [];
  }
  const workshop = openPdfWorkshop({ startChild: startNodeChild });
  const folder = mkdtempSync(join(tmpdir(), 'segl-bench-'));
  try {
    const sizes = [20, ...Array.from({ length: 10 }, () => 3)];
    const parts: { title: string; bytes: Uint8Array; path: string }[] = [];
    for (const [at, pages] of sizes.entries()) {
      const bytes = await drawPages(workshop, at, pages);
      const path = join(folder, `${at}.pdf`);
      writeFileSync(path, bytes);
      parts.push({ title: `Del ${at}`, bytes, path });
    }
    const out = join(folder, 'out.pdf');
    const words = ['--empty', '--pages', ...parts.map(({ path }) => path), '--', out];
    const merge = () => workshop.merge(parts, { title: 'Sak', language: 'nb' });
    const [ours, peer]: [number[], number[]] = [[], []];
    for (let round = -3; round < rounds; round += 1) {
      const [own, other] = [await timed(merge), await timed(async () => execFileSync('qpdf', words))];
      if (round < 0) continue;
      ours.push(own);
      peer.push(other);
    }
    const merged = await merge();
    const same = await countSame(merged.bytes, parts);
    const name = `Merge 20 + 10 × 3 pages (${same})`;
    return [
      {
        name,
        ours: median(ours),
        peer: median(peer),
        peerName: 'qpdf --empty --pages',
        target: 'at most 1.3 with comparison',
      },
    ];
  } finally {
    await workshop.close();
    rmSync(folder, { recursive: true });
  }
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;

/** A letter of exactly so many pages: paragraphs are added until it is that long. */
async function drawPages(workshop: PdfWorkshop, at: number, pages: number): Promise<Uint8Array> {
  for (let paragraphs = pages * 9; ; paragraphs += 1) {
    const bytes = await workshop.drawLetter({
      sender: 'Lillevik kommune',
      title: `Dokument ${at}`,
      meta: [{ label: 'Vår referanse', value: `26/${at}` }],
      body: Array.from(
        { length: paragraphs },
        (_, number) =>
          `Avsnitt ${number} i dokument ${at}. ${'Kommunen viser til søknaden og svarer. '.repeat(8)}`,
      ),
      signatureLines: [],
      footer: 'Lillevik kommune',
      language: 'nb',
      createdAt: '2026-01-02T03:04:05Z',
    });
    const { pages: found } = await workshop.inspect(bytes, 'dokument.pdf');
    if (found >= pages) return bytes;
  }
}

async function countSame(
  merged: Uint8Array,
  parts: readonly { readonly bytes: Uint8Array }[],
): Promise<string> {
  const found = renderPages(merged);
  if (!found) return 'pixels not compared: pdftoppm is not installed';
  const wanted = parts.flatMap(({ bytes }) => renderPages(bytes) ?? []);
  const same = wanted.filter((page, at) => found[at]?.equals(page)).length;
  return `${same} of ${wanted.length} pages pixel-equal`;
}
