import type { CaseFile } from '../case-file.ts';
import type { EntryDocument, Party } from '../documents.ts';
import type { JournalEntry } from '../journal-entry.ts';
import type { Screening } from '../screening.ts';
import type { Actor } from './actor.ts';
import { decideSight, type Guarded, guardedCase, guardedEntry } from './sight.ts';

declare const shown: unique symbol;
/**
 * Something as one person may see it. Only the functions here make one, so that a view which takes it cannot be handed
 * what was read from the archive as it is.
 */
export type Shown<Thing> = Thing & { readonly [shown]: true };

// The brand exists only for the compiler.
const asShown = <Thing>(thing: Thing): Shown<Thing> => thing as Shown<Thing>;

/** Stands for screened words, as in the public journal. */
export const mask = '*****';

type Titled = { readonly title: string; readonly publicTitle?: string };
/** What a screened title is to those who may not see it. */
export const screenedTitle = ({ publicTitle }: Titled): string => publicTitle ?? mask;

export type WithSight<Thing> = Thing & {
  /** Something of it is hidden from this person. */
  readonly withheld: boolean;
};

/** The screening that hides something of it from this person. */
const hiddenBy = (actor: Actor, thing: Guarded): Screening | undefined =>
  decideSight(actor, thing).ok ? undefined : thing.screening;

/** A case without the words that this person may not see. */
export function showCase<File extends CaseFile>(actor: Actor, file: File): Shown<WithSight<File>> {
  const hidden = hiddenBy(actor, guardedCase(file));
  return asShown({
    ...file,
    title: hidden?.hidesTitle ? screenedTitle(file) : file.title,
    withheld: hidden !== undefined,
  });
}

/** An entry without the words that this person may not see. */
export function showEntry<Entry extends JournalEntry>(
  actor: Actor,
  entry: Entry,
  file: Pick<CaseFile, 'caseOwner'>,
): Shown<WithSight<Entry>> {
  const hidden = hiddenBy(actor, guardedEntry(entry, file));
  if (!hidden) return asShown({ ...entry, withheld: false });
  return asShown({
    ...entry,
    title: hidden.hidesTitle ? screenedTitle(entry) : entry.title,
    // Written for notices to outsiders, who the person is not told of here.
    nonSensitiveTitle: hidden.hidesTitle ? undefined : entry.nonSensitiveTitle,
    withheld: true,
  });
}

/** The parties as this person may see them: a hidden one keeps its place and kind, and nothing that tells who it is. */
export function showParties(
  actor: Actor,
  parties: readonly Party[],
  entry: Pick<JournalEntry, 'adminUnit' | 'caseworker' | 'screening'>,
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
  entry: Pick<JournalEntry, 'adminUnit' | 'caseworker' | 'screening'>,
  file: Pick<CaseFile, 'caseOwner'>,
): readonly Shown<WithSight<EntryDocument>>[] {
  const hidden = hiddenBy(actor, guardedEntry(entry, file));
  return documents.map((document) =>
    hidden && (hidden.hidesDocuments || document.isScreened)
      ? asShown({
          ...document,
          title: mask,
          createdBy: document.createdBy,
          objects: document.objects
            .filter((object) => object.variant === 'O')
            .map((object) => ({ ...object, fileName: `${mask}.pdf` })),
          withheld: true,
        })
      : asShown({ ...document, withheld: false }),
  );
}
