import type { Actor } from '../../../domain/access/actor.ts';
import { may, maySomewhere } from '../../../domain/access/may.ts';
import { type Shown, showEntry, type WithSight } from '../../../domain/access/shown.ts';
import { guardedEntry } from '../../../domain/access/sight.ts';
import { ok, type Result } from '../../../domain/basics.ts';
import { plusMonths } from '../../../domain/calendar.ts';
import type { JournalEntry } from '../../../domain/journal-entry.ts';
import type { FiledControl } from '../../../domain/signature-control.ts';
import type { CaseReader } from '../../ports/archive/cases.ts';
import type { DocumentReader } from '../../ports/archive/documents.ts';
import type { EntryReader } from '../../ports/archive/entries.ts';
import type { PolicyReader } from '../../ports/archive/policy.ts';
import type { SignatureControlReader } from '../../ports/archive/signature-controls.ts';
import type { ArchivePart } from '../../ports/archive-store.ts';
import type { Needs } from '../needs.ts';

type Touching = {
  readonly archive: ArchivePart<
    CaseReader & DocumentReader & EntryReader & PolicyReader & SignatureControlReader
  >;
};

export type ListedControl = {
  readonly control: FiledControl;
  readonly entry: Shown<WithSight<JournalEntry>>;
};
export type SignaturesToSeeTo = {
  readonly months: number;
  readonly due: readonly ListedControl[];
  readonly worsened: readonly ListedControl[];
  readonly uncontrolled: number;
};

/** What the document centre must see to: evidence that runs out, and controls that turned out worse. In their own units. */
export const listRenewals =
  ({ archive: { read }, clock }: Pick<Needs, 'clock'> & Touching) =>
  async (actor: Actor): Promise<Result<SignaturesToSeeTo, 'not-allowed' | 'no-unit'>> => {
    const allowed = maySomewhere(actor, 'journal');
    if (!allowed.ok) return allowed;
    const { renewWithinMonths: months } = await read.policy();
    const due = await read.controlsToRenew(plusMonths(clock.now(), months));
    return ok({
      months,
      due: await listed(read, actor, due),
      worsened: await listed(read, actor, await read.worsenedControls()),
      uncontrolled: await read.countUncontrolled(),
    });
  };

async function listed(
  read: CaseReader & DocumentReader & EntryReader,
  actor: Actor,
  controls: readonly FiledControl[],
): Promise<readonly ListedControl[]> {
  const found = await Promise.all(
    controls.map(async (control): Promise<ListedControl | undefined> => {
      const place = await read.findDocumentObject(control.objectId);
      const [entryId] = place?.entryIds ?? [];
      const entry = entryId && (await read.findEntry(entryId));
      const file = entry && (await read.findCase(entry.caseId));
      if (!entry || !file || !may(actor, 'journal', guardedEntry(entry, file)).ok) return undefined;
      return { control, entry: showEntry(actor, entry, file) };
    }),
  );
  return found.filter((one) => one !== undefined);
}
