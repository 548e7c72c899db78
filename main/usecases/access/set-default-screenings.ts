import { decideScreening, type ScreeningRefusal } from '../../../domain/access/access-code.ts';
import type { Actor } from '../../../domain/access/actor.ts';
import { type DefaultScreening, screeningFrom } from '../../../domain/access/default-screening.ts';
import { type ArchiveRefusal, may, theArchive } from '../../../domain/access/may.ts';
import { ok, type Result, refuse } from '../../../domain/basics.ts';
import { dateOf } from '../../../domain/calendar.ts';
import type { AccessReader, AccessWriter } from '../../ports/archive/access.ts';
import type { LogWriter } from '../../ports/archive/change-log.ts';
import type { ClassReader } from '../../ports/archive/classes.ts';
import type { ArchivePart } from '../../ports/archive-store.ts';
import type { Needs } from '../needs.ts';
import { logAccessItem } from './log-access-item.ts';

type Changing = Pick<Needs, 'clock'> & {
  readonly archive: ArchivePart<AccessReader & ClassReader, AccessWriter & LogWriter>;
};

/** What new cases of a class and new documents of a type are screened by from now on; what is there keeps what it has. */
export const setDefaultScreenings =
  ({ archive, clock }: Changing) =>
  (
    by: Actor,
    all: readonly DefaultScreening[],
  ): Promise<Result<undefined, ScreeningRefusal | ArchiveRefusal | 'not-found' | 'default-twice'>> =>
    archive.change(async (tx) => {
      const allowed = may(by, 'manage-access', theArchive);
      if (!allowed.ok) return allowed;
      const today = dateOf(clock.now());
      const lists = await tx.accessLists();
      const classes = await tx.classes();
      const before = await tx.defaultScreenings();
      const name = ({ of }: DefaultScreening): string =>
        'classId' in of ? (classes.find((one) => one.id === of.classId)?.code ?? '') : of.documentType;
      for (const one of all) {
        const stood = before.find((other) => keyOf(other) === keyOf(one));
        const decision = decideScreening(
          lists,
          screeningFrom(one, today),
          stood && screeningFrom(stood, today),
          today,
        );
        if (!decision.ok) return decision;
        if (name(one) === '') return refuse('not-found');
      }
      if (new Set(all.map(keyOf)).size < all.length) return refuse('default-twice');
      await tx.setDefaultScreenings(all);
      const keys = new Set([...before, ...all].map(keyOf));
      for (const key of keys) {
        const was = before.find((one) => keyOf(one) === key);
        const is = all.find((one) => keyOf(one) === key);
        const any = is ?? was;
        if (any)
          await logAccessItem(
            tx,
            { list: 'default-screening', id: key, name: name(any), isNew: false },
            { screening: [was && wordsOf(was), is && wordsOf(is)] },
            { at: clock.now(), by: by.name },
          );
      }
      return ok(undefined);
    });

const keyOf = ({ of }: DefaultScreening): string => ('classId' in of ? of.classId : of.documentType);
const wordsOf = ({ accessCode, legalBasis, years }: DefaultScreening): string =>
  [accessCode, legalBasis, years].filter((part) => part !== undefined).join(', ');
