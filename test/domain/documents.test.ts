import { describe, expect, test } from 'vitest';
import { toId, toSha256 } from '../../domain/basics.ts';
import type { Variant } from '../../domain/code-lists.ts';
import { currentObject, type DocumentObject, nextVersion, publicVariant } from '../../domain/documents.ts';

const object = (name: string, variant: Variant, version: number, madeFrom?: string): DocumentObject => ({
  id: toId(name),
  version,
  variant,
  format: 'fmt/477',
  fileName: `${name}.pdf`,
  mime: 'application/pdf',
  sha256: toSha256('a'.repeat(64)),
  size: 1,
  pages: 1,
  createdAt: '2026-01-01T00:00:00.000Z',
  createdBy: 'Kari',
  ...(madeFrom !== undefined && { madeFrom: toId<'document-object'>(madeFrom) }),
});

describe('the file that is shown and sent', () => {
  test.each<[what: string, objects: readonly DocumentObject[], current: string | undefined]>([
    ['the newest archive variant', [object('a2', 'A', 2), object('a1', 'A', 1)], 'a2'],
    ['is not the public variant that is newer', [object('o', 'O', 9, 'a1'), object('a1', 'A', 1)], 'a1'],
    [
      'is the production format where there is no other',
      [object('o', 'O', 2, 'p'), object('p', 'P', 1)],
      'p',
    ],
    ['is none where only a public variant is', [object('o', 'O', 1, 'gone')], undefined],
    ['is none without files', [], undefined],
  ])('%s', (_what, objects, current) => {
    expect(currentObject({ objects })?.id).toBe(current);
  });
});

describe('the public variant', () => {
  test('is the newest one, and outdated once the original has changed', () => {
    const [first, second, made] = [object('a1', 'A', 1), object('a2', 'A', 2), object('o1', 'O', 1, 'a1')];
    expect(publicVariant({ objects: [first] })).toBeUndefined();
    expect(publicVariant({ objects: [made, first] })).toEqual({ object: made, outdated: false });
    expect(publicVariant({ objects: [second, made, first] })).toEqual({ object: made, outdated: true });
    const again = object('o2', 'O', 2, 'a2');
    expect(publicVariant({ objects: [again, second, made, first] })).toEqual({
      object: again,
      outdated: false,
    });
  });

  test('is counted by itself, and the original goes on after its own', () => {
    const objects = [object('o3', 'O', 3, 'a1'), object('a1', 'A', 1)];
    expect(nextVersion({ objects }, 'original')).toBe(2);
    expect(nextVersion({ objects }, 'public')).toBe(4);
    expect(nextVersion({ objects: [] }, 'public')).toBe(1);
  });
});
