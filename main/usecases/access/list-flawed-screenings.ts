import type { Actor } from '../../../domain/access/actor.ts';
import { maySomewhere, unitsWith } from '../../../domain/access/may.ts';
import { ok, type Result } from '../../../domain/basics.ts';
import type { ScreeningFlaw } from '../../../domain/screening.ts';
import type { PartOfList, ReviewScope, ScreeningReader } from '../../ports/archive/screenings.ts';
import type { ArchivePart } from '../../ports/archive-store.ts';
import type { Needs } from '../needs.ts';

type Listing = Pick<Needs, 'clock'> & { readonly archive: ArchivePart<ScreeningReader> };
type Refusals = 'not-allowed' | 'no-unit';
type Flawed = Awaited<ReturnType<ScreeningReader['flawedScreenings']>>;

/** Screenings to look at again, for the document centre: of what lies in the units where it is that. */
export const listFlawedScreenings =
  ({ archive, clock }: Listing) =>
  async (actor: Actor, flaw: ScreeningFlaw, part: PartOfList): Promise<Result<Flawed, Refusals>> => {
    const allowed = maySomewhere(actor, 'journal');
    if (!allowed.ok) return allowed;
    return ok(await archive.read.flawedScreenings(flaw, scopeOf(actor, clock), part));
  };

export const countFlawedScreenings =
  ({ archive, clock }: Listing) =>
  async (actor: Actor): Promise<Result<ReadonlyMap<ScreeningFlaw, number>, Refusals>> => {
    const allowed = maySomewhere(actor, 'journal');
    if (!allowed.ok) return allowed;
    return ok(await archive.read.countFlawed(scopeOf(actor, clock)));
  };

const scopeOf = (actor: Actor, clock: Needs['clock']): ReviewScope => ({
  units: [...unitsWith(actor, 'journal')],
  now: clock.now(),
});
