import { openPlainFile, type PlainFile } from '../plain/open-plain-file.ts';
import { NotPlain } from '../plain/plain-values.ts';
import { drawsTheSame } from './draws-the-same.ts';
import { bare, looksTheSame, type Redrawn } from './looks-the-same.ts';
import { type DrawnFile, openDrawnFile } from './open-drawn-file.ts';

/** A part's own page, from 0, that the merged file does not show as the part does, or whose field has lost its value. */
export type Difference = {
  readonly part: number;
  readonly page: number;
  readonly fault: 'page-differs' | 'field-lost';
};
export type ComparedPart = {
  readonly bytes: Uint8Array;
  readonly pages: number;
  readonly redrawn?: readonly Redrawn[];
};

/**
 * Compares every page of a merged file with the part it came from: by its operators and resources where both files follow
 * the standard, and by its pixels where those differ or cannot be compared. A part that cannot be drawn differs from page 0.
 */
export async function findDifference(
  parts: readonly ComparedPart[],
  merged: Uint8Array,
): Promise<Difference | undefined> {
  const whole = tryPlain(merged);
  let drawn: DrawnFile | undefined;
  let first = 0;
  try {
    for (const [part, compared] of parts.entries()) {
      const { bytes, pages } = compared;
      const doubtful = listDoubtful(tryPlain(bytes), whole, pages, first);
      if (doubtful.length > 0) {
        drawn ??= await openDrawnFile(merged);
        const unlike = await findUnlike(compared, drawn, doubtful, first);
        if (unlike) return { part, ...unlike };
      }
      first += pages;
    }
    return undefined;
  } finally {
    await drawn?.close();
  }
}

function listDoubtful(
  source: PlainFile | undefined,
  whole: PlainFile | undefined,
  pages: number,
  first: number,
): readonly number[] {
  const all = Array.from({ length: pages }, (_, page) => page);
  if (!source || !whole || source.pages.length !== pages) return all;
  const known = new Set<string>();
  return all.filter((number) => {
    const [page, copy] = [source.pages[number], whole.pages[first + number]];
    if (!page || !copy) return true;
    const same = orDoubt(
      () => drawsTheSame({ file: source, page }, { file: whole, page: copy }, known),
      false,
    );
    // Pairs that were assumed equal before a difference was found must not count as equal on the next page.
    if (!same) known.clear();
    return !same;
  });
}

async function findUnlike(
  { bytes, pages, redrawn = [] }: ComparedPart,
  merged: DrawnFile,
  doubtful: readonly number[],
  first: number,
): Promise<Omit<Difference, 'part'> | undefined> {
  const differs = (page: number) => ({ page, fault: 'page-differs' }) as const;
  const drawn = await openDrawnFile(bytes).catch(() => undefined);
  if (!drawn) return differs(0);
  try {
    if (drawn.pages !== pages) return differs(Math.min(drawn.pages, pages - 1));
    for (const page of doubtful) {
      const fields = redrawn.filter((field) => field.page === page);
      const same = looksTheSame({ file: drawn, page }, { file: merged, page: first + page }, fields);
      if (!(await same.catch(() => false))) return differs(page);
      if (fields.length === 0) continue;
      const text = bare(await merged.text(first + page));
      if (!fields.every((field) => text.includes(bare(field.text)))) return { page, fault: 'field-lost' };
    }
    return undefined;
  } finally {
    await drawn.close();
  }
}

const tryPlain = (bytes: Uint8Array): PlainFile | undefined => orDoubt(() => openPlainFile(bytes), undefined);

function orDoubt<Value>(look: () => Value, otherwise: Value): Value {
  try {
    return look();
  } catch (fault) {
    if (fault instanceof NotPlain) return otherwise;
    throw fault;
  }
}
