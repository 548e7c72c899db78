import type { Actor } from '../../../domain/access/actor.ts';
import type { ChangeRefusal } from '../../../domain/acts/open-entry.ts';
import {
  type DocumentId,
  type EntryId,
  type Instant,
  ok,
  type Result,
  refuse,
} from '../../../domain/basics.ts';
import type { EntryDocument } from '../../../domain/documents.ts';
import type { EntryField } from '../../../domain/frozen-fields.ts';
import type { JournalEntry } from '../../../domain/journal-entry.ts';
import { tidyTitle } from '../../../domain/title.ts';
import type { CaseReader } from '../../ports/archive/cases.ts';
import type { LogWriter } from '../../ports/archive/change-log.ts';
import type { DocumentReader, DocumentWriter } from '../../ports/archive/documents.ts';
import type { EntryReader, EntryWriter } from '../../ports/archive/entries.ts';
import type { JobReader } from '../../ports/archive/jobs.ts';
import type { ArchivePart } from '../../ports/archive-store.ts';
import { logLoosening } from '../admit-screening.ts';
import { logDifferences } from '../audit-log.ts';
import { changed } from '../changed-event.ts';
import { openForChange, whoOn } from '../entries/open-for-change.ts';
import type { Needs } from '../needs.ts';

type Touching = {
  readonly archive: ArchivePart<
    CaseReader & DocumentReader & EntryReader & JobReader,
    DocumentWriter & EntryWriter & LogWriter
  >;
};

type Arranging = Pick<Needs, 'clock' | 'publish'> & Touching;
type Who = { readonly at: Instant; readonly by: string };
type ArrangeRefusal = ChangeRefusal | 'title-missing' | 'not-found' | 'changed-meanwhile';
type Step = (
  tx: DocumentWriter & LogWriter,
  documents: readonly EntryDocument[],
  who: Who,
  entry: JournalEntry,
) => Promise<Result<undefined, ArrangeRefusal>>;

/** What renaming, removing and ordering have in common: the entry may change, and it is changed as a whole. */
async function arrange(
  { archive, clock, publish }: Arranging,
  actor: Actor,
  entryId: EntryId,
  frozenBy: readonly EntryField[],
  step: Step,
): Promise<Result<undefined, ArrangeRefusal>> {
  const outcome = await archive.change(async (tx): Promise<Result<undefined, ArrangeRefusal>> => {
    const open = await openForChange(tx, entryId, frozenBy, actor);
    if (!open.ok) return open;
    const who = whoOn(open.value, actor, clock.now());
    const done = await step(tx, await tx.documentsOf(entryId), who, open.value.entry);
    if (done.ok) await tx.changeEntry(entryId, {});
    return done;
  });
  const entry = outcome.ok && (await archive.read.findEntry(entryId));
  if (entry) publish(changed(entry.caseId, entryId));
  return outcome;
}

/** A title may be changed as long as the case is open and no dispatch runs, also on a finished document (Noark 5). */
export const renameDocument =
  (needs: Arranging) => (actor: Actor, entryId: EntryId, documentId: DocumentId, title: string) =>
    arrange(needs, actor, entryId, [], async (tx, documents, who) => {
      const before = documents.find((document) => document.id === documentId);
      const tidied = tidyTitle(title);
      if (!before) return refuse('not-found');
      if (!tidied) return refuse('title-missing');
      await tx.changeDocument(documentId, { title: tidied });
      await logDifferences(tx, 'document', documentId, { tittel: [before.title, tidied] }, who);
      return ok(undefined);
    });

/** Marks one document as screened, or takes its mark away; it hides the document while the entry is screened. */
export const screenDocument =
  (needs: Arranging) => (actor: Actor, entryId: EntryId, documentId: DocumentId, isScreened: boolean) =>
    arrange(needs, actor, entryId, ['screening'], async (tx, documents, who, { screening }) => {
      const before = documents.find((document) => document.id === documentId);
      if (!before) return refuse('not-found');
      if ((before.isScreened ?? false) === isScreened) return ok(undefined);
      await tx.changeDocument(documentId, { isScreened });
      const marks = isScreened ? ([undefined, before.title] as const) : ([before.title, undefined] as const);
      await logDifferences(tx, 'document', documentId, { skjermetDokument: marks }, who);
      const opens = screening !== undefined && !screening.hidesDocuments && !isScreened;
      await logLoosening(tx, 'document', documentId, opens ? ['documents'] : [], who);
      return ok(undefined);
    });

export const removeDocument =
  (needs: Arranging) => (actor: Actor, entryId: EntryId, documentId: DocumentId) =>
    arrange(needs, actor, entryId, ['documents'], async (tx, documents, who) => {
      const before = documents.find((document) => document.id === documentId);
      if (!before) return refuse('not-found');
      await tx.removeDocument(entryId, documentId);
      await logDifferences(tx, 'entry', entryId, { fjernetDokument: [before.title, undefined] }, who);
      return ok(undefined);
    });

/** `order` must name every document of the entry once; the first becomes the main document. */
export const orderDocuments =
  (needs: Arranging) => (actor: Actor, entryId: EntryId, order: readonly DocumentId[]) =>
    arrange(needs, actor, entryId, ['documents'], async (tx, documents, who, entry) => {
      const same =
        order.length === documents.length && documents.every((document) => order.includes(document.id));
      if (!same) return refuse('changed-meanwhile', { entry: entry.recordNumber });
      await tx.orderDocuments(entryId, order);
      const titles = (ids: readonly DocumentId[]) =>
        ids.map((id) => documents.find((document) => document.id === id)?.title).join(' · ');
      await logDifferences(
        tx,
        'entry',
        entryId,
        { dokumentnummer: [titles(documents.map((document) => document.id)), titles(order)] },
        who,
      );
      return ok(undefined);
    });
