import {
  type AccessCodeId,
  type AccessGroupId,
  type CalendarDate,
  type LegalBasisId,
  ok,
  type Result,
  refuse,
  type UserId,
} from '../basics.ts';
import type { Screening } from '../screening.ts';

/** Tilgangskode: why something is kept from others, and the sections of the law that it may rest on. */
export type AccessCode = {
  readonly id: AccessCodeId;
  /** Noark's `tilgangsrestriksjon`, e.g. `Unntatt offentlighet`. */
  readonly name: string;
  readonly bases: readonly LegalBasisId[];
  /** From this day it is given to nothing new; what bears it keeps it. */
  readonly withdrawnOn?: CalendarDate;
};

/** Skjermingshjemmel as it is chosen: one section of the law. */
export type LegalBasis = {
  readonly id: LegalBasisId;
  /** As the journal shows it, e.g. `Offl. § 13 jf. fvl. § 13`. */
  readonly text: string;
  /** From this day it is no longer the law. */
  readonly repealedOn?: CalendarDate;
};

/** Tilgangsgruppe: named persons, for what only they may open. */
export type AccessGroup = {
  readonly id: AccessGroupId;
  readonly name: string;
  readonly members: readonly UserId[];
};

export type AccessLists = {
  readonly codes: readonly AccessCode[];
  readonly bases: readonly LegalBasis[];
  readonly groups: readonly AccessGroup[];
};

export type ScreeningRefusal =
  | 'access-code-unknown'
  | 'access-code-withdrawn'
  | 'legal-basis-unknown'
  | 'legal-basis-repealed'
  | 'access-group-unknown'
  | 'nothing-screened';

const isPast = (day: CalendarDate | undefined, today: CalendarDate): boolean =>
  day !== undefined && day <= today;

/**
 * May this screening be put on something today? What is kept as it stood `before` is never refused, so that an old one
 * does not stop other changes. An entry's may hide nothing by itself: its parties and documents are marked one by one.
 */
export function decideScreening(
  lists: AccessLists,
  screening: Screening,
  before: Screening | undefined,
  today: CalendarDate,
  of: 'case' | 'entry' = 'case',
): Result<undefined, ScreeningRefusal> {
  const { accessCode, legalBasis, accessGroup } = screening;
  if (of === 'case' && !screening.hidesTitle && !screening.hidesParties && !screening.hidesDocuments)
    return refuse('nothing-screened');
  const code = lists.codes.find((candidate) => candidate.id === accessCode);
  const basis = lists.bases.find((candidate) => candidate.text === legalBasis);
  if (accessCode !== before?.accessCode) {
    if (!code) return refuse('access-code-unknown', { code: accessCode });
    if (isPast(code.withdrawnOn, today)) return refuse('access-code-withdrawn', { code: code.name });
  }
  if (legalBasis !== before?.legalBasis || accessCode !== before.accessCode) {
    if (!basis || !code?.bases.includes(basis.id))
      return refuse('legal-basis-unknown', { basis: legalBasis });
    if (isPast(basis.repealedOn, today)) return refuse('legal-basis-repealed', { basis: legalBasis });
  }
  if (
    accessGroup !== undefined &&
    accessGroup !== before?.accessGroup &&
    !lists.groups.some((group) => group.id === accessGroup)
  )
    return refuse('access-group-unknown');
  return ok(undefined);
}
