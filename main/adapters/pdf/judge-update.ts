import { PDF, PdfArray, PdfDict, PdfName, PdfNumber, type PdfObject, PdfStream } from '@libpdf/core';
import { type ChangeCode, type VerdictPart, verdictPart } from '../../../domain/verdict.ts';
import { readCertificate } from '../signatures/read-certificate.ts';
import { comparison, type Same } from './compare-objects.ts';
import { isChainOfUpdates } from './list-updates.ts';
import { follow, type Resolve, resolveIn } from './pdf-objects.ts';
import { openPlainFile } from './plain/open-plain-file.ts';
import { NotPlain } from './plain/plain-values.ts';
import { boxOf } from './read-page.ts';

const storeEntries = new Set(['Type', 'Certs', 'CRLs', 'OCSPs', 'VRI']);
const itemEntries = new Set(['Type', 'Cert', 'CRL', 'OCSP', 'TU', 'TS']);
const fieldEntries = new Set([
  'Type',
  'Subtype',
  'FT',
  'T',
  'V',
  'Rect',
  'F',
  'P',
  'Ff',
  'AP',
  'MK',
  'DR',
  'DA',
]);
const stampEntries = new Set(['Type', 'Filter', 'SubFilter', 'Contents', 'ByteRange', 'V', 'Prop_Build']);
/** Entries of the information dictionary that a program may change when it adds evidence to a file. */
const infoEntries = new Set(['ModDate', 'Producer']);

/**
 * What was added after the seal. Evidence for the seal itself (a DSS, ETSI EN 319 142-1, 5.4) and time stamps over the
 * whole may come later; everything else must be as it was when it was sealed. `signatures`: others may have signed after.
 */
export async function judgeUpdate(
  bytes: Uint8Array,
  signedEnd: number,
  after: PDF,
  allows: 'evidence' | 'signatures' = 'evidence',
): Promise<VerdictPart<ChangeCode>> {
  if (!isChainOfUpdates(bytes, signedEnd) || !isByTheBook(bytes)) return verdictPart('structure-unclear');
  let before: PDF;
  try {
    before = await PDF.load(new Uint8Array(bytes.subarray(0, signedEnd)));
  } catch {
    return verdictPart('structure-unclear');
  }
  if (before.recoveredViaBruteForce) return verdictPart('structure-unclear');
  const changed = findChange(before, after, allows);
  return changed ? verdictPart('altered-after-seal', { what: changed }) : verdictPart('evidence-added');
}

/** Every object stands where the file says and has each entry once: else readers differ about what it is. */
function isByTheBook(bytes: Uint8Array): boolean {
  try {
    return [...openPlainFile(bytes).objects()].length > 0;
  } catch (fault) {
    if (fault instanceof NotPlain) return false;
    throw fault;
  }
}

type Both = {
  readonly before: PDF;
  readonly after: PDF;
  readonly same: Same;
  readonly old: Resolve;
  readonly now: Resolve;
  readonly allows: 'evidence' | 'signatures';
};

/** The name of the first entry that was changed after the seal; undefined where none was. */
function findChange(before: PDF, after: PDF, allows: Both['allows']): string | undefined {
  const [old, now] = [resolveIn(before), resolveIn(after)];
  const shown = { isShown: () => true };
  const same = comparison({ resolve: old, ...shown }, { resolve: now, ...shown }, (key, holder) => {
    return key === 'Annots' && holder.getName('Type')?.value === 'Page';
  });
  const both: Both = { before, after, same, old, now, allows };
  const [root, newRoot] = [before.getCatalog(), after.getCatalog()];
  const rules: Readonly<Record<string, (was?: PdfObject, is?: PdfObject) => boolean>> = {
    DSS: (was, is) => isStoreGrown(was, is, both),
    Extensions: (_, is) => isPlain(is, now, 0),
    AcroForm: (was, is) => isFormGrown(was, is, both),
  };
  for (const key of keysOf(root, newRoot)) {
    const [was, is] = [root.get(key), newRoot.get(key)];
    if (!(rules[key]?.(was, is) || same(was, is))) return key;
  }
  const [info, newInfo] = [before, after].map((pdf) => pdf.context.info.trailer.get('Info', resolveIn(pdf)));
  const [oldInfo, nowInfo] = [asDict(info), asDict(newInfo)];
  for (const key of keysOf(oldInfo, nowInfo))
    if (!infoEntries.has(key) && !same(oldInfo?.get(key), nowInfo?.get(key))) return `Info ${key}`;
  return isEveryPageKept(both) ? undefined : 'Annots';
}

/** Evidence is only ever added: what was there is there still, and nothing else than evidence has come. */
function isStoreGrown(
  was: PdfObject | undefined,
  is: PdfObject | undefined,
  { same, old, now }: Both,
): boolean {
  const [store, grown] = [asDict(follow(was, old)), asDict(follow(is, now))];
  if (!grown || !hasOnly(grown, storeEntries)) return false;
  const lists = ['Certs', 'CRLs', 'OCSPs'];
  const keeps = lists.every((key) => {
    const [list, longer] = [itemsOf(store?.get(key), old), itemsOf(grown.get(key), now)];
    return (
      longer.every((item) => (key === 'Certs' ? isCertificate : isEvidence)(follow(item, now))) &&
      list.every((item) => longer.some((one) => same(item, one)))
    );
  });
  const [items, more] = [asDict(follow(store?.get('VRI'), old)), asDict(follow(grown.get('VRI'), now))];
  return (
    keeps &&
    [...(items ?? [])].every(([key]) => more?.has(key.value)) &&
    [...(more ?? [])].every(([, item]) => isItem(follow(item, now), now))
  );
}

function isItem(item: PdfObject | undefined, now: Resolve): boolean {
  if (!(item instanceof PdfDict) || !hasOnly(item, itemEntries)) return item instanceof PdfName;
  return ['Cert', 'CRL', 'OCSP'].every((key) =>
    itemsOf(item.get(key), now).every((one) => isEvidence(follow(one, now))),
  );
}

/** A stream that is nothing but DER, which begins with a SEQUENCE. */
const isEvidence = (object: PdfObject | undefined): boolean =>
  object instanceof PdfStream &&
  hasOnly(object, new Set(['Length', 'Filter', 'DecodeParms', 'Type'])) &&
  object.getDecodedData()[0] === 0x30;

function isCertificate(object: PdfObject | undefined): boolean {
  if (!(object instanceof PdfStream) || !isEvidence(object)) return false;
  try {
    readCertificate(object.getDecodedData());
    return true;
  } catch {
    return false;
  }
}

function isFormGrown(was: PdfObject | undefined, is: PdfObject | undefined, both: Both): boolean {
  const [form, grown] = [asDict(follow(was, both.old)), asDict(follow(is, both.now))];
  if (!grown) return false;
  for (const key of keysOf(form, grown)) {
    if (key === 'Fields' || key === 'SigFlags') continue;
    if (!both.same(form?.get(key), grown.get(key))) return false;
  }
  const flags = follow(grown.get('SigFlags'), both.now);
  if (flags !== undefined && !(flags instanceof PdfNumber && (flags.value & ~3) === 0)) return false;
  return isGrownByStamps(form?.get('Fields'), grown.get('Fields'), both);
}

function isEveryPageKept(both: Both): boolean {
  const [pages, newPages] = [both.before.getPages(), both.after.getPages()];
  return (
    pages.length === newPages.length &&
    pages.every(({ dict }, place) =>
      isGrownByStamps(dict.get('Annots'), newPages[place]?.dict.get('Annots'), both),
    )
  );
}

/** All that was in the list comes first and unchanged; then only fields of time stamps, or of further signatures. */
function isGrownByStamps(was: PdfObject | undefined, is: PdfObject | undefined, both: Both): boolean {
  const { same, old, now, allows } = both;
  const [list, longer] = [itemsOf(was, old), itemsOf(is, now)];
  const isNew = (item: PdfObject): boolean => {
    const field = asDict(follow(item, now));
    return isStampField(field, now) || (allows === 'signatures' && isSignatureField(field, now));
  };
  const isKept = (item: PdfObject, place: number): boolean =>
    same(item, longer[place]) || (allows === 'signatures' && isSignedSince(item, longer[place], both));
  return longer.length >= list.length && list.every(isKept) && longer.slice(list.length).every(isNew);
}

const signatureKinds = new Set(['ETSI.CAdES.detached', 'adbe.pkcs7.detached']);
const signatureEntries = new Set([...fieldEntries, 'Lock', 'SV', 'M', 'TU', 'NM']);

/** The field of one signature more; how it looks on the page is its own. */
function isSignatureField(field: PdfDict | undefined, now: Resolve): boolean {
  const value = field?.getDict('V', now);
  return (
    field !== undefined &&
    value !== undefined &&
    hasOnly(field, signatureEntries) &&
    field.getName('FT', now)?.value === 'Sig' &&
    value.has('ByteRange') &&
    signatureKinds.has(value.getName('SubFilter', now)?.value ?? '')
  );
}

/** A place for a signature that stood empty, and has been signed. */
function isSignedSince(
  was: PdfObject,
  is: PdfObject | undefined,
  { same, old, now }: Pick<Both, 'same' | 'old' | 'now'>,
): boolean {
  const [empty, signed] = [asDict(follow(was, old)), asDict(follow(is, now))];
  if (!empty || !signed || empty.has('V') || !isSignatureField(signed, now)) return false;
  return [...keysOf(empty, signed)].every(
    (key) => ['V', 'AP', 'M', 'F', 'MK'].includes(key) || same(empty.get(key), signed.get(key)),
  );
}

function isStampField(field: PdfDict | undefined, now: Resolve): boolean {
  const value = field?.getDict('V', now);
  return (
    field !== undefined &&
    value !== undefined &&
    hasOnly(field, fieldEntries) &&
    hasOnly(value, stampEntries) &&
    field.getName('FT', now)?.value === 'Sig' &&
    value.has('ByteRange') &&
    value.getName('SubFilter', now)?.value === 'ETSI.RFC3161' &&
    boxOf(field.get('Rect', now), now) === undefined
  );
}

/** Names, numbers and dictionaries of them; no streams, and no references nested without limit. */
function isPlain(object: PdfObject | undefined, now: Resolve, depth: number): boolean {
  const value = follow(object, now);
  if (value instanceof PdfStream || depth > 4) return false;
  if (value instanceof PdfDict) return [...value].every(([, one]) => isPlain(one, now, depth + 1));
  if (value instanceof PdfArray) return [...value].every((one) => isPlain(one, now, depth + 1));
  return value !== undefined;
}

const asDict = (object: PdfObject | undefined): PdfDict | undefined =>
  object instanceof PdfDict ? object : undefined;
const itemsOf = (object: PdfObject | undefined, resolve: Resolve): readonly PdfObject[] => {
  const list = follow(object, resolve);
  return list instanceof PdfArray ? list.toArray() : [];
};
const hasOnly = (dict: PdfDict, entries: ReadonlySet<string>): boolean =>
  [...dict].every(([key]) => entries.has(key.value));
const keysOf = (...dicts: readonly (PdfDict | undefined)[]): ReadonlySet<string> =>
  new Set(dicts.flatMap((dict) => [...(dict ?? [])].map(([key]) => key.value)));
