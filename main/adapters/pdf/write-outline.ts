import {
  type PDF,
  type PdfArray,
  PdfDict,
  PdfName,
  PdfNumber,
  type PdfObject,
  type PdfRef,
  PdfString,
} from '@libpdf/core';
import type { FindDestination } from './find-destinations.ts';
import { follow, type Resolve, resolveIn } from './pdf-objects.ts';

/** One line of an outline, with what stands below it. */
export type OutlineItem = {
  readonly title: PdfString;
  readonly destination?: PdfObject;
  readonly items: readonly OutlineItem[];
};

const mostItems = 5000;
const deepest = 12;

/** The outline a part came with. `toTarget` copies a destination; lines that lead nowhere keep their title. */
export function readOutline(
  source: PDF,
  findDestination: FindDestination,
  toTarget: (destination: PdfArray) => PdfObject,
): readonly OutlineItem[] {
  const resolve = resolveIn(source);
  const seen = new Set<PdfDict>();
  const readLevel = (first: PdfObject | undefined, depth: number): readonly OutlineItem[] => {
    const items: OutlineItem[] = [];
    let node = follow(first, resolve);
    while (node instanceof PdfDict && !seen.has(node) && seen.size < mostItems) {
      seen.add(node);
      const title = node.getString('Title', resolve) ?? PdfString.fromString('');
      const destination = findDestination(node.get('Dest') ?? goTo(node, resolve));
      const below = depth < deepest ? readLevel(node.get('First'), depth + 1) : [];
      items.push({ title, items: below, ...(destination && { destination: toTarget(destination) }) });
      node = node.get('Next', resolve);
    }
    return items;
  };
  return readLevel(source.getCatalog().getDict('Outlines', resolve)?.get('First'), 0);
}

function goTo(node: PdfDict, resolve: Resolve): PdfObject | undefined {
  const action = node.getDict('A', resolve);
  return action?.getName('S', resolve)?.value === 'GoTo' ? action.get('D') : undefined;
}

/** Writes the items as the file's outline, the top level open and the rest closed. */
export function writeOutline(target: PDF, items: readonly OutlineItem[]): void {
  const registry = target.context.registry;
  const root = new PdfDict([['Type', PdfName.of('Outlines')]]);
  const rootRef = registry.register(root);
  const writeLevel = (parent: PdfDict, parentRef: PdfRef, level: readonly OutlineItem[]): void => {
    const nodes = level.map((item) => {
      const node = new PdfDict([
        ['Title', item.title],
        ['Parent', parentRef],
      ]);
      if (item.destination) node.set('Dest', item.destination);
      return { item, node, ref: registry.register(node) };
    });
    for (const [at, { item, node, ref }] of nodes.entries()) {
      const [before, after] = [nodes[at - 1], nodes[at + 1]];
      if (before) node.set('Prev', before.ref);
      if (after) node.set('Next', after.ref);
      if (item.items.length > 0) {
        node.set('Count', PdfNumber.of(-item.items.length));
        writeLevel(node, ref, item.items);
      }
    }
    const [first, last] = [nodes[0], nodes.at(-1)];
    if (first) parent.set('First', first.ref);
    if (last) parent.set('Last', last.ref);
  };
  writeLevel(root, rootRef, items);
  root.set('Count', PdfNumber.of(items.length));
  target.getCatalog().set('Outlines', rootRef);
}
