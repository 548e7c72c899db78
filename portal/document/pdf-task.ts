import type { SignedDocumentOrder } from './make-signed-document.ts';

/** What the PDF worker is asked to do. */
export type PdfTask =
  | { readonly kind: 'check'; readonly bytes: Uint8Array }
  | { readonly kind: 'make'; readonly order: SignedDocumentOrder };

export type PdfRequest = { readonly id: number; readonly task: PdfTask };

/** `fault` when the task failed; `check` results in the objection, if there is one. */
export type PdfResponse =
  | { readonly id: number; readonly fault: string }
  | { readonly id: number; readonly objection: string | undefined }
  | { readonly id: number; readonly bytes: Uint8Array };
