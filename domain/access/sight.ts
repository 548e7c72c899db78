import { type CalendarDate, ok, type Result, refuse, type UnitId, type UserId } from '../basics.ts';
import type { CaseFile } from '../case-file.ts';
import type { JournalEntry } from '../journal-entry.ts';
import type { Screening } from '../screening.ts';
import { type Actor, standsFor } from './actor.ts';

/** What decides who may open something: where it belongs, whose it is, and what screens it. */
export type Guarded = {
  readonly unit: UnitId;
  /** Those who always see it: who has the entry, who has its case. */
  readonly owners: readonly UserId[];
  readonly screening?: Screening;
};

export const guardedCase = (file: Pick<CaseFile, 'adminUnit' | 'caseOwner' | 'screening'>): Guarded => ({
  unit: file.adminUnit,
  owners: [file.caseOwner],
  screening: file.screening,
});

export const guardedEntry = (
  entry: Pick<JournalEntry, 'adminUnit' | 'caseworker' | 'screening'>,
  file: Pick<CaseFile, 'caseOwner'>,
): Guarded => ({
  unit: entry.adminUnit,
  owners: [entry.caseworker, file.caseOwner],
  screening: entry.screening,
});

export type SightRefusal = 'not-cleared' | 'not-in-group';

/**
 * May this person see what the screening hides? The owner may; else one must be in the group that is named, if one is,
 * and be cleared for the code in the unit. A screening whose time is over hides until somebody takes it away.
 */
export function decideSight(
  actor: Actor,
  { unit, owners, screening }: Guarded,
): Result<undefined, SightRefusal> {
  if (!screening || owners.some((owner) => standsFor(actor, owner))) return ok(undefined);
  const { groups, clearances } = actor.access;
  if (screening.accessGroup !== undefined && !groups.includes(screening.accessGroup))
    return refuse('not-in-group');
  return clearances.some(
    (clearance) => clearance.accessCode === screening.accessCode && clearance.units.includes(unit),
  )
    ? ok(undefined)
    : refuse('not-cleared', { code: screening.accessCode });
}

/** A screening that should be looked at again. */
export const isExpired = ({ endsOn }: Screening, today: CalendarDate): boolean =>
  endsOn !== undefined && endsOn < today;
