import { expect, test } from 'vitest';
import { stricterOf } from '../../../domain/access/inherited-screening.ts';
import { toId } from '../../../domain/basics.ts';
import type { Screening } from '../../../domain/screening.ts';

const files: Screening = {
  accessCode: toId('UO'),
  legalBasis: 'Offl. § 26',
  hidesTitle: false,
  hidesParties: false,
  hidesDocuments: true,
};
const title: Screening = { ...files, accessCode: toId('P'), hidesTitle: true, hidesDocuments: false };

test('what either hides is hidden, under the code of the first', () => {
  expect(stricterOf(files, title)).toEqual({ ...files, hidesTitle: true, endsOn: undefined });
  expect(stricterOf(files, undefined)).toBe(files);
  expect(stricterOf(undefined, files)).toBe(files);
  expect(stricterOf(undefined, undefined)).toBeUndefined();
});

test('a group is kept, and it lasts as long as the longer of the two', () => {
  const group = { ...title, accessGroup: toId<'access-group'>('vern'), endsOn: '2030-01-01' } as const;
  expect(stricterOf(files, group)).toMatchObject({ accessCode: 'P', accessGroup: 'vern', endsOn: undefined });
  expect(stricterOf({ ...files, endsOn: '2040-01-01' }, group)?.endsOn).toBe('2040-01-01');
});
