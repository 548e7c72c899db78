import type { CalendarDate, Instant, TakeOverId, UnitId, UserId } from '../basics.ts';
import type { Deputyship } from './rights.ts';
import { isInForce } from './rights.ts';

/** `failed`: on the day the receiver had no role to take it over with. */
export const takeOverStates = ['planned', 'done', 'withdrawn', 'failed'] as const;
export type TakeOverState = (typeof takeOverStates)[number];

/** Overtakelse: all that one has open goes to another, at once or on a day that comes. */
export type TakeOver = {
  readonly id: TakeOverId;
  readonly from: UserId;
  readonly to: UserId;
  readonly on: CalendarDate;
  readonly units: readonly UnitId[];
  readonly orderedAt: Instant;
  readonly orderedBy: UserId;
  readonly state: TakeOverState;
  /** Absent while it is planned. */
  readonly endedAt?: Instant;
};

/** What tells who has somebody's work now. */
export type Succession = {
  readonly takeOvers: readonly TakeOver[];
  readonly deputyships: readonly Deputyship[];
  /** Whether somebody may register in the unit today. */
  readonly isActive: (user: UserId) => boolean;
};

/**
 * Who is to have what comes back to something that was `caseworker`'s: whoever took over from that one since, and so on;
 * where that one has left, today's deputy, else the owner of the case. Where nobody of them works there, it stays.
 */
export function successorOf(
  caseworker: UserId,
  { unit, since, caseOwner }: { readonly unit: UnitId; readonly since: Instant; readonly caseOwner: UserId },
  { takeOvers, deputyships, isActive }: Succession,
  today: CalendarDate,
): UserId {
  const heir = heirOf(caseworker, unit, since, takeOvers);
  if (isActive(heir)) return heir;
  const deputies = deputyships.filter((one) => one.deputyOf === heir && isInForce(one, today));
  return [...deputies.map(({ deputy }) => deputy), caseOwner].find(isActive) ?? heir;
}

function heirOf(first: UserId, unit: UnitId, since: Instant, takeOvers: readonly TakeOver[]): UserId {
  const ended = ({ endedAt }: TakeOver): string => endedAt ?? '';
  const done = takeOvers
    .filter((one) => one.state === 'done' && one.units.includes(unit))
    .sort((a, b) => ended(a).localeCompare(ended(b)));
  let heir = first;
  let at: string = since;
  for (const one of done) {
    if (one.from !== heir || ended(one) < at) continue;
    heir = one.to;
    at = ended(one);
  }
  return heir;
}
