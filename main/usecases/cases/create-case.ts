import { signedBy } from '../../../domain/access/acting-for.ts';
import type { Actor } from '../../../domain/access/actor.ts';
import { screeningOfClass } from '../../../domain/access/default-screening.ts';
import { loosened } from '../../../domain/access/loosening.ts';
import type { AccessRefusal } from '../../../domain/access/may.ts';
import { decideFounding } from '../../../domain/acts/case-acts.ts';
import {
  type CaseId,
  type ClassId,
  ok,
  type Result,
  refuse,
  type UnitId,
  type UserId,
} from '../../../domain/basics.ts';
import { dateOf } from '../../../domain/calendar.ts';
import { fieldChanged } from '../../../domain/change-log.ts';
import type { Screening } from '../../../domain/screening.ts';
import { tidyTitle } from '../../../domain/title.ts';
import type { AccessReader } from '../../ports/archive/access.ts';
import type { CaseWriter } from '../../ports/archive/cases.ts';
import type { LogWriter } from '../../ports/archive/change-log.ts';
import type { ClassReader } from '../../ports/archive/classes.ts';
import type { UserReader } from '../../ports/archive/users.ts';
import type { ArchivePart } from '../../ports/archive-store.ts';
import { type AdmitRefusal, admitScreening, logLoosening } from '../admit-screening.ts';
import { logDifferences, screeningDifferences } from '../audit-log.ts';
import { changed } from '../changed-event.ts';
import type { Needs } from '../needs.ts';

type Touching = {
  readonly archive: ArchivePart<AccessReader & ClassReader & UserReader, CaseWriter & LogWriter>;
};

export type CaseInput = {
  readonly title: string;
  readonly publicTitle?: string;
  readonly classId: ClassId;
  readonly ownerId: UserId;
  readonly adminUnit: UnitId;
  readonly screening?: Screening;
};
/** `confirmsLoosening`: the person was told what of the class's screening the case does without. */
export type NewCaseInput = CaseInput & { readonly confirmsLoosening?: boolean };
type CreateCaseRefusal = AdmitRefusal | AccessRefusal | 'title-missing' | 'class-has-children' | 'not-found';

export const createCase =
  ({ archive, clock, ids, publish }: Pick<Needs, 'clock' | 'ids' | 'publish'> & Touching) =>
  async (actor: Actor, input: NewCaseInput): Promise<Result<CaseId, CreateCaseRefusal>> => {
    const guarded = { unit: input.adminUnit, owners: [input.ownerId], screening: input.screening };
    const allowed = decideFounding(actor, guarded);
    if (!allowed.ok) return allowed;
    const title = tidyTitle(input.title);
    if (!title) return refuse('title-missing');
    const at = clock.now();
    const by = signedBy(actor, 'register', guarded);
    const outcome = await archive.change(async (tx): Promise<Result<CaseId, CreateCaseRefusal>> => {
      const archiveClass = (await tx.classes()).find((candidate) => candidate.id === input.classId);
      if (!archiveClass || !(await tx.findUser(input.ownerId))) return refuse('not-found');
      if (archiveClass.hasChildren) return refuse('class-has-children', { code: archiveClass.code });
      if (!(await tx.units()).some((unit) => unit.id === input.adminUnit)) return refuse('not-found');
      const { publicTitle, screening } = input;
      const admitted = await admitScreening(
        tx,
        'case',
        undefined,
        { title, publicTitle: publicTitle && tidyTitle(publicTitle), screening },
        at,
        true,
      );
      if (!admitted.ok) return admitted;
      // Which words of its title are hidden is for the case itself; all else that its class hides is loosened here.
      const usual = screeningOfClass(await tx.defaultScreenings(), input.classId, dateOf(at));
      const opened = loosened({ screening: usual }, { screening });
      if (opened.length > 0 && !input.confirmsLoosening) return refuse('loosening-unconfirmed');
      const file = await tx.addCase({
        id: ids.newId(),
        title,
        publicTitle: admitted.value.publicTitle,
        status: 'B',
        caseDate: dateOf(at),
        adminUnit: input.adminUnit,
        caseOwner: input.ownerId,
        classId: input.classId,
        screening,
        createdAt: at,
        createdBy: by,
      });
      await tx.log({
        subject: 'case',
        subjectId: file.id,
        ...fieldChanged('saksstatus', '(tom)', 'B'),
        at,
        by,
      });
      const who = { at, by };
      await logDifferences(tx, 'case', file.id, screeningDifferences(undefined, screening), who);
      await logLoosening(tx, 'case', file.id, opened, who);
      return ok(file.id);
    });
    if (outcome.ok) publish(changed(outcome.value));
    return outcome;
  };
