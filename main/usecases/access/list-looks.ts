import type { Actor } from '../../../domain/access/actor.ts';
import type { Look } from '../../../domain/access/look.ts';
import { maySomewhere, unitsWith } from '../../../domain/access/may.ts';
import { ok, type Result } from '../../../domain/basics.ts';
import type { LookingLogReader, LookQuery } from '../../ports/archive/looking-log.ts';
import type { ArchivePart } from '../../ports/archive-store.ts';

type Touching = { readonly archive: ArchivePart<LookingLogReader> };

/** The log of looking, for the document centre: of the cases in the units where it is that. Newest first. */
export const listLooks =
  ({ archive }: Touching) =>
  async (
    actor: Actor,
    query: Omit<LookQuery, 'units'>,
  ): Promise<
    Result<{ readonly rows: readonly Look[]; readonly total: number }, 'not-allowed' | 'no-unit'>
  > => {
    const allowed = maySomewhere(actor, 'journal');
    if (!allowed.ok) return allowed;
    const units = [...unitsWith(actor, 'journal')];
    return ok(await archive.read.looks({ ...query, units }));
  };
