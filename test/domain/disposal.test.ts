import { describe, expect, test } from 'vitest';
import type { CalendarDate, ClassId } from '../../domain/basics.ts';
import { type Disposal, disposalDate, inheritedDisposal } from '../../domain/disposal.ts';

const kept: Disposal = { decision: 'B' };
const discarded = (retentionYears: number): Disposal => ({ decision: 'K', retentionYears });
const assessed = (retentionYears: number): Disposal => ({ decision: 'G', retentionYears });

describe('the day from which a case may be discarded', () => {
  test.each<[Disposal, CalendarDate | undefined, CalendarDate | undefined]>([
    [discarded(10), '2026-11-20', '2036-11-20'],
    [discarded(5), '2025-12-31', '2030-12-31'],
    [discarded(1), '2025-01-01', '2026-01-01'],
    // A day that the last year does not have: the next one, so that no case loses a day of its time.
    [discarded(5), '2024-02-29', '2029-03-01'],
    [discarded(4), '2024-02-29', '2028-02-29'],
    [discarded(999), '2026-03-29', '3025-03-29'],
    [assessed(10), '2025-12-12', '2035-12-12'],
    [discarded(10), undefined, undefined],
    [assessed(10), undefined, undefined],
    [kept, '2026-11-20', undefined],
    [kept, undefined, undefined],
  ])('%j, closed %s: %s', (disposal, closedOn, expected) => {
    expect(disposalDate(disposal, closedOn)).toBe(expected);
  });
});

describe('what a class has from the classes above it', () => {
  const id = (code: string) => code as ClassId;
  const classes = [
    { id: id('4'), disposal: kept },
    { id: id('41'), parentId: id('4') },
    { id: id('411'), parentId: id('41') },
    { id: id('42'), parentId: id('4'), disposal: discarded(5) },
    { id: id('421'), parentId: id('42') },
    { id: id('7') },
    { id: id('71'), parentId: id('7') },
  ];
  test.each<[string, Disposal | undefined]>([
    ['4', kept],
    ['411', kept],
    ['42', discarded(5)],
    ['421', discarded(5)],
    ['71', undefined],
    ['unknown', undefined],
  ])('%s: %j', (code, expected) => {
    expect(inheritedDisposal(classes, id(code))).toEqual(expected);
  });
});
