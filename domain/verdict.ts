/**
 * What Segl has found out about a file that a signing service calls the signed document: three questions a clerk can
 * ask, and for each signer whether the service's own evidence of the signature holds. Codes and facts, never sentences.
 */

/** `open`: could not be judged, since something before it fails. Only `holds` is good enough. */
export const verdictOutcomes = ['holds', 'fails', 'open'] as const;
export type Outcome = (typeof verdictOutcomes)[number];

/** Ready for a text: names, dates as ISO 8601, numbers. Never an identity number. */
export type VerdictFacts = Readonly<Record<string, string | number>>;

export type VerdictPart<Code extends string> = {
  readonly outcome: Outcome;
  readonly code: Code;
  readonly facts: VerdictFacts;
};

/** Who sealed it, and was he entitled to. `sealed` holds; all others fail. */
export const sealCodes = [
  'sealed',
  'not-a-pdf',
  'no-seal',
  'seal-unreadable',
  'other-organisation',
  'personal-certificate',
  'not-for-sealing',
  'unknown-authority',
  'certificate-not-valid',
  'certificate-revoked',
  'signing-time-in-future',
  'weak-algorithm',
  'seal-altered',
] as const;
export type SealCode = (typeof sealCodes)[number];

/** Is it as it was when it was sealed. `unchanged` and `evidence-added` hold. */
export const changeCodes = [
  'unchanged',
  'evidence-added',
  'not-judged',
  'content-altered',
  'altered-after-seal',
  'structure-unclear',
  'not-covered',
] as const;
export type ChangeCode = (typeof changeCodes)[number];

/** Does it hold the very document that was sent. `same-document` holds. */
export const contentCodes = [
  'same-document',
  'not-judged',
  'page-count',
  'page-differs',
  'page-covered',
  'hidden-content',
  'added-content',
  'added-page-differs',
] as const;
export type ContentCode = (typeof contentCodes)[number];

/** Does the evidence of one signer hold. `evidence-holds` holds. */
export const evidenceCodes = [
  'evidence-holds',
  'missing',
  'malformed',
  'signature-broken',
  'other-signer-of-evidence',
  'unknown-authority',
  'weak-algorithm',
  'certificate-not-valid',
  'signing-time-in-future',
  'other-document',
  'other-person',
] as const;
export type EvidenceCode = (typeof evidenceCodes)[number];

export type EvidenceVerdict = VerdictPart<EvidenceCode> & { readonly signerName: string };

export type Verdict = {
  readonly sealedBy: VerdictPart<SealCode>;
  readonly unchanged: VerdictPart<ChangeCode>;
  readonly isWhatWasSent: VerdictPart<ContentCode>;
  /** One for every signer who has signed, where the service delivers evidence; else empty. */
  readonly evidence: readonly EvidenceVerdict[];
};

const holding: ReadonlySet<string> = new Set<SealCode | ChangeCode | ContentCode | EvidenceCode>([
  'sealed',
  'unchanged',
  'evidence-added',
  'same-document',
  'evidence-holds',
]);

/** The outcome lies in the code, so that no part can be made to hold by hand. */
export const verdictPart = <Code extends SealCode | ChangeCode | ContentCode | EvidenceCode>(
  code: Code,
  facts: VerdictFacts = {},
): VerdictPart<Code> => ({
  outcome: holding.has(code) ? 'holds' : code === 'not-judged' ? 'open' : 'fails',
  code,
  facts,
});

/** «Kontrollert»: all three parts hold, and the evidence of every signer. */
export const isVerified = (verdict: Verdict): boolean =>
  [verdict.sealedBy, verdict.unchanged, verdict.isWhatWasSent, ...verdict.evidence].every(
    ({ outcome }) => outcome === 'holds',
  );
