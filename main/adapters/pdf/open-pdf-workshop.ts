import type { FileKind } from '../../../domain/files.ts';
import type { StartChild } from '../../ports/child-program.ts';
import { EvidenceFailed } from '../../ports/evidence-workshop.ts';
import { ConversionFault, NotJudged, type PdfWorkshop } from '../../ports/pdf-workshop.ts';
import { convertOffice, findLibreOffice } from './libre-office.ts';
import { openImageWorkshop } from './open-image-workshop.ts';
import { openVariantWorkshop } from './open-variant-workshop.ts';
import { openWorkerPool, PdfWorkFailed } from './open-worker-pool.ts';

export type PdfWorkshopOptions = {
  readonly startChild: StartChild;
  readonly log?: (line: string) => void;
  /** Path of LibreOffice's `soffice`. Left out, it is looked for where it is usually installed. */
  readonly libreOffice?: string;
  /** How long work on so many bytes may take before it is given up. */
  readonly timeLimitMs?: (bytes: number) => number;
  /** What a worker's whole process may hold. */
  readonly memoryMb?: number;
};

const orEvidenceFailed = <T>(work: Promise<T>): Promise<T> =>
  work.catch((cause: unknown) => {
    throw new EvidenceFailed('nothing can be added to the signed file', { cause });
  });

/** Time limit in milliseconds; long, so that a valid file is not rejected on a slow, busy machine. */
const defaultTimeLimitMs = (bytes: number): number => 60_000 + 4000 * Math.ceil(bytes / (1024 * 1024));

/** The workshop, with its first worker on its way. Must be closed. */
export function openPdfWorkshop(options: PdfWorkshopOptions): PdfWorkshop {
  const timeLimitMs = options.timeLimitMs ?? defaultTimeLimitMs;
  const pool = openWorkerPool({ ...options, timeLimitMs });
  const office = findLibreOffice(options.libreOffice);
  const takes = async (): Promise<readonly FileKind[]> =>
    (await office) ? ['pdf', 'png', 'jpeg', 'docx', 'odt'] : ['pdf', 'png', 'jpeg'];
  return {
    ...openVariantWorkshop(pool),
    ...openImageWorkshop(pool),
    takes,
    inspect: async (bytes, fileName) => {
      try {
        return await pool.ask('inspect', bytes, fileName, await takes());
      } catch (fault) {
        // A file that crashes the worker or exceeds its time limit cannot be sent for signing.
        if (fault instanceof PdfWorkFailed)
          return { kind: 'unknown', fault: 'too-heavy', warnings: [], pages: 0 };
        throw fault;
      }
    },
    merge: (parts, labels) =>
      pool.ask(
        'merge',
        parts.map(({ title, bytes }) => ({ title, bytes })),
        labels,
      ),
    verify: async (signed, order) => {
      try {
        return await pool.ask('verify', signed, order);
      } catch (fault) {
        throw new NotJudged('the signed document could not be judged', { cause: fault });
      }
    },
    reportSignatures: async (bytes, order) => {
      try {
        return await pool.ask('reportSignatures', bytes, order);
      } catch (fault) {
        // A file that brings the worker down, or takes more than one file may, says nothing of its signatures.
        if (fault instanceof PdfWorkFailed) return { fault: 'too-heavy' };
        throw new NotJudged('the signatures could not be judged', { cause: fault });
      }
    },
    wantedEvidence: (bytes, order) => orEvidenceFailed(pool.ask('wantedEvidence', bytes, order)),
    addEvidence: (bytes, evidence) => orEvidenceFailed(pool.ask('addEvidence', bytes, evidence)),
    openStampPlace: (bytes) => orEvidenceFailed(pool.ask('openStampPlace', bytes)),
    lookForNumbers: async (bytes) => {
      try {
        return await pool.ask('lookForNumbers', bytes);
      } catch (fault) {
        if (fault instanceof PdfWorkFailed) return 'unreadable';
        throw fault;
      }
    },
    drawNote: (note) => pool.ask('drawNote', note),
    drawLetter: (letter) => pool.ask('drawLetter', letter),
    convert: async (bytes, kind) => {
      if (kind === 'docx' || kind === 'odt') {
        const program = await office;
        if (!program) throw new ConversionFault('converter-missing');
        return convertOffice(program, bytes, kind, timeLimitMs(bytes.length));
      }
      try {
        return { bytes: await pool.ask('drawImage', bytes, kind), tool: 'Segl' };
      } catch (fault) {
        throw new ConversionFault('conversion-failed', fault);
      }
    },
    close: () => pool.close(),
  };
}
