import type { CalendarDate } from './basics.ts';
import type { AccessRestriction } from './code-lists.ts';
import type { SigningPolicy } from './limits.ts';

/** Skjerming: what is kept from the public and by which section of the law. */
export type Screening = {
  readonly restriction: AccessRestriction;
  /** e.g. `Offl. § 13 jf. fvl. § 13`. */
  readonly legalBasis: string;
  /** Skjerm også tittel og parter i lister, varsler og journal. */
  readonly hidesTitle: boolean;
  readonly hidesParties: boolean;
  readonly endsOn?: CalendarDate;
};

/** An entry whose file shows identity numbers: the file is kept from the public, its title and parties are not. */
export const screenedForNumbers = ({
  identityNumberBasis,
}: Pick<SigningPolicy, 'identityNumberBasis'>): Screening => ({
  restriction: 'UO',
  legalBasis: identityNumberBasis,
  hidesTitle: false,
  hidesParties: false,
});
