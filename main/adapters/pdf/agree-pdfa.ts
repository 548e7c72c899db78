import type { PDF } from '@libpdf/core';
import type { PdfaLevel } from '../../../domain/files.ts';
import { readPdfaLevel } from './read-pdfa-level.ts';

/**
 * The level every part reaches, or nothing. PDF/A-2 and 3 together are 3, which allows all that 2 does; PDF/A-1 is
 * an older set of rules and only goes with itself.
 */
export function agreePdfa(parts: readonly PDF[]): PdfaLevel | undefined {
  const levels = parts.map(readPdfaLevel);
  const known = levels.filter((level) => level !== undefined);
  if (known.length === 0 || known.length < levels.length) return undefined;
  const standards = new Set(known.map((level) => level[0]));
  if (standards.has('1') && standards.size > 1) return undefined;
  const standard = ['3', '2', '1'].find((one) => standards.has(one));
  const conformance = ['b', 'u', 'a'].find((one) => known.some((level) => level[1] === one));
  return allLevels.find((one) => one === `${standard}${conformance}`);
}

const allLevels: readonly PdfaLevel[] = ['1a', '1b', '2a', '2b', '2u', '3a', '3b', '3u'];
