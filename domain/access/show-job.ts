import type { CaseFile } from '../case-file.ts';
import type { EntryDocument, Party } from '../documents.ts';
import type { JournalEntry } from '../journal-entry.ts';
import type { Signer, SigningJob } from '../signing-job.ts';
import type { Verdict } from '../verdict.ts';
import type { Actor } from './actor.ts';
import {
  asShown,
  hiddenBy,
  mask,
  type Shown,
  screenedTitle,
  seesAllDocuments,
  type WithSight,
} from './shown.ts';
import { guardedEntry } from './sight.ts';

/** What decides how much of a job is shown: the entry it dispatches, with its case, parties and documents. */
export type JobSurroundings = {
  readonly entry: JournalEntry;
  readonly caseFile: Pick<CaseFile, 'caseOwner'>;
  readonly parties: readonly Party[];
  readonly documents: readonly Pick<EntryDocument, 'isScreened' | 'type'>[];
};

export type JobSight = WithSight<SigningJob> & {
  /** Whether the person may read what was sent, and what came back. */
  readonly showsSent: boolean;
  readonly showsReceived: boolean;
};

/** A job without the words that this person may not see. */
export function showJob(actor: Actor, job: SigningJob, around: JobSurroundings): Shown<JobSight> {
  const { entry, caseFile, parties, documents } = around;
  const hidden = hiddenBy(actor, guardedEntry(entry, caseFile));
  if (!hidden) return asShown({ ...job, withheld: false, showsSent: true, showsReceived: true });
  const screened = parties.filter(({ isScreened }) => isScreened).map(({ id }) => id);
  // A signer that is linked to no party may be any of the screened parties, so it is hidden too.
  const isHidden = ({ partyId }: Signer) =>
    hidden.hidesParties ||
    (screened.length > 0 &&
      (partyId === undefined || screened.includes(partyId) || !parties.some(({ id }) => id === partyId)));
  return asShown({
    ...job,
    title: hidden.hidesTitle ? screenedTitle(entry) : job.title,
    nonSensitiveTitle: hidden.hidesTitle ? undefined : job.nonSensitiveTitle,
    // Free text, the service's included, may contain screened words.
    message: job.message === '' ? '' : mask,
    lastFault: job.lastFault && { ...job.lastFault, detail: mask },
    cancelReason: job.cancelReason && mask,
    followedUp: job.followedUp && { ...job.followedUp, comment: job.followedUp.comment && mask },
    plan: job.plan && {
      ...job.plan,
      ...(job.plan.replacement && { replacement: { ...job.plan.replacement, name: mask } }),
    },
    signers: job.signers.map((signer) =>
      isHidden(signer) ? { ...signer, name: mask, onBehalfOf: signer.onBehalfOf && mask } : signer,
    ),
    withheld: true,
    showsSent: seesAllDocuments(actor, documents, entry, caseFile),
    // The signed document contains the signers' names.
    showsReceived: false,
  });
}

/** A verdict tells of the signers by name. */
export const showVerdict = (job: Shown<JobSight>, verdict: Verdict): Shown<Verdict> =>
  asShown(
    job.withheld
      ? {
          ...verdict,
          evidence: verdict.evidence.map((part) => ({
            ...part,
            signerName: mask,
            facts: Object.fromEntries(Object.entries(part.facts).filter(([name]) => !namesPerson(name))),
          })),
        }
      : verdict,
  );

const namesPerson = (fact: string): boolean => fact === 'name' || fact === 'by';
