import type { Finding, FindingCode } from './findings.ts';

/** What can be done about a finding where it stands, without leaving the dialog. */
export type MendingAct =
  | 'finish'
  | 'approve'
  | 'fill-in'
  | 'add-recipient'
  | 'remove-recipient'
  | 'settle-party'
  | 'edit-title'
  | 'cut-message'
  | 'clean-message'
  | 'standard-deadline'
  | 'rename-document'
  | 'take-document-title'
  | 'take-entry-title'
  | 'replace-file'
  | 'take-out'
  | 'make-smaller'
  | 'see-preview'
  | 'confirm-rights'
  | 'agree-with-leader'
  | 'screen';

/** Who or what mends a finding that Segl cannot. */
export const mendedElsewhere = [
  'new-entry',
  'follow-job',
  'restoration',
  'document-centre',
  'system-owner',
  'other-unit',
  'documents-tab',
  'addressee',
  'nothing-left',
] as const;
export type MendedElsewhere = (typeof mendedElsewhere)[number];

export type Mending =
  | { readonly acts: readonly [MendingAct, ...MendingAct[]] }
  | { readonly elsewhere: MendedElsewhere };

const by = (...acts: readonly [MendingAct, ...MendingAct[]]): Mending => ({ acts });
const elsewhere = (where: MendedElsewhere): Mending => ({ elsewhere: where });

/** How each finding is mended: a new code without a decision does not compile. */
export const mendings: { readonly [Code in FindingCode]: Mending } = {
  'entry-not-outgoing': elsewhere('new-entry'),
  'entry-not-final': by('finish'),
  'approval-missing': by('approve'),
  'already-dispatched': elsewhere('new-entry'),
  'dispatch-running': elsewhere('follow-job'),
  'earlier-signed': elsewhere('follow-job'),
  'earlier-running': elsewhere('follow-job'),
  'archive-restored': elsewhere('restoration'),
  'dispatch-lost': elsewhere('restoration'),
  'case-closed': elsewhere('document-centre'),
  'not-allowed': elsewhere('system-owner'),
  'no-unit': elsewhere('system-owner'),
  'other-unit': elsewhere('other-unit'),
  'not-cleared': elsewhere('system-owner'),
  'not-in-group': elsewhere('system-owner'),
  'recipient-missing': by('add-recipient'),
  'recipients-too-many': by('fill-in'),
  'recipient-name-missing': by('fill-in'),
  'identity-number-missing': by('fill-in'),
  'identity-number-length': by('fill-in'),
  'identity-number-wrong': by('fill-in'),
  'identity-number-date': by('fill-in'),
  'identity-number-synthetic': by('fill-in'),
  'identity-number-real': by('fill-in'),
  'identity-number-2032': by('fill-in'),
  'recipient-twice': by('remove-recipient'),
  'firm-without-signer': by('fill-in'),
  'firm-name-missing': by('fill-in'),
  'firm-number-wrong': by('fill-in'),
  'party-not-sent-to': by('settle-party'),
  'group-out-of-range': by('fill-in'),
  'title-missing': by('edit-title'),
  'title-too-long': by('edit-title'),
  'title-characters': by('edit-title'),
  'nonsensitive-title-missing': by('edit-title'),
  'nonsensitive-title-too-long': by('edit-title'),
  'message-too-long': by('cut-message', 'fill-in'),
  'message-characters': by('clean-message'),
  'deadline-out-of-range': by('standard-deadline', 'fill-in'),
  'deadline-not-yours': by('standard-deadline'),
  'main-document-missing': elsewhere('documents-tab'),
  'document-unfinished': by('finish'),
  'document-empty': by('replace-file', 'take-out'),
  'document-kind-unknown': by('replace-file', 'take-out'),
  'document-encrypted': by('replace-file', 'take-out'),
  'document-damaged': by('replace-file', 'take-out'),
  'document-no-pages': by('replace-file', 'take-out'),
  'document-too-heavy': by('replace-file', 'take-out'),
  'document-page-differs': by('replace-file', 'take-out'),
  'document-field-lost': by('replace-file', 'take-out'),
  'document-signed': by('take-out'),
  'document-not-pdf': by('replace-file', 'take-out'),
  'merged-too-large': by('make-smaller'),
  'merge-failed': elsewhere('documents-tab'),
  'attachment-titles-equal': by('rename-document'),
  'main-title-differs': by('take-document-title', 'take-entry-title'),
  'document-form-fields': by('see-preview'),
  'document-xfa': by('see-preview', 'replace-file'),
  'document-embedded-files': elsewhere('documents-tab'),
  'document-javascript': by('see-preview'),
  'document-odd-page-size': by('see-preview'),
  'document-restricted': by('confirm-rights', 'replace-file', 'take-out'),
  'document-rights-confirmed': elsewhere('nothing-left'),
  'personnel-unscreened': by('screen'),
  'screening-expired': by('screen'),
  'screening-code-withdrawn': by('screen'),
  'screening-basis-repealed': by('screen'),
  'screening-provisional': by('screen'),
  'addressee-reserved': elsewhere('addressee'),
  'addressee-without-contact': elsewhere('addressee'),
  'leader-not-agreed': by('agree-with-leader'),
};

/** Findings that are one of many of their kind; each kind has a sentence for all of them. */
export const heapedCodes = [
  'recipient-name-missing',
  'identity-number-missing',
  'identity-number-length',
  'identity-number-wrong',
  'identity-number-date',
  'identity-number-synthetic',
  'identity-number-real',
  'identity-number-2032',
  'recipient-twice',
  'party-not-sent-to',
  'document-unfinished',
  'document-empty',
  'document-kind-unknown',
  'document-encrypted',
  'document-damaged',
  'document-no-pages',
  'document-too-heavy',
  'document-page-differs',
  'document-field-lost',
  'document-signed',
  'document-not-pdf',
  'attachment-titles-equal',
  'document-form-fields',
  'document-xfa',
  'document-embedded-files',
  'document-javascript',
  'document-odd-page-size',
  'document-restricted',
  'document-rights-confirmed',
  'addressee-reserved',
  'addressee-without-contact',
] as const satisfies readonly FindingCode[];
export type HeapedCode = (typeof heapedCodes)[number];

/** Findings of one kind that are told in one line; `first` stands for them. */
export type Heap = {
  readonly code: HeapedCode;
  readonly first: Finding;
  readonly findings: readonly Finding[];
};

/** Two can be read one by one; from three on they are a heap. */
const leastHeap = 3;

/** Stops first; findings of one kind, where there are three or more of them, as one heap where the first of them stood. */
export function heapFindings(findings: readonly Finding[]): readonly (Finding | Heap)[] {
  const ordered = [
    ...findings.filter(({ severity }) => severity === 'stop'),
    ...findings.filter(({ severity }) => severity === 'warning'),
  ];
  const alike = (one: Finding) =>
    ordered.filter(({ code, severity }) => code === one.code && severity === one.severity);
  return ordered.flatMap((finding): readonly (Finding | Heap)[] => {
    const code = heapedCodes.find((heaped) => heaped === finding.code);
    const same = alike(finding);
    if (!code || same.length < leastHeap) return [finding];
    return same[0] === finding ? [{ code, first: finding, findings: same }] : [];
  });
}
