import type { Actor } from '../access/actor.ts';
import { type AccessRefusal, may, maySomewhere } from '../access/may.ts';
import type { Guarded } from '../access/sight.ts';
import { ok, type Result, refuse } from '../basics.ts';
import type { EntryStatus, EntryType } from '../code-lists.ts';
import type { JournalEntry } from '../journal-entry.ts';
import type { Ability } from '../roles.ts';

type Step = { readonly from: readonly EntryStatus[]; readonly to: EntryStatus; readonly ability: Ability };

/** The steps a person may take; R/F/G → E and E → F belong to dispatch and the system alone (docs/rules.md, 29). */
const ownSteps: readonly Step[] = [
  { from: ['R'], to: 'F', ability: 'register' },
  { from: ['F', 'G'], to: 'R', ability: 'register' },
  { from: ['F'], to: 'G', ability: 'approve' },
  { from: ['E', 'F', 'G'], to: 'J', ability: 'journal' },
  { from: ['J'], to: 'A', ability: 'journal' },
  { from: ['R', 'F', 'G', 'E', 'J'], to: 'U', ability: 'journal' },
];
const incomingSteps: readonly Step[] = [
  { from: ['M', 'S'], to: 'J', ability: 'journal' },
  { from: ['J'], to: 'A', ability: 'journal' },
  { from: ['M', 'S', 'J'], to: 'U', ability: 'journal' },
];

export type StatusRefusal =
  | AccessRefusal
  | 'step-unknown'
  | 'must-be-dispatched'
  | 'locked-by-dispatch'
  | 'title-missing'
  | 'recipient-missing'
  | 'sender-missing'
  | 'main-document-missing'
  | 'documents-unfinished'
  | 'screening-undecided'
  | 'reason-missing'
  | 'arrear-open'
  | 'archive-format-missing'
  | 'case-closed';

/** What the step's guards look at. */
export type StatusFacts = {
  /** The entry, as what decides who may do something to it. */
  readonly guarded: Guarded;
  readonly caseNumber: string;
  readonly caseOpen: boolean;
  readonly hasParty: boolean;
  readonly hasMainDocument: boolean;
  readonly unfinishedDocuments: number;
  /** Every document has a variant in archive format. */
  readonly archiveFormat: boolean;
  readonly dispatchRunning: boolean;
  readonly arrear: boolean;
  readonly reason?: string;
};

const stepsFor = (type: EntryType): readonly Step[] => (type === 'I' ? incomingSteps : ownSteps);

/** May this person take the entry from its status to `to` now, and if not, what is in the way? */
export function decideStatus(
  entry: Pick<JournalEntry, 'type' | 'status' | 'title' | 'everFinal'>,
  to: EntryStatus,
  facts: StatusFacts,
  actor: Actor,
): Result<EntryStatus, StatusRefusal> {
  const step = stepsFor(entry.type).find(
    (candidate) => candidate.to === to && candidate.from.includes(entry.status),
  );
  if (!step) return refuse('step-unknown', { from: entry.status, to });
  const allowed = may(actor, step.ability, facts.guarded);
  if (!allowed.ok) return allowed;
  if (facts.dispatchRunning) return refuse('locked-by-dispatch');
  if (!facts.caseOpen) return refuse('case-closed', { case: facts.caseNumber });
  if (to === 'F' || to === 'J') {
    const complete = decideCompleteness(entry, facts);
    if (!complete.ok) return complete;
  }
  if (to === 'J' && entry.type === 'U' && entry.status !== 'E') return refuse('must-be-dispatched');
  if (to === 'R' && entry.everFinal) return refuse('step-unknown', { from: entry.status, to });
  if (to === 'U' && !facts.reason?.trim()) return refuse('reason-missing');
  if (to === 'A' && facts.arrear) return refuse('arrear-open');
  if (to === 'A' && !facts.archiveFormat) return refuse('archive-format-missing');
  return ok(to);
}

/** What a role must allow for the step; for the name in the log. */
export const abilityFor = (type: EntryType, to: EntryStatus): Ability =>
  stepsFor(type).find((step) => step.to === to)?.ability ?? 'register';

/** Is everything there that a finished or journalled entry must have? */
function decideCompleteness(
  entry: Pick<JournalEntry, 'type' | 'title'>,
  facts: StatusFacts,
): Result<undefined, StatusRefusal> {
  if (!entry.title.trim()) return refuse('title-missing');
  if (!facts.hasParty && entry.type === 'U') return refuse('recipient-missing');
  if (!facts.hasParty && entry.type === 'I') return refuse('sender-missing');
  if (!facts.hasMainDocument) return refuse('main-document-missing');
  if (facts.unfinishedDocuments > 0)
    return refuse('documents-unfinished', { count: facts.unfinishedDocuments });
  return ok(undefined);
}

/** The steps to show as buttons for this entry and person's roles, whether or not something stops them just now. */
export const stepsOpenTo = (
  entry: Pick<JournalEntry, 'type' | 'status'>,
  actor: Actor,
): readonly EntryStatus[] =>
  stepsFor(entry.type)
    .filter((step) => step.from.includes(entry.status) && maySomewhere(actor, step.ability).ok)
    .map((step) => step.to);
