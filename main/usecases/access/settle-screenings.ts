import { decideScreening, type ScreeningRefusal } from '../../../domain/access/access-code.ts';
import { signedBy } from '../../../domain/access/acting-for.ts';
import type { Actor } from '../../../domain/access/actor.ts';
import { loosened } from '../../../domain/access/loosening.ts';
import { maySomewhere } from '../../../domain/access/may.ts';
import {
  flawsOf,
  type ScreeningSettlement,
  settledScreening,
} from '../../../domain/access/screening-review.ts';
import { type Guarded, guardedCase, guardedEntry } from '../../../domain/access/sight.ts';
import {
  decideSettlingCase,
  decideSettlingEntry,
  type ScreeningSettlingRefusal,
} from '../../../domain/acts/decide-settling.ts';
import { type CaseId, type EntryId, type Instant, ok, type Result, refuse } from '../../../domain/basics.ts';
import { dateOf } from '../../../domain/calendar.ts';
import type { Refusal } from '../../../domain/refusals.ts';
import type { Screening, ScreeningFlaw } from '../../../domain/screening.ts';
import type { AccessReader } from '../../ports/archive/access.ts';
import type { CaseReader, CaseWriter } from '../../ports/archive/cases.ts';
import type { LogWriter } from '../../ports/archive/change-log.ts';
import type { EntryReader, EntryWriter } from '../../ports/archive/entries.ts';
import type { JobReader } from '../../ports/archive/jobs.ts';
import type { ScreeningReader } from '../../ports/archive/screenings.ts';
import type { ArchivePart } from '../../ports/archive-store.ts';
import { logLoosening } from '../admit-screening.ts';
import { logDifferences, screeningDifferences } from '../audit-log.ts';
import { readEntry } from '../entries/open-for-change.ts';
import type { Needs } from '../needs.ts';

type Reads = AccessReader & CaseReader & EntryReader & JobReader & ScreeningReader;
type Writes = CaseWriter & EntryWriter & LogWriter;
type Touching = { readonly archive: ArchivePart<Reads, Writes> };

/** A case, or an entry where one is named. */
export type ScreenedThing = { readonly caseId: CaseId; readonly entryId?: EntryId };
type Why = ScreeningSettlingRefusal | ScreeningRefusal | 'still-flawed';
export type Settled = {
  readonly settled: number;
  /** Somebody else was there first: it has no longer what it was on the list for. */
  readonly passed: number;
  /** Those that stay as they were, and why. */
  readonly left: readonly { readonly number: string; readonly refusal: Refusal<Why> }[];
};

/**
 * Settles screenings that were looked at, one or many, in one transaction: each is opened, prolonged, or given a code and a
 * basis that count, with its rows in the log. One that may not be settled stays as it is and is told of.
 */
export const settleScreenings =
  ({ archive, clock, publish }: Pick<Needs, 'clock' | 'publish'> & Touching) =>
  async (
    actor: Actor,
    flaw: ScreeningFlaw,
    things: readonly ScreenedThing[],
    settlement: ScreeningSettlement,
  ): Promise<Result<Settled, 'not-allowed' | 'no-unit' | 'date-past'>> => {
    const allowed = maySomewhere(actor, 'journal');
    if (!allowed.ok) return allowed;
    const now = clock.now();
    const today = dateOf(now);
    if (settlement.how === 'prolong' && settlement.endsOn !== undefined && settlement.endsOn < today)
      return refuse('date-past', { to: settlement.endsOn });
    const touched: ScreenedThing[] = [];
    const settled = await archive.change(async (tx): Promise<Settled> => {
      const lists = await tx.accessLists();
      const left: Settled['left'][number][] = [];
      let passed = 0;
      for (const thing of things) {
        const found = await findThing(tx, thing, actor);
        if (!found) continue;
        const since = await tx.screenedSince(thing.entryId ?? thing.caseId);
        const provisional = since && { screenedAt: since.at, now };
        const has = (screening: Screening | undefined) =>
          flawsOf(screening, lists, today, provisional).some((one) => one.flaw === flaw);
        const { screening: before } = found;
        if (!before || !has(before)) {
          passed += 1;
          continue;
        }
        const after = settledScreening(before, settlement);
        const decision = decideOne(found, has(after), () =>
          settlement.how === 'rescreen' && after
            ? decideScreening(lists, after, undefined, today, thing.entryId ? 'entry' : 'case')
            : ok(undefined),
        );
        if (!decision.ok) {
          left.push({ number: found.number, refusal: decision.refusal });
          continue;
        }
        await settleOne(tx, thing, found, after, { at: now, by: signedBy(actor, 'journal', found.guarded) });
        touched.push(thing);
      }
      return { settled: touched.length, passed, left };
    });
    if (touched.length > 0)
      publish({
        kind: 'archive.changed',
        caseIds: touched.map(({ caseId }) => caseId),
        entryIds: touched.flatMap(({ entryId }) => entryId ?? []),
      });
    return ok(settled);
  };

type Found = {
  readonly number: string;
  readonly guarded: Guarded;
  readonly publicTitle: string | undefined;
  readonly screening: Screening | undefined;
  readonly allowed: Result<undefined, ScreeningSettlingRefusal>;
};

async function findThing(
  tx: Reads,
  { caseId, entryId }: ScreenedThing,
  actor: Actor,
): Promise<Found | undefined> {
  if (entryId === undefined) {
    const file = await tx.findCase(caseId);
    return (
      file && {
        number: file.caseNumber,
        guarded: guardedCase(file),
        publicTitle: file.publicTitle,
        screening: file.screening,
        allowed: decideSettlingCase(file, actor),
      }
    );
  }
  const open = await readEntry(tx, entryId);
  return (
    open && {
      number: open.entry.recordNumber,
      guarded: guardedEntry(open.entry, open.caseFile),
      publicTitle: open.entry.publicTitle,
      screening: open.entry.screening,
      allowed: decideSettlingEntry(open, actor),
    }
  );
}

function decideOne(
  { allowed }: Found,
  staysFlawed: boolean,
  fits: () => Result<undefined, ScreeningRefusal>,
): Result<undefined, Why> {
  if (!allowed.ok) return allowed;
  const fitting = fits();
  if (!fitting.ok) return fitting;
  return staysFlawed ? refuse('still-flawed') : ok(undefined);
}

async function settleOne(
  tx: Writes,
  { caseId, entryId }: ScreenedThing,
  { publicTitle, screening: before }: Found,
  after: Screening | undefined,
  who: { readonly at: Instant; readonly by: string },
): Promise<void> {
  const [subject, id] = entryId === undefined ? (['case', caseId] as const) : (['entry', entryId] as const);
  if (entryId === undefined) await tx.changeCase(caseId, { screening: after });
  else await tx.changeEntry(entryId, { screening: after });
  await logDifferences(tx, subject, id, screeningDifferences(before, after), who);
  const opened = loosened({ publicTitle, screening: before }, { publicTitle, screening: after });
  await logLoosening(tx, subject, id, opened, who);
}
