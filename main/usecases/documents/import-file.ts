import { ok, type Result, refuse, type Sha256 } from '../../../domain/basics.ts';
import { pronom } from '../../../domain/code-lists.ts';
import type { DocumentObject } from '../../../domain/documents.ts';
import type { FileFault, FileKind, FileWarning } from '../../../domain/files.ts';
import { ConversionFault, type Inspection } from '../../ports/pdf-workshop.ts';
import type { Needs } from '../needs.ts';

export type FileRefusal =
  | 'file-empty'
  | 'file-kind-unknown'
  | 'file-name-mismatch'
  | 'file-encrypted'
  | 'file-damaged'
  | 'file-no-pages'
  | 'file-too-heavy'
  | 'file-converter-missing'
  | 'file-conversion-failed';

type ImportedBytes = {
  readonly sha256: Sha256;
  readonly bytes: Uint8Array;
  /** For a file that shows identity numbers. */
  readonly keep: 'sealed' | undefined;
};
/** A file that has been accepted: the document objects to store, and their bytes. */
export type ImportedFile = {
  readonly objects: readonly DocumentObject[];
  readonly files: readonly ImportedBytes[];
  readonly warnings: readonly FileWarning[];
};

const mimes: Readonly<Record<FileKind, string>> = {
  pdf: 'application/pdf',
  png: 'image/png',
  jpeg: 'image/jpeg',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  odt: 'application/vnd.oasis.opendocument.text',
  unknown: 'application/octet-stream',
};

/**
 * Inspects a file and makes document objects of it: a PDF is archive format as it is; an image or office document is
 * kept as production format beside the PDF made of it. Nothing is stored here.
 */
export const importFile =
  ({ pdf, clock, digest, ids }: Pick<Needs, 'pdf' | 'clock' | 'digest' | 'ids'>) =>
  async (
    bytes: Uint8Array,
    fileName: string,
    version: number,
    by: string,
  ): Promise<Result<ImportedFile, FileRefusal>> => {
    const inspection = await pdf.inspect(bytes, fileName);
    const fault: FileFault | undefined =
      inspection.fault ?? (inspection.kind === 'unknown' ? 'kind-unknown' : undefined);
    if (fault) return refuse(`file-${fault}`, { file: fileName });
    const at = clock.now();
    const object = async (
      content: Uint8Array,
      variant: 'P' | 'A',
      name: string,
      seen: Inspection,
    ): Promise<DocumentObject> => ({
      id: ids.newId(),
      version,
      variant,
      format: formatOf(seen),
      formatDetails: seen.pdfVersion && `PDF ${seen.pdfVersion}`,
      fileName: name,
      mime: mimes[seen.kind],
      sha256: await digest.sha256(content),
      size: content.byteLength,
      pages: seen.pages,
      createdAt: at,
      createdBy: by,
    });
    const keepAs = async (shown: Uint8Array) =>
      (await pdf.lookForNumbers(shown)) === 'none' ? undefined : ('sealed' as const);
    if (inspection.kind === 'pdf') {
      const kept = await object(bytes, 'A', fileName, inspection);
      const keep = await keepAs(bytes);
      return ok({
        objects: [kept],
        files: [{ sha256: kept.sha256, bytes, keep }],
        warnings: inspection.warnings,
      });
    }
    try {
      if (inspection.kind === 'unknown') return refuse('file-kind-unknown', { file: fileName });
      const converted = await pdf.convert(bytes, inspection.kind);
      const pdfName = `${fileName.replace(/\.[^.]*$/u, '')}.pdf`;
      const seen = await pdf.inspect(converted.bytes, pdfName);
      if (seen.fault) throw new ConversionFault('conversion-failed', seen.fault);
      const original = await object(bytes, 'P', fileName, inspection);
      const keep = await keepAs(converted.bytes);
      const archived = await object(converted.bytes, 'A', pdfName, seen);
      return ok({
        objects: [
          { ...archived, formatDetails: `${archived.formatDetails ?? ''} (${converted.tool})`.trim() },
          original,
        ],
        files: [
          { sha256: original.sha256, bytes, keep },
          { sha256: archived.sha256, bytes: converted.bytes, keep },
        ],
        warnings: seen.warnings,
      });
    } catch (failure) {
      if (failure instanceof ConversionFault) return refuse(`file-${failure.fault}`, { file: fileName });
      throw failure;
    }
  };

const formatOf = (seen: Inspection): string => {
  if (seen.pdfa) return pronom[seen.pdfa];
  return pronom[seen.kind];
};
