import { blank, fieldChanged, type LogEvent, type LogRow } from '../change-log.ts';
import type { Screening } from '../screening.ts';
import { asShown, mask, type Shown } from './shown.ts';

/** Fields whose values anybody may know: codes, dates, numbers, and who works with it. */
const openFields: ReadonlySet<string> = new Set([
  'journalstatus',
  'saksstatus',
  'dokumentetsDato',
  'forfallsdato',
  'sendtDato',
  'saksbehandler',
  'saksansvarlig',
  'administrativEnhet',
  'klasse',
  'tilgangsrestriksjon',
  'skjermingshjemmel',
  'skjermingMetadata',
  'skjermingDokument',
  'tilgangsgruppe',
  'skjermingOpphoererDato',
  'avskrivningsmaate',
  'referanseAvskrivesAvJournalpost',
  'versjonsnummer',
  'gjenopprettetJournalpost',
  'slettetForGodt',
]);
/** The title made for the public is one of them: it may have held words that have been screened since. */
const titleFields: ReadonlySet<string> = new Set(['tittel', 'ikkeSensitivTittel', 'offentligTittel']);

/** What hides words of a row from somebody: a screening, or that nobody can tell any longer what screened it. */
export type LogScreening = Pick<Screening, 'hidesTitle'> | 'gone' | undefined;

/**
 * A row of the change log without the words that are hidden from this person. Where anything of a case or an entry is,
 * its row shows codes, dates and numbers; its titles too, unless they are screened.
 */
export function showLogRow<Row extends LogRow>(row: Row, hidden: LogScreening): Shown<Row> {
  if (row.code === 'field-changed' && row.facts.field === deleted)
    return asShown({ ...row, ...fieldChanged(deleted, numberOf(row.facts.before), row.facts.after) });
  return asShown(hidden ? { ...row, ...maskEvent(row, hidden) } : row);
}

/** Written on the case, of an entry that nobody can ask any longer what screened it: only its number is shown. */
const deleted = 'slettetJournalpost';
const numberOf = (value: string): string => `${value.split(' ', 1)[0]} ${mask}`;

function maskEvent(row: LogRow, hidden: NonNullable<LogScreening>): LogEvent | undefined {
  switch (row.code) {
    case 'field-changed': {
      const { field, before, after } = row.facts;
      const ownTitle = titleFields.has(field) && row.subject !== 'document';
      if (openFields.has(field) || (ownTitle && hidden !== 'gone' && !hidden.hidesTitle)) return undefined;
      return fieldChanged(field, maskValue(before), maskValue(after));
    }
    case 'identity-shown':
      return { code: row.code, facts: { ...row.facts, whose: mask, words: row.facts.words && mask } };
    case 'job-ordered':
      return { code: row.code, facts: { signers: row.facts.signers.map(() => mask) } };
    case 'parties-corrected': {
      const { before, after } = row.facts;
      return { code: row.code, facts: { before: before.map(() => mask), after: after.map(() => mask) } };
    }
    case 'parties-left':
      return { code: row.code, facts: { reason: mask } };
    case 'rights-confirmed':
      return { code: row.code, facts: { documents: row.facts.documents.map(() => mask) } };
    case 'signer-changed':
      return { code: row.code, facts: { ...row.facts, signer: mask } };
    case 'replacement-planned':
      return { code: row.code, facts: { before: mask, after: mask } };
    case 'job-succeeds':
      return { code: row.code, facts: { ...row.facts, signed: row.facts.signed.map(() => mask) } };
    case 'signers-reminded':
      return { code: row.code, facts: { signers: row.facts.signers.map(() => mask) } };
    case 'job-cancel-reason':
      return { code: row.code, facts: { reason: mask } };
    case 'job-followed-up':
      return { code: row.code, facts: { comment: row.facts.comment && mask } };
    case 'job-refused':
    case 'documents-not-deleted':
      return { code: row.code, facts: { fault: mask } };
    case 'job-sent':
    case 'job-uncertain':
    case 'job-found':
    case 'job-declared-unsent':
    case 'job-withdrawn':
    case 'job-cancel-requested':
    case 'job-cancel-too-late':
    case 'job-follow-up-undone':
    case 'succession-planned':
    case 'succession-dropped':
    case 'sent-again':
    case 'sends-again':
    case 'mailing-started':
    case 'mailing-given-up':
    case 'one-of-many':
    case 'job-completed':
    case 'job-failed':
    case 'signers-unknown':
    case 'answer-doubted':
    case 'answer-kept-waiting':
    case 'answer-filed-unverified':
    case 'answer-declared-lost':
    case 'answer-filed':
    case 'archive-restored':
    case 'numbers-skipped':
    case 'sending-reopened':
    case 'unknown-job-acknowledged':
    case 'unknown-job-filed':
    case 'lost-job-dismissed':
    case 'documents-deleted':
    case 'screened-for-numbers':
    case 'screening-loosened':
    case 'screening-from-case':
    case 'public-variant-made':
    case 'signature-controlled':
    case 'signature-worsened':
    case 'signature-worsening-settled':
    case 'signature-renewed':
    case 'images-made-smaller':
    case 'version-chosen':
    case 'access-item-added':
    case 'access-item-changed':
    case 'role-given':
    case 'role-taken':
    case 'clearance-given':
    case 'clearance-taken':
    case 'cleared-oneself':
    case 'group-joined':
    case 'group-left':
    case 'deputy-set':
    case 'deputy-set-with-clearances':
    case 'deputy-ended':
    case 'take-over-planned':
    case 'take-over-withdrawn':
    case 'take-over-done':
    case 'take-over-failed':
    case 'access-reviewed':
      return undefined;
  }
}

const maskValue = (value: string): string => (value === blank ? value : mask);
