import type { Actor } from '../../../domain/access/actor.ts';
import type { AccessRefusal } from '../../../domain/access/may.ts';
import { type EntryId, ok, type Result, refuse, type Sha256, toId } from '../../../domain/basics.ts';
import type { OrderTerms } from '../../../domain/dispatch-order.ts';
import { mayDispatch } from '../../../domain/findings.ts';
import { readIdentityNumber } from '../../../domain/identity-number.ts';
import type { MailingId } from '../../../domain/mailing.ts';
import { isListSound, type ListedPerson } from '../../../domain/recipient-list.ts';
import { tidyTitle } from '../../../domain/title.ts';
import type { AccessReader } from '../../ports/archive/access.ts';
import type { CaseReader } from '../../ports/archive/cases.ts';
import type { LogWriter } from '../../ports/archive/change-log.ts';
import type { DocumentReader } from '../../ports/archive/documents.ts';
import type { EntryReader } from '../../ports/archive/entries.ts';
import type { EntryLinkReader } from '../../ports/archive/entry-links.ts';
import type { FileReader } from '../../ports/archive/files.ts';
import type { JobReader } from '../../ports/archive/jobs.ts';
import type { MailingReader, MailingWriter, NewMailing } from '../../ports/archive/mailings.ts';
import type { PartyReader } from '../../ports/archive/parties.ts';
import type { PolicyReader } from '../../ports/archive/policy.ts';
import type { RestorationReader } from '../../ports/archive/restorations.ts';
import type { ScreeningReader } from '../../ports/archive/screenings.ts';
import type { ArchivePart } from '../../ports/archive-store.ts';
import { changed } from '../changed-event.ts';
import { mayOnEntry, readEntry, whoOn } from '../entries/open-for-change.ts';
import type { Needs } from '../needs.ts';
import { checkMailing } from './check-mailing.ts';

type Touching = {
  readonly archive: ArchivePart<
    AccessReader &
      CaseReader &
      DocumentReader &
      EntryLinkReader &
      EntryReader &
      FileReader &
      JobReader &
      MailingReader &
      PartyReader &
      PolicyReader &
      RestorationReader &
      ScreeningReader,
    LogWriter & MailingWriter
  >;
};
type Starting = Omit<Parameters<typeof checkMailing>[0], 'archive'> &
  Pick<Needs, 'ids' | 'publish'> &
  Touching;
type Refused =
  | AccessRefusal
  | 'not-found'
  | 'documents-changed'
  | 'findings'
  | 'list-faulty'
  | 'mailing-open';

/**
 * «Send til mange»: once the whole list and what is to be sent stand the rules, it is written down with the numbers
 * sealed, and nothing is sent yet: {@link mailNext} does, person by person. `seenMerged` as for «Ekspeder».
 */
export const startMailing =
  (needs: Starting) =>
  async (
    actor: Actor,
    entryId: EntryId,
    listed: readonly ListedPerson[],
    terms: OrderTerms,
    seenMerged: Sha256,
  ): Promise<Result<MailingId, Refused>> => {
    const check = await checkMailing(needs)(actor, entryId, listed, terms);
    if (!check.ok) return check;
    if (!isListSound(check.value.people)) return refuse('list-faulty');
    if (!mayDispatch(check.value.findings)) return refuse('findings');
    if (check.value.merged?.sha256 !== seenMerged) return refuse('documents-changed');
    const people = await Promise.all(listed.map((person, position) => toMailed(needs, person, position)));
    const id: MailingId = toId<'mailing'>(needs.ids.newId());
    const outcome = await needs.archive.change(async (tx): Promise<Result<MailingId, Refused>> => {
      const open = await readEntry(tx, entryId);
      const allowed = await mayOnEntry(tx, actor, 'dispatch', entryId);
      if (!open || !allowed.ok) return allowed.ok ? refuse('not-found') : allowed;
      if ((await tx.mailingsOf(entryId)).some(({ endedAt }) => endedAt === undefined))
        return refuse('mailing-open');
      const who = whoOn(open, actor, needs.clock.now(), 'dispatch');
      await tx.addMailing({
        id,
        entryId,
        terms: { ...terms, message: terms.message.normalize('NFC').trim() },
        seenMerged,
        startedBy: who.by,
        startedAt: who.at,
        people,
      });
      const facts = { count: String(people.length) };
      await tx.log({ subject: 'entry', subjectId: entryId, code: 'mailing-started', facts, ...who });
      return ok(id);
    });
    if (outcome.ok) {
      const entry = await needs.archive.read.findEntry(entryId);
      if (entry) needs.publish(changed(entry.caseId, entryId));
    }
    return outcome;
  };

async function toMailed(
  { vault }: Pick<Needs, 'vault'>,
  { name, identityNumber, firm = '', organisationNumber = '' }: ListedPerson,
  position: number,
): Promise<NewMailing['people'][number]> {
  const identity = readIdentityNumber(identityNumber);
  if (typeof identity === 'string')
    throw new Error(`the list was sound, and person ${position} has no number`);
  return {
    position,
    name: tidyTitle(name),
    firm: tidyTitle(firm) || undefined,
    organisationNumber: organisationNumber.replace(/\s/gu, '') || undefined,
    sealed: await vault.seal(identity.digits),
  };
}
