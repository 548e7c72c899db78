import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import { startNodeChild } from '../../main/adapters/children/start-node-child.ts';
import { looksTheSame } from '../../main/adapters/pdf/compare/looks-the-same.ts';
import { openDrawnFile } from '../../main/adapters/pdf/compare/open-drawn-file.ts';
import { openPdfWorkshop } from '../../main/adapters/pdf/open-pdf-workshop.ts';
import { type Inspection, PartUnusable, type PdfWorkshop } from '../../main/ports/pdf-workshop.ts';
import { canRender } from '../adapters/pdf/render-pages.ts';
import { countUnlike } from './count-unlike.ts';
import { watchPeak } from './watch-peak.ts';

const peakLimitMb = 700;
/** What the limit on memory is promised for. */
const largest = 10 * 1024 * 1024;

type Judged = {
  readonly file: string;
  readonly bytes: number;
  /** `accepted`, or why not. */
  readonly outcome: string;
  readonly pages: number;
  readonly ms: number;
  readonly peakMb: number;
  /** Pages, from 1, that pdf.js shows otherwise; files whose fields may have been drawn anew are not asked. */
  readonly differ: readonly number[];
  /** How many pages poppler shows otherwise. */
  readonly unlikeInPoppler: number;
};

/**
 * `npm run corpus -- DIR… [--json]`: every PDF below the folders through intake and merge, as the program does it, and
 * then each page of what came out beside its source. Ends with 1 where a page differs that nobody noticed, or a file of
 * 10 MB or less took more memory than is promised.
 */
async function runCorpus(folders: readonly string[], json: boolean): Promise<number> {
  const peak = watchPeak();
  const workshop = openPdfWorkshop({ startChild: startNodeChild });
  const judged: Judged[] = [];
  try {
    for (const folder of folders)
      for (const path of listPdfs(folder)) {
        const found = await judge(workshop, path, relative(folder, path), peak.take);
        judged.push(found);
        process.stderr.write(`${tell(found)}\n`);
      }
  } finally {
    peak.close();
    await workshop.close();
  }
  process.stdout.write(json ? `${JSON.stringify(judged)}\n` : summary(judged));
  const heavy = judged.filter(({ bytes, peakMb }) => bytes <= largest && peakMb > peakLimitMb);
  return judged.some(({ differ }) => differ.length > 0) || heavy.length > 0 ? 1 : 0;
}

const listPdfs = (folder: string): readonly string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => join(folder, name))
    .filter((path) => /\.pdf$/i.test(path) && statSync(path).isFile())
    .sort();

async function judge(
  workshop: PdfWorkshop,
  path: string,
  file: string,
  takePeak: () => number,
): Promise<Judged> {
  const bytes = new Uint8Array(readFileSync(path));
  takePeak();
  const start = performance.now();
  const inspection = await workshop.inspect(bytes, 'fil.pdf');
  const merged = inspection.fault ? undefined : await tryMerge(workshop, bytes);
  const ms = performance.now() - start;
  const known = { file, bytes: bytes.length, pages: inspection.pages, ms, peakMb: takePeak() };
  if (inspection.fault) return { ...known, outcome: inspection.fault, differ: [], unlikeInPoppler: 0 };
  if (typeof merged === 'string') return { ...known, outcome: merged, differ: [], unlikeInPoppler: 0 };
  const together = merged?.bytes ?? new Uint8Array();
  return {
    ...known,
    outcome: 'accepted',
    differ: await findUnlike(bytes, together, inspection),
    unlikeInPoppler: canRender() ? countUnlike(bytes, together) : 0,
  };
}

async function tryMerge(workshop: PdfWorkshop, bytes: Uint8Array) {
  try {
    return await workshop.merge([{ title: 'Fil', bytes }], { title: 'Korpus', language: 'nb' });
  } catch (fault) {
    if (fault instanceof PartUnusable)
      return `${fault.fault}${fault.page === undefined ? '' : ` ${fault.page}`}`;
    return fault instanceof Error ? fault.constructor.name : 'unknown';
  }
}

/** All pages by their pixels, also those that merging did not need to draw. */
async function findUnlike(
  source: Uint8Array,
  merged: Uint8Array,
  { pages, warnings }: Inspection,
): Promise<readonly number[]> {
  if (warnings.includes('form-fields')) return [];
  const [wanted, found] = [await openDrawnFile(source), await openDrawnFile(merged)];
  const differ: number[] = [];
  for (let page = 0; page < pages; page += 1)
    if (!(await looksTheSame({ file: wanted, page }, { file: found, page }))) differ.push(page + 1);
  await wanted.close();
  await found.close();
  return differ;
}

const tell = ({ file, outcome, pages, ms, peakMb, differ, unlikeInPoppler }: Judged): string =>
  [
    outcome.padEnd(16),
    `${pages} p`.padStart(7),
    `${ms.toFixed(0)} ms`.padStart(9),
    `${peakMb.toFixed(0)} MB`.padStart(8),
    file,
    differ.length > 0 ? `DIFFERS on ${differ.join(', ')}` : '',
    unlikeInPoppler > 0 ? `(${unlikeInPoppler} otherwise in poppler)` : '',
  ].join('  ');

function summary(judged: readonly Judged[]): string {
  const outcomes = new Map<string, number>();
  for (const { outcome } of judged) {
    const reason = outcome.replace(/ \d+$/, '');
    outcomes.set(reason, (outcomes.get(reason) ?? 0) + 1);
  }
  const most = (values: readonly number[]) => values.reduce((a, b) => Math.max(a, b), 0).toFixed(0);
  const accepted = judged.filter(({ outcome }) => outcome === 'accepted');
  return [
    `${judged.length} files`,
    ...[...outcomes].sort(([, a], [, b]) => b - a).map(([reason, count]) => `  ${count} ${reason}`),
    `${accepted.reduce((sum, { pages }) => sum + pages, 0)} pages accepted, ${accepted.reduce((sum, { differ }) => sum + differ.length, 0)} that differ unnoticed`,
    `${accepted.reduce((sum, one) => sum + one.unlikeInPoppler, 0)} pages that poppler shows otherwise, fields drawn anew included`,
    `at most ${most(judged.map(({ ms }) => ms))} ms and ${most(judged.map(({ peakMb }) => peakMb))} MB for a file`,
    '',
  ].join('\n');
}

const args = process.argv.slice(2);
const folders = args.filter((word) => !word.startsWith('--'));
if (folders.length === 0) {
  process.stderr.write('npm run corpus -- DIR… [--json]\n');
  process.exit(2);
}
process.exitCode = await runCorpus(folders, args.includes('--json'));
