import { createHash } from 'node:crypto';
import { type PDFDocument, PDFHexString, PDFName, PDFString } from 'pdf-lib';
import type { PdfaLevel } from '../../../domain/files.ts';
import { srgbProfile } from './srgb-profile.ts';
import { clean, producer, writeXmp } from './write-xmp.ts';

export type DocumentFacts = {
  readonly title: string;
  readonly language: string;
  readonly createdAt?: string;
  /** Left out where the content cannot keep the rules. */
  readonly pdfa?: PdfaLevel;
};

/**
 * Saves what was drawn as PDF/A: colour described, metadata inside, no time but the one given. The identity follows
 * from what it was made from, so that the same document gives the same bytes.
 */
export async function finishPdfa(
  document: PDFDocument,
  facts: DocumentFacts,
  madeFrom: string | Uint8Array,
): Promise<Uint8Array> {
  const { context, catalog } = document;
  const title = clean(facts.title);
  const createdAt = facts.createdAt === undefined ? undefined : new Date(facts.createdAt);
  if (title) document.setTitle(title, { showInWindowTitleBar: true });
  document.setProducer(producer);
  if (createdAt) {
    document.setCreationDate(createdAt);
    document.setModificationDate(createdAt);
  }
  if (facts.language) catalog.set(PDFName.of('Lang'), PDFString.of(facts.language));
  const xmp = writeXmp({
    title,
    language: facts.language,
    ...(createdAt && { createdAt: `${createdAt.toISOString().slice(0, 19)}Z` }),
    ...(facts.pdfa && { pdfa: facts.pdfa }),
  });
  const metadata = context.stream(xmp, { Type: 'Metadata', Subtype: 'XML', Length: xmp.length });
  catalog.set(PDFName.of('Metadata'), context.register(metadata));
  const profile = context.register(context.flateStream(srgbProfile(), { N: 3 }));
  const intent = context.obj({
    Type: 'OutputIntent',
    S: 'GTS_PDFA1',
    OutputConditionIdentifier: PDFString.of('sRGB'),
    Info: PDFString.of('sRGB IEC61966-2-1'),
    DestOutputProfile: profile,
  });
  catalog.set(PDFName.of('OutputIntents'), context.obj([context.register(intent)]));
  const id = PDFHexString.of(createHash('sha256').update(madeFrom).digest('hex').slice(0, 32));
  context.trailerInfo.ID = context.obj([id, id]);
  return document.save({ updateFieldAppearances: false, addDefaultPage: false });
}
