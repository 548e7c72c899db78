import type { CaseId, EntryId } from '../../domain/basics.ts';
import { type LogRow, shown } from '../../domain/change-log.ts';
import type { Screening } from '../../domain/screening.ts';
import type { ArchiveStore, ArchiveWriter } from '../ports/archive-store.ts';
import type { Clock, Digest, Ids } from '../ports/clock.ts';
import type { Publish } from '../ports/events.ts';
import type { WriteNote } from '../ports/note-writer.ts';
import type { PdfWorkshop } from '../ports/pdf-workshop.ts';
import type { SigningService } from '../ports/signing-service.ts';
import type { IdentityVault } from '../ports/vault.ts';

/** Everything the use cases together need of the world; each names its own part of it. */
export type Needs = {
  readonly archive: ArchiveStore;
  readonly pdf: PdfWorkshop;
  readonly vault: IdentityVault;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly digest: Digest;
  readonly signing: SigningService;
  /** Name of our queue at the signing service. */
  readonly queue: string;
  readonly training: boolean;
  /** The signing service is its own test environment, where only synthetic persons can sign. */
  readonly onTrial?: () => boolean;
  readonly writeNote: WriteNote;
  readonly publish: Publish;
  /** There is something to send. */
  readonly wakeOutbox: () => void;
  /** One line, never with personal data. */
  readonly log: (line: string) => void;
};

type Who = { readonly at: string; readonly by: string };

/** Writes one row of the change log per field that differs. */
export async function logDifferences(
  tx: ArchiveWriter,
  subject: LogRow['subject'],
  subjectId: string,
  fields: Readonly<Record<string, readonly [before: LoggedValue, after: LoggedValue]>>,
  who: Who,
): Promise<void> {
  for (const [field, [before, after]] of Object.entries(fields)) {
    if (shown(before) !== shown(after)) {
      await tx.log({ subject, subjectId, field, before: shown(before), after: shown(after), ...who });
    }
  }
}
type LoggedValue = string | number | boolean | undefined;

/** What the log tells of a change of screening: every field of it (archive-domain reference, section 10). */
export const screeningDifferences = (before: Screening | undefined, after: Screening | undefined) => ({
  tilgangsrestriksjon: [before?.restriction, after?.restriction] as const,
  skjermingshjemmel: [before?.legalBasis, after?.legalBasis] as const,
  skjermingMetadata: [hidden(before), hidden(after)] as const,
  skjermingOpphoererDato: [before?.endsOn, after?.endsOn] as const,
});
const hidden = (screening: Screening | undefined): string =>
  [screening?.hidesTitle && 'tittel', screening?.hidesParties && 'parter'].filter(Boolean).join(', ');

export const changed = (caseId: CaseId, ...entryIds: EntryId[]) =>
  ({ kind: 'archive.changed', caseIds: [caseId], entryIds }) as const;

/** What the log calls acts of the application itself. */
export const systemName = 'Segl';
