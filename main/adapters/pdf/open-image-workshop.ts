import {
  type ImageWorkshop,
  ShrinkFailed,
  type ShrinkWatch,
  type Shrunk,
} from '../../ports/image-shrinking.ts';
import type { WorkerPool } from './open-worker-pool.ts';
import type { ShrunkImage } from './shrink-images.ts';

/** To one job: each has the time and memory of a job, and between jobs others come to their turn. */
const imagesAtOnce = 2;
const pagesAtOnce = 4;

/** The part of the workshop that samples images down. */
export const openImageWorkshop = (pool: Pick<WorkerPool, 'ask'>): ImageWorkshop => ({
  shrinkImages: async (bytes, dotsPerInch, watch) => {
    try {
      return await shrink(pool, bytes, dotsPerInch, watch);
    } catch (cause) {
      throw new ShrinkFailed('the images could not be made smaller', { cause });
    }
  },
});

async function shrink(
  pool: Pick<WorkerPool, 'ask'>,
  bytes: Uint8Array,
  dotsPerInch: number,
  { onProgress, isCancelled }: ShrinkWatch,
): Promise<Shrunk | undefined> {
  const { tasks, pages, rewritten, ...list } = await pool.ask('listOversampled', bytes, dotsPerInch);
  const source = rewritten ?? bytes;
  const all = tasks.length + pages;
  let shrunk: readonly ShrunkImage[] = [];
  for (let from = 0; from < tasks.length; from += imagesAtOnce) {
    if (isCancelled()) return undefined;
    const some = tasks.slice(from, from + imagesAtOnce);
    shrunk = [...shrunk, ...(await pool.ask('shrinkImages', source, some))];
    onProgress(from + some.length, all);
  }
  // A page that does not look alike keeps its images; what is left is compared once more.
  for (let turn = 0; turn < 2 && shrunk.length > 0; turn += 1) {
    const bound = await pool.ask('bindShrunk', source, shrunk);
    const unlike = new Set<number>();
    for (let from = 0; from < pages; from += pagesAtOnce) {
      if (isCancelled()) return undefined;
      const to = Math.min(pages, from + pagesAtOnce);
      for (const page of await pool.ask('listUnlike', bytes, bound, from, to)) unlike.add(page);
      onProgress(tasks.length + to, all);
    }
    if (unlike.size === 0) {
      const left = list.left + tasks.length - shrunk.length;
      return bound.length < bytes.length ? { bytes: bound, images: shrunk.length, left, pages } : undefined;
    }
    const kept = shrunk.filter((image) => !image.pages.some((page) => unlike.has(page)));
    if (kept.length === shrunk.length) throw new Error('pages differ that no image was changed on');
    shrunk = kept;
  }
  if (shrunk.length > 0) throw new Error('pages differ also without the images that made them differ');
  return undefined;
}
