import type { DocumentId, Sha256 } from '../../domain/basics.ts';
import { pronom } from '../../domain/code-lists.ts';
import type { Digest } from '../ports/clock.ts';
import type { Letter, Note, PdfWorkshop } from '../ports/pdf-workshop.ts';

/** A document whose page is ready to be drawn. */
export type Drawable = {
  readonly id: DocumentId;
  readonly title: string;
  readonly fileName: string;
  readonly page: { readonly letter: Letter } | { readonly note: Note };
};

export type DrawnDocument = {
  readonly bytes: Uint8Array;
  readonly sha256: Sha256;
  readonly pages: number;
  /** PRONOM key. */
  readonly format: string;
  readonly formatDetails?: string;
};

/** So many are under way in the workshop at once: enough to keep it busy, few enough to keep memory low. */
const atOnce = 8;

/** Every document's file. `onDone` is told after each. */
export async function drawDocuments(
  documents: readonly Drawable[],
  needs: { readonly pdf: PdfWorkshop; readonly digest: Digest },
  onDone: () => void,
): Promise<ReadonlyMap<DocumentId, DrawnDocument>> {
  const drawn = new Map<DocumentId, DrawnDocument>();
  const waiting = documents.values();
  const draw = async () => {
    for (const document of waiting) {
      const { page } = document;
      const bytes =
        'note' in page ? await needs.pdf.drawNote(page.note) : await needs.pdf.drawLetter(page.letter);
      const { pages, pdfa, pdfVersion, fault } = await needs.pdf.inspect(bytes, document.fileName);
      if (fault) throw new Error(`training document ${document.title}: ${fault}`);
      drawn.set(document.id, {
        bytes,
        sha256: await needs.digest.sha256(bytes),
        pages,
        format: pdfa ? pronom[pdfa] : pronom.pdf,
        ...(pdfVersion && { formatDetails: pdfa ? `PDF/A-${pdfa}` : `PDF ${pdfVersion}` }),
      });
      onDone();
    }
  };
  await Promise.all(Array.from({ length: atOnce }, draw));
  return drawn;
}
