import { screeningByTypes } from '../../../domain/access/default-screening.ts';
import { stricterOf } from '../../../domain/access/inherited-screening.ts';
import type { Instant } from '../../../domain/basics.ts';
import { dateOf } from '../../../domain/calendar.ts';
import type { DocumentType } from '../../../domain/code-lists.ts';
import { type NumberFinding, type Screening, screenedForNumbers } from '../../../domain/screening.ts';
import type { AccessReader } from '../../ports/archive/access.ts';
import type { PolicyReader } from '../../ports/archive/policy.ts';

type Answering = {
  /** Of the entry that is answered, and of the case the answer comes to. */
  readonly outgoing: Screening | undefined;
  readonly target: Screening | undefined;
  readonly papers: readonly { readonly type: DocumentType }[];
  readonly numbers: NumberFinding;
};

/** What an answer is screened by, and of which types its documents are marked themselves (docs/rules.md, 31). */
export async function screenAnswer(
  tx: AccessReader & PolicyReader,
  { outgoing, target, papers, numbers }: Answering,
  at: Instant,
) {
  const inherited = stricterOf(outgoing, target);
  const own = numbers === 'none' ? inherited : stricterOf(inherited, screenedForNumbers(await tx.policy()));
  const types = papers.map(({ type }) => type);
  return screeningByTypes(await tx.defaultScreenings(), types, own, dateOf(at));
}
