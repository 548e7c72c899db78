import { benchBundle } from './bundle.ts';
import { benchDispatch } from './dispatch.ts';
import { benchJobs } from './jobs.ts';
import { benchMerge } from './merge.ts';
import { benchOpenCase } from './open-case.ts';
import { benchRights } from './rights.ts';
import type { BenchRow } from './row.ts';
import { benchVerify } from './verify.ts';

/** Prints what Segl measures of itself, side by side with its peers in one run. Numbers are this machine's, today. */
const benches: readonly (() => Promise<readonly BenchRow[]>)[] = [
  benchMerge,
  benchVerify,
  benchBundle,
  benchDispatch,
  benchJobs,
  benchOpenCase,
  benchRights,
];

const rows: BenchRow[] = [];
for (const bench of benches) rows.push(...(await bench()));

const ms = (value: number | undefined) => (value === undefined ? '–' : `${value.toFixed(1)} ms`);
console.table(
  rows.map((row) => ({
    what: row.name,
    Segl: ms(row.ours),
    peer: row.peerName ?? '–',
    'peer takes': ms(row.peer),
    ratio: row.peer === undefined ? '–' : (row.ours / row.peer).toFixed(2),
    promised: row.target ?? (row.peer === undefined ? '–' : 'at most 1'),
  })),
);
