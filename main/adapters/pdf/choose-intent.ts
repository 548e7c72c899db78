import { type PDF, type PdfDict, PdfStream } from '@libpdf/core';
import { dictsIn, resolveIn } from './pdf-objects.ts';

/** The output intent of PDF/A: the profile that a file's device colours are meant in. */
export type Intent = {
  readonly dict: PdfDict;
  /** 1 grey, 3 RGB, 4 CMYK. */
  readonly components: number;
};

export function readIntent(pdf: PDF): Intent | undefined {
  const resolve = resolveIn(pdf);
  for (const dict of dictsIn(pdf.getCatalog().get('OutputIntents', resolve), resolve)) {
    if (dict.getName('S', resolve)?.value !== 'GTS_PDFA1') continue;
    const profile = dict.get('DestOutputProfile', resolve);
    if (!(profile instanceof PdfStream)) continue;
    return { dict, components: profile.getNumber('N', resolve)?.value ?? 0 };
  }
  return undefined;
}

/**
 * Part whose output intent the whole file could have; none where parts mean different kinds of colour, or have none.
 */
export function chooseIntent(intents: readonly (Intent | undefined)[]): number | undefined {
  const coloured = intents.filter((intent) => intent && intent.components !== 1);
  if (new Set(coloured.map((intent) => intent?.components)).size > 1) return undefined;
  const chosen = coloured[0] ?? intents.find((intent) => intent);
  return chosen && intents.indexOf(chosen);
}
