import { minusMonths } from '../../../domain/calendar.ts';
import type { LookingLogReader, LookingLogWriter } from '../../ports/archive/looking-log.ts';
import type { PolicyReader } from '../../ports/archive/policy.ts';
import type { ArchivePart } from '../../ports/archive-store.ts';
import type { Needs } from '../needs.ts';

type Touching = { readonly archive: ArchivePart<LookingLogReader & PolicyReader, LookingLogWriter> };

/** Deletes what the log of looking has kept for as long as the policy says. */
export const forgetOldLooks =
  ({ archive, clock }: Pick<Needs, 'clock'> & Touching) =>
  async (): Promise<void> => {
    const { lookingLogMonths } = await archive.read.policy();
    const before = minusMonths(clock.now(), lookingLogMonths);
    const { total } = await archive.read.looks({ before, offset: 0, limit: 1 });
    if (total > 0) await archive.change((tx) => tx.forgetLooks(before));
  };
