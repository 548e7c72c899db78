import { type PDF, type PdfDict, PdfName, PdfStream } from '@libpdf/core';
import type { PdfaLevel } from '../../ports/pdf-workshop.ts';
import { dictsIn, resolveIn } from './pdf-objects.ts';
import { readPdfaLevel } from './read-pdfa-level.ts';

export type PdfaAgreement = {
  readonly level: PdfaLevel;
  /** Which part's output intent holds for the whole, and the intent; absent where no part has one. */
  readonly intent?: { readonly part: number; readonly dict: PdfDict };
};

/**
 * The level every part reaches, or nothing. PDF/A-2 and 3 together are 3, which allows all that 2 does; PDF/A-1 is
 * an older set of rules and only goes with itself. A file has one output intent, so the parts must agree on its
 * kind of colour; grey goes with any.
 */
export function agreePdfa(parts: readonly PDF[]): PdfaAgreement | undefined {
  const levels = parts.map(readPdfaLevel);
  const known = levels.filter((level) => level !== undefined);
  if (known.length === 0 || known.length < levels.length) return undefined;
  const standards = new Set(known.map((level) => level[0]));
  if (standards.has('1') && standards.size > 1) return undefined;
  const standard = ['3', '2', '1'].find((one) => standards.has(one));
  const conformance = ['b', 'u', 'a'].find((one) => known.some((level) => level[1] === one));
  const level = allLevels.find((one) => one === `${standard}${conformance}`);
  if (!level) return undefined;

  const intents = parts.flatMap((pdf, part) => {
    const dict = pdfaIntent(pdf);
    return dict ? [{ part, dict, components: components(pdf, dict) }] : [];
  });
  const coloured = intents.filter((intent) => intent.components !== 1);
  if (new Set(coloured.map((intent) => intent.components)).size > 1) return undefined;
  const intent = coloured[0] ?? intents[0];
  return intent ? { level, intent: { part: intent.part, dict: intent.dict } } : { level };
}

const allLevels: readonly PdfaLevel[] = ['1a', '1b', '2a', '2b', '2u', '3a', '3b', '3u'];

function pdfaIntent(pdf: PDF): PdfDict | undefined {
  const resolve = resolveIn(pdf);
  return dictsIn(pdf.getCatalog().get('OutputIntents', resolve), resolve).find(
    (dict) => dict.getName('S', resolve)?.value === PdfName.of('GTS_PDFA1').value,
  );
}

function components(pdf: PDF, intent: PdfDict): number | undefined {
  const resolve = resolveIn(pdf);
  const profile = intent.get('DestOutputProfile', resolve);
  return profile instanceof PdfStream ? profile.getNumber('N', resolve)?.value : undefined;
}
