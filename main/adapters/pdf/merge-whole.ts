import { type Merged, type MergeLabels, type MergePart, PartUnusable } from '../../ports/pdf-workshop.ts';
import { findDifference } from './compare/find-difference.ts';
import type { Redrawn } from './compare/looks-the-same.ts';
import { mergeParts } from './merge-parts.ts';
import { rewritePdf } from './rewrite-pdf.ts';

/**
 * Merges, and compares every page with its source before it is shown to anyone. A part that changes in merging is
 * rewritten with another library and merged again; where a page still differs, throws {@link PartUnusable}.
 */
export async function mergeWhole(parts: readonly MergePart[], labels: MergeLabels): Promise<Merged> {
  const taken = [...parts];
  const rewritten = new Set<number>();
  for (;;) {
    const redrawn = new Map<number, readonly Redrawn[]>();
    const merged = await mergeParts(taken, labels, (part, fields) => redrawn.set(part, fields));
    const sources = parts.map(({ bytes }, at) => ({
      bytes,
      pages: merged.partPages[at] ?? 0,
      redrawn: redrawn.get(at) ?? [],
    }));
    const difference = await findDifference(sources, merged.bytes);
    if (!difference) return merged;
    const { part, page, fault } = difference;
    const original = parts[part];
    const other = original && !rewritten.has(part) ? await rewritePdf(original.bytes) : undefined;
    if (!original || !other) throw new PartUnusable(part, fault, page + 1);
    rewritten.add(part);
    taken[part] = { ...original, bytes: other };
  }
}
