import { signedBy } from '../../../domain/access/acting-for.ts';
import type { Actor } from '../../../domain/access/actor.ts';
import type { AccessRefusal } from '../../../domain/access/may.ts';
import { guardedEntry } from '../../../domain/access/sight.ts';
import { decideFiling } from '../../../domain/acts/decide-filing.ts';
import {
  type Answer,
  type AnswerKind,
  answerKind,
  answerSenders,
  answerTitle,
  canBeFiled,
  type FilingRefusal,
  signedSoFarTitle,
} from '../../../domain/answer.ts';
import { type AnswerId, type CaseId, type EntryId, ok, type Result, refuse } from '../../../domain/basics.ts';
import { dateOf } from '../../../domain/calendar.ts';
import type { CaseFile } from '../../../domain/case-file.ts';
import { fieldChanged } from '../../../domain/change-log.ts';
import { pronom } from '../../../domain/code-lists.ts';
import type { DocumentObject } from '../../../domain/documents.ts';
import { type JournalEntry, openTitle } from '../../../domain/journal-entry.ts';
import type { NumberFinding } from '../../../domain/screening.ts';
import type { SigningJob } from '../../../domain/signing-job.ts';
import type { AnswerReader } from '../../ports/archive/answers.ts';
import type { CaseReader } from '../../ports/archive/cases.ts';
import type { EntryReader } from '../../ports/archive/entries.ts';
import type { JobReader } from '../../ports/archive/jobs.ts';
import type { ArchivePart } from '../../ports/archive-store.ts';
import type { NoteFacts } from '../../ports/note-writer.ts';
import { systemName } from '../audit-log.ts';
import { changed } from '../changed-event.ts';
import type { Needs } from '../needs.ts';
import { answerCaseworker, logAnswerCaseworker } from './answer-caseworker.ts';
import type { FilingReads, FilingWrites } from './filing-archive.ts';
import { logScreeningOf } from './log-screening.ts';
import { purgeAnswered } from './purge-answered.ts';
import { screenAnswer } from './screen-answer.ts';

type Touching = { readonly archive: ArchivePart<FilingReads, FilingWrites> };

type Filing = Pick<Needs, 'pdf' | 'clock' | 'digest' | 'ids' | 'writeNote' | 'publish'> & Touching;
export type FileAnswerRefusal = 'not-found' | FilingRefusal | AccessRefusal;
type Paper = {
  readonly role: 'H' | 'V';
  readonly title: string;
  readonly type: 'signert' | 'avslag';
  readonly bytes: Uint8Array;
  readonly object: DocumentObject;
};
type Incoming = {
  readonly id: EntryId;
  readonly papers: readonly Paper[];
  readonly numbers: NumberFinding;
};
/** Who files it, and into which case. */
type Filer = { readonly caseId: CaseId; readonly actor: Actor };
type Waiting = {
  readonly answer: Answer;
  readonly job: SigningJob;
  readonly outgoing: JournalEntry;
  readonly target: CaseFile;
  /** As the log names who files it. */
  readonly by: string;
};

/**
 * Files a stored answer as an incoming entry of the outgoing one's case – wherever that entry is by now – or of the
 * case a person chose. A closed case refuses it: the answer stays stored and waits in its basket.
 */
export const fileAnswer =
  (needs: Filing) =>
  async (answerId: AnswerId, elsewhere?: Filer): Promise<Result<EntryId, FileAnswerRefusal>> => {
    const waiting = await findWaiting(needs.archive.read, answerId, elsewhere);
    if (!waiting.ok) return waiting;
    const papers = await drawPapers(needs, waiting.value);
    const numbers = await lookInAll(needs, papers);
    const id: EntryId = needs.ids.newId();
    const outcome = await needs.archive.change(async (tx): Promise<Result<EntryId, FileAnswerRefusal>> => {
      const now = await findWaiting(tx, answerId, elsewhere);
      if (!now.ok) return now;
      await addIncoming(needs, tx, now.value, { id, papers, numbers });
      return ok(id);
    });
    const { job, answer, outgoing, target } = waiting.value;
    if (!outcome.ok) return outcome;
    const told = answer.outcome === 'completed' ? 'signed' : 'failed';
    needs.publish({
      kind: 'answer.received',
      entryId: id,
      caseNumber: target.caseNumber,
      outcome: told,
      title: openTitle(outgoing),
    });
    needs.publish(changed(target.id, job.entryId, id));
    return outcome;
  };

async function findWaiting(
  archive: AnswerReader & CaseReader & EntryReader & JobReader,
  answerId: AnswerId,
  byPerson?: Filer,
): Promise<Result<Waiting, FileAnswerRefusal>> {
  const answer = await archive.findAnswer(answerId);
  const job = answer && (await archive.findJob(answer.jobId));
  const outgoing = job && (await archive.findEntry(job.entryId));
  const target = outgoing && (await archive.findCase(byPerson?.caseId ?? outgoing.caseId));
  if (!answer || !job || !outgoing || !target) return refuse('not-found');
  const home = await archive.findCase(outgoing.caseId);
  if (!home) return refuse('not-found');
  const guarded = guardedEntry(outgoing, home);
  const decision = byPerson
    ? decideFiling(answer, job, guarded, target, byPerson.actor)
    : canBeFiled(answer, job, target);
  const by = byPerson ? signedBy(byPerson.actor, 'file-answers', guarded) : systemName;
  return decision.ok ? ok({ answer, job, outgoing, target, by }) : decision;
}

async function addIncoming(
  { clock, ids }: Pick<Filing, 'clock' | 'ids'>,
  tx: FilingReads & FilingWrites,
  { answer, job, outgoing, target, by }: Waiting,
  { id, papers, numbers }: Incoming,
): Promise<void> {
  const at = clock.now();
  const kind = answerKind(answer);
  const documentDate = dateOf(answer.decidedAt);
  const policy = await tx.policy();
  const around = { outgoing: outgoing.screening, target: target.screening };
  const { screening, marked } = await screenAnswer(tx, { ...around, papers, numbers }, at);
  const caseworker = await answerCaseworker(tx, outgoing, at);
  const title = answerTitle(kind, job.title);
  const publicTitle = outgoing.publicTitle && answerTitle(kind, outgoing.publicTitle);
  const entry = await tx.addEntry({
    id,
    caseId: target.id,
    type: 'I',
    status: policy.answersArriveAs,
    title,
    publicTitle,
    journalDate: dateOf(at),
    documentDate,
    receivedAt: answer.receivedAt,
    caseworker,
    adminUnit: outgoing.adminUnit,
    screening,
    // A signed document needs no reply; a refusal or an expiry waits for somebody to act.
    clearance: kind === 'signed' ? { way: 'TE', on: dateOf(at), by, byEntry: outgoing.id } : undefined,
    createdAt: at,
    createdBy: by,
  });
  const senders = answerSenders(job.signers);
  const screenedNames = (await tx.partiesOf(outgoing.id)).filter((party) => party.isScreened);
  const isScreenedName = (name: string) => screenedNames.some((party) => name.includes(party.name));
  const isScreened = (await tx.documentsOf(outgoing.id)).some((document) => document.isScreened);
  await tx.setParties(
    id,
    senders.map((name) => ({
      id: ids.newId(),
      kind: 'EA',
      name,
      isFirm: false,
      isScreened: isScreenedName(name),
    })),
  );
  for (const paper of papers) {
    await tx.putFile(paper.object.sha256, paper.bytes, at, numbers === 'none' ? undefined : 'sealed');
    await tx.addDocument(
      id,
      {
        id: ids.newId(),
        role: paper.role,
        title: paper.title,
        type: paper.type,
        status: 'F',
        isScreened: isScreened || marked.has(paper.type),
        at,
        by,
      },
      [paper.object],
    );
  }
  await tx.addLink({ from: id, to: outgoing.id, kind: 'signing-answer' });
  await tx.changeAnswer(answer.id, { filedAs: id });
  await purgeAnswered(tx, job, kind === 'signed');
  await tx.log({
    subject: 'entry',
    subjectId: id,
    ...fieldChanged('journalstatus', '(tom)', entry.status),
    at,
    by,
  });
  await logScreeningOf(tx, id, screening, numbers, { at, by });
  await logAnswerCaseworker(tx, entry, outgoing, { at, by });
  await tx.log({
    subject: 'job',
    subjectId: job.id,
    code: 'answer-filed',
    facts: { entry: entry.recordNumber },
    at,
    by,
  });
}

/** What one of them shows, all of them show; that one cannot be read is told where none shows any. */
async function lookInAll({ pdf }: Pick<Filing, 'pdf'>, papers: readonly Paper[]): Promise<NumberFinding> {
  let found: NumberFinding = 'none';
  for (const { bytes } of papers) {
    const numbers = await pdf.lookForNumbers(bytes);
    if (numbers === 'shown') return numbers;
    if (numbers === 'unreadable') found = numbers;
  }
  return found;
}

/** What the note says of the document that came. */
function documentOf(kind: AnswerKind, signed: Uint8Array | undefined): NoteFacts['document'] {
  if (!signed) return 'none';
  return kind === 'signed' ? 'whole' : 'so-far';
}

/** The signed PDF as it came, or a note that tells who answered what and when (with what was signed so far). */
async function drawPapers(
  needs: Filing,
  { answer, job, outgoing, target }: Waiting,
): Promise<readonly Paper[]> {
  const kind = answerKind(answer);
  const title = answerTitle(kind, job.title);
  const signed = answer.signedPdf && (await needs.archive.read.readFile(answer.signedPdf));
  const at = needs.clock.now();
  const paper = async (
    role: 'H' | 'V',
    type: Paper['type'],
    name: string,
    bytes: Uint8Array,
  ): Promise<Paper> => {
    const seen = await needs.pdf.inspect(bytes, `${name}.pdf`);
    const verification = answer.verified ? 'V' : 'I';
    const object: DocumentObject = {
      id: needs.ids.newId(),
      version: 1,
      variant: 'A',
      format: seen.pdfa ? pronom[seen.pdfa] : pronom.pdf,
      formatDetails: seen.pdfVersion && `PDF ${seen.pdfVersion}`,
      fileName: `${name}.pdf`,
      mime: 'application/pdf',
      sha256: await needs.digest.sha256(bytes),
      size: bytes.byteLength,
      pages: seen.pages,
      createdAt: at,
      createdBy: systemName,
      signature: type === 'signert' ? { verification, on: dateOf(at), by: systemName } : undefined,
    };
    return { role, title: role === 'H' ? title : signedSoFarTitle(job.title), type, bytes, object };
  };
  const number = outgoing.recordNumber.replace('/', '-');
  if (kind === 'signed' && signed) return [await paper('H', 'signert', `${number}-signert`, signed)];
  const note = await needs.pdf.drawNote(
    needs.writeNote({
      kind,
      recordNumber: outgoing.recordNumber,
      caseNumber: target.caseNumber,
      title: job.title,
      orderedBy: job.orderedBy,
      sentAt: job.sentAt,
      decidedAt: answer.decidedAt,
      receivedAt: answer.receivedAt,
      deadlineDays: job.deadlineDays,
      serviceJobId: job.serviceJobId,
      signers: job.signers,
      document: documentOf(kind, signed),
      merged: job.merged,
    }),
  );
  const papers = [await paper('H', 'avslag', `${number}-svar`, note)];
  return signed ? [...papers, await paper('V', 'signert', `${number}-delvis-signert`, signed)] : papers;
}
