import { appendFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { toId } from '../../../domain/basics.ts';
import { keepHighWaterFile } from '../../../main/adapters/high-water/keep-high-water-file.ts';

function inFolder() {
  const folder = mkdtempSync(join(tmpdir(), 'segl-merker-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const lines: string[] = [];
  const path = join(folder, 'high-water.jsonl');
  return { path, lines, keeper: keepHighWaterFile(path, (line) => void lines.push(line)) };
}
const journal = (last: number) => ({ series: 'journal', scope: '2026', last }) as const;
const job = { reference: 'r1', entryId: toId<'entry'>('e1') };

test('the highest mark of each series and every job once, as they come', () => {
  const { keeper } = inFolder();
  expect(keeper.read('a')).toEqual({ marks: [], jobs: [] });
  keeper.note('a', [journal(3)], [job]);
  keeper.note('a', [journal(5), { series: 'entry', scope: 'c1', last: 2 }], [job]);
  keeper.note('a', [journal(4)], []);
  expect(keeper.read('a')).toEqual({
    marks: [journal(5), { series: 'entry', scope: 'c1', last: 2 }],
    jobs: [job],
  });
});

test('how far a job has come is put together from its lines', () => {
  const { keeper } = inFolder();
  const at = '2026-11-21T12:00:00.000Z';
  keeper.note('a', [], [job]);
  keeper.note('a', [], [{ ...job, attempts: 1 }]);
  keeper.note('a', [], [{ ...job, answeredAt: at }]);
  expect(keeper.read('a').jobs).toEqual([{ ...job, attempts: 1, answeredAt: at }]);
});

test('what was cut short by a power cut is as if it were not there, and spoils nothing after it', () => {
  const { keeper, path } = inFolder();
  keeper.note('a', [journal(3)], []);
  appendFileSync(path, '{"series":"journal","sco');
  keeper.note('a', [journal(7)], []);
  expect(keeper.read('a').marks).toEqual([journal(7)]);
});

test('what is kept of another archive says nothing of this one, and makes room for it', () => {
  const { keeper } = inFolder();
  keeper.note('a', [journal(3)], [job]);
  expect(keeper.read('b')).toEqual({ marks: [], jobs: [] });
  keeper.note('b', [journal(1)], []);
  expect(keeper.read('b').marks).toEqual([journal(1)]);
  expect(keeper.read('a').marks).toEqual([]);
});

test('a place that cannot be written to is said in the log, and stops nobody', () => {
  const { lines } = inFolder();
  keepHighWaterFile('/nowhere/at/all.jsonl', (line) => void lines.push(line)).note('a', [journal(1)], []);
  expect(lines.join()).toContain('were not kept');
});
