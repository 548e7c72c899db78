import type { AccessCode, LegalBasis } from '../../../domain/access/access-code.ts';
import type { Actor } from '../../../domain/access/actor.ts';
import { decideAccessCode, decideLegalBasis } from '../../../domain/access/decide-lists.ts';
import { type ArchiveRefusal, may, theArchive } from '../../../domain/access/may.ts';
import { type CalendarDate, type LegalBasisId, ok, type Result, refuse } from '../../../domain/basics.ts';
import { tidyTitle } from '../../../domain/title.ts';
import type { AccessReader, AccessWriter } from '../../ports/archive/access.ts';
import type { LogWriter } from '../../ports/archive/change-log.ts';
import type { ArchivePart } from '../../ports/archive-store.ts';
import type { Needs } from '../needs.ts';
import { logAccessItem } from './log-access-item.ts';

type Changing = Pick<Needs, 'clock' | 'ids'> & {
  readonly archive: ArchivePart<AccessReader, AccessWriter & LogWriter>;
};
type CodeRefusal = ArchiveRefusal | 'name-missing' | 'code-twice' | 'bases-missing' | 'not-found';
type BasisRefusal = ArchiveRefusal | 'name-missing' | 'basis-twice' | 'not-found';

/** A new code, or another name, other bases or a day of withdrawal for one that is there. What bears it keeps it. */
export const putAccessCode =
  ({ archive, clock }: Omit<Changing, 'ids'>) =>
  (by: Actor, input: AccessCode, isNew: boolean): Promise<Result<undefined, CodeRefusal>> =>
    archive.change(async (tx) => {
      const allowed = may(by, 'manage-access', theArchive);
      if (!allowed.ok) return allowed;
      const lists = await tx.accessLists();
      const code = { ...input, name: tidyTitle(input.name), bases: [...new Set(input.bases)] };
      const decision = decideAccessCode(lists, code, isNew);
      if (!decision.ok) return decision;
      const before = lists.codes.find((one) => one.id === code.id);
      await tx.putAccessCode(code);
      const texts = (bases: readonly LegalBasisId[] = []) =>
        lists.bases.flatMap(({ id, text }) => (bases.includes(id) ? [text] : [])).join('; ');
      await logAccessItem(
        tx,
        {
          list: 'access-code',
          id: code.id,
          name: `${code.id} – ${before?.name ?? code.name}`,
          isNew,
        },
        {
          name: [before?.name, code.name],
          bases: [texts(before?.bases), texts(code.bases)],
          until: [before?.withdrawnOn, code.withdrawnOn],
        },
        { at: clock.now(), by: by.name },
      );
      return ok(undefined);
    });

export const addLegalBasis =
  ({ archive, clock, ids }: Changing) =>
  (by: Actor, text: string): Promise<Result<LegalBasisId, BasisRefusal>> =>
    archive.change(async (tx) => {
      const allowed = may(by, 'manage-access', theArchive);
      if (!allowed.ok) return allowed;
      const basis: LegalBasis = { id: ids.newId<'legal-basis'>(), text: tidyTitle(text) };
      const decision = decideLegalBasis(await tx.accessLists(), basis);
      if (!decision.ok) return decision;
      await tx.putLegalBasis(basis);
      await logAccessItem(
        tx,
        { list: 'legal-basis', id: basis.id, name: basis.text, isNew: true },
        {},
        { at: clock.now(), by: by.name },
      );
      return ok(basis.id);
    });

/** From that day it is given to nothing new; without a day it is the law again. */
export const repealLegalBasis =
  ({ archive, clock }: Omit<Changing, 'ids'>) =>
  (
    by: Actor,
    id: LegalBasisId,
    repealedOn: CalendarDate | undefined,
  ): Promise<Result<undefined, BasisRefusal>> =>
    archive.change(async (tx) => {
      const allowed = may(by, 'manage-access', theArchive);
      if (!allowed.ok) return allowed;
      const before = (await tx.accessLists()).bases.find((basis) => basis.id === id);
      if (!before) return refuse('not-found');
      await tx.putLegalBasis({ id, text: before.text, ...(repealedOn !== undefined && { repealedOn }) });
      await logAccessItem(
        tx,
        { list: 'legal-basis', id, name: before.text, isNew: false },
        { until: [before.repealedOn, repealedOn] },
        { at: clock.now(), by: by.name },
      );
      return ok(undefined);
    });
