import { PDF, type PdfRef } from '@libpdf/core';
import { mergeParts } from '../../../main/adapters/pdf/merge-parts.ts';

export const labels = { title: 'Avtale om leie', language: 'nb' } as const;

export const merge = (...files: readonly Uint8Array[]) =>
  mergeParts(
    files.map((bytes, at) => ({ title: `Del ${at}`, bytes })),
    labels,
  );

export const catalogOf = async (bytes: Uint8Array) => {
  const pdf = await PDF.load(bytes);
  return { pdf, catalog: pdf.getCatalog(), resolve: (ref: PdfRef) => pdf.getObject(ref) };
};
