import { PDF } from '@libpdf/core';
import { type ContentCode, type VerdictPart, verdictPart } from '../../../domain/verdict.ts';
import type { VerifyOrder } from '../../ports/pdf-workshop.ts';
import type { ComparedFile, Same } from './compare-objects.ts';
import { findAdditions, isQuiet, keepsColours } from './find-additions.ts';
import { findContradiction } from './find-contradiction.ts';
import { matchPage, type PageFault, pageComparison } from './match-page.ts';
import { resolveIn } from './pdf-objects.ts';
import { readLayers } from './read-layers.ts';
import { type PageParts, readPages } from './read-page.ts';

/**
 * Whether the signed document holds every page of the one that was sent, in order and whole, and nothing else than
 * what the service is known to add. Throws where the sent document cannot be read: then the fault is ours.
 */
export async function judgeContent(signed: PDF, order: VerifyOrder): Promise<VerdictPart<ContentCode>> {
  const { sent: sentBytes, title, signers, asked } = order;
  const { addedPages } = order.policy;
  const sent = await PDF.load(sentBytes);
  const pages = readPages(sent);
  const signedPages = readPages(signed);
  const before = addedPages === 'front-page' ? 1 : 0;
  const added = addedPages === 'none' ? 0 : 1;
  const count = { pages: signedPages.length, expected: pages.length + added };
  if (count.pages !== count.expected) return verdictPart('page-count', count);
  const addition = findAdditions(signed);
  if (addition) return verdictPart('added-content', { what: addition });
  if (!agreeOnLayers(sent, signed)) return verdictPart('hidden-content', {});
  const same = pageComparison(fileOf(sent), fileOf(signed));
  if (!keepsColours(sent, signed, same)) return verdictPart('added-content', { what: 'OutputIntents' });
  const own = signedPages.slice(before, before + pages.length);
  if (!signedPages.every((page) => own.includes(page) || isQuiet(page)))
    return verdictPart('added-content', { what: 'Annots' });
  let flattened: Flattened | undefined;
  for (const [place, page] of pages.entries()) {
    const found = own[place];
    let fault = found ? matchPage(page, found, same) : 'page-differs';
    if (fault && found && page.annotations.length > 0) {
      flattened ??= await flatten(sentBytes, signed);
      fault = flattened.match(place, found);
    }
    if (fault) return verdictPart(fault, { page: place + 1, signedPage: place + 1 + before });
  }
  const extra = signedPages.findIndex((page) => !own.includes(page));
  if (extra >= 0) {
    // Only a front page is known to contain the title.
    const known = { ...(addedPages === 'front-page' && { title }), signers, asked };
    const against = findContradiction(signed.getPage(extra)?.extractText().text ?? '', known);
    if (against) return verdictPart('added-page-differs', { what: against, signedPage: extra + 1 });
  }
  return verdictPart('same-document', { pages: pages.length, added });
}

const fileOf = (pdf: PDF): ComparedFile => ({
  resolve: resolveIn(pdf),
  isShown: readLayers(pdf).isShown,
});

type Flattened = {
  readonly match: (place: number, signed: PageParts) => PageFault | undefined;
};

/** A service may draw the annotations of a page as page content. */
async function flatten(sentBytes: Uint8Array, signed: PDF): Promise<Flattened> {
  const sent = await PDF.load(sentBytes);
  sent.flattenAll();
  const pages = readPages(sent);
  const same: Same = pageComparison(fileOf(sent), fileOf(signed));
  return {
    match: (place, found) => {
      const page = pages[place];
      return page ? matchPage(page, found, same) : 'page-differs';
    },
  };
}

/**
 * A signed document without layers of its own shows them all, which each group answers for where it is used. One that
 * has them must open, print and export them as the sent one does.
 */
function agreeOnLayers(sent: PDF, signed: PDF): boolean {
  const [one, other] = [sent, signed].map((pdf) => pdf.getCatalog().get('OCProperties', resolveIn(pdf)));
  if (!one && !other) return true;
  if (!one) return false;
  const [config, signedConfig] = [readLayers(sent).config, readLayers(signed).config];
  const automatic = config?.get('AS', resolveIn(sent));
  if (!other) return automatic === undefined;
  const same = pageComparison(fileOf(sent), fileOf(signed));
  return ['BaseState', 'AS', 'Intent'].every((key) => same(config?.get(key), signedConfig?.get(key)));
}
