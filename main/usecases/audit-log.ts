import type { Instant } from '../../domain/basics.ts';
import { fieldChanged, type LogRow, shown } from '../../domain/change-log.ts';
import type { Screening } from '../../domain/screening.ts';
import type { LogWriter } from '../ports/archive/change-log.ts';

/** The name in the log for acts of the application itself. */
export const systemName = 'Segl';

type Who = { readonly at: Instant; readonly by: string };

/** Writes one row of the change log per field that differs. */
export async function logDifferences(
  tx: LogWriter,
  subject: LogRow['subject'],
  subjectId: string,
  fields: Readonly<Record<string, readonly [before: LoggedValue, after: LoggedValue]>>,
  who: Who,
): Promise<void> {
  for (const [field, [before, after]] of Object.entries(fields)) {
    if (shown(before) !== shown(after)) {
      await tx.log({ subject, subjectId, ...fieldChanged(field, shown(before), shown(after)), ...who });
    }
  }
}
type LoggedValue = string | number | boolean | undefined;

/** What the log tells of a change of screening: every field of it (docs/rules.md, 5). */
export const screeningDifferences = (before: Screening | undefined, after: Screening | undefined) => ({
  tilgangsrestriksjon: [before?.accessCode, after?.accessCode] as const,
  skjermingshjemmel: [before?.legalBasis, after?.legalBasis] as const,
  skjermingMetadata: [hidden(before), hidden(after)] as const,
  skjermingDokument: [hiddenDocuments(before), hiddenDocuments(after)] as const,
  tilgangsgruppe: [before?.accessGroup, after?.accessGroup] as const,
  skjermingOpphoererDato: [before?.endsOn, after?.endsOn] as const,
});
const hidden = (screening: Screening | undefined): string =>
  [screening?.hidesTitle && 'tittel', screening?.hidesParties && 'parter'].filter(Boolean).join(', ');
const hiddenDocuments = (screening: Screening | undefined): string =>
  screening?.hidesDocuments ? 'dokumenter' : '';
