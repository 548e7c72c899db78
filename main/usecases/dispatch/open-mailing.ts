import type { Actor } from '../../../domain/access/actor.ts';
import type { AccessRefusal } from '../../../domain/access/may.ts';
import { type EntryId, ok, type Result, refuse } from '../../../domain/basics.ts';
import type { CaseFile } from '../../../domain/case-file.ts';
import type { JournalEntry } from '../../../domain/journal-entry.ts';
import { policyFor, type SigningPolicy } from '../../../domain/limits.ts';
import type { MailedPerson, Mailing } from '../../../domain/mailing.ts';
import type { SigningJob } from '../../../domain/signing-job.ts';
import type { CaseReader } from '../../ports/archive/cases.ts';
import type { DocumentReader } from '../../ports/archive/documents.ts';
import type { EntryReader } from '../../ports/archive/entries.ts';
import type { JobReader } from '../../ports/archive/jobs.ts';
import type { MailingReader } from '../../ports/archive/mailings.ts';
import type { PolicyReader } from '../../ports/archive/policy.ts';
import type { ArchivePart } from '../../ports/archive-store.ts';
import { mayOnEntry, readEntry } from '../entries/open-for-change.ts';
import type { Needs } from '../needs.ts';

type Touching = {
  readonly archive: ArchivePart<
    CaseReader & DocumentReader & EntryReader & JobReader & MailingReader & PolicyReader
  >;
};

/** One person of a list, with what was made for them. */
type Mailed = {
  readonly person: MailedPerson;
  readonly entry?: JournalEntry;
  readonly jobState?: SigningJob['state'];
};
export type OpenedMailing = {
  readonly entry: JournalEntry;
  readonly caseFile: CaseFile;
  readonly policy: SigningPolicy;
  readonly training: boolean;
  /** Newest first. */
  readonly mailings: readonly { readonly mailing: Mailing; readonly people: readonly Mailed[] }[];
};

/** What «Send til mange» opens with, and how far each sending of the entry has come. */
export const openMailing =
  (needs: Pick<Needs, 'training' | 'onTrial'> & Touching) =>
  async (actor: Actor, entryId: EntryId): Promise<Result<OpenedMailing, AccessRefusal | 'not-found'>> => {
    const { read } = needs.archive;
    const allowed = await mayOnEntry(read, actor, 'dispatch', entryId);
    const open = await readEntry(read, entryId);
    if (!open || !allowed.ok) return allowed.ok ? refuse('not-found') : allowed;
    const [main] = await read.documentsOf(entryId);
    const mailings = await read.mailingsOf(entryId);
    return ok({
      entry: open.entry,
      caseFile: open.caseFile,
      policy: policyFor(await read.policy(), main?.type),
      training: needs.training || (needs.onTrial?.() ?? false),
      mailings: await Promise.all(
        mailings.map(async (mailing) => ({
          mailing,
          people: await Promise.all(mailing.people.map((person) => withEntry(read, person))),
        })),
      ),
    });
  };

async function withEntry(read: EntryReader & JobReader, person: MailedPerson): Promise<Mailed> {
  const entry = person.entryId && (await read.findEntry(person.entryId));
  if (!entry) return { person };
  const [newest] = await read.jobsOf(entry.id);
  return { person, entry, jobState: newest?.state };
}
