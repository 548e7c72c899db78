import type { DispatchOrder, Recipient } from './dispatch-order.ts';
import type { KnownParty } from './dispatched-parties.ts';
import type { FileFault, FileWarning } from './files.ts';
import { type Finding, type FindingCode, stop, warning } from './findings.ts';
import { type IdentityFault, readIdentityNumber } from './identity-number.ts';
import type { JournalEntry } from './journal-entry.ts';
import type { SigningPolicy } from './limits.ts';
import { checkFirm, checkParties } from './party-check.ts';
import type { Refusal } from './refusals.ts';
import type { FoundFlaw } from './screening.ts';
import { hasForbiddenCharacters, messageLength, tidyTitle, titleLength } from './title.ts';

/** Why a document cannot be merged; one that was taken in has been found to be what its name says. */
export type DocumentFault =
  | Exclude<FileFault, 'name-mismatch' | 'converter-missing' | 'conversion-failed'>
  | 'not-pdf'
  | 'signed'
  | 'page-differs'
  | 'field-lost';

/** What is known of one document that would be merged; `fault` and `warnings` are what the PDF workshop saw. */
export type CheckedDocument = {
  readonly title: string;
  readonly finished: boolean;
  readonly fault?: DocumentFault;
  /** The page, from 1, that the fault is about. */
  readonly page?: number;
  readonly warnings: readonly Exclude<FileWarning, 'signed'>[];
};

/** Earlier answers tell who could not be reached last time. */
export type KnownReach = 'reserved' | 'without-contact';

/** What keeps a person from dispatching this entry, whatever stands in it. */
type Bar = 'not-allowed' | 'no-unit' | 'other-unit' | 'not-cleared' | 'not-in-group';

export type DispatchFacts = {
  readonly entry: Pick<
    JournalEntry,
    'type' | 'status' | 'title' | 'nonSensitiveTitle' | 'screening' | 'sentAt'
  >;
  readonly caseFile: {
    readonly caseNumber: string;
    readonly open: boolean;
    readonly title: string;
    readonly screened: boolean;
  };
  /** What of the entry's screening counts no more. */
  readonly screeningFlaws: readonly FoundFlaw[];
  /** A job for this entry that is queued, sending, uncertain or running. */
  readonly jobRunning: boolean;
  /** The entry sends this one again, which has been signed meanwhile after all, or is out. */
  readonly earlier?: { readonly recordNumber: string; readonly how: 'signed' | 'running' };
  /** The archive is older than what is known of it, and nothing is sent until that is settled. */
  readonly restored: boolean;
  /** The entry was sent before, by a job that a restored archive no longer has. */
  readonly jobLost: boolean;
  /** Main document first. */
  readonly documents: readonly CheckedDocument[];
  /** The merged file as built; absent while a document cannot be merged. */
  readonly merged?: { readonly bytes: number; readonly pages: number };
  /** Of those documents that can be merged; the whole merged file can only be larger. */
  readonly mergeableBytes?: number;
  readonly mergeFailed: boolean;
  /** Why this person may not dispatch the entry, where that is so. */
  readonly barred?: Refusal<Bar>;
  readonly mayChangeDeadline: boolean;
  readonly policy: SigningPolicy;
  /** Training takes synthetic persons, production real ones. */
  readonly training: boolean;
  /** Of the entry, as they stand before the dispatch. */
  readonly parties: readonly KnownParty[];
  /** By canonical identity number. */
  readonly knownReach: ReadonlyMap<string, KnownReach>;
};

/** Every guard of the dispatch (docs/rules.md, 6 to 10), computed once and shown live. */
export const checkDispatch = (order: DispatchOrder, facts: DispatchFacts): readonly Finding[] =>
  // Whoever may not send it is not told of what stands in it.
  facts.barred ? [barringStop(facts.barred)] : checkAll(order, facts);

const checkAll = (order: DispatchOrder, facts: DispatchFacts): readonly Finding[] => [
  ...checkEntry(facts),
  ...checkTitles(facts),
  // It hides as before, so it may be sent; who sends it should know.
  ...facts.screeningFlaws.map(({ flaw, since }) => warning(`screening-${flaw}`, 'entry', { since })),
  ...checkDocuments(facts),
  ...checkRights(order, facts),
  ...checkRecipients(order.recipients, facts),
  ...checkParties(order.recipients, facts.parties),
  ...checkMessage(order.message, facts.policy),
  ...checkDeadline(order.deadlineDays, facts),
  ...(order.agreedWithLeader || facts.policy.approvalRequired
    ? []
    : [warning('leader-not-agreed', 'leader')]),
];

function checkEntry({
  entry,
  caseFile,
  jobRunning,
  earlier,
  restored,
  jobLost,
  policy,
}: DispatchFacts): readonly Finding[] {
  const findings: Finding[] = [];
  if (!caseFile.open) findings.push(stop('case-closed', 'entry', { case: caseFile.caseNumber }));
  if (earlier) findings.push(stop(`earlier-${earlier.how}`, 'entry', { entry: earlier.recordNumber }));
  if (jobLost) findings.push(stop('dispatch-lost', 'entry'));
  else if (restored) findings.push(stop('archive-restored', 'entry'));
  if (entry.type !== 'U') return [...findings, stop('entry-not-outgoing', 'entry')];
  if (jobRunning) findings.push(stop('dispatch-running', 'entry'));
  else if (entry.sentAt !== undefined || !['R', 'F', 'G'].includes(entry.status))
    findings.push(stop('already-dispatched', 'entry'));
  else if (policy.approvalRequired && entry.status !== 'G') findings.push(stop('approval-missing', 'entry'));
  else if (entry.status === 'R') findings.push(stop('entry-not-final', 'entry'));
  return findings;
}

/** Why this person may not send it, as the dialog says it. */
export function barringStop(bar: Refusal<Bar>): Finding {
  switch (bar.code) {
    case 'not-cleared':
      return stop('not-cleared', 'entry', bar.facts);
    case 'not-allowed':
    case 'no-unit':
    case 'other-unit':
    case 'not-in-group':
      return stop(bar.code, 'entry');
  }
}

function checkTitles({ entry, policy, documents, caseFile }: DispatchFacts): readonly Finding[] {
  const findings: Finding[] = [];
  const length = titleLength(entry.title);
  if (length === 0) findings.push(stop('title-missing', 'title'));
  if (length > policy.maxTitle)
    findings.push(
      stop('title-too-long', 'title', { length, max: policy.maxTitle, over: length - policy.maxTitle }),
    );
  if (hasForbiddenCharacters(entry.title)) findings.push(stop('title-characters', 'title'));
  const main = documents[0];
  if (main && tidyTitle(main.title) !== tidyTitle(entry.title))
    findings.push(warning('main-title-differs', 'title', { document: main.title }));
  const open = tidyTitle(entry.nonSensitiveTitle ?? '');
  if (titleLength(open) > policy.maxTitle)
    findings.push(
      stop('nonsensitive-title-too-long', 'nonSensitiveTitle', {
        length: titleLength(open),
        max: policy.maxTitle,
      }),
    );
  if (hasForbiddenCharacters(open)) findings.push(stop('title-characters', 'nonSensitiveTitle'));
  if (entry.screening && open === '')
    findings.push(warning('nonsensitive-title-missing', 'nonSensitiveTitle'));
  const personnel =
    /\b(arbeidsavtale|arbeidskontrakt|ansettelse|tilsetting|personalmappe|oppsigelse|sluttavtale)/iu;
  if (personnel.test(`${entry.title} ${caseFile.title}`) && !entry.screening && !caseFile.screened) {
    findings.push(warning('personnel-unscreened', 'entry', { case: caseFile.caseNumber }));
  }
  return findings;
}

function checkDocuments({
  entry,
  documents,
  merged,
  mergeableBytes,
  mergeFailed,
  policy,
}: DispatchFacts): readonly Finding[] {
  if (documents.length === 0) return [stop('main-document-missing', 'documents')];
  const findings: Finding[] = [];
  for (const [position, document] of documents.entries()) {
    const field = `documents.${position}` as const;
    const name = { document: document.title };
    // «Ferdigstill» finishes the documents with the entry, and that finding is there already.
    if (!document.finished && entry.status !== 'R') findings.push(stop('document-unfinished', field, name));
    if (document.fault === 'page-differs' || document.fault === 'field-lost')
      findings.push(stop(`document-${document.fault}`, field, { ...name, page: document.page ?? 0 }));
    else if (document.fault) findings.push(stop(`document-${document.fault}`, field, name));
    for (const flaw of document.warnings)
      if (flaw !== 'restricted') findings.push(warning(`document-${flaw}`, field, name));
  }
  const seen = new Map<string, number>();
  for (const [position, document] of documents.entries()) {
    const title = tidyTitle(document.title).toLowerCase();
    const before = seen.get(title);
    if (before === undefined) seen.set(title, position);
    else
      findings.push(
        warning('attachment-titles-equal', `documents.${position}`, {
          document: document.title,
          first: before + 1,
          second: position + 1,
        }),
      );
  }
  const bytes = merged?.bytes ?? mergeableBytes ?? 0;
  const max = policy.maxBytes;
  if (bytes > max) findings.push(stop('merged-too-large', 'documents', { bytes, max, over: bytes - max }));
  if (mergeFailed && !documents.some((document) => document.fault))
    findings.push(stop('merge-failed', 'documents'));
  return findings;
}

/** Titles of the documents whose owner has limited what may be done with the file. */
export const restrictedTitles = (documents: readonly CheckedDocument[]): readonly string[] =>
  documents.flatMap(({ title, warnings }) => (warnings.includes('restricted') ? [title] : []));

const checkRights = ({ rightsConfirmed }: DispatchOrder, { documents }: DispatchFacts): readonly Finding[] =>
  restrictedTitles(documents).map((document) =>
    rightsConfirmed
      ? warning('document-rights-confirmed', 'rights', { document })
      : stop('document-restricted', 'rights', { document }),
  );

const identityCodes: Readonly<Record<IdentityFault, FindingCode>> = {
  missing: 'identity-number-missing',
  'not-eleven-digits': 'identity-number-length',
  'wrong-control': 'identity-number-wrong',
  'no-such-date': 'identity-number-date',
};

function checkRecipients(recipients: readonly Recipient[], facts: DispatchFacts): readonly Finding[] {
  if (recipients.length === 0) return [stop('recipient-missing', 'recipients')];
  const findings: Finding[] = [];
  const max = facts.policy.maxRecipients;
  if (recipients.length > max)
    findings.push(stop('recipients-too-many', 'recipients', { count: recipients.length, max }));
  const firstWith = new Map<string, number>();
  for (const [position, recipient] of recipients.entries()) {
    const field = `recipients.${position}` as const;
    const who = { name: tidyTitle(recipient.name), number: position + 1 };
    if (who.name === '') findings.push(stop('recipient-name-missing', field, who));
    if (!Number.isInteger(recipient.group) || recipient.group < 0 || recipient.group > 9)
      findings.push(stop('group-out-of-range', field, who));
    findings.push(...checkFirm(recipient, field, who));
    const identity = readIdentityNumber(recipient.identityNumber);
    if (typeof identity === 'string') {
      const firm = identity === 'missing' && recipient.onBehalfOf;
      findings.push(
        firm
          ? stop('firm-without-signer', field, { ...who, firm: firm.name })
          : stop(identityCodes[identity], field, who),
      );
      continue;
    }
    const first = firstWith.get(identity.digits);
    if (first === undefined) firstWith.set(identity.digits, position);
    else findings.push(stop('recipient-twice', field, { ...who, first: first + 1 }));
    if (identity.synthetic && !facts.training) findings.push(stop('identity-number-synthetic', field, who));
    if (!identity.synthetic && facts.training) findings.push(warning('identity-number-real', field, who));
    if (identity.control2032) findings.push(warning('identity-number-2032', field, who));
    const reach = facts.knownReach.get(identity.digits);
    if (reach)
      findings.push(
        warning(reach === 'reserved' ? 'addressee-reserved' : 'addressee-without-contact', field, who),
      );
  }
  return findings;
}

function checkMessage(message: string, policy: SigningPolicy): readonly Finding[] {
  const length = messageLength(message);
  const findings: Finding[] = [];
  if (length > policy.maxMessage)
    findings.push(
      stop('message-too-long', 'message', {
        length,
        max: policy.maxMessage,
        over: length - policy.maxMessage,
      }),
    );
  if (hasForbiddenCharacters(message)) findings.push(stop('message-characters', 'message'));
  return findings;
}

function checkDeadline(days: number, { policy, mayChangeDeadline }: DispatchFacts): readonly Finding[] {
  if (!Number.isInteger(days) || days < policy.minDeadlineDays || days > policy.maxDeadlineDays) {
    return [
      stop('deadline-out-of-range', 'deadline', {
        days,
        min: policy.minDeadlineDays,
        max: policy.maxDeadlineDays,
      }),
    ];
  }
  return days !== policy.defaultDeadlineDays && !mayChangeDeadline
    ? [stop('deadline-not-yours', 'deadline', { days: policy.defaultDeadlineDays })]
    : [];
}
