import type { Actor } from '../../../domain/access/actor.ts';
import type { ChangeRefusal } from '../../../domain/acts/open-entry.ts';
import {
  type CalendarDate,
  type EntryId,
  ok,
  type Result,
  refuse,
  type UserId,
} from '../../../domain/basics.ts';
import { codesOf } from '../../../domain/codes.ts';
import type { Screening } from '../../../domain/screening.ts';
import { tidyTitle } from '../../../domain/title.ts';
import type { AccessReader } from '../../ports/archive/access.ts';
import type { CaseReader } from '../../ports/archive/cases.ts';
import type { LogWriter } from '../../ports/archive/change-log.ts';
import type { EntryChange, EntryReader, EntryWriter } from '../../ports/archive/entries.ts';
import type { JobReader } from '../../ports/archive/jobs.ts';
import type { UserReader } from '../../ports/archive/users.ts';
import type { ArchivePart } from '../../ports/archive-store.ts';
import { type AdmitRefusal, admitScreening, logLoosening } from '../admit-screening.ts';
import { logDifferences, screeningDifferences } from '../audit-log.ts';
import { changed } from '../changed-event.ts';
import type { Needs } from '../needs.ts';
import { openForChange, whoOn } from './open-for-change.ts';

type Touching = {
  readonly archive: ArchivePart<
    AccessReader & CaseReader & EntryReader & JobReader & UserReader,
    EntryWriter & LogWriter
  >;
};

/** Fields left out stay as they are; an empty text or `null` empties the field. */
export type EntryEdit = {
  readonly title?: string;
  readonly publicTitle?: string;
  readonly nonSensitiveTitle?: string;
  readonly documentDate?: CalendarDate | '';
  readonly dueOn?: CalendarDate | '';
  readonly caseworker?: UserId;
  readonly screening?: Screening | null;
};
type ChangeEntryRefusal = AdmitRefusal | ChangeRefusal | 'title-missing';

export const changeEntry =
  ({ archive, clock, publish }: Pick<Needs, 'clock' | 'publish'> & Touching) =>
  async (
    actor: Actor,
    entryId: EntryId,
    revision: number,
    edit: EntryEdit,
    /** The person was told what the change opens, and to whom. */
    confirmsLoosening = false,
  ): Promise<Result<number, ChangeEntryRefusal>> => {
    const title = edit.title === undefined ? undefined : tidyTitle(edit.title);
    if (title === '') return refuse('title-missing');
    const fields = codesOf(edit).filter((field) => edit[field] !== undefined);
    const outcome = await archive.change(async (tx): Promise<Result<number, ChangeEntryRefusal>> => {
      const open = await openForChange(tx, entryId, fields, actor, revision);
      if (!open.ok) return open;
      const before = open.value.entry;
      const who = whoOn(open.value, actor, clock.now());
      if (edit.caseworker && !(await tx.findUser(edit.caseworker))) return refuse('not-found');
      const wanted = {
        title: title ?? before.title,
        publicTitle: edit.publicTitle === undefined ? undefined : tidyTitle(edit.publicTitle),
        screening: edit.screening === undefined ? before.screening : (edit.screening ?? undefined),
      };
      const admitted = await admitScreening(tx, 'entry', before, wanted, who.at, confirmsLoosening);
      if (!admitted.ok) return admitted;
      const { publicTitle, opened } = admitted.value;
      const after = await tx.changeEntry(entryId, { ...toChange(edit, title), publicTitle });
      await logDifferences(
        tx,
        'entry',
        entryId,
        {
          tittel: [before.title, after.title],
          offentligTittel: [before.publicTitle, after.publicTitle],
          ikkeSensitivTittel: [before.nonSensitiveTitle, after.nonSensitiveTitle],
          dokumentetsDato: [before.documentDate, after.documentDate],
          forfallsdato: [before.dueOn, after.dueOn],
          saksbehandler: [before.caseworker, after.caseworker],
          ...screeningDifferences(before.screening, after.screening),
        },
        who,
      );
      await logLoosening(tx, 'entry', entryId, opened, who);
      return ok(after.revision);
    });
    const entry = outcome.ok && (await archive.read.findEntry(entryId));
    if (entry) publish(changed(entry.caseId, entryId));
    return outcome;
  };

function toChange(edit: EntryEdit, title: string | undefined): EntryChange {
  const emptied = (text: string): string | undefined => tidyTitle(text) || undefined;
  return {
    ...(title !== undefined && { title }),
    ...(edit.nonSensitiveTitle !== undefined && { nonSensitiveTitle: emptied(edit.nonSensitiveTitle) }),
    ...(edit.documentDate !== undefined && { documentDate: edit.documentDate || undefined }),
    ...(edit.dueOn !== undefined && { dueOn: edit.dueOn || undefined }),
    ...(edit.caseworker !== undefined && { caseworker: edit.caseworker }),
    ...(edit.screening !== undefined && { screening: edit.screening ?? undefined }),
  };
}
