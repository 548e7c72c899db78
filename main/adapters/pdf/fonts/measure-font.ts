import { measureCff } from './measure-cff.ts';
import { measureTrueType } from './measure-truetype.ts';
import { measureType1 } from './measure-type1.ts';
import { readTables } from './read-tables.ts';
import { fail, type Reach } from './span.ts';

/** What a font's descriptor calls the program that is embedded. */
export type ProgramEntry = 'FontFile' | 'FontFile2' | 'FontFile3';

/**
 * How far an embedded font reaches, as the kind that its entry says it is (ISO 32000-2, table 124). Throws on any other,
 * and on one that readers may read in different ways.
 */
export function measureFont(entry: ProgramEntry, program: Uint8Array): Reach {
  if (entry === 'FontFile') return measureType1(program);
  if (entry === 'FontFile2') return measureTrueType(program);
  if (program[0] === 1) return measureCff(program);
  return measureOpenType(program);
}

/** OpenType around CFF. */
function measureOpenType(program: Uint8Array): Reach {
  const tables = readTables(program, ['OTTO']);
  const [cff, head] = [tables.get('CFF '), tables.get('head')];
  if (!cff || !head || tables.has('glyf')) return fail('not CFF');
  const unitsPerEm = head.readUInt16BE(18);
  return unitsPerEm < 16 ? fail('head') : measureCff(cff, unitsPerEm);
}
