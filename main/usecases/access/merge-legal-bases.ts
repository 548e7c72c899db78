import type { AccessLists, LegalBasis } from '../../../domain/access/access-code.ts';
import type { Actor } from '../../../domain/access/actor.ts';
import { decideLegalBasis } from '../../../domain/access/decide-lists.ts';
import { type ArchiveRefusal, may, theArchive } from '../../../domain/access/may.ts';
import { type LegalBasisId, ok, type Result, refuse } from '../../../domain/basics.ts';
import { tidyTitle } from '../../../domain/title.ts';
import type { AccessReader, AccessWriter } from '../../ports/archive/access.ts';
import type { AccessUseWriter } from '../../ports/archive/access-use.ts';
import type { PolicyReader, PolicyWriter } from '../../ports/archive/policy.ts';
import type { ArchivePart } from '../../ports/archive-store.ts';
import type { Needs } from '../needs.ts';
import { logAccessItem } from './log-access-item.ts';
import { type MovingBorne, moveBorne } from './move-borne.ts';

type Writes = AccessReader & AccessWriter & AccessUseWriter & PolicyReader & PolicyWriter & MovingBorne;
type Changing = Pick<Needs, 'clock' | 'publish'> & { readonly archive: ArchivePart<AccessReader, Writes> };
type Who = Parameters<typeof moveBorne>[3];

/**
 * Two spellings of the same section, as a migration found them, become one: what bears `from` bears `into` hereafter,
 * and every code that had `from` has `into`. Only while the review is due; later a section is repealed.
 */
export const mergeLegalBases =
  ({ archive, clock, publish }: Changing) =>
  async (
    by: Actor,
    from: LegalBasisId,
    into: LegalBasisId,
  ): Promise<Result<undefined, ArchiveRefusal | 'not-found' | 'review-done'>> => {
    const outcome = await archive.change(async (tx) => {
      const allowed = may(by, 'manage-access', theArchive);
      if (!allowed.ok) return allowed;
      if (!(await tx.accessReviewDue())) return refuse('review-done');
      const lists = await tx.accessLists();
      const old = lists.bases.find((basis) => basis.id === from);
      const kept = lists.bases.find((basis) => basis.id === into);
      if (!old || !kept || from === into) return refuse('not-found');
      const who = { at: clock.now(), by: by.name };
      await giveToCodes(tx, lists, old, kept);
      const touched = await rewrite(tx, old.text, kept.text, who);
      await tx.deleteLegalBasis(from);
      await logAccessItem(
        tx,
        { list: 'legal-basis', id: from, name: old.text, isNew: false },
        { merged: [old.text, kept.text] },
        who,
      );
      return ok(touched);
    });
    if (!outcome.ok) return outcome;
    publish({ kind: 'archive.changed', ...outcome.value });
    return ok(undefined);
  };

/** Gives a section its right spelling, there and on all that bears it. Only while the review is due. */
export const renameLegalBasis =
  ({ archive, clock, publish }: Changing) =>
  async (
    by: Actor,
    id: LegalBasisId,
    text: string,
  ): Promise<
    Result<undefined, ArchiveRefusal | 'not-found' | 'review-done' | 'name-missing' | 'basis-twice'>
  > => {
    const outcome = await archive.change(async (tx) => {
      const allowed = may(by, 'manage-access', theArchive);
      if (!allowed.ok) return allowed;
      if (!(await tx.accessReviewDue())) return refuse('review-done');
      const lists = await tx.accessLists();
      const before = lists.bases.find((basis) => basis.id === id);
      if (!before) return refuse('not-found');
      const after = { ...before, text: tidyTitle(text) };
      const decision = decideLegalBasis(lists, after);
      if (!decision.ok) return decision;
      const who = { at: clock.now(), by: by.name };
      await tx.putLegalBasis(after);
      const touched = await rewrite(tx, before.text, after.text, who);
      await logAccessItem(
        tx,
        { list: 'legal-basis', id, name: before.text, isNew: false },
        { name: [before.text, after.text] },
        who,
      );
      return ok(touched);
    });
    if (!outcome.ok) return outcome;
    publish({ kind: 'archive.changed', ...outcome.value });
    return ok(undefined);
  };

async function giveToCodes(
  tx: AccessWriter,
  { codes }: AccessLists,
  old: LegalBasis,
  kept: LegalBasis,
): Promise<void> {
  for (const code of codes.filter(({ bases }) => bases.includes(old.id)))
    await tx.putAccessCode({
      ...code,
      bases: [...new Set(code.bases.map((basis) => (basis === old.id ? kept.id : basis)))],
    });
}

/** Everything that holds the section by its words. */
async function rewrite(tx: Writes, before: string, after: string, who: Who) {
  const policy = await tx.policy();
  if (policy.identityNumberBasis === before) await tx.setPolicy({ ...policy, identityNumberBasis: after });
  await tx.setDefaultScreenings(
    (await tx.defaultScreenings()).map((one) =>
      one.legalBasis === before ? { ...one, legalBasis: after } : one,
    ),
  );
  return moveBorne(
    tx,
    { legalBasis: before },
    ({ screening }) => ({ screening: screening && { ...screening, legalBasis: after } }),
    who,
  );
}
