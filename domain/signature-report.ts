import type { Instant } from './basics.ts';

/**
 * What Segl has found out about the signatures of a file, whoever made them and wherever the file came from. It is
 * compared with nothing: whether a file is the very document that was sent is asked by `verdict.ts`.
 */
export const signatureFormats = ['pades', 'xades'] as const;
export type SignatureFormat = (typeof signatureFormats)[number];

/** What is found of one signature or time stamp. Only `holds` is good enough. */
export const signatureCodes = [
  'holds',
  /** Whole, but nobody that Segl trusts vouches for the certificate. */
  'unknown-authority',
  'certificate-not-valid',
  'certificate-revoked',
  'not-for-signing',
  'signing-time-in-future',
  'weak-algorithm',
  'part-only',
  'broken',
  'unreadable',
] as const;
export type SignatureCode = (typeof signatureCodes)[number];

/** What has come into the file after a signature was made. */
export const laterChanges = [
  'nothing',
  'evidence',
  'signatures',
  'altered',
  'structure-unclear',
  'not-judged',
] as const;
export type LaterChange = (typeof laterChanges)[number];

/** Levels of ETSI EN 319 142-1 and EN 319 132-1. `plain`: a signature that is none of them. */
export const signatureLevels = ['plain', 'B-B', 'B-T', 'B-LT', 'B-LTA'] as const;
export type SignatureLevel = (typeof signatureLevels)[number];

/** Where the time comes from at which the certificates of a signature are judged. */
export const timeSources = ['signature-time-stamp', 'document-time-stamp', 'receipt', 'now'] as const;
export type TimeSource = (typeof timeSources)[number];

export const revocationStates = ['good', 'revoked', 'not-known', 'anchor'] as const;
export type RevocationState = (typeof revocationStates)[number];

/** Why evidence must be renewed by a day. */
export const renewalCauses = ['time-stamp-ends', 'certificate-ends', 'algorithm-ages'] as const;
export type RenewalCause = (typeof renewalCauses)[number];

/** The last moment at which the evidence can still be relied on, and what ends then. */
export type Renewal = { readonly by: Instant; readonly cause: RenewalCause };

/** One certificate on the way from the signer to an anchor. */
export type ChainLink = {
  readonly name: string;
  /** Nine digits. */
  readonly organisation?: string;
  readonly from: Instant;
  readonly to: Instant;
  /** SHA-256 of the certificate in hexadecimal. */
  readonly fingerprint: string;
  /** As in `RSA 2048`. */
  readonly key: string;
  readonly revocation: RevocationState;
  readonly revokedAt?: Instant;
};

/** A time stamp over one signature (RFC 3161). */
export type StampFinding = {
  readonly at: Instant;
  readonly by: string;
  readonly isIntact: boolean;
  readonly isTrusted: boolean;
};

export type SignatureFinding = {
  readonly kind: 'signature' | 'time-stamp';
  readonly code: SignatureCode;
  /** Name in the certificate; empty where it cannot be read. */
  readonly by: string;
  readonly organisation?: string;
  /** In evidence of a signing service: who signed, by its word. */
  readonly onBehalfOf?: string;
  /** What the signer says; nobody vouches for it. */
  readonly claimedAt?: Instant;
  readonly time: { readonly at: Instant; readonly source: TimeSource };
  readonly level: SignatureLevel;
  /** As in `SHA-256`; absent where it is one that is not to be relied on, or cannot be read. */
  readonly digest?: string;
  readonly later: LaterChange;
  /** The part of the file that was altered, by its name in PDF. */
  readonly altered?: string;
  /** The signature covers so many of the file's bytes. */
  readonly covered: number;
  readonly stamps: readonly StampFinding[];
  /** From the signer; the last is an anchor where the code is `holds`. */
  readonly chain: readonly ChainLink[];
  /** Absent where it does not hold. */
  readonly renewal?: Renewal;
};

/** What is said of the file as a whole, by its weakest signature, the best first. */
export const reportWords = [
  'holds',
  'not-vouched',
  'out-of-date',
  'unsigned',
  'part-only',
  'changed-since',
  'revoked',
  'broken',
] as const;
export type ReportWord = (typeof reportWords)[number];

export type SignatureReport = {
  readonly format: SignatureFormat;
  readonly word: ReportWord;
  /** In the order in which they were made. */
  readonly signatures: readonly SignatureFinding[];
  /** Whole incremental updates after the last signature or time stamp. */
  readonly updatesAfter: number;
  /** Digests of the documents that evidence in XML is about, in hexadecimal. */
  readonly about: readonly string[];
  /** The earliest of all that hold. */
  readonly renewal?: Renewal;
  /** The anchors that the ways end in. */
  readonly anchors: readonly { readonly name: string; readonly fingerprint: string }[];
};

/** Why a file given for control cannot be judged. */
export const controlFaults = [
  'empty',
  'not-signed-kind',
  'encrypted',
  'damaged',
  'too-heavy',
  'other-xml',
] as const;
export type ControlFault = (typeof controlFaults)[number];

const wordOf: Readonly<Record<SignatureCode, ReportWord>> = {
  holds: 'holds',
  'unknown-authority': 'not-vouched',
  'certificate-not-valid': 'out-of-date',
  'weak-algorithm': 'out-of-date',
  'certificate-revoked': 'revoked',
  'not-for-signing': 'not-vouched',
  'signing-time-in-future': 'not-vouched',
  'part-only': 'part-only',
  broken: 'broken',
  unreadable: 'broken',
};
const altering: readonly LaterChange[] = ['altered', 'structure-unclear'];

/** How far down the list a word stands. */
const rankOf = (word: ReportWord): number => reportWords.indexOf(word);

/** The weakest that is found decides. */
export function wordFor(findings: readonly Pick<SignatureFinding, 'kind' | 'code' | 'later'>[]): ReportWord {
  if (!findings.some(({ kind }) => kind === 'signature')) return 'unsigned';
  const words = findings.flatMap(({ code, later }): readonly ReportWord[] => [
    wordOf[code],
    ...(altering.includes(later) ? ['changed-since' as const] : []),
  ]);
  return words.toSorted((one, other) => rankOf(other) - rankOf(one))[0] ?? 'unsigned';
}

/** Is the later of two words worse than the one before it? */
export const isWorse = (before: ReportWord, after: ReportWord): boolean => rankOf(after) > rankOf(before);

/** The earliest of several. */
export const earliest = (renewals: readonly (Renewal | undefined)[]): Renewal | undefined =>
  renewals
    .filter((renewal) => renewal !== undefined)
    .toSorted((one, other) => one.by.localeCompare(other.by))[0];
