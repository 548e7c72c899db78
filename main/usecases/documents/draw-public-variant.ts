import type { Actor } from '../../../domain/access/actor.ts';
import {
  type DocumentId,
  type DocumentObjectId,
  type EntryId,
  ok,
  type Result,
  refuse,
} from '../../../domain/basics.ts';
import {
  type Masking,
  maskingFault,
  maskingLimits,
  namesHiddenNumber,
  numbersBehind,
} from '../../../domain/masking.ts';
import type { CaseReader } from '../../ports/archive/cases.ts';
import type { DocumentReader } from '../../ports/archive/documents.ts';
import type { EntryReader } from '../../ports/archive/entries.ts';
import type { FileReader } from '../../ports/archive/files.ts';
import type { JobReader } from '../../ports/archive/jobs.ts';
import type { ArchivePart } from '../../ports/archive-store.ts';
import { VariantFailed, type VariantOutcome } from '../../ports/public-variant.ts';
import type { Needs } from '../needs.ts';
import { type MaskingRefusal, type OpenMasking, openForMasking } from './open-for-masking.ts';
import { type DrawnVariant, progressKey, rememberVariant, type VariantMemory } from './variant-memory.ts';

type Reading = CaseReader & DocumentReader & EntryReader & FileReader & JobReader;
type Drawing = Pick<Needs, 'pdf' | 'digest' | 'writeVariantLabels'> & {
  readonly archive: ArchivePart<Reading>;
  readonly variants: VariantMemory;
};

export type DrawRefusal = MaskingRefusal | 'nothing-marked' | 'invalid-input' | 'still-readable';

/**
 * Makes a public variant for whoever marked it to look at, and keeps the very bytes for saving. `of` is the file on which
 * the marks were made. Nothing is stored.
 */
export const drawPublicVariant =
  (needs: Drawing) =>
  async (
    actor: Actor,
    entryId: EntryId,
    documentId: DocumentId,
    of: DocumentObjectId,
    masking: Masking,
  ): Promise<Result<DrawnVariant, DrawRefusal>> => {
    const opened = await openForMasking(needs, actor, entryId, documentId);
    if (!opened.ok) return opened;
    const { open, object, pages } = opened.value;
    if (object.id !== of) return refuse('changed-meanwhile', { entry: open.entry.recordNumber });
    const fault = maskingFault(masking, pages);
    if (fault === 'nothing-marked') return refuse('nothing-marked');
    if (fault === 'too-many-pages') return refuse('variant-too-long', { pages, most: maskingLimits.pages });
    if (fault === 'area-outside') return refuse('invalid-input', { field: 'areas' });
    const outcome = await make(needs, opened.value, masking, progressKey(actor.id, documentId));
    if (!outcome) return refuse('file-too-heavy', { file: object.fileName });
    if ('leftovers' in outcome) {
      const [first] = outcome.leftovers;
      return refuse('still-readable', {
        place: first?.place ?? 'structure',
        ...(first?.page !== undefined && { page: String(first.page + 1) }),
      });
    }
    const variant: DrawnVariant = {
      ...outcome,
      sha256: await needs.digest.sha256(outcome.bytes),
      fileName: `${object.fileName.replace(/\.[^.]*$/u, '')}-offentlig.pdf`,
      entryId,
      documentId,
      madeFrom: of,
      marks: masking.areas.length + masking.gone.length,
    };
    rememberVariant(needs.variants, variant);
    return ok(variant);
  };

async function make(
  { pdf, variants, writeVariantLabels }: Drawing,
  { bytes, pages, signed }: OpenMasking,
  masking: Masking,
  key: string,
): Promise<VariantOutcome | undefined> {
  try {
    const onPage = (done: number, all: number) => void variants.progress.set(key, { done, pages: all });
    // Who marks has not been shown the numbers whole; the variant is searched for them as they are.
    const read = masking.gone.some(namesHiddenNumber) ? await pdf.readWords(bytes, pages, onPage) : [];
    const gone = masking.gone.flatMap((phrase) =>
      namesHiddenNumber(phrase) ? numbersBehind(read, phrase) : [phrase],
    );
    return await pdf.makeVariant(bytes, pages, { ...masking, gone }, writeVariantLabels({ signed }), onPage);
  } catch (fault) {
    if (fault instanceof VariantFailed) return undefined;
    throw fault;
  } finally {
    variants.progress.delete(key);
  }
}
