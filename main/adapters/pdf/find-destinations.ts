import { type PDF, PdfArray, PdfDict, PdfName, type PdfObject, PdfString } from '@libpdf/core';
import { follow, resolveIn, treeLeaves } from './pdf-objects.ts';

export type FindDestination = (target: PdfObject | undefined) => PdfArray | undefined;

/**
 * Finds the page and place that a destination means, also where it is given by name: names are not carried into a
 * merge, since two parts may use the same one.
 */
export function findDestinations(source: PDF): FindDestination {
  const resolve = resolveIn(source);
  const catalog = source.getCatalog();
  const named = new Map<string, PdfObject>();
  for (const [key, value] of catalog.getDict('Dests', resolve) ?? []) named.set(`/${key.value}`, value);
  const tree = catalog.getDict('Names', resolve)?.getDict('Dests', resolve);
  for (const [key, value] of treeLeaves(tree, 'Names', resolve)) {
    if (key instanceof PdfString) named.set(bytesKey(key), value);
  }
  return (target) => {
    let found = follow(target, resolve);
    if (found instanceof PdfString) found = follow(named.get(bytesKey(found)), resolve);
    else if (found instanceof PdfName) found = follow(named.get(`/${found.value}`), resolve);
    if (found instanceof PdfDict) found = found.get('D', resolve);
    return found instanceof PdfArray ? found : undefined;
  };
}

const bytesKey = (text: PdfString): string => `(${Buffer.from(text.bytes).toString('hex')}`;
