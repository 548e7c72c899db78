import { hasLess } from '../../domain/access/has-less.ts';
import { accessRefusals } from '../../domain/access/may.ts';
import type { Refusal } from '../../domain/refusals.ts';
import type { RefusalView } from '../../preload/contract/contract.ts';
import type { SessionView } from '../../preload/contract/session.ts';

/** What is no longer somebody's, seen by comparing what was shown with what is shown now. */
export type Loss =
  /** Another person sits here now. */
  | { readonly kind: 'person'; readonly name: string }
  /** Roles, clearances, groups or deputyships are fewer; what is open may be as it was. */
  | { readonly kind: 'rights' }
  /** Something of what is open is screened from this person. */
  | { readonly kind: 'sight' }
  /** What is open may be read, and no longer changed. */
  | { readonly kind: 'act'; readonly why: Refusal }
  /** It is not answered at all any more. */
  | { readonly kind: 'page'; readonly why: RefusalView };

const isAccess = (code: string): boolean =>
  code === 'not-at-top' || accessRefusals.some((one) => one === code);

/** May what was read before no longer stand on the screen? */
export const takesAway = ({ code }: RefusalView): boolean => isAccess(code) || code === 'not-found';

/** What was lost between two answers to one question. */
export function lostBetween(name: unknown, before: unknown, after: unknown): Loss | undefined {
  if (name === 'session.open') return lostOfSession(before as SessionView, after as SessionView);
  if (isThing(before) && isThing(after) && hidesMore(before, after)) return { kind: 'sight' };
  return lostAct(before, after);
}

function lostOfSession(before: SessionView, after: SessionView): Loss | undefined {
  if (before.user.id !== after.user.id) return { kind: 'person', name: after.user.name };
  // Wherever one is, the form for a new case may be open.
  if (before.newCase.may && !after.newCase.may) return { kind: 'act', why: after.newCase };
  return hasLess(before.rights, after.rights) ? { kind: 'rights' } : undefined;
}

type Thing = { readonly [field: string]: unknown };
const isThing = (value: unknown): value is Thing =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** A thing is withheld that was not, or one of those that it holds is: a party, a document, a job. */
function hidesMore(before: Thing, after: Thing): boolean {
  if (before.withheld === false && after.withheld === true) return true;
  return Object.entries(after).some(([field, now]) => {
    const then = before[field];
    if (!Array.isArray(now) || !Array.isArray(then) || field === 'rows') return false;
    return now.some(
      (one: unknown) =>
        isThing(one) &&
        then.some((other: unknown) => isThing(other) && other.id === one.id && hidesMore(other, one)),
    );
  });
}

/** A decision of the thing itself that was yes, and is no for want of a right. */
function lostAct(before: unknown, after: unknown): Loss | undefined {
  if (!isThing(before) || !isThing(after)) return undefined;
  for (const [field, now] of Object.entries(after)) {
    const then = before[field];
    if (!isThing(then) || then.may !== true || !isThing(now) || now.may !== false) continue;
    // The contract's promise: what says `may: false` says why.
    const why = now as unknown as Refusal;
    if (isAccess(why.code)) return { kind: 'act', why };
  }
  return undefined;
}
