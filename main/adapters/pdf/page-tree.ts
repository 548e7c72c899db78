import { type PDF, PdfArray, PdfDict, PdfRef } from '@libpdf/core';
import { type Resolve, refKey, resolveIn } from './pdf-objects.ts';

const deepest = 50;

/**
 * Whether every reader finds the same pages: each node of the tree has the type it declares, counts its pages right, and
 * occurs once. With a malformed tree some readers show other pages than those that are judged.
 */
export function hasPlainPageTree(pdf: PDF): boolean {
  const resolve = resolveIn(pdf);
  const root = pdf.getCatalog().get('Pages');
  if (!(root instanceof PdfRef)) return false;
  const leaves = leavesOf(root, undefined, resolve, new Set(), 0);
  const read = pdf.getPages().map(({ ref }) => refKey(ref));
  return (
    leaves !== undefined && leaves.length === read.length && leaves.every((leaf, at) => leaf === read[at])
  );
}

/** The pages below a node, in order; nothing where something is not as it should be. */
function leavesOf(
  ref: PdfRef,
  parent: string | undefined,
  resolve: Resolve,
  seen: Set<string>,
  depth: number,
): readonly string[] | undefined {
  const [key, node] = [refKey(ref), resolve(ref)];
  if (!(node instanceof PdfDict) || seen.has(key) || depth > deepest) return undefined;
  seen.add(key);
  const above = node.get('Parent');
  if ((above instanceof PdfRef ? refKey(above) : undefined) !== parent) return undefined;
  const kind = node.getName('Type', resolve)?.value;
  if (kind === 'Page')
    return parent !== undefined && !node.has('Kids') && !node.has('Count') ? [key] : undefined;
  const kids = node.get('Kids', resolve);
  if (kind !== 'Pages' || !(kids instanceof PdfArray)) return undefined;
  const leaves: string[] = [];
  for (const kid of kids) {
    const below = kid instanceof PdfRef ? leavesOf(kid, key, resolve, seen, depth + 1) : undefined;
    if (!below) return undefined;
    leaves.push(...below);
  }
  return node.getNumber('Count', resolve)?.value === leaves.length ? leaves : undefined;
}
