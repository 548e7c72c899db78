import { disposalDecisions } from '../../../domain/code-lists.ts';
import type { Disposal } from '../../../domain/disposal.ts';
import { orNull } from './absent-values.ts';
import { toCode, toText } from './code-texts.ts';

type DisposalColumns = {
  decision: string | null;
  legal_basis: string | null;
  retention_years: number | null;
};

/** `{ disposal }` of a class that has a row, else nothing. */
export function toDisposal(row: DisposalColumns): { readonly disposal?: Disposal } {
  if (row.decision === null) return {};
  const decision = toCode(disposalDecisions, row.decision);
  const legalBasis = row.legal_basis ?? undefined;
  // A CHECK gives years to every decision but B.
  return {
    disposal:
      decision === 'B' || row.retention_years === null
        ? { decision: 'B', legalBasis }
        : { decision, legalBasis, retentionYears: row.retention_years },
  };
}

export const disposalColumns = (disposal: Disposal) => ({
  decision: toText(disposalDecisions, disposal.decision),
  legal_basis: orNull(disposal.legalBasis),
  retention_years: orNull(disposal.retentionYears),
});
