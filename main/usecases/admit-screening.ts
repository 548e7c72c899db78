import { decideScreening, type ScreeningRefusal } from '../../domain/access/access-code.ts';
import { type Loosening, loosened } from '../../domain/access/loosening.ts';
import { decidePublicTitle } from '../../domain/access/screened-words.ts';
import { type Instant, ok, type Result, refuse } from '../../domain/basics.ts';
import { dateOf } from '../../domain/calendar.ts';
import type { LogRow } from '../../domain/change-log.ts';
import type { Screening } from '../../domain/screening.ts';
import type { AccessReader } from '../ports/archive/access.ts';
import type { LogWriter } from '../ports/archive/change-log.ts';

type Screenable = {
  readonly title: string;
  /** As wanted: left out keeps what fits, empty hides the whole title. */
  readonly publicTitle?: string;
  readonly screening?: Screening;
};
export type AdmitRefusal = ScreeningRefusal | 'public-title-unfit' | 'loosening-unconfirmed';
type Admitted = { readonly publicTitle: string | undefined; readonly opened: readonly Loosening[] };

/**
 * May it be screened like this from now on? Says with which public title, and what it opens that `before` hid: that
 * only where the person has `confirmed` to know of it.
 */
export async function admitScreening(
  tx: Pick<AccessReader, 'accessLists'>,
  of: 'case' | 'entry',
  before: Screenable | undefined,
  after: Screenable,
  at: Instant,
  confirmed: boolean,
): Promise<Result<Admitted, AdmitRefusal>> {
  if (after.screening) {
    const lists = await tx.accessLists();
    const decision = decideScreening(lists, after.screening, before?.screening, dateOf(at), of);
    if (!decision.ok) return decision;
  }
  const publicTitle = decidePublicTitle(before, after.title, after.publicTitle);
  if (!publicTitle.ok) return publicTitle;
  const opened = before
    ? loosened(before, { publicTitle: publicTitle.value, screening: after.screening })
    : [];
  return opened.length > 0 && !confirmed
    ? refuse('loosening-unconfirmed')
    : ok({ publicTitle: publicTitle.value, opened });
}

/** The line of the log that tells of a loosened screening; none where nothing was opened. */
export async function logLoosening(
  tx: LogWriter,
  subject: LogRow['subject'],
  subjectId: string,
  opened: readonly Loosening[],
  who: { readonly at: Instant; readonly by: string },
): Promise<void> {
  if (opened.length > 0)
    await tx.log({ subject, subjectId, code: 'screening-loosened', facts: { opened }, ...who });
}
