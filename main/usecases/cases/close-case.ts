import { signedBy } from '../../../domain/access/acting-for.ts';
import type { Actor } from '../../../domain/access/actor.ts';
import { guardedCase } from '../../../domain/access/sight.ts';
import { type CaseRefusal, decideClosing } from '../../../domain/acts/case-acts.ts';
import { type CaseId, type Instant, ok, type Result, refuse } from '../../../domain/basics.ts';
import { dateOf } from '../../../domain/calendar.ts';
import { isArrear } from '../../../domain/journal-entry.ts';
import type { CaseReader, CaseWriter } from '../../ports/archive/cases.ts';
import type { LogWriter } from '../../ports/archive/change-log.ts';
import type { EntryReader, EntryWriter } from '../../ports/archive/entries.ts';
import type { ArchivePart } from '../../ports/archive-store.ts';
import { logDifferences } from '../audit-log.ts';
import { changed } from '../changed-event.ts';
import type { Needs } from '../needs.ts';

type Touching = {
  readonly archive: ArchivePart<CaseReader & EntryReader, CaseWriter & EntryWriter & LogWriter>;
};

/** Closes the case, archives its entries, and clears what arrears are left with «Saken ble avsluttet». */
export const closeCase =
  ({ archive, clock, publish }: Pick<Needs, 'clock' | 'publish'> & Touching) =>
  async (
    actor: Actor,
    caseId: CaseId,
    knowsOfRunningJobs = false,
  ): Promise<Result<undefined, CaseRefusal | 'not-found'>> => {
    const outcome = await archive.change(
      async (tx): Promise<Result<undefined, CaseRefusal | 'not-found'>> => {
        const file = await tx.findCase(caseId);
        if (!file) return refuse('not-found');
        const decision = decideClosing(file, await tx.caseBalance(caseId), actor, knowsOfRunningJobs);
        if (!decision.ok) return decision;
        const who = { at: clock.now(), by: signedBy(actor, 'close-case', guardedCase(file)) };
        await archiveEntries(tx, caseId, who);
        await tx.changeCase(caseId, { status: 'A', closedAt: who.at, closedBy: who.by });
        await logDifferences(tx, 'case', caseId, { saksstatus: [file.status, 'A'] }, who);
        return ok(undefined);
      },
    );
    if (outcome.ok) publish(changed(caseId));
    return outcome;
  };

async function archiveEntries(
  tx: EntryReader & EntryWriter & LogWriter,
  caseId: CaseId,
  who: { readonly at: Instant; readonly by: string },
): Promise<void> {
  const step = 500;
  for (let offset = 0; ; offset += step) {
    const { rows } = await tx.entriesOf(caseId, { offset, limit: step });
    for (const entry of rows) {
      const clearance = isArrear(entry) ? { way: 'SA' as const, on: dateOf(who.at), by: who.by } : undefined;
      const archived = entry.status === 'E' || entry.status === 'J';
      if (!archived && !clearance) continue;
      await tx.changeEntry(entry.id, {
        ...(archived && { status: 'A' as const }),
        ...(clearance && { clearance }),
      });
      await logDifferences(
        tx,
        'entry',
        entry.id,
        {
          journalstatus: [entry.status, archived ? 'A' : entry.status],
          avskrivningsmaate: [entry.clearance?.way, clearance?.way ?? entry.clearance?.way],
        },
        who,
      );
    }
    if (rows.length < step) return;
  }
}
