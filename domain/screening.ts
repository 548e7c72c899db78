import { type AccessCodeId, type AccessGroupId, type CalendarDate, toId } from './basics.ts';
import type { SigningPolicy } from './limits.ts';

/** Skjerming: what is kept from the public and by which section of the law. */
export type Screening = {
  readonly accessCode: AccessCodeId;
  /** e.g. `Offl. § 13 jf. fvl. § 13`. */
  readonly legalBasis: string;
  /** Skjerm også tittel og parter i lister, varsler og journal. */
  readonly hidesTitle: boolean;
  /** All of them; else those that are marked one by one. */
  readonly hidesParties: boolean;
  /** All of them; else those that are marked one by one. */
  readonly hidesDocuments: boolean;
  /** Only its members see what is hidden, and they must be cleared for the code as well. */
  readonly accessGroup?: AccessGroupId;
  readonly endsOn?: CalendarDate;
};

/** What looking for identity numbers in a file came to. `unreadable`: it may show any, and is treated as if it did. */
export const numberFindings = ['none', 'shown', 'unreadable'] as const;
export type NumberFinding = (typeof numberFindings)[number];

/** An entry whose file shows identity numbers: the file is kept from the public, its title and parties are not. */
export const screenedForNumbers = ({
  identityNumberBasis,
}: Pick<SigningPolicy, 'identityNumberBasis'>): Screening => ({
  accessCode: toId('UO'),
  legalBasis: identityNumberBasis,
  hidesTitle: false,
  hidesParties: false,
  hidesDocuments: true,
});

/**
 * Why a screening should be looked at again. `expired`: its last day has passed. `provisional`: it has borne the code for
 * what is kept back only until somebody has looked, for more than a month. The other two: what it rests on counts no more.
 */
export const screeningFlaws = ['expired', 'provisional', 'code-withdrawn', 'basis-repealed'] as const;
export type ScreeningFlaw = (typeof screeningFlaws)[number];

/** A flaw, and since which day it is there. */
export type FoundFlaw = { readonly flaw: ScreeningFlaw; readonly since: CalendarDate };
