import { ok, type Result } from '../basics.ts';
import type { CaseFile } from '../case-file.ts';
import type { DocumentObject, EntryDocument, Party } from '../documents.ts';
import type { JournalEntry } from '../journal-entry.ts';
import type { Screening } from '../screening.ts';
import type { Actor } from './actor.ts';
import { decideSight, type Guarded, guardedCase, guardedEntry, type SightRefusal } from './sight.ts';

declare const shown: unique symbol;
/**
 * Something as one person may see it. Only the functions here make one, so that a view which takes it cannot be handed
 * what was read from the archive as it is.
 */
export type Shown<Thing> = Thing & { readonly [shown]: true };

/** The brand exists only for the compiler; only functions of this folder give it. */
export const asShown = <Thing>(thing: Thing): Shown<Thing> => thing as Shown<Thing>;

/** Stands for screened words, as in the public journal. */
export const mask = '*****';

type Titled = { readonly publicTitle?: string };
/** What a screened title is to those who may not see it. */
export const screenedTitle = ({ publicTitle }: Titled): string => publicTitle ?? mask;

export type WithSight<Thing> = Thing & {
  /** Whether anything of it is hidden from this person. */
  readonly withheld: boolean;
};

/** The screening that hides something of it from this person. */
export const hiddenBy = (actor: Actor, thing: Guarded): Screening | undefined =>
  decideSight(actor, thing).ok ? undefined : thing.screening;

/** All of a thing, for somebody from whom nothing of what guards it is hidden. */
export function showWhole<Thing>(
  actor: Actor,
  guard: Guarded,
  thing: Thing,
): Result<Shown<Thing>, SightRefusal> {
  const sight = decideSight(actor, guard);
  return sight.ok ? ok(asShown(thing)) : sight;
}

/** What of a case decides what is shown of it. */
export type CaseWords = Pick<CaseFile, 'title' | 'publicTitle' | 'adminUnit' | 'caseOwner' | 'screening'>;
type EntryGuard = Pick<JournalEntry, 'adminUnit' | 'caseworker' | 'screening'>;
type EntryWords = EntryGuard & Pick<JournalEntry, 'title' | 'publicTitle' | 'nonSensitiveTitle'>;

/** A case without the words that this person may not see. */
export function showCase<File extends CaseWords>(actor: Actor, file: File): Shown<WithSight<File>> {
  const hidden = hiddenBy(actor, guardedCase(file));
  return asShown({
    ...file,
    title: hidden?.hidesTitle ? screenedTitle(file) : file.title,
    withheld: hidden !== undefined,
  });
}

/** An entry without the words that this person may not see. */
export function showEntry<Entry extends EntryWords>(
  actor: Actor,
  entry: Entry,
  file: Pick<CaseFile, 'caseOwner'>,
): Shown<WithSight<Entry>> {
  const hidden = hiddenBy(actor, guardedEntry(entry, file));
  if (!hidden) return asShown({ ...entry, withheld: false });
  return asShown({
    ...entry,
    title: hidden.hidesTitle ? screenedTitle(entry) : entry.title,
    // It is meant for the notices to recipients, and says more than the public title may.
    nonSensitiveTitle: hidden.hidesTitle ? undefined : entry.nonSensitiveTitle,
    withheld: true,
  });
}

/** The parties as this person may see them: a hidden one keeps its place and kind, and nothing that tells who it is. */
export function showParties(
  actor: Actor,
  parties: readonly Party[],
  entry: EntryGuard,
  file: Pick<CaseFile, 'caseOwner'>,
): readonly Shown<WithSight<Party>>[] {
  const hidden = hiddenBy(actor, guardedEntry(entry, file));
  return parties.map((party) =>
    hidden && (hidden.hidesParties || party.isScreened)
      ? asShown({
          id: party.id,
          kind: party.kind,
          name: mask,
          isFirm: false,
          isScreened: true,
          withheld: true,
        })
      : asShown({ ...party, withheld: false }),
  );
}

/**
 * The documents as this person may see them: of a hidden one only its place, type and, where it has one, the variant
 * made for the public.
 */
export function showDocuments(
  actor: Actor,
  documents: readonly EntryDocument[],
  entry: EntryWords,
  file: Pick<CaseFile, 'caseOwner'>,
): readonly Shown<WithSight<EntryDocument>>[] {
  const hidden = hiddenBy(actor, guardedEntry(entry, file));
  return documents.map((document) => {
    if (!hidden) return asShown({ ...document, withheld: false });
    if (!hidden.hidesDocuments && !document.isScreened)
      return asShown({ ...withoutTitleOf(entry, hidden, document), withheld: false });
    return asShown({
      ...document,
      title: mask,
      objects: document.objects.filter((object) => object.variant === 'O').map(unnamed),
      withheld: true,
    });
  });
}

const unnamed = (object: DocumentObject): DocumentObject => ({ ...object, fileName: `${mask}.pdf` });

/** A document is often called what its entry is called, and then its name gives away what the entry's title hides. */
function withoutTitleOf(
  entry: EntryWords,
  { hidesTitle }: Screening,
  document: EntryDocument,
): EntryDocument {
  const words = (text: string) =>
    text
      .normalize('NFC')
      .toLowerCase()
      .split(/[^\p{L}\p{N}]+/u)
      .filter((word) => word !== '');
  const open = words(entry.publicTitle ?? '');
  const secret = words(entry.title).filter((word) => !open.includes(word));
  const tells = (text: string) => words(text).some((word) => secret.includes(word));
  if (!hidesTitle) return document;
  return {
    ...document,
    title: tells(document.title) ? screenedTitle(entry) : document.title,
    objects: document.objects.map((object) => (tells(object.fileName) ? unnamed(object) : object)),
  };
}

type ListedParty = Pick<Party, 'name' | 'isScreened'>;
/** An entry as lists have it, with its case and its parties. */
type ListedEntry = EntryWords & { readonly caseFile: CaseWords; readonly parties: readonly ListedParty[] };

/** A row of a list without the words that this person may not see; what hides the case's title is the case's own. */
export function showListed<Row extends ListedEntry>(actor: Actor, row: Row): Shown<WithSight<Row>> {
  const hidden = hiddenBy(actor, guardedEntry(row, row.caseFile));
  return asShown({
    ...showEntry(actor, row, row.caseFile),
    caseFile: showCase(actor, row.caseFile),
    parties: row.parties.map((party) =>
      hidden && (hidden.hidesParties || party.isScreened) ? { ...party, name: mask } : party,
    ),
  });
}

/**
 * May this person read files in which all documents of the entry are put together? A file may hold what any of its
 * documents holds.
 */
export const seesAllDocuments = (
  actor: Actor,
  documents: readonly Pick<EntryDocument, 'isScreened'>[],
  entry: EntryGuard,
  file: Pick<CaseFile, 'caseOwner'>,
): boolean => {
  const hidden = hiddenBy(actor, guardedEntry(entry, file));
  return !hidden || !(hidden.hidesDocuments || documents.some(({ isScreened }) => isScreened));
};
