import type { Actor } from '../../../domain/access/actor.ts';
import type { AccessRefusal } from '../../../domain/access/may.ts';
import { type EntryId, ok, type Result, refuse } from '../../../domain/basics.ts';
import { checkDispatch, type DispatchFacts } from '../../../domain/dispatch-check.ts';
import {
  type DispatchOrder,
  freshOrder,
  type OrderTerms,
  type Recipient,
} from '../../../domain/dispatch-order.ts';
import type { Finding } from '../../../domain/findings.ts';
import { statusOfCopy } from '../../../domain/mailing.ts';
import { type CheckedPerson, checkRecipientList, type ListedPerson } from '../../../domain/recipient-list.ts';
import type { AccessReader } from '../../ports/archive/access.ts';
import type { CaseReader } from '../../ports/archive/cases.ts';
import type { DocumentReader } from '../../ports/archive/documents.ts';
import type { EntryReader } from '../../ports/archive/entries.ts';
import type { EntryLinkReader } from '../../ports/archive/entry-links.ts';
import type { FileReader } from '../../ports/archive/files.ts';
import type { JobReader } from '../../ports/archive/jobs.ts';
import type { PartyReader } from '../../ports/archive/parties.ts';
import type { PolicyReader } from '../../ports/archive/policy.ts';
import type { RestorationReader } from '../../ports/archive/restorations.ts';
import type { ScreeningReader } from '../../ports/archive/screenings.ts';
import type { ArchivePart } from '../../ports/archive-store.ts';
import { mayOnEntry } from '../entries/open-for-change.ts';
import type { Needs } from '../needs.ts';
import { type DispatchMemory, dispatchFacts, gatherDocuments, type MergedFile } from './gather-dispatch.ts';

type Touching = {
  readonly archive: ArchivePart<
    AccessReader &
      CaseReader &
      DocumentReader &
      EntryLinkReader &
      EntryReader &
      FileReader &
      JobReader &
      PartyReader &
      PolicyReader &
      RestorationReader &
      ScreeningReader
  >;
};

export type MailingCheck = {
  readonly people: readonly CheckedPerson[];
  /** Of what all of them get; what is wrong with a person stands by the person. */
  readonly findings: readonly Finding[];
  readonly merged?: MergedFile;
};

/** What would stop the entry from being sent to these people, before anything is made. Changes nothing. */
export const checkMailing =
  (
    needs: Pick<Needs, 'clock' | 'pdf' | 'digest' | 'vault' | 'training' | 'onTrial'> &
      Touching & { readonly memory: DispatchMemory },
  ) =>
  async (
    actor: Actor,
    entryId: EntryId,
    people: readonly ListedPerson[],
    terms: OrderTerms,
  ): Promise<Result<MailingCheck, AccessRefusal | 'not-found'>> => {
    const { read } = needs.archive;
    const entry = await read.findEntry(entryId);
    if (!entry) return refuse('not-found');
    for (const act of ['register', 'dispatch'] as const) {
      const allowed = await mayOnEntry(read, actor, act, entryId);
      if (!allowed.ok) return allowed;
    }
    const gathered = await gatherDocuments(needs)(entry.title, await read.documentsOf(entryId));
    const facts = await dispatchFacts(needs, read, entryId, actor, gathered, new Map());
    if (!facts) return refuse('not-found');
    const checked = checkRecipientList(people, facts);
    const findings = checkDispatch(orderForAll(people, terms), ofCopy(facts)).filter(
      ({ field }) => !field.startsWith('recipients'),
    );
    return ok({ people: checked, findings, merged: gathered.merged });
  };

/** Its recipients are judged as a list, so one stands for all. */
const orderForAll = (people: readonly ListedPerson[], terms: OrderTerms): DispatchOrder =>
  freshOrder<Recipient>({
    ...terms,
    recipients: people.slice(0, 1).map((person) => ({ ...person, group: 0 })),
  });

/** What is true of a copy that goes to one person alone. */
const ofCopy = (facts: DispatchFacts): DispatchFacts => ({
  ...facts,
  entry: { ...facts.entry, status: statusOfCopy(facts.entry.status), sentAt: undefined },
  jobRunning: false,
  earlier: undefined,
  jobLost: false,
  parties: [],
});
