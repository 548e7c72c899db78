import { signedBy } from '../../../domain/access/acting-for.ts';
import type { Actor } from '../../../domain/access/actor.ts';
import type { AccessRefusal } from '../../../domain/access/may.ts';
import { guardedCase } from '../../../domain/access/sight.ts';
import { decideRegistering } from '../../../domain/acts/case-acts.ts';
import { type CaseId, type Instant, ok, type Result, refuse } from '../../../domain/basics.ts';
import type { CaseFile } from '../../../domain/case-file.ts';
import type { Screening } from '../../../domain/screening.ts';
import { tidyTitle } from '../../../domain/title.ts';
import type { AccessReader } from '../../ports/archive/access.ts';
import type { CaseReader, CaseWriter } from '../../ports/archive/cases.ts';
import type { LogWriter } from '../../ports/archive/change-log.ts';
import type { ClassReader } from '../../ports/archive/classes.ts';
import type { EntryReader, EntryWriter } from '../../ports/archive/entries.ts';
import type { UserReader } from '../../ports/archive/users.ts';
import type { ArchivePart } from '../../ports/archive-store.ts';
import { type AdmitRefusal, admitScreening, logLoosening } from '../admit-screening.ts';
import { logDifferences, screeningDifferences } from '../audit-log.ts';
import { changed } from '../changed-event.ts';
import type { Needs } from '../needs.ts';
import type { CaseInput } from './create-case.ts';

type Touching = {
  readonly archive: ArchivePart<
    AccessReader & CaseReader & ClassReader & EntryReader & UserReader,
    CaseWriter & EntryWriter & LogWriter
  >;
};

/** What goes with a change of a case's screening. */
export type CaseChangeInput = CaseInput & {
  /** The entries of the case that are open get the case's new screening as well. */
  readonly screensEntries?: boolean;
  /** The person was told what the change opens, and to whom. */
  readonly confirmsLoosening?: boolean;
};

type ChangeCaseRefusal =
  | AdmitRefusal
  | AccessRefusal
  | 'not-found'
  | 'case-closed'
  | 'title-missing'
  | 'class-has-children';

export const changeCase =
  ({ archive, clock, publish }: Pick<Needs, 'clock' | 'publish'> & Touching) =>
  async (
    actor: Actor,
    caseId: CaseId,
    input: CaseChangeInput,
  ): Promise<Result<undefined, ChangeCaseRefusal>> => {
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
      const who = { at: clock.now(), by: signedBy(actor, 'register', guardedCase(before)) };
      const { screening, confirmsLoosening = false } = input;
      const publicTitle = tidyTitle(input.publicTitle ?? '');
      const wanted = { title, publicTitle, screening };
      const admitted = await admitScreening(tx, 'case', before, wanted, who.at, confirmsLoosening);
      if (!admitted.ok) return admitted;
      const after = await tx.changeCase(caseId, {
        title,
        publicTitle: admitted.value.publicTitle,
        adminUnit: input.adminUnit,
        caseOwner: input.ownerId,
        classId: input.classId,
        screening,
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
        who,
      );
      await logLoosening(tx, 'case', caseId, admitted.value.opened, who);
      if (screening && input.screensEntries) await screenEntries(tx, after, screening, who);
      return ok(undefined);
    });
    if (outcome.ok) publish(changed(caseId));
    return outcome;
  };

/** Gives the screening to each entry of the case that has none; what hides the case's title hides theirs. */
async function screenEntries(
  tx: EntryReader & EntryWriter & LogWriter,
  file: CaseFile,
  screening: Screening,
  who: { readonly at: Instant; readonly by: string },
): Promise<void> {
  for (const entryId of await tx.unscreenedEntriesOf(file.id)) {
    await tx.changeEntry(entryId, { screening });
    await logDifferences(tx, 'entry', entryId, screeningDifferences(undefined, screening), who);
    const facts = { case: file.caseNumber };
    await tx.log({ subject: 'entry', subjectId: entryId, code: 'screening-from-case', facts, ...who });
  }
}
