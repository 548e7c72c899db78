import { type PDF, PdfArray, type PdfDict, PdfRef } from '@libpdf/core';
import { type Resolve, refKey, resolveIn } from './pdf-objects.ts';

export type Layers = {
  readonly config?: PdfDict;
  readonly isShown: (group: PdfRef | undefined) => boolean;
};

/** Which layers (optional content groups) a reader shows when it opens the file, ISO 32000-2, 8.11.4.3. */
export function readLayers(pdf: PDF): Layers {
  const resolve = resolveIn(pdf);
  const config = pdf.getCatalog().getDict('OCProperties', resolve)?.getDict('D', resolve);
  if (!config) return { isShown: () => true };
  const startsHidden = config.getName('BaseState', resolve)?.value === 'OFF';
  const on = refsIn(config, 'ON', resolve);
  const off = refsIn(config, 'OFF', resolve);
  return {
    config,
    isShown: (group) => {
      if (!group) return false;
      const key = refKey(group);
      return startsHidden ? on.has(key) && !off.has(key) : !off.has(key);
    },
  };
}

function refsIn(config: PdfDict, key: string, resolve: Resolve): ReadonlySet<string> {
  const list = config.get(key, resolve);
  const refs = list instanceof PdfArray ? [...list] : [];
  return new Set(refs.filter((item) => item instanceof PdfRef).map(refKey));
}
