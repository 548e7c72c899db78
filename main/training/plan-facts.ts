import type { ClassId, EntryId } from '../../domain/basics.ts';
import type { User } from '../../domain/roles.ts';
import type { Screening } from '../../domain/screening.ts';
import type { Digest } from '../ports/clock.ts';
import type { Cast } from './cast.ts';
import type { Ingredients } from './ingredients.ts';
import type { OrderedEntry } from './order-events.ts';
import { stableId } from './stable-id.ts';

export type PlanFacts = {
  readonly ingredients: Ingredients;
  readonly cast: Cast;
  readonly digest: Digest;
  readonly classIds: ReadonlyMap<string, ClassId>;
};

export const entryIdOf = (
  { of, entry }: Pick<OrderedEntry, 'of' | 'entry'>,
  { digest }: Pick<PlanFacts, 'digest'>,
  key = entry.key,
): Promise<EntryId> => stableId(digest, 'entry', `${of.from.key}/${key}`);

export const screeningOf = (
  { screenings }: Pick<Ingredients, 'screenings'>,
  key: string | undefined,
): Screening | undefined => {
  if (key === undefined) return undefined;
  const screening = screenings[key];
  if (!screening) throw new Error(`training archive: no screening ${key}`);
  return screening;
};

/** The first user of the document centre keeps the journal. */
export const theArchivist = (cast: Cast, { users }: Pick<Ingredients, 'users'>): User => {
  const archivist = users.find((user) => user.roles.includes('documentCentre'));
  if (!archivist) throw new Error('training archive: nobody in the document centre');
  return cast.user(archivist.initials);
};

export const caseworkerOf = ({ of, entry }: Pick<OrderedEntry, 'of' | 'entry'>, { cast }: PlanFacts) =>
  cast.user(entry.caseworker ?? of.from.owner);
