import type { Screening } from '../screening.ts';

/**
 * What is hidden by either of the two: what an answer takes from the entry it answers and from the case it comes to. Code
 * and legal basis are those of `first`, unless only the other keeps it to a group.
 */
export function stricterOf(
  first: Screening | undefined,
  second: Screening | undefined,
): Screening | undefined {
  if (!first || !second) return first ?? second;
  const base = first.accessGroup === undefined && second.accessGroup !== undefined ? second : first;
  const endless = first.endsOn === undefined || second.endsOn === undefined;
  return {
    ...base,
    hidesTitle: first.hidesTitle || second.hidesTitle,
    hidesParties: first.hidesParties || second.hidesParties,
    hidesDocuments: first.hidesDocuments || second.hidesDocuments,
    endsOn: endless ? undefined : laterOf(first.endsOn, second.endsOn),
  };
}

const laterOf = (one: Screening['endsOn'], other: Screening['endsOn']): Screening['endsOn'] =>
  (one ?? '') > (other ?? '') ? one : other;
