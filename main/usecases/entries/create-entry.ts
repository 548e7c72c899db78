import { signedBy } from '../../../domain/access/acting-for.ts';
import type { Actor } from '../../../domain/access/actor.ts';
import { loosened } from '../../../domain/access/loosening.ts';
import { type AccessRefusal, mayInUnit } from '../../../domain/access/may.ts';
import { guardedCase } from '../../../domain/access/sight.ts';
import { decideRegistering } from '../../../domain/acts/case-acts.ts';
import {
  type CalendarDate,
  type CaseId,
  type EntryId,
  ok,
  type Result,
  refuse,
} from '../../../domain/basics.ts';
import { dateOf } from '../../../domain/calendar.ts';
import { fieldChanged } from '../../../domain/change-log.ts';
import type { EntryType } from '../../../domain/code-lists.ts';
import { type PartyInput, tidyParty } from '../../../domain/party-input.ts';
import type { Screening } from '../../../domain/screening.ts';
import { tidyTitle } from '../../../domain/title.ts';
import type { AccessReader } from '../../ports/archive/access.ts';
import type { CaseReader } from '../../ports/archive/cases.ts';
import type { LogWriter } from '../../ports/archive/change-log.ts';
import type { EntryReader, EntryWriter } from '../../ports/archive/entries.ts';
import type { EntryLinkWriter } from '../../ports/archive/entry-links.ts';
import type { PartyWriter } from '../../ports/archive/parties.ts';
import type { ArchivePart } from '../../ports/archive-store.ts';
import { type AdmitRefusal, admitScreening, logLoosening } from '../admit-screening.ts';
import { logDifferences, screeningDifferences } from '../audit-log.ts';
import { changed } from '../changed-event.ts';
import type { Needs } from '../needs.ts';
import { type PartyRefusal, sealIdentities } from './seal-identities.ts';

type Touching = {
  readonly archive: ArchivePart<
    AccessReader & CaseReader & EntryReader,
    EntryLinkWriter & EntryWriter & LogWriter & PartyWriter
  >;
};

export type EntryInput = {
  readonly caseId: CaseId;
  readonly type: EntryType;
  readonly title: string;
  /** The title with the screened words hidden; left out, the whole of a screened title is. */
  readonly publicTitle?: string;
  readonly documentDate?: CalendarDate;
  readonly answers?: EntryId;
  /** Left out, the case's; `null` leaves the entry open though its case is screened. */
  readonly screening?: Screening | null;
  /** The person was told what of the case's screening the entry does without. */
  readonly confirmsLoosening?: boolean;
  readonly parties: readonly PartyInput[];
};
type CreateEntryRefusal =
  | AdmitRefusal
  | AccessRefusal
  | 'not-found'
  | 'case-closed'
  | 'title-missing'
  | PartyRefusal;

/** Registers an entry and gives it its numbers: R for our own documents, M or S for incoming ones. */
export const createEntry =
  ({ archive, clock, ids, vault, publish }: Pick<Needs, 'clock' | 'ids' | 'vault' | 'publish'> & Touching) =>
  async (actor: Actor, input: EntryInput): Promise<Result<EntryId, CreateEntryRefusal>> => {
    const title = tidyTitle(input.title);
    if (!title) return refuse('title-missing');
    const sealed = await sealIdentities({ vault })(input.parties);
    if (!sealed.ok) return sealed;
    const at = clock.now();
    const id: EntryId = ids.newId();
    const outcome = await archive.change(async (tx): Promise<Result<EntryId, CreateEntryRefusal>> => {
      const file = await tx.findCase(input.caseId);
      if (!file) return refuse('not-found');
      const decision = decideRegistering(file, actor);
      if (!decision.ok) return decision;
      const by = signedBy(actor, 'register', guardedCase(file));
      const answered = input.answers && (await tx.findEntry(input.answers));
      if (input.answers && !answered) return refuse('not-found');
      const screening = input.screening === undefined ? file.screening : (input.screening ?? undefined);
      const publicTitle = input.publicTitle && tidyTitle(input.publicTitle);
      // What the case has already need not be decided anew: an old code goes on to what comes.
      const inherited = { title, screening: file.screening };
      const wanted = { title, publicTitle, screening };
      const admitted = await admitScreening(tx, 'entry', inherited, wanted, at, true);
      if (!admitted.ok) return admitted;
      // Which words of its title are hidden is for the entry itself; all else that the case hides is loosened here.
      const opened = loosened({ screening: file.screening }, { screening });
      if (opened.length > 0 && !input.confirmsLoosening) return refuse('loosening-unconfirmed');
      const entry = await tx.addEntry({
        id,
        caseId: input.caseId,
        type: input.type,
        status: input.type === 'I' ? (mayInUnit(actor, 'journal', file.adminUnit).ok ? 'M' : 'S') : 'R',
        title,
        publicTitle: admitted.value.publicTitle,
        journalDate: dateOf(at),
        documentDate: input.documentDate ?? (input.type === 'I' ? undefined : dateOf(at)),
        receivedAt: input.type === 'I' ? at : undefined,
        caseworker: actor.id,
        // Who registers it may belong elsewhere; the entry belongs where its case does.
        adminUnit: file.adminUnit,
        screening,
        createdAt: at,
        createdBy: by,
      });
      const parties = input.parties.map((party) => ({
        id: ids.newId<'party'>(),
        ...tidyParty(party),
      }));
      await tx.setParties(id, parties);
      for (const [position, party] of parties.entries()) {
        const identity = sealed.value[position];
        if (identity) await tx.setSealedIdentity(party.id, identity);
      }
      if (answered) await tx.addLink({ from: id, to: answered.id, kind: 'answers' });
      await tx.log({
        subject: 'entry',
        subjectId: id,
        ...fieldChanged('journalstatus', '(tom)', entry.status),
        at,
        by,
      });
      const who = { at, by };
      await logDifferences(tx, 'entry', id, screeningDifferences(undefined, screening), who);
      await logLoosening(tx, 'entry', id, opened, who);
      return ok(id);
    });
    if (outcome.ok) publish(changed(input.caseId, id));
    return outcome;
  };
