import type { FileKind } from '../../../domain/files.ts';
import type { Masking, WordPage } from '../../../domain/masking.ts';
import type { EvidenceWorkshop } from '../../ports/evidence-workshop.ts';
import type { Inspection, MergeFault, PdfWorkshop } from '../../ports/pdf-workshop.ts';
import type { VariantLabels } from '../../ports/public-variant.ts';
import type { bindShrunk } from './bind-shrunk.ts';
import type { CheckedVariant } from './check-variant.ts';
import type { VariantPage } from './draw-variant-page.ts';
import type { listOversampled, listUnlike } from './list-oversampled.ts';
import type { shrinkImages } from './shrink-images.ts';

/** What the worker can be asked to do. */
export type Jobs = {
  inspect: (bytes: Uint8Array, fileName: string, takes: readonly FileKind[]) => Promise<Inspection>;
  drawImage: (bytes: Uint8Array, kind: 'png' | 'jpeg') => Promise<Uint8Array>;
  /** `from` and `to` are pages from 0; `to` is not included. */
  readWords: (bytes: Uint8Array, from: number, to: number) => Promise<readonly WordPage[]>;
  drawVariantPages: (
    bytes: Uint8Array,
    masking: Masking,
    from: number,
    to: number,
  ) => Promise<readonly VariantPage[]>;
  listOversampled: typeof listOversampled;
  shrinkImages: typeof shrinkImages;
  bindShrunk: (...input: Parameters<typeof bindShrunk>) => Promise<Uint8Array>;
  listUnlike: typeof listUnlike;
  bindVariant: (
    pages: readonly VariantPage[],
    masking: Pick<Masking, 'gone'>,
    labels: VariantLabels,
  ) => Promise<CheckedVariant>;
} & Pick<
  PdfWorkshop,
  'merge' | 'verify' | 'reportSignatures' | 'lookForNumbers' | 'drawNote' | 'drawLetter'
> &
  EvidenceWorkshop;

export type JobName = keyof Jobs;

export type JobOrder = { readonly id: number; readonly name: JobName; readonly input: readonly unknown[] };
/** Errors of the port cross as plain values: an error's class is lost between processes. */
export type JobAnswer =
  | { readonly id: number; readonly value: unknown }
  | {
      readonly id: number;
      readonly partUnusable: {
        readonly index: number;
        readonly fault: MergeFault;
        readonly page: number | undefined;
      };
    }
  | { readonly id: number; readonly failed: string };

/** First message of a worker: it has loaded its libraries and takes orders. */
export const workerReady = 'ready';

const isMessage = (message: unknown): message is { readonly id: number } =>
  typeof message === 'object' && message !== null && 'id' in message && typeof message.id === 'number';
/** Is this an order from the program that started the worker? Its input is what {@link Jobs} takes by that name. */
export const isJobOrder = (message: unknown): message is JobOrder =>
  isMessage(message) && 'name' in message && 'input' in message && Array.isArray(message.input);
export const isJobAnswer = (message: unknown): message is JobAnswer =>
  isMessage(message) && ('value' in message || 'partUnusable' in message || 'failed' in message);
