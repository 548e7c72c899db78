import type { WordPage } from '../../../domain/masking.ts';
import { VariantFailed, type VariantWorkshop } from '../../ports/public-variant.ts';
import type { VariantPage } from './draw-variant-page.ts';
import type { WorkerPool } from './open-worker-pool.ts';

/** Pages to one job: each has the time and memory of a job, and between jobs others come to their turn. */
const readAtOnce = 10;
const drawnAtOnce = 2;
/** Drawn pages are held here until they are bound; more would make a file that nobody can send. */
const mostBytes = 48 * 1024 * 1024;

/** The part of the workshop that makes public variants, some pages at a time. */
export const openVariantWorkshop = (pool: Pick<WorkerPool, 'ask'>): VariantWorkshop => ({
  readWords: (bytes, pages, onProgress) =>
    orFailed(async () => {
      const read: WordPage[] = [];
      for (let from = 0; from < pages; from += readAtOnce) {
        read.push(...(await pool.ask('readWords', bytes, from, Math.min(pages, from + readAtOnce))));
        onProgress(read.length, pages);
      }
      if (read.length !== pages) throw new Error('the readers do not agree on the number of pages');
      return read;
    }),
  makeVariant: (bytes, pages, masking, labels, onProgress) =>
    orFailed(async () => {
      const drawn: VariantPage[] = [];
      let held = 0;
      for (let from = 0; from < pages; from += drawnAtOnce) {
        const to = Math.min(pages, from + drawnAtOnce);
        const some = await pool.ask('drawVariantPages', bytes, masking, from, to);
        held += some.reduce((sum, page) => sum + page.bytes.length, 0);
        if (held > mostBytes) throw new Error('the drawn pages take too much room');
        drawn.push(...some);
        onProgress(drawn.length, pages);
      }
      const checked = await pool.ask('bindVariant', drawn, { gone: masking.gone }, labels);
      return 'leftovers' in checked ? checked : { bytes: checked.bytes, pages };
    }),
});

async function orFailed<Value>(work: () => Promise<Value>): Promise<Value> {
  try {
    return await work();
  } catch (cause) {
    throw new VariantFailed('the public variant could not be made', { cause });
  }
}
