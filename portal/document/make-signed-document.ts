import type { Job } from '../domain/job.ts';
import type { StoredDocument } from '../store/job-store.ts';
import type { Issued } from '../training/certificates.ts';
import { frameDocument } from './frame-document.ts';
import { sealPdf } from './seal-pdf.ts';

export type SignedDocumentOrder = {
  readonly job: Job;
  readonly documents: readonly StoredDocument[];
  /** Each signer's XML by signer id. */
  readonly xades: ReadonlyMap<number, Uint8Array>;
  readonly seal: Issued;
  /** PEM. */
  readonly ca: string;
  readonly at: number;
};

/** The PAdES the service hands out. */
export const makeSignedDocument = async (order: SignedDocumentOrder): Promise<Uint8Array> =>
  sealPdf(await frameDocument(order), order.seal, order.ca, order.at);
