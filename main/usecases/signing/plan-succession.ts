import { signedBy } from '../../../domain/access/acting-for.ts';
import type { Actor } from '../../../domain/access/actor.ts';
import { type Guarded, guardedEntry } from '../../../domain/access/sight.ts';
import type { DeadlineRefusal, ReplacingRefusal } from '../../../domain/acts/succession-acts.ts';
import { type JobId, ok, type Result, refuse, type SignerId } from '../../../domain/basics.ts';
import { type CaseFile, isOpen } from '../../../domain/case-file.ts';
import type { JournalEntry } from '../../../domain/journal-entry.ts';
import type { Ability } from '../../../domain/roles.ts';
import type { SigningJob } from '../../../domain/signing-job.ts';
import type { PlannedSuccessor } from '../../../domain/succession.ts';
import type { CaseReader } from '../../ports/archive/cases.ts';
import type { LogWriter } from '../../ports/archive/change-log.ts';
import type { DocumentReader } from '../../ports/archive/documents.ts';
import type { EntryReader } from '../../ports/archive/entries.ts';
import type { JobReader, JobWriter, SignerIdentity } from '../../ports/archive/jobs.ts';
import type { PolicyReader } from '../../ports/archive/policy.ts';
import type { ArchivePart } from '../../ports/archive-store.ts';
import { changed } from '../changed-event.ts';
import { openSealed } from '../dispatch/open-sealed.ts';
import type { Needs } from '../needs.ts';
import { stepJob } from '../step-job.ts';

export type PlanningReads = CaseReader & DocumentReader & EntryReader & JobReader & PolicyReader;
type Touching = { readonly archive: ArchivePart<PlanningReads, JobWriter & LogWriter> };
export type Planning = Pick<Needs, 'clock' | 'vault' | 'publish' | 'wakeOutbox'> & Touching;

export type PlacedJob = {
  readonly job: SigningJob;
  readonly entry: JournalEntry;
  readonly guarded: Guarded;
  readonly caseFile: CaseFile;
};
export type SuccessionRefusal =
  | ReplacingRefusal
  | DeadlineRefusal
  | 'case-closed'
  | 'numbers-gone'
  | 'name-missing'
  | 'identity-number-wrong'
  | 'signer-synthetic'
  | 'signer-twice';
type Wish = {
  readonly act: Ability;
  /** What shall follow, or why nothing can; read inside the transaction that keeps it. */
  readonly decide: (
    tx: PlanningReads,
    planned: PlacedJob,
  ) => Promise<Result<Pick<PlannedSuccessor, 'kind' | 'deadlineDays' | 'replacement'>, SuccessionRefusal>>;
  /** Of the one who shall sign instead. */
  readonly identity?: SignerIdentity;
  /** Whose number is not needed any more. */
  readonly without?: SignerId;
};

/**
 * Plans what shall follow a running job. Nothing leaves the house here: the outbox asks the service to cancel it, and the
 * successor is made when the service says that it was. What it would lack then is found out now.
 */
export async function planSuccessor(
  needs: Planning,
  actor: Actor,
  jobId: JobId,
  wish: Wish,
): Promise<Result<undefined, SuccessionRefusal>> {
  const lacking = await withoutNumber(needs, jobId, wish.without);
  const outcome = await needs.archive.change(async (tx): Promise<Result<SigningJob, SuccessionRefusal>> => {
    const planned = await readPlanned(tx, jobId);
    if (!planned) return refuse('not-found');
    const decision = await wish.decide(tx, planned);
    if (!decision.ok) return decision;
    if (!isOpen(planned.caseFile)) return refuse('case-closed', { case: planned.caseFile.caseNumber });
    if (lacking !== undefined) return refuse('numbers-gone', { name: lacking });
    const who = { at: needs.clock.now(), by: signedBy(actor, wish.act, planned.guarded) };
    const plan = { ...decision.value, plannedBy: who.by, plannedAt: who.at };
    const stepped = await stepJob(tx, jobId, { kind: 'succession-planned', plan }, who);
    if (!stepped.ok) return stepped;
    await tx.addPlan(jobId, plan, wish.identity);
    return stepped;
  });
  if (!outcome.ok) return outcome;
  needs.publish(changed(outcome.value.caseId, outcome.value.entryId));
  needs.wakeOutbox();
  return ok(undefined);
}

export async function readPlanned(
  archive: Pick<PlanningReads, 'findJob' | 'findEntry' | 'findCase'>,
  jobId: JobId,
): Promise<PlacedJob | undefined> {
  const job = await archive.findJob(jobId);
  const entry = job && (await archive.findEntry(job.entryId));
  const caseFile = entry && (await archive.findCase(entry.caseId));
  return job && entry && caseFile && { job, entry, caseFile, guarded: guardedEntry(entry, caseFile) };
}

/** The name of a signer whose number is gone, or lies under a lost key: a successor could not be sent. */
async function withoutNumber(
  needs: Planning,
  jobId: JobId,
  without: SignerId | undefined,
): Promise<string | undefined> {
  const job = await needs.archive.read.findJob(jobId);
  const sealed = await needs.archive.read.sealedSigners(jobId);
  for (const { id, name } of job?.signers ?? []) {
    const kept = sealed.get(id);
    if (id !== without && (!kept || (await openSealed(needs, kept)) === undefined)) return name;
  }
  return undefined;
}
