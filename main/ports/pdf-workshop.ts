import type { Instant } from '../../domain/basics.ts';
import type { FileFault, FileKind, FileWarning, PdfaLevel } from '../../domain/files.ts';
import type { IdentityNumber } from '../../domain/identity-number.ts';
import type { Language } from '../../domain/preferences.ts';
import type { NumberFinding } from '../../domain/screening.ts';
import type { ControlFault, SignatureReport } from '../../domain/signature-report.ts';
import type { Verdict } from '../../domain/verdict.ts';
import type { EvidenceWorkshop } from './evidence-workshop.ts';
import type { ImageWorkshop } from './image-shrinking.ts';
import type { VariantWorkshop } from './public-variant.ts';
import type { SealPolicy } from './signing-service.ts';

export type Inspection = {
  readonly kind: FileKind;
  readonly fault?: FileFault;
  readonly warnings: readonly FileWarning[];
  /** 0 where the file is no readable PDF. */
  readonly pages: number;
  /** e.g. `1.7`; absent where the file is no PDF. */
  readonly pdfVersion?: string;
  readonly pdfa?: PdfaLevel;
};

export type MergePart = { readonly title: string; readonly bytes: Uint8Array };
export type MergeLabels = { readonly title: string; readonly language: Language };

/** One PDF of every page of every part, in order. The same parts give the same bytes. */
export type Merged = {
  readonly bytes: Uint8Array;
  readonly pages: number;
  /** Pages of each part, in the order given; their sum is `pages`. */
  readonly partPages: readonly number[];
  /**
   * Bytes that each part takes in the file, measured there: without the part it is so much smaller. Their sum is less than
   * the file, which also has what belongs to no part. Empty where it cannot be measured.
   */
  readonly partBytes: readonly number[];
  /** Set where every part was PDF/A and the result still is. */
  readonly pdfa?: PdfaLevel;
};

/**
 * Why a part cannot be merged. `page-differs`: one of its pages would not come out as it is in the file; `field-lost`:
 * one has a filled-in field whose value cannot be drawn.
 */
export type MergeFault = FileFault | 'signed' | 'page-differs' | 'field-lost';

/** Thrown by {@link PdfWorkshop.merge} when part number `index` (from 0) cannot be merged. */
export class PartUnusable extends Error {
  override readonly name = 'PartUnusable';
  readonly index: number;
  readonly fault: MergeFault;
  /** The first page of the part, from 1, that would not be shown as it is. */
  readonly page: number | undefined;
  constructor(index: number, fault: MergeFault, page?: number) {
    super(`part ${index}: ${fault}`);
    this.index = index;
    this.fault = fault;
    this.page = page;
  }
}

/** What a signed document is judged against. */
export type VerifyOrder = {
  /** The very bytes that were sent to be signed. */
  readonly sent: Uint8Array;
  /** Of the job, as the signers were shown it. */
  readonly title: string;
  /** Everyone who, by the service, has signed. */
  readonly signers: readonly EvidenceOrder[];
  /** Identity numbers of everyone who was asked; absent where not all are known. */
  readonly asked?: readonly string[];
  readonly policy: SealPolicy;
  /** ISO 8601. When we got it: the time that counts where the file has no time stamp we trust. */
  readonly receivedAt: Instant;
};

export type EvidenceOrder = {
  readonly name: string;
  /** Absent once it has been purged, or for one who was addressed by contact data. */
  readonly identityNumber?: IdentityNumber;
  /** XAdES; absent where the service gave none. */
  readonly evidence?: Uint8Array;
};

/** What a file that anyone has signed is judged by. */
export type ControlOrder = {
  /** PEM. A signer counts only where the chain ends in one of these. */
  readonly anchors: readonly string[];
  /** PEM. The same for time stamps. */
  readonly timeStampAnchors: readonly string[];
  /** Now. */
  readonly at: Instant;
  /** Since when the archive has had the file; absent for a file from outside. */
  readonly knownSince?: Instant;
};

/**
 * The file was not judged: time or memory ran out, or the worker went away. A fault of our own, which says nothing
 * about the file: try again.
 */
export class NotJudged extends Error {
  override readonly name = 'NotJudged';
}

/** A one-page note on what became of a signing job. All texts are ready for the reader. */
export type Note = {
  readonly heading: string;
  readonly intro: string;
  readonly rows: readonly { readonly label: string; readonly value: string }[];
  readonly table?: { readonly head: readonly string[]; readonly rows: readonly (readonly string[])[] };
  readonly footer: string;
  readonly language: Language;
  /** ISO 8601; stands in the file's metadata, so that the same note gives the same bytes. */
  readonly createdAt: Instant;
};

/** A letter or case document with running text, for the archive's own drawn documents. */
export type Letter = {
  readonly sender: string;
  readonly title: string;
  readonly meta: readonly { readonly label: string; readonly value: string }[];
  /** Paragraphs; one beginning with `# ` is a heading, with `- ` a list item. Flows over as many pages as needed. */
  readonly body: readonly string[];
  readonly signatureLines: readonly string[];
  readonly footer: string;
  readonly language: Language;
  readonly createdAt: Instant;
};

/** Everything Segl does with PDFs. Heavy work runs off the main thread. */
export interface PdfWorkshop extends VariantWorkshop, EvidenceWorkshop, ImageWorkshop {
  /** Never throws on bad input: what is wrong stands in the inspection. */
  inspect(bytes: Uint8Array, fileName: string): Promise<Inspection>;
  /** Throws {@link PartUnusable}. */
  merge(parts: readonly MergePart[], labels: MergeLabels): Promise<Merged>;
  /** Judges any bytes a service can deliver: what is wrong stands in the verdict. Throws {@link NotJudged} only. */
  verify(signed: Uint8Array, order: VerifyOrder): Promise<Verdict>;
  /** Whether an identity number can be read in the file, or the file cannot be read. For PDF, and for XML. */
  lookForNumbers(bytes: Uint8Array): Promise<NumberFinding>;
  /** Tells what can be found out about the signatures of any bytes. Throws {@link NotJudged} only. */
  reportSignatures(
    bytes: Uint8Array,
    order: ControlOrder,
  ): Promise<SignatureReport | { readonly fault: ControlFault }>;
  drawNote(note: Note): Promise<Uint8Array>;
  drawLetter(letter: Letter): Promise<Uint8Array>;
  /** Makes a PDF of an image or an office document. Throws {@link ConversionFault}. */
  convert(
    bytes: Uint8Array,
    kind: Exclude<FileKind, 'pdf' | 'unknown'>,
  ): Promise<{ readonly bytes: Uint8Array; readonly tool: string }>;
  /** Kinds that can be taken in on this machine; office documents only where LibreOffice is installed. */
  takes(): Promise<readonly FileKind[]>;
  close(): Promise<void>;
}

export class ConversionFault extends Error {
  override readonly name = 'ConversionFault';
  readonly fault: 'converter-missing' | 'conversion-failed';
  constructor(fault: 'converter-missing' | 'conversion-failed', cause?: unknown) {
    super(fault, { cause });
    this.fault = fault;
  }
}
