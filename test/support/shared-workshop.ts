import { startNodeChild } from '../../main/adapters/children/start-node-child.ts';
import { openPdfWorkshop } from '../../main/adapters/pdf/open-pdf-workshop.ts';
import type { PdfWorkshop } from '../../main/ports/pdf-workshop.ts';

let workshop: PdfWorkshop | undefined;

/** One workshop for all tests of this process, ended with it: it keeps nothing of the files it has read. */
export function sharedWorkshop(): PdfWorkshop {
  workshop ??= openPdfWorkshop({ startChild: startNodeChild });
  return workshop;
}
