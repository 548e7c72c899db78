import { type Actor, actorWithAccess } from '../../../domain/access/actor.ts';
import { explainedActs, explainSight, type SightExplanation } from '../../../domain/access/explain-sight.ts';
import { type AccessRefusal, may, maySomewhere } from '../../../domain/access/may.ts';
import { accessOn } from '../../../domain/access/rights.ts';
import { type Guarded, guardedCase, guardedEntry } from '../../../domain/access/sight.ts';
import { ok, type Result, refuse, type UserId } from '../../../domain/basics.ts';
import { dateOf } from '../../../domain/calendar.ts';
import type { AccessReader } from '../../ports/archive/access.ts';
import type { CaseReader } from '../../ports/archive/cases.ts';
import type { EntryReader } from '../../ports/archive/entries.ts';
import type { UserReader } from '../../ports/archive/users.ts';
import type { Needs } from '../needs.ts';

type Explaining = Pick<Needs, 'clock'> & {
  readonly archive: { readonly read: AccessReader & UserReader & CaseReader & EntryReader };
};

export type AccessExplanation = {
  readonly userId: UserId;
  readonly sight: SightExplanation;
  readonly acts: readonly {
    readonly act: (typeof explainedActs)[number];
    readonly refusal?: AccessRefusal;
  }[];
};
export type ThingExplanation = {
  readonly thing: Guarded & { readonly kind: 'case' | 'entry'; readonly number: string };
  /** Everybody who works in the archive. */
  readonly people: readonly AccessExplanation[];
};

/** «Hvem ser hva»: what a case or an entry opens to, for everybody. It tells no word of the thing itself. */
export const explainAccess =
  ({ archive, clock }: Explaining) =>
  async (
    by: Actor,
    number: string,
  ): Promise<Result<ThingExplanation, 'not-allowed' | 'no-unit' | 'not-found'>> => {
    const allowed = maySomewhere(by, 'manage-users');
    if (!allowed.ok) return allowed;
    const thing = await findThing(archive.read, number.trim());
    if (!thing) return refuse('not-found');
    const today = dateOf(clock.now());
    const [units, rights, deputyships] = [
      await archive.read.units(),
      await archive.read.rights(),
      await archive.read.deputyships(),
    ];
    const people = (await archive.read.users()).map((user) => {
      const actor = actorWithAccess(user, accessOn(today, user.id, units, rights, deputyships));
      return {
        userId: user.id,
        sight: explainSight(actor, thing),
        acts: explainedActs.map((act) => {
          const decision = may(actor, act, thing);
          return decision.ok ? { act } : { act, refusal: decision.refusal.code };
        }),
      };
    });
    return ok({ thing, people });
  };

async function findThing(
  archive: CaseReader & EntryReader,
  number: string,
): Promise<ThingExplanation['thing'] | undefined> {
  const file = await archive.findCaseByNumber(number);
  if (file) return { ...guardedCase(file), kind: 'case', number: file.caseNumber };
  const entry = await archive.findEntryByNumber(number);
  const itsCase = entry && (await archive.findCase(entry.caseId));
  return itsCase && { ...guardedEntry(entry, itsCase), kind: 'entry', number: entry.recordNumber };
}
