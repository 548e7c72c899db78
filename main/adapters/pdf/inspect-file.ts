import type { FileKind } from '../../../domain/files.ts';
import type { Inspection } from '../../ports/pdf-workshop.ts';
import { openDrawnFile } from './compare/open-drawn-file.ts';
import { drawImage } from './draw-image.ts';
import { listWarnings } from './list-warnings.ts';
import { openPlainFile } from './plain/open-plain-file.ts';
import { NotPlain } from './plain/plain-values.ts';
import { readPdf } from './read-pdf.ts';
import { readPdfaLevel } from './read-pdfa-level.ts';
import { promisedKind, tellKind } from './tell-kind.ts';

/** `takes` are the kinds this machine can turn into PDF. Never throws. */
export async function inspectFile(
  bytes: Uint8Array,
  fileName: string,
  takes: readonly FileKind[],
): Promise<Inspection> {
  if (bytes.length === 0) return { kind: 'unknown', fault: 'empty', warnings: [], pages: 0 };
  const kind = await tellKind(bytes);
  if (kind === 'unknown') return { kind, fault: 'kind-unknown', warnings: [], pages: 0 };
  const promised = promisedKind(fileName);
  const mismatch = promised !== undefined && promised !== kind;
  const found = kind === 'pdf' ? await inspectPdf(bytes) : await inspectOther(bytes, kind, takes);
  return mismatch ? { ...found, fault: 'name-mismatch' } : found;
}

async function inspectPdf(bytes: Uint8Array): Promise<Inspection> {
  const headerVersion = /%PDF-(\d\.\d)/.exec(Buffer.from(bytes.subarray(0, 1100)).toString('latin1'))?.[1];
  const kind = 'pdf';
  const read = await readPdf(bytes);
  if ('fault' in read) {
    return {
      kind,
      fault: read.fault,
      warnings: [],
      pages: 0,
      ...(headerVersion && { pdfVersion: headerVersion }),
    };
  }
  try {
    if (!(await anotherReaderFinds(bytes, read.pdf.getPageCount()))) throw new Error('readers differ');
    const pdfa = readPdfaLevel(read.pdf);
    return {
      kind,
      warnings: listWarnings(read.pdf),
      pages: read.pdf.getPageCount(),
      pdfVersion: newest(read.pdf.version, read.pdf.getCatalog().getName('Version')?.value),
      pdfa,
    };
  } catch {
    return {
      kind,
      fault: 'damaged',
      warnings: [],
      pages: 0,
      ...(headerVersion && { pdfVersion: headerVersion }),
    };
  }
}

/**
 * A lenient reader may find pages in a file that other readers cannot show. The page count must therefore be confirmed
 * by a reader that shares no code with it: Segl's own, which accepts only files that follow the standard, else pdf.js.
 */
async function anotherReaderFinds(bytes: Uint8Array, pages: number): Promise<boolean> {
  try {
    if (openPlainFile(bytes).pages.length === pages) return true;
  } catch (fault) {
    if (!(fault instanceof NotPlain)) throw fault;
  }
  const drawn = await openDrawnFile(bytes).catch(() => undefined);
  if (!drawn) return false;
  try {
    for (let page = 0; page < drawn.pages; page += 1) await drawn.document.getPage(page + 1);
    return drawn.pages === pages;
  } catch {
    return false;
  } finally {
    await drawn.close();
  }
}

/** The catalog may raise the version the header gives, never lower it. */
const newest = (header: string, catalog: string | undefined): string =>
  catalog !== undefined && /^\d\.\d$/.test(catalog) && catalog > header ? catalog : header;

async function inspectOther(
  bytes: Uint8Array,
  kind: Exclude<FileKind, 'pdf' | 'unknown'>,
  takes: readonly FileKind[],
): Promise<Inspection> {
  if (!takes.includes(kind)) return { kind, fault: 'converter-missing', warnings: [], pages: 0 };
  if (kind === 'docx' || kind === 'odt') return { kind, warnings: [], pages: 0 };
  try {
    await drawImage(bytes, kind);
    return { kind, warnings: [], pages: 0 };
  } catch {
    return { kind, fault: 'damaged', warnings: [], pages: 0 };
  }
}
