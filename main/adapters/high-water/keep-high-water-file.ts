import { closeSync, existsSync, fsyncSync, openSync, readFileSync, rmSync, writeSync } from 'node:fs';
import { toId } from '../../../domain/basics.ts';
import { isInstant } from '../../../domain/calendar.ts';
import type { Mark, MarkedJob } from '../../../domain/high-water.ts';
import type { HighWaterKeeper } from '../../ports/high-water.ts';

type Line = { readonly archive: string } | Mark | MarkedJob;

/**
 * A file of one JSON object per line: the archive's id first, then each number and job as it is given. A line that was
 * cut short is as if it were not there; a file about another archive is begun anew.
 */
export function keepHighWaterFile(path: string, log: (line: string) => void): HighWaterKeeper {
  const readLines = (archiveId: string): readonly Line[] => {
    const lines = existsSync(path) ? readFileSync(path, 'utf8').split('\n').flatMap(parse) : [];
    const [first] = lines;
    return first && 'archive' in first && first.archive === archiveId ? lines : [];
  };
  return {
    read: (archiveId) => {
      const highest = new Map<string, Mark>();
      const jobs = new Map<string, MarkedJob>();
      for (const line of readLines(archiveId)) {
        if ('reference' in line) jobs.set(line.reference, { ...jobs.get(line.reference), ...line });
        if (!('series' in line)) continue;
        const key = `${line.series}/${line.scope}`;
        if ((highest.get(key)?.last ?? 0) < line.last) highest.set(key, line);
      }
      return { marks: [...highest.values()], jobs: [...jobs.values()] };
    },
    note: (archiveId, marks, jobs) => {
      try {
        const isNew = readLines(archiveId).length === 0;
        if (isNew) rmSync(path, { force: true });
        append(path, [...(isNew ? [{ archive: archiveId }] : []), ...marks, ...jobs]);
      } catch (fault) {
        log(`high-water marks were not kept: ${String(fault)}`);
      }
    },
  };
}

function append(path: string, lines: readonly Line[]): void {
  const file = openSync(path, 'a', 0o600);
  try {
    // Begins with a line end: what was cut short before must not swallow what comes after.
    writeSync(file, `\n${lines.map((line) => JSON.stringify(line)).join('\n')}\n`);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

function parse(text: string): readonly Line[] {
  try {
    const line: unknown = JSON.parse(text);
    if (typeof line !== 'object' || line === null) return [];
    if ('archive' in line && typeof line.archive === 'string') return [{ archive: line.archive }];
    if ('reference' in line && 'entryId' in line && typeof line.reference === 'string')
      return [
        {
          reference: line.reference,
          entryId: toId(String(line.entryId)),
          ...('attempts' in line && typeof line.attempts === 'number' && { attempts: line.attempts }),
          ...('answeredAt' in line &&
            typeof line.answeredAt === 'string' &&
            isInstant(line.answeredAt) && { answeredAt: line.answeredAt }),
        },
      ];
    if (!('series' in line && 'scope' in line && 'last' in line) || typeof line.last !== 'number') return [];
    const { series, scope, last } = line;
    return series === 'case' || series === 'journal' || series === 'entry'
      ? [{ series, scope: String(scope), last }]
      : [];
  } catch {
    return [];
  }
}
