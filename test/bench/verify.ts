import { randomBytes } from 'node:crypto';
import { PDFName } from 'pdf-lib';
import { startNodeChild } from '../../main/adapters/children/start-node-child.ts';
import { mergeParts } from '../../main/adapters/pdf/merge-parts.ts';
import { openPdfWorkshop } from '../../main/adapters/pdf/open-pdf-workshop.ts';
import { makePdf } from '../adapters/pdf/make-pdf.ts';
import { openForge } from '../support/forge/forge.ts';
import { type BenchRow, median } from './row.ts';

const rounds = 21;
const wanted = 3 * 1024 * 1024;

/** A signed document of 3 MB, most of it an image, judged by the workshop through its worker. Median, warm. */
export async function benchVerify(): Promise<readonly BenchRow[]> {
  const forge = await openForge();
  const letter = await makePdf(['Avtale', 'Betingelser', 'Underskrifter'], async (document) => {
    const side = Math.floor(Math.sqrt(wanted / 3));

    const image = document.context.stream(randomBytes(side * side * 3), {
      Type: 'XObject',
      Subtype: 'Image',
      Width: side,
      Height: side,
      ColorSpace: 'DeviceRGB',
      BitsPerComponent: 8,
    });
    const [page] = document.getPages();
    page?.node.setXObject(PDFName.of('Bilde'), document.context.register(image));
  });
  const { bytes: sent } = await mergeParts([{ title: 'Avtale', bytes: letter }], {
    title: 'Avtale',
    language: 'nb',
  });
  const signed = await forge.seal(await forge.frame(sent));
  const order = { ...forge.order, sent };
  const workshop = openPdfWorkshop({ startChild: startNodeChild });
  try {
    const times: number[] = [];
    for (let round = -5; round < rounds; round += 1) {
      const start = performance.now();
      const { isWhatWasSent } = await workshop.verify(signed, order);
      if (isWhatWasSent.outcome !== 'holds') throw new Error(`not verified: ${isWhatWasSent.code}`);
      if (round >= 0) times.push(performance.now() - start);
    }
    const name = `Verify a signed document of ${(signed.length / 1024 / 1024).toFixed(1)} MB`;
    return [{ name, ours: median(times), target: 'under 60 ms' }];
  } finally {
    await workshop.close();
  }
}
