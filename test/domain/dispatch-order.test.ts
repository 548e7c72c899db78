import { describe, expect, test } from 'vitest';
import { latestDays, numberGroups } from '../../domain/dispatch-order.ts';

describe('the order', () => {
  const three = [{ group: 4 }, { group: 7 }, { group: 4 }];
  test('gaps between groups are closed, equal stay equal', () => {
    expect(numberGroups(three, 'groups')).toEqual([{ group: 0 }, { group: 1 }, { group: 0 }]);
    expect(numberGroups(three, 'all-at-once')).toEqual([{ group: 0 }, { group: 0 }, { group: 0 }]);
    expect(numberGroups(three, 'one-by-one')).toEqual([{ group: 0 }, { group: 1 }, { group: 2 }]);
  });
  test('each group has the whole deadline', () => {
    expect(latestDays(three, 7)).toBe(14);
    expect(latestDays([], 7)).toBe(7);
  });
});
