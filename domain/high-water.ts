import type { EntryId, Instant } from './basics.ts';

export type NumberSeries = 'case' | 'journal' | 'entry';
/** How far a series of numbers has come. `scope` is a year, or the case of an entry's number. */
export type Mark = { readonly series: NumberSeries; readonly scope: string; readonly last: number };
/** A job that was on its way to the service, and the entry it was for. */
export type MarkedJob = {
  readonly reference: string;
  readonly entryId: EntryId;
  /** How often it has been handed to the service; each may have arrived. */
  readonly attempts?: number;
  /** When its answer was stored, to be confirmed to the service at once: it does not come again. */
  readonly answeredAt?: Instant;
};

/** What is known of an archive beside it: the highest numbers it has given, and the jobs it has sent. */
export type HighWater = { readonly marks: readonly Mark[]; readonly jobs: readonly MarkedJob[] };

/** The marks that an archive which has come to `held` lies below: it is older than what is known of it. */
export function marksAbove(known: readonly Mark[], held: readonly Mark[]): readonly Mark[] {
  const reached = new Map(held.map(({ series, scope, last }) => [`${series}/${scope}`, last]));
  return known.filter(({ series, scope, last }) => last > (reached.get(`${series}/${scope}`) ?? 0));
}
