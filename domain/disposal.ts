import type { CalendarDate, ClassId } from './basics.ts';
import { plusYears } from './calendar.ts';
import type { DisposalDecision } from './code-lists.ts';

/**
 * Kassasjon: what becomes of a case once it is closed. What is kept for good has no time; everything else is discarded
 * or assessed anew after `retentionYears` (bevaringstid) from its closing.
 */
export type Disposal = { readonly legalBasis?: string } & (
  | { readonly decision: Extract<DisposalDecision, 'B'>; readonly retentionYears?: undefined }
  | { readonly decision: Exclude<DisposalDecision, 'B'>; readonly retentionYears: number }
);

/**
 * Kassasjonsdato: the first day on which the case may be discarded or is to be assessed, never a day before its years
 * are over. None for what is kept, and none while the case is open.
 */
export const disposalDate = (
  disposal: Disposal,
  closedOn: CalendarDate | undefined,
): CalendarDate | undefined =>
  closedOn === undefined || disposal.decision === 'B'
    ? undefined
    : plusYears(closedOn, disposal.retentionYears);

type DecidedClass = { readonly id: ClassId; readonly parentId?: ClassId; readonly disposal?: Disposal };

/** What holds for the cases of a class: its own disposal, else that of the nearest class above it that has one. */
export function inheritedDisposal(classes: readonly DecidedClass[], classId: ClassId): Disposal | undefined {
  const found = classes.find((candidate) => candidate.id === classId);
  if (found?.disposal || !found?.parentId) return found?.disposal;
  return inheritedDisposal(classes, found.parentId);
}
