import { type AccessCodeId, type CalendarDate, type Instant, toId } from '../basics.ts';
import { dateOf, minusMonths } from '../calendar.ts';
import type { FoundFlaw, Screening, ScreeningFlaw } from '../screening.ts';
import type { AccessLists } from './access-code.ts';
import { isExpired } from './sight.ts';

/** «Midlertidig sperret»: given at the registration, until somebody has decided. */
export const provisionalCode: AccessCodeId = toId('XX');
const provisionalMonths = 1;

/** What has borne the provisional code since before then has borne it too long. */
export const provisionalUntil = (now: Instant): Instant => minusMonths(now, provisionalMonths);

/** What of a screening counts no more today: it hides all the same, until somebody changes it. */
export function flawsOf(
  screening: Screening | undefined,
  { codes, bases }: Pick<AccessLists, 'codes' | 'bases'>,
  today: CalendarDate,
  provisional?: { readonly screenedAt: Instant; readonly now: Instant },
): readonly FoundFlaw[] {
  if (!screening) return [];
  const { accessCode, legalBasis, endsOn } = screening;
  const withdrawnOn = codes.find(({ id }) => id === accessCode)?.withdrawnOn;
  const repealedOn = bases.find(({ text }) => text === legalBasis)?.repealedOn;
  const tooLong =
    provisional &&
    accessCode === provisionalCode &&
    provisional.screenedAt < provisionalUntil(provisional.now);
  return [
    ...(endsOn !== undefined && isExpired(screening, today)
      ? [{ flaw: 'expired', since: endsOn } as const]
      : []),
    ...(tooLong ? [{ flaw: 'provisional', since: dateOf(provisional.screenedAt) } as const] : []),
    ...(withdrawnOn !== undefined && withdrawnOn <= today
      ? [{ flaw: 'code-withdrawn', since: withdrawnOn } as const]
      : []),
    ...(repealedOn !== undefined && repealedOn <= today
      ? [{ flaw: 'basis-repealed', since: repealedOn } as const]
      : []),
  ];
}

/** What is done with screenings that were looked at. `prolong` without a day: until somebody takes it away. */
export type ScreeningSettlement =
  | { readonly how: 'open' }
  | { readonly how: 'prolong'; readonly endsOn?: CalendarDate }
  | { readonly how: 'rescreen'; readonly accessCode: AccessCodeId; readonly legalBasis: string };

/** The screening as it is to be; all that it hides stays hidden, except where it is opened. */
export function settledScreening(before: Screening, settlement: ScreeningSettlement): Screening | undefined {
  switch (settlement.how) {
    case 'open':
      return undefined;
    case 'prolong': {
      const { endsOn: _, ...rest } = before;
      return settlement.endsOn === undefined ? rest : { ...rest, endsOn: settlement.endsOn };
    }
    case 'rescreen':
      return { ...before, accessCode: settlement.accessCode, legalBasis: settlement.legalBasis };
  }
}

/** What settles a flaw. */
export const settlementsOf = (flaw: ScreeningFlaw): readonly ScreeningSettlement['how'][] =>
  flaw === 'expired' ? ['open', 'prolong'] : ['open', 'rescreen'];
