import type { Actor } from '../../../domain/access/actor.ts';
import { type DocumentId, type EntryId, ok, type Result, refuse } from '../../../domain/basics.ts';
import type { DocumentObject, Party } from '../../../domain/documents.ts';
import type { JournalEntry } from '../../../domain/journal-entry.ts';
import {
  hiddenTitleWords,
  type Proposal,
  proposeMasks,
  type WordPage,
  withNumbersHidden,
  withPhrasesHidden,
} from '../../../domain/masking.ts';
import type { CaseReader } from '../../ports/archive/cases.ts';
import type { DocumentReader } from '../../ports/archive/documents.ts';
import type { EntryReader } from '../../ports/archive/entries.ts';
import type { FileReader } from '../../ports/archive/files.ts';
import type { JobReader } from '../../ports/archive/jobs.ts';
import type { PartyReader } from '../../ports/archive/parties.ts';
import type { ArchivePart } from '../../ports/archive-store.ts';
import { VariantFailed } from '../../ports/public-variant.ts';
import type { Needs } from '../needs.ts';
import { type MaskingRefusal, openForMasking } from './open-for-masking.ts';
import { progressKey, type VariantMemory } from './variant-memory.ts';

type Reading = CaseReader & DocumentReader & EntryReader & FileReader & JobReader & PartyReader;
type Touching = { readonly archive: ArchivePart<Reading>; readonly variants: VariantMemory };

export type MaskableDocument = {
  readonly object: DocumentObject;
  readonly signed: boolean;
  readonly pages: readonly WordPage[];
  readonly proposals: readonly Proposal[];
};

/**
 * Reads every word of the document's current file with its place, and proposes which to hide. Nothing is stored. The last
 * digits of identity numbers are hidden: each number is shown by itself, with a reason, and never all at once.
 */
export const readForMasking =
  (needs: Pick<Needs, 'pdf'> & Touching) =>
  async (
    actor: Actor,
    entryId: EntryId,
    documentId: DocumentId,
  ): Promise<Result<MaskableDocument, MaskingRefusal>> => {
    const opened = await openForMasking(needs, actor, entryId, documentId);
    if (!opened.ok) return opened;
    const { open, object, bytes, pages, signed } = opened.value;
    const { progress } = needs.variants;
    const key = progressKey(actor.id, documentId);
    try {
      const read = await needs.pdf.readWords(bytes, pages, (done, all) =>
        progress.set(key, { done, pages: all }),
      );
      const parties = await needs.archive.read.partiesOf(entryId);
      const hidden = hiddenBy(open.entry, parties);
      return ok({
        object,
        signed,
        pages: withNumbersHidden(read),
        proposals: withPhrasesHidden(proposeMasks(read, hidden)),
      });
    } catch (fault) {
      if (fault instanceof VariantFailed) return refuse('file-too-heavy', { file: object.fileName });
      throw fault;
    } finally {
      progress.delete(key);
    }
  };

/** Words that the entry's screening keeps from the public. */
const hiddenBy = (
  { title, publicTitle, screening }: Pick<JournalEntry, 'title' | 'publicTitle' | 'screening'>,
  parties: readonly Party[],
) => ({
  titleWords: screening?.hidesTitle && publicTitle !== undefined ? hiddenTitleWords(title, publicTitle) : [],
  parties: parties.flatMap(({ name, isScreened }) => (screening?.hidesParties || isScreened ? [name] : [])),
});
