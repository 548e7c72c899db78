import { createHash } from 'node:crypto';
import {
  PDF,
  PdfArray,
  PdfBool,
  PdfDict,
  PdfName,
  PdfNumber,
  type PdfObject,
  type PdfRef,
  PdfStream,
  PdfString,
} from '@libpdf/core';
import type { FileFault } from '../../../domain/files.ts';
import { type Merged, type MergeLabels, type MergePart, PartUnusable } from '../../ports/pdf-workshop.ts';
import { agreePdfa } from './agree-pdfa.ts';
import { chooseIntent, type Intent, readIntent } from './choose-intent.ts';
import type { Redrawn } from './compare/looks-the-same.ts';
import { type Copier, openCopier } from './copy-objects.ts';
import { countWrittenPages } from './count-written-pages.ts';
import { type FindDestination, findDestinations } from './find-destinations.ts';
import { flattenPage } from './flatten-widgets.ts';
import { listSignatures } from './list-warnings.ts';
import { mergeLabels } from './merge-labels.ts';
import { openLayers } from './merge-layers.ts';
import { numberTags, openTagRoot, type PartTags } from './merge-tags.ts';
import { follow, inherited, type Resolve, resolveIn } from './pdf-objects.ts';
import { readPdf } from './read-pdf.ts';
import { type FieldPictures, redrawFields, ValueLost } from './redraw-fields.ts';
import { restoreNames } from './restore-names.ts';
import { tellKind } from './tell-kind.ts';
import { countObjects, weighParts } from './weigh-parts.ts';
import { type OutlineItem, readOutline, writeOutline } from './write-outline.ts';
import { clean, producer, writeXmp } from './write-xmp.ts';

/**
 * `onRedrawn` is told which form fields of a part were not taken over as they look. Throws {@link PartUnusable} for the
 * first part that cannot be merged.
 */
export async function mergeParts(
  parts: readonly MergePart[],
  labels: MergeLabels,
  onRedrawn: (part: number, fields: readonly Redrawn[]) => void = () => {},
): Promise<Merged> {
  if (parts.length === 0) throw new Error('a merge needs at least one part');
  const sources: PDF[] = [];
  for (const [index, part] of parts.entries()) sources.push(await openPart(part.bytes, index));

  const intents = sources.map(readIntent);
  const carrier = chooseIntent(intents);
  const target = PDF.create();
  const pagesRef = pageTreeRef(target);
  const pages: PdfRef[] = [];
  const outline: OutlineItem[] = [];
  const copiers: Copier[] = [];
  const starts: number[] = [];
  const brought: { begins: number; ends: number }[] = [];
  const tags = openTagRoot(target);
  const layers = openLayers(target);
  let nextTag = 0;

  for (const [index, source] of sources.entries()) {
    const begins = countObjects(target);
    const partTags = numberTags(source, nextTag);
    nextTag += partTags.numbers.size;
    const findDestination = findDestinations(source);
    const copier = openCopier(
      source,
      target,
      adjusting(source, partTags, findDestination),
      restoreNames(parts[index]?.bytes ?? new Uint8Array(), () => {
        throw new PartUnusable(index, 'page-differs');
      }),
    );
    const pictures = await redrawPart(source, parts[index]?.bytes ?? new Uint8Array(), index);
    onRedrawn(index, pictures.redrawn);
    const copies = copyPages(source, target, copier, pagesRef, pictures);
    tags.add(source, partTags, copier);
    layers.add(source, copier);
    const items = readOutline(source, findDestination, (place) => copyPlace(place, copies, copier));
    const [firstPage] = copies;
    const title = PdfString.fromString(clean(parts[index]?.title ?? ''));
    if (firstPage) outline.push({ title, destination: new PdfArray([firstPage, PdfName.of('Fit')]), items });
    copier.finish();
    brought.push({ begins, ends: countObjects(target) });
    copiers.push(copier);
    starts.push(pages.length);
    pages.push(...copies);
  }

  const partPages = sources.map((source) => source.getPageCount());
  const allTagged = tags.finish();
  layers.finish();
  writeOutline(target, outline);
  mergeLabels(
    target,
    sources.map((pdf, index) => ({ pdf, firstPage: starts[index] ?? 0 })),
  );
  writePageTree(target, pages);
  const clashing = carrier === undefined && intents.some((intent) => intent);
  const level = clashing ? undefined : agreePdfa(sources);
  const pdfa = level?.endsWith('a') && !allTagged ? undefined : level;
  // Some viewers convert calibrated colours by the output intent, so a part without one must not be given one.
  const disturbs = copiers.some((copier, part) => !intents[part] && copier.metDescribedColour());
  if (pdfa || !disturbs) carryIntent(target, intents[carrier ?? -1], copiers[carrier ?? -1]);
  writeMetadata(target, labels, pdfa);
  stampId(target, parts, labels);

  const bytes = await target.save({ useXRefStream: false, compressStreams: false });
  countAgain(bytes, partPages);
  return { bytes, pages: pages.length, partPages, partBytes: weighParts(target, bytes, brought), pdfa };
}

async function openPart(bytes: Uint8Array, index: number): Promise<PDF> {
  const refuse = (fault: FileFault | 'signed'): never => {
    throw new PartUnusable(index, fault);
  };
  if (bytes.length > 0 && (await tellKind(bytes)) !== 'pdf') return refuse('kind-unknown');
  const read = await readPdf(bytes);
  if ('fault' in read) return refuse(read.fault);
  return listSignatures(read.pdf).length > 0 ? refuse('signed') : read.pdf;
}

async function redrawPart(source: PDF, bytes: Uint8Array, index: number): Promise<FieldPictures> {
  try {
    return await redrawFields(source, bytes);
  } catch (fault) {
    throw fault instanceof ValueLost ? new PartUnusable(index, 'field-lost', fault.page + 1) : fault;
  }
}

const inheritable = ['Resources', 'MediaBox', 'CropBox', 'Rotate'] as const;
/** Page entries that are not copied: article threads, previews, scripts, and the link to the part's page tree. */
const leftBehind = ['Parent', 'B', 'Thumb', 'AA'] as const;

/** Adds every page of the source to the target; the objects they refer to are copied by `copier.finish`. */
function copyPages(
  source: PDF,
  target: PDF,
  copier: Copier,
  pagesRef: PdfRef,
  pictures: FieldPictures,
): readonly PdfRef[] {
  const resolve = resolveIn(source);
  const registry = target.context.registry;
  const found = source.getPages().map((page) => ({ page, to: registry.allocateRef() }));
  for (const { page, to } of found) copier.stand(page.ref, to);
  for (const [number, { page, to }] of found.entries()) {
    const flat = flattenPage(page.dict, source, (annotation) => pictures.pictureOf(number, annotation));
    for (const key of inheritable) {
      const value = flat.get(key) ?? inherited(page.dict, key, resolve);
      if (value) flat.set(key, value);
    }
    for (const key of leftBehind) flat.delete(key);
    const copied = copier.copy(flat);
    if (!(copied instanceof PdfDict)) throw new Error('a page is not a dictionary');
    copied.set('Type', PdfName.of('Page'));
    copied.set('Parent', pagesRef);
    registry.registerAt(to, copied);
  }
  return found.map(({ to }) => to);
}

/** Actions that do no more than show a place or open a link. */
const harmless: ReadonlySet<string> = new Set(['GoTo', 'GoToR', 'URI', 'Named']);

/** Renumbers tags, replaces named destinations by explicit ones and removes actions that could do harm. */
function adjusting(source: PDF, tags: PartTags, findDestination: FindDestination) {
  const resolve: Resolve = resolveIn(source);
  return (dict: PdfDict): void => {
    for (const key of ['StructParent', 'StructParents']) {
      const number = dict.getNumber(key, resolve)?.value;
      if (number === undefined) continue;
      const renumbered = tags.numbers.get(number);
      if (renumbered === undefined) dict.delete(key);
      else dict.set(key, PdfNumber.of(renumbered));
    }
    if (dict instanceof PdfStream || !dict.has('Subtype') || !dict.has('Rect')) return;
    dict.delete('AA');
    const action = dict.getDict('A', resolve);
    const does = action?.getName('S', resolve)?.value;
    if (dict.has('A') && !harmless.has(does ?? '')) dict.delete('A');
    if (action && does === 'GoTo') {
      const place = findDestination(action.get('D'));
      if (place)
        dict.set(
          'A',
          new PdfDict([
            ['S', PdfName.of('GoTo')],
            ['D', place],
          ]),
        );
      else dict.delete('A');
    }
    if (dict.has('Dest')) {
      const place = findDestination(dict.get('Dest'));
      if (place) dict.set('Dest', place);
      else dict.delete('Dest');
    }
  };
}

/** Replaces the page number that some writers put in a destination by a reference to the page. */
function copyPlace(place: PdfArray, pages: readonly PdfRef[], copier: Copier): PdfObject {
  const [first, ...rest] = place;
  const page = first instanceof PdfNumber ? pages[first.value] : undefined;
  return page ? new PdfArray([page, ...rest.map(copier.copy)]) : copier.copy(place);
}

function pageTreeRef(target: PDF): PdfRef {
  const ref = target.getCatalog().getRef('Pages');
  if (!ref) throw new Error('a new file has no page tree');
  return ref;
}

function writePageTree(target: PDF, pages: readonly PdfRef[]): void {
  const tree = follow(pageTreeRef(target), resolveIn(target));
  if (!(tree instanceof PdfDict)) throw new Error('a new file has no page tree');
  tree.set('Kids', new PdfArray([...pages]));
  tree.set('Count', PdfNumber.of(pages.length));
}

function writeMetadata(target: PDF, labels: MergeLabels, pdfa: Merged['pdfa']): void {
  const title = clean(labels.title);
  const catalog = target.getCatalog();
  const registry = target.context.registry;
  catalog.set('Lang', PdfString.fromString(labels.language));
  catalog.set('ViewerPreferences', PdfDict.of({ DisplayDocTitle: PdfBool.TRUE }));
  catalog.set('PageMode', PdfName.of('UseOutlines'));
  const xmp = writeXmp({ title, language: labels.language, pdfa });
  const metadata = PdfStream.fromDict({ Type: PdfName.of('Metadata'), Subtype: PdfName.of('XML') }, xmp);
  catalog.set('Metadata', registry.register(metadata));
  // Replaces the library's metadata, which contains the current time.
  target.context.info.trailer.set(
    'Info',
    registry.register(
      PdfDict.of({ Title: PdfString.fromString(title), Producer: PdfString.fromString(producer) }),
    ),
  );
}

function carryIntent(target: PDF, intent: Intent | undefined, copier: Copier | undefined): void {
  if (!intent || !copier) return;
  target.getCatalog().set('OutputIntents', new PdfArray([copier.copy(intent.dict)]));
  copier.finish();
}

/** The file's identity follows from what went into it, so that the same parts give the same bytes. */
function stampId(target: PDF, parts: readonly MergePart[], labels: MergeLabels): void {
  const hash = createHash('sha256').update(JSON.stringify([labels.title, labels.language]));
  for (const part of parts) hash.update(JSON.stringify([part.title, part.bytes.length])).update(part.bytes);
  const id = PdfString.fromBytes(hash.digest().subarray(0, 16));
  target.context.info.trailer.set('ID', new PdfArray([id, id]));
}

/** Opens the finished file again and counts its pages, so that a lost page never reaches a signer. */
function countAgain(bytes: Uint8Array, partPages: readonly number[]): void {
  const promised = partPages.reduce((sum, pages) => sum + pages, 0);
  const found = countWrittenPages(bytes);
  if (found !== promised) throw new Error(`merged ${found} pages of ${promised}`);
}
