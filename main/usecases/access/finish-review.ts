import type { Actor } from '../../../domain/access/actor.ts';
import type { RightsRefusal } from '../../../domain/access/decide-rights.ts';
import { type ArchiveRefusal, may, theArchive } from '../../../domain/access/may.ts';
import { type ProposedClearance, proposeClearances } from '../../../domain/access/propose-clearances.ts';
import { ok, type Result, refuse } from '../../../domain/basics.ts';
import { dateOf } from '../../../domain/calendar.ts';
import type { AccessReader, AccessWriter } from '../../ports/archive/access.ts';
import type { LogWriter } from '../../ports/archive/change-log.ts';
import type { ArchivePart } from '../../ports/archive-store.ts';
import type { Needs } from '../needs.ts';
import { setRights } from './set-rights.ts';

type Changing = Pick<Needs, 'clock'> & {
  readonly archive: ArchivePart<AccessReader, AccessWriter & LogWriter>;
};

/** Gives those of the proposed clearances that are accepted, from today on. What is no proposal is given to nobody. */
export const acceptClearances =
  ({ archive, clock }: Changing) =>
  (by: Actor, accepted: readonly ProposedClearance[]): Promise<Result<undefined, RightsRefusal>> =>
    archive.change(async (tx): Promise<Result<undefined, RightsRefusal>> => {
      const allowed = may(by, 'manage-access', theArchive);
      if (!allowed.ok) return allowed;
      const today = dateOf(clock.now());
      const rights = await tx.rights();
      const proposed = proposeClearances(rights, await tx.units(), (await tx.accessLists()).codes, today);
      const chosen = proposed.filter((one) => accepted.some((other) => isSame(one, other)));
      if (chosen.length < accepted.length) return refuse('not-found');
      for (const one of rights) {
        const given = chosen.filter(({ userId }) => userId === one.userId);
        if (given.length === 0) continue;
        const clearances = given.map(({ accessCode, unit }) => ({ accessCode, unit, from: today }));
        // The same transaction: all of them, or none.
        const set = await setRights({ clock, archive: { read: tx, change: (work) => work(tx) } })(by, {
          ...one,
          clearances: [...one.clearances, ...clearances],
        });
        if (!set.ok) throw new Error(`a proposed clearance was refused: ${set.refusal.code}`);
      }
      return ok(undefined);
    });

const isSame = (a: ProposedClearance, b: ProposedClearance): boolean =>
  a.userId === b.userId && a.accessCode === b.accessCode && a.unit === b.unit;

/** The lists have been looked through; units and sections are merged no more. */
export const finishReview =
  ({ archive, clock }: Changing) =>
  (by: Actor): Promise<Result<undefined, ArchiveRefusal | 'review-done'>> =>
    archive.change(async (tx) => {
      const allowed = may(by, 'manage-access', theArchive);
      if (!allowed.ok) return allowed;
      if (!(await tx.accessReviewDue())) return refuse('review-done');
      await tx.endAccessReview(clock.now(), by.name);
      await tx.log({
        subject: 'policy',
        subjectId: 'access',
        code: 'access-reviewed',
        facts: {},
        at: clock.now(),
        by: by.name,
      });
      return ok(undefined);
    });
