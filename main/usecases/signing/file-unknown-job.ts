import type { Actor } from '../../../domain/access/actor.ts';
import { type AccessRefusal, type ArchiveRefusal, may, theArchive } from '../../../domain/access/may.ts';
import { guardedCase, guardedEntry } from '../../../domain/access/sight.ts';
import { answerKind, answerTitle } from '../../../domain/answer.ts';
import { type CaseId, type EntryId, type Instant, ok, type Result, refuse } from '../../../domain/basics.ts';
import { dateOf } from '../../../domain/calendar.ts';
import { type CaseFile, isOpen } from '../../../domain/case-file.ts';
import { pronom } from '../../../domain/code-lists.ts';
import type { JournalEntry } from '../../../domain/journal-entry.ts';
import type { UnknownJob, UnknownJobId } from '../../../domain/unknown-job.ts';
import type { AccessReader } from '../../ports/archive/access.ts';
import type { CaseReader } from '../../ports/archive/cases.ts';
import type { LogWriter } from '../../ports/archive/change-log.ts';
import type { DocumentWriter } from '../../ports/archive/documents.ts';
import type { EntryReader, EntryWriter } from '../../ports/archive/entries.ts';
import type { EntryLinkWriter } from '../../ports/archive/entry-links.ts';
import type { FileReader } from '../../ports/archive/files.ts';
import type { PolicyReader } from '../../ports/archive/policy.ts';
import type { RestorationReader, RestorationWriter } from '../../ports/archive/restorations.ts';
import type { ArchivePart } from '../../ports/archive-store.ts';
import { logDifferences } from '../audit-log.ts';
import { changed } from '../changed-event.ts';
import type { Needs } from '../needs.ts';
import { logScreeningOf } from './log-screening.ts';
import { screenAnswer } from './screen-answer.ts';

type Touching = {
  readonly archive: ArchivePart<
    AccessReader & CaseReader & EntryReader & FileReader & PolicyReader & RestorationReader,
    DocumentWriter & EntryLinkWriter & EntryWriter & LogWriter & RestorationWriter
  >;
};

type Filing = Pick<Needs, 'pdf' | 'clock' | 'ids' | 'publish'> & Touching;
type Refusals =
  | AccessRefusal
  | ArchiveRefusal
  | 'not-found'
  | 'answer-filed'
  | 'case-closed'
  | 'unknown-job-running';
export type UnknownJobTarget = { readonly caseId: CaseId; readonly entryId?: EntryId };

/**
 * The document centre files a job that the archive did not know as an incoming entry, and names the outgoing entry it
 * answers where that is still there: it counts as dispatched from then on.
 */
export const fileUnknownJob =
  (needs: Filing) =>
  async (actor: Actor, id: UnknownJobId, target: UnknownJobTarget): Promise<Result<EntryId, Refusals>> => {
    const allowed = may(actor, 'file-answers', theArchive);
    if (!allowed.ok) return allowed;
    const { archive, clock, ids, pdf, publish } = needs;
    const job = await archive.read.findUnknownJob(id);
    const bytes = job?.signedPdf === undefined ? undefined : await archive.read.readFile(job.signedPdf);
    const seen = bytes && (await pdf.inspect(bytes, 'signert.pdf'));
    const numbers = bytes === undefined ? 'none' : await pdf.lookForNumbers(bytes);
    const filedAs: EntryId = ids.newId();
    const who = { at: clock.now(), by: actor.name };
    const outcome = await archive.change(async (tx): Promise<Result<EntryId, Refusals>> => {
      const decided = await decide(tx, id, target, actor);
      if (!decided.ok) return decided;
      const { unknown, outgoing, caseFile } = decided.value;
      const policy = await tx.policy();
      const kind = answerKind({
        outcome: unknown.state === 'completed' ? 'completed' : 'failed',
        failure: unknown.failure,
      });
      const title = answerTitle(kind, outgoing?.title ?? `oppdrag ${unknown.serviceJobId}`);
      const from = { outgoing: outgoing?.screening, target: caseFile.screening, numbers };
      const { screening, marked } = await screenAnswer(
        tx,
        { ...from, papers: [{ type: 'signert' }] },
        who.at,
      );
      const entry = await tx.addEntry({
        id: filedAs,
        caseId: target.caseId,
        type: 'I',
        status: policy.answersArriveAs,
        title,
        journalDate: dateOf(who.at),
        documentDate: dateOf(unknown.decidedAt),
        receivedAt: unknown.receivedAt,
        caseworker: outgoing?.caseworker ?? actor.id,
        adminUnit: outgoing?.adminUnit ?? caseFile.adminUnit,
        publicTitle: outgoing?.publicTitle && answerTitle(kind, outgoing.publicTitle),
        screening,
        createdAt: who.at,
        createdBy: actor.name,
      });
      if (unknown.signedPdf && bytes && seen)
        await tx.addDocument(
          filedAs,
          {
            id: ids.newId(),
            role: 'H',
            title,
            type: 'signert',
            status: 'F',
            isScreened: marked.has('signert'),
            ...who,
          },
          [
            {
              id: ids.newId(),
              version: 1,
              variant: 'A',
              format: seen.pdfa ? pronom[seen.pdfa] : pronom.pdf,
              fileName: `oppdrag-${unknown.serviceJobId}.pdf`,
              mime: 'application/pdf',
              sha256: unknown.signedPdf,
              size: bytes.byteLength,
              pages: seen.pages,
              createdAt: who.at,
              createdBy: actor.name,
              // What was sent is lost, so nobody can tell that this is it.
              signature: { verification: 'I', on: dateOf(who.at), by: actor.name },
            },
          ],
        );
      await logScreeningOf(tx, filedAs, screening, numbers, who);
      await tx.fileUnknownJob(id, filedAs);
      if (unknown.reference) await tx.settleLostJob(unknown.reference, who.at);
      if (outgoing) await countAsDispatched(tx, outgoing, filedAs, unknown, who);
      await tx.log({
        subject: 'entry',
        subjectId: filedAs,
        code: 'unknown-job-filed',
        facts: { serviceJobId: unknown.serviceJobId },
        ...who,
      });
      return ok(entry.id);
    });
    if (outcome.ok) publish(changed(target.caseId, outcome.value));
    return outcome;
  };

type Decided = {
  readonly unknown: UnknownJob;
  readonly outgoing: JournalEntry | undefined;
  readonly caseFile: CaseFile;
};

async function decide(
  archive: CaseReader & EntryReader & RestorationReader,
  id: UnknownJobId,
  target: UnknownJobTarget,
  actor: Actor,
): Promise<Result<Decided, Refusals>> {
  const unknown = await archive.findUnknownJob(id);
  const caseFile = await archive.findCase(target.caseId);
  const outgoing = target.entryId && (await archive.findEntry(target.entryId));
  if (!unknown || !caseFile || (target.entryId && outgoing?.caseId !== target.caseId))
    return refuse('not-found');
  const into = may(actor, 'file-answers', guardedCase(caseFile));
  if (!into.ok) return into;
  const from = outgoing ? may(actor, 'file-answers', guardedEntry(outgoing, caseFile)) : into;
  if (!from.ok) return from;
  if (unknown.filedAs) return refuse('answer-filed', {});
  if (unknown.state === 'inProgress') return refuse('unknown-job-running');
  return isOpen(caseFile)
    ? ok({ unknown, outgoing, caseFile })
    : refuse('case-closed', { case: caseFile.caseNumber });
}

async function countAsDispatched(
  tx: EntryLinkWriter & EntryWriter & LogWriter,
  outgoing: JournalEntry,
  filedAs: EntryId,
  { decidedAt }: UnknownJob,
  who: { readonly at: Instant; readonly by: string },
): Promise<void> {
  await tx.addLink({ from: filedAs, to: outgoing.id, kind: 'signing-answer' });
  if (outgoing.sentAt !== undefined || outgoing.status === 'U') return;
  const after = await tx.changeEntry(outgoing.id, {
    status: 'E',
    sentAt: decidedAt,
    documentDate: outgoing.documentDate ?? dateOf(decidedAt),
  });
  await logDifferences(
    tx,
    'entry',
    outgoing.id,
    { journalstatus: [outgoing.status, after.status], sendtDato: [outgoing.sentAt, after.sentAt] },
    who,
  );
}
