import { describe, expect, test } from 'vitest';
import { dateOf, plusDays } from '../../domain/calendar.ts';

describe('dates', () => {
  test('a late evening in UTC is the next day in Norway', () => {
    expect(dateOf('2026-06-30T22:30:00.000Z')).toBe('2026-07-01');
    expect(dateOf('2026-12-31T22:30:00.000Z')).toBe('2026-12-31');
  });
  test('days are counted over the end of winter time', () => {
    expect(plusDays('2026-03-20', 30)).toBe('2026-04-19');
  });
});
