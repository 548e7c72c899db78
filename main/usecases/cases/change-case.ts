import { signedBy } from '../../../domain/access/acting-for.ts';
import type { Actor } from '../../../domain/access/actor.ts';
import type { AccessRefusal } from '../../../domain/access/may.ts';
import { guardedCase } from '../../../domain/access/sight.ts';
import { decideRegistering } from '../../../domain/acts/case-acts.ts';
import { type CaseId, ok, type Result, refuse } from '../../../domain/basics.ts';
import { tidyTitle } from '../../../domain/title.ts';
import type { AccessReader } from '../../ports/archive/access.ts';
import type { CaseReader, CaseWriter } from '../../ports/archive/cases.ts';
import type { LogWriter } from '../../ports/archive/change-log.ts';
import type { ClassReader } from '../../ports/archive/classes.ts';
import type { UserReader } from '../../ports/archive/users.ts';
import type { ArchivePart } from '../../ports/archive-store.ts';
import { logDifferences, screeningDifferences } from '../audit-log.ts';
import { changed } from '../changed-event.ts';
import type { Needs } from '../needs.ts';
import type { CaseInput } from './create-case.ts';

type Touching = {
  readonly archive: ArchivePart<CaseReader & AccessReader & ClassReader & UserReader, CaseWriter & LogWriter>;
};

type ChangeCaseRefusal = AccessRefusal | 'not-found' | 'case-closed' | 'title-missing' | 'class-has-children';

export const changeCase =
  ({ archive, clock, publish }: Pick<Needs, 'clock' | 'publish'> & Touching) =>
  async (actor: Actor, caseId: CaseId, input: CaseInput): Promise<Result<undefined, ChangeCaseRefusal>> => {
    const title = tidyTitle(input.title);
    if (!title) return refuse('title-missing');
    const outcome = await archive.change(async (tx): Promise<Result<undefined, ChangeCaseRefusal>> => {
      const before = await tx.findCase(caseId);
      if (!before) return refuse('not-found');
      const decision = decideRegistering(before, actor);
      if (!decision.ok) return decision;
      const archiveClass = (await tx.classes()).find((candidate) => candidate.id === input.classId);
      if (!archiveClass || !(await tx.findUser(input.ownerId))) return refuse('not-found');
      if (archiveClass.hasChildren) return refuse('class-has-children', { code: archiveClass.code });
      if (!(await tx.units()).some((unit) => unit.id === input.adminUnit)) return refuse('not-found');
      const after = await tx.changeCase(caseId, {
        title,
        publicTitle: tidyTitle(input.publicTitle ?? '') || undefined,
        adminUnit: input.adminUnit,
        caseOwner: input.ownerId,
        classId: input.classId,
        screening: input.screening,
      });
      await logDifferences(
        tx,
        'case',
        caseId,
        {
          tittel: [before.title, after.title],
          offentligTittel: [before.publicTitle, after.publicTitle],
          administrativEnhet: [before.adminUnit, after.adminUnit],
          saksansvarlig: [before.caseOwner, after.caseOwner],
          klasse: [before.classId, after.classId],
          ...screeningDifferences(before.screening, after.screening),
        },
        { at: clock.now(), by: signedBy(actor, 'register', guardedCase(before)) },
      );
      return ok(undefined);
    });
    if (outcome.ok) publish(changed(caseId));
    return outcome;
  };
