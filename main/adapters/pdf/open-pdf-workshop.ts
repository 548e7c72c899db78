import { ConversionFault, type FileKind, type PdfWorkshop } from '../../ports/pdf-workshop.ts';
import { convertOffice, findLibreOffice } from './libre-office.ts';
import { openWorkerLine, PdfWorkFailed } from './open-worker-line.ts';

export type PdfWorkshopOptions = {
  /** Path of LibreOffice's `soffice`. Left out, it is looked for where it is usually installed. */
  readonly libreOffice?: string;
  /** How long any one piece of work may take before it is given up. */
  readonly timeLimitMs?: number;
};

/** The workshop; its thread starts with the first piece of work. Must be closed. */
export function openPdfWorkshop(options: PdfWorkshopOptions = {}): PdfWorkshop {
  const timeLimitMs = options.timeLimitMs ?? 60_000;
  const line = openWorkerLine(timeLimitMs);
  const office = findLibreOffice(options.libreOffice);
  const takes = async (): Promise<readonly FileKind[]> =>
    (await office) ? ['pdf', 'png', 'jpeg', 'docx', 'odt'] : ['pdf', 'png', 'jpeg'];
  return {
    takes,
    inspect: async (bytes, fileName) => {
      try {
        return await line.ask('inspect', copyOf(bytes), fileName, await takes());
      } catch (fault) {
        // A file that brings the worker down or never ends is not one to send to a signer.
        if (fault instanceof PdfWorkFailed)
          return { kind: 'unknown', fault: 'damaged', warnings: [], pages: 0 };
        throw fault;
      }
    },
    merge: (parts, labels) =>
      line.ask(
        'merge',
        parts.map(({ title, bytes }) => ({ title, bytes: copyOf(bytes) })),
        labels,
      ),
    verifySignatures: (bytes, anchors) => line.ask('verifySignatures', copyOf(bytes), anchors),
    drawNote: (note) => line.ask('drawNote', note),
    drawLetter: (letter) => line.ask('drawLetter', letter),
    convert: async (bytes, kind) => {
      if (kind === 'docx' || kind === 'odt') {
        const program = await office;
        if (!program) throw new ConversionFault('converter-missing');
        return convertOffice(program, bytes, kind, timeLimitMs);
      }
      try {
        return { bytes: await line.ask('drawImage', copyOf(bytes), kind), tool: 'Segl' };
      } catch (fault) {
        throw new ConversionFault('conversion-failed', fault);
      }
    },
    close: () => line.close(),
  };
}

/** The worker gets bytes of its own: the caller's may be a part of something larger, and stay with the caller. */
const copyOf = (bytes: Uint8Array): Uint8Array => new Uint8Array(bytes);
