import type { Decision } from '../../../domain/decision.ts';
import type { Finding } from '../../../domain/findings.ts';
import type { MendingAct } from '../../../domain/mending.ts';
import type { WeighedView } from '../../../preload/contract/dispatch.ts';
import type { EntryView } from '../../../preload/contract/entries.ts';

type Weighed = WeighedView['documents'][number];
const yes: Decision = { may: true };
const unknown: Decision = { may: false, code: 'not-found' };

/** The document that a finding is about, by its place, else by its title. */
export function documentOf(finding: Finding, documents: readonly Weighed[]): Weighed | undefined {
  const place = /^documents\.(\d+)$/.exec(finding.field)?.[1];
  if (place !== undefined) return documents[Number(place)];
  const { facts } = finding;
  return documents.find(({ title }) => facts && 'document' in facts && title === facts.document);
}

/** Does the act make sense for this finding at all? The main document is replaced, never taken out. */
export const appliesTo = (act: MendingAct, finding: Finding, documents: readonly Weighed[]): boolean => {
  if (act === 'take-out') return documentOf(finding, documents) !== documents[0];
  return act !== 'make-smaller' || heaviest(documents) !== undefined;
};

/** Of the PDFs, the one that takes most of the merged file. */
export const heaviest = (documents: readonly Weighed[]): Weighed | undefined =>
  documents
    .filter(({ mime, bytes }) => mime === 'application/pdf' && bytes !== undefined)
    .toSorted((a, b) => (b.bytes ?? 0) - (a.bytes ?? 0))[0];

/** May this person do it now? Where not, the reason tells who may. */
export function mayMend(
  act: MendingAct,
  finding: Finding,
  entry: EntryView | undefined,
  documents: readonly Weighed[],
): Decision {
  if (act === 'finish') return finding.code === 'document-unfinished' ? reopening(entry) : stepTo(entry, 'F');
  if (act === 'approve') return stepTo(entry, entry?.status === 'R' ? 'F' : 'G');
  switch (act) {
    case 'take-out':
    case 'replace-file':
    case 'make-smaller':
      return appliesTo(act, finding, documents) ? reopening(entry) : unknown;
    case 'edit-title':
    case 'rename-document':
    case 'take-document-title':
    case 'take-entry-title':
    case 'screen':
      return entry?.change ?? unknown;
    case 'fill-in':
    case 'add-recipient':
    case 'remove-recipient':
    case 'settle-party':
    case 'cut-message':
    case 'clean-message':
    case 'standard-deadline':
    case 'see-preview':
    case 'confirm-rights':
    case 'agree-with-leader':
      return yes;
  }
}

const stepTo = (entry: EntryView | undefined, to: 'F' | 'G' | 'R'): Decision =>
  entry?.steps.find((step) => step.to === to)?.decision ?? { may: false, code: 'not-allowed' };

/** Documents of a finished entry are frozen: it is taken back to reserved first. */
export function reopening(entry: EntryView | undefined): Decision {
  if (!entry) return unknown;
  if (!entry.change.may || !entry.frozen.includes('documents')) return entry.change;
  return stepTo(entry, 'R');
}
