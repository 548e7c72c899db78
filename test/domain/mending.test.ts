import { describe, expect, test } from 'vitest';
import { findingCodes, stop, warning } from '../../domain/findings.ts';
import { heapFindings, mendings } from '../../domain/mending.ts';
import { cutAtWord, titleLength, withoutForbidden } from '../../domain/title.ts';

test('every finding is mended in the dialog, or says where it is', () => {
  expect(Object.keys(mendings).sort()).toEqual([...findingCodes].sort());
});

describe('a heap', () => {
  const notPdf = (at: number) => stop('document-not-pdf', `documents.${at}`, { document: `V${at}` });

  test('is made of three or more of one kind, where the first of them stood, stops first', () => {
    const leader = warning('leader-not-agreed', 'leader');
    const title = stop('title-missing', 'title');
    const heaped = heapFindings([leader, notPdf(1), title, notPdf(2), notPdf(3)]);
    expect(heaped).toEqual([
      { code: 'document-not-pdf', first: notPdf(1), findings: [notPdf(1), notPdf(2), notPdf(3)] },
      title,
      leader,
    ]);
  });

  test('is not made of two, nor of a stop and two warnings of one kind', () => {
    expect(heapFindings([notPdf(1), notPdf(2)])).toEqual([notPdf(1), notPdf(2)]);
    const twice = (at: number) => ({ ...notPdf(at), severity: 'warning' as const });
    expect(heapFindings([twice(2), twice(3), notPdf(1)])).toEqual([notPdf(1), twice(2), twice(3)]);
  });
});

describe('a proposed cut', () => {
  test('ends after a whole word that fits, with nothing dangling', () => {
    expect(cutAtWord('Leieavtale for Storgata 14 B, andre etasje', 30)).toBe('Leieavtale for Storgata 14 B');
    expect(cutAtWord('Leieavtale', 10)).toBe('Leieavtale');
    expect(cutAtWord('Leieavtale for', 10)).toBe('Leieavtale');
  });

  test('falls within a word that is too long, and never within a character', () => {
    expect(cutAtWord('x'.repeat(90), 80)).toBe('x'.repeat(80));
    expect(titleLength(cutAtWord('🙂'.repeat(90), 80))).toBe(80);
  });

  test('takes out what cannot be sent, and nothing else', () => {
    expect(withoutForbidden('Leie\u0007avtale 🙂\n2')).toBe('Leieavtale 🙂\n2');
  });
});
