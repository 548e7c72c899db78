import type { Actor } from '../../../domain/access/actor.ts';
import { may } from '../../../domain/access/may.ts';
import { type Guarded, guardedEntry } from '../../../domain/access/sight.ts';
import type { DocumentId, EntryId, Sha256 } from '../../../domain/basics.ts';
import { isOpen } from '../../../domain/case-file.ts';
import type {
  CheckedDocument,
  DispatchFacts,
  DocumentFault,
  KnownReach,
} from '../../../domain/dispatch-check.ts';
import type { DispatchOrder } from '../../../domain/dispatch-order.ts';
import { currentObject, type DocumentObject, type EntryDocument } from '../../../domain/documents.ts';
import { readIdentityNumber } from '../../../domain/identity-number.ts';
import { policyFor } from '../../../domain/limits.ts';
import { isRunning } from '../../../domain/signing-job.ts';
import type { AccessReader } from '../../ports/archive/access.ts';
import type { CaseReader } from '../../ports/archive/cases.ts';
import type { DocumentReader } from '../../ports/archive/documents.ts';
import type { EntryReader } from '../../ports/archive/entries.ts';
import type { EntryLinkReader } from '../../ports/archive/entry-links.ts';
import type { FileReader } from '../../ports/archive/files.ts';
import type { JobReader } from '../../ports/archive/jobs.ts';
import type { PartyReader } from '../../ports/archive/parties.ts';
import type { PolicyReader } from '../../ports/archive/policy.ts';
import type { RestorationReader } from '../../ports/archive/restorations.ts';
import type { ScreeningReader } from '../../ports/archive/screenings.ts';
import type { ArchivePart } from '../../ports/archive-store.ts';
import { type Inspection, type Merged, PartUnusable } from '../../ports/pdf-workshop.ts';
import { screeningFlawsOf } from '../access/screening-flaws.ts';
import type { Needs } from '../needs.ts';
import { readKnownParties } from './known-parties.ts';
import { answeredEarlier } from './sent-again.ts';

type Touching = {
  readonly archive: ArchivePart<FileReader & JobReader>;
};

/** The exact PDF that would be signed. */
export type MergedFile = Merged & {
  readonly sha256: Sha256;
  readonly parts: readonly MergedPart[];
};

/** One document in the merged file. */
export type MergedPart = {
  readonly documentId: DocumentId;
  readonly pages: number;
  /** What it takes of the merged file, measured there; absent where that cannot be done. */
  readonly bytes: number | undefined;
};

/** What of a dispatch takes time to find out, kept by what it was made of, so that a live check costs nothing twice. */
export type DispatchMemory = {
  readonly inspections: Map<Sha256, Inspection>;
  /** By {@link documentsMark}. */
  readonly merged: Map<string, MergedFile>;
};
export const newDispatchMemory = (): DispatchMemory => ({ inspections: new Map(), merged: new Map() });
const keptMerges = 6;
const keptInspections = 500;

/** Changes whenever the merged file would. */
export const documentsMark = (title: string, documents: readonly EntryDocument[]): string =>
  JSON.stringify([title, documents.map((document) => [document.title, currentObject(document)?.sha256])]);

export type GatheredDocuments = {
  readonly mark: string;
  readonly checked: readonly CheckedDocument[];
  readonly merged?: MergedFile;
  /** Of the documents that can be merged: the merged file, or as much of it as there can be. Never sent. */
  readonly weighed?: MergedFile;
  readonly mergeFailed: boolean;
};

type Gathering = Pick<Needs, 'pdf' | 'digest' | 'vault' | 'training' | 'onTrial'> &
  Touching & {
    readonly memory: DispatchMemory;
  };

/** Inspects and merges the entry's documents as they stand. */
export const gatherDocuments =
  (needs: Gathering) =>
  async (title: string, documents: readonly EntryDocument[]): Promise<GatheredDocuments> => {
    const mark = documentsMark(title, documents);
    const checked: CheckedDocument[] = [];
    const parts: Part[] = [];
    for (const document of documents) {
      const object = currentObject(document);
      const bytes = object && (await needs.archive.read.readFile(object.sha256));
      checked.push(await checkDocument(needs, document, object, bytes));
      parts.push({ document, bytes: bytes ?? new Uint8Array() });
    }
    const weigh = async (found: readonly CheckedDocument[]) => {
      const usable = parts.filter((_, position) => !found[position]?.fault);
      if (usable.length === 0) return undefined;
      return mergeRemembered(needs, title, usable).catch(() => undefined);
    };
    const usable = documents.length > 0 && checked.every((document) => !document.fault);
    if (!usable) return { mark, checked, weighed: await weigh(checked), mergeFailed: false };
    try {
      const merged = await mergeRemembered(needs, title, parts);
      return { mark, checked, merged, weighed: merged, mergeFailed: false };
    } catch (fault) {
      if (!(fault instanceof PartUnusable)) return { mark, checked, mergeFailed: true };
      const found = checked.map((document, position) =>
        position === fault.index
          ? {
              ...document,
              fault: unmergeable(fault),
              ...(fault.page !== undefined && { page: fault.page }),
            }
          : document,
      );
      return { mark, checked: found, weighed: await weigh(found), mergeFailed: true };
    }
  };

type Part = { readonly document: EntryDocument; readonly bytes: Uint8Array };

/** Throws {@link PartUnusable}. */
async function mergeRemembered(
  { pdf, digest, memory }: Pick<Gathering, 'pdf' | 'digest' | 'memory'>,
  title: string,
  parts: readonly Part[],
): Promise<MergedFile> {
  const mark = documentsMark(
    title,
    parts.map(({ document }) => document),
  );
  const remembered = memory.merged.get(mark);
  // Documents may be alike, so which they are is not remembered with the file.
  const of = (merged: Merged): readonly MergedPart[] =>
    parts.map(({ document }, position) => ({
      documentId: document.id,
      pages: merged.partPages[position] ?? 0,
      bytes: merged.partBytes[position],
    }));
  if (remembered) return { ...remembered, parts: of(remembered) };
  const named = parts.map(({ document, bytes }) => ({ title: document.title, bytes }));
  const merged = await pdf.merge(named, { title, language: 'nb' });
  const file: MergedFile = {
    ...merged,
    sha256: await digest.sha256(merged.bytes),
    parts: of(merged),
  };
  remember(memory.merged, mark, file, keptMerges);
  return file;
}

function unmergeable({ fault }: PartUnusable): DocumentFault {
  switch (fault) {
    case 'name-mismatch':
    case 'kind-unknown':
    case 'converter-missing':
    case 'conversion-failed':
      return 'damaged';
    case 'empty':
    case 'encrypted':
    case 'damaged':
    case 'no-pages':
    case 'too-heavy':
    case 'signed':
    case 'page-differs':
    case 'field-lost':
      return fault;
  }
}

async function checkDocument(
  { pdf, memory }: Gathering,
  document: EntryDocument,
  object: DocumentObject | undefined,
  bytes: Uint8Array | undefined,
): Promise<CheckedDocument> {
  const known = { title: document.title, finished: document.status === 'F' };
  if (!object || !bytes) return { ...known, fault: 'empty', warnings: [] };
  const inspection = memory.inspections.get(object.sha256) ?? (await pdf.inspect(bytes, object.fileName));
  // The machine may only have been busy.
  if (inspection.fault !== 'too-heavy')
    remember(memory.inspections, object.sha256, inspection, keptInspections);
  const warnings = inspection.warnings.filter((flaw) => flaw !== 'signed');
  return { ...known, fault: faultOf(inspection), warnings };
}

const faultOf = (inspection: Inspection): DocumentFault | undefined => {
  switch (inspection.fault) {
    case undefined:
      if (inspection.kind !== 'pdf') return 'not-pdf';
      return inspection.warnings.includes('signed') ? 'signed' : undefined;
    case 'empty':
    case 'encrypted':
    case 'damaged':
    case 'no-pages':
    case 'too-heavy':
    case 'kind-unknown':
      return inspection.fault;
    case 'name-mismatch':
    case 'converter-missing':
    case 'conversion-failed':
      return 'not-pdf';
  }
};

function remember<Value>(memory: Map<string, Value>, key: string, value: Value, kept: number): void {
  memory.delete(key);
  memory.set(key, value);
  for (const oldest of memory.keys()) {
    if (memory.size <= kept) return;
    memory.delete(oldest);
  }
}

/** Everything the dispatch rules look at, read from `archive` (committed state, or the transaction that decides). */
export async function dispatchFacts(
  needs: Pick<Needs, 'clock' | 'training' | 'onTrial' | 'vault'>,
  archive: AccessReader &
    CaseReader &
    DocumentReader &
    EntryLinkReader &
    EntryReader &
    JobReader &
    PartyReader &
    PolicyReader &
    RestorationReader &
    ScreeningReader,
  entryId: EntryId,
  actor: Actor,
  gathered: Omit<GatheredDocuments, 'mark'>,
  knownReach: ReadonlyMap<string, KnownReach>,
): Promise<(DispatchFacts & { readonly guarded: Guarded }) | undefined> {
  const entry = await archive.findEntry(entryId);
  const caseFile = entry && (await archive.findCase(entry.caseId));
  if (!entry || !caseFile) return undefined;
  const guarded = guardedEntry(entry, caseFile);
  const allowed = may(actor, 'dispatch', guarded);
  return {
    entry,
    guarded,
    ...(!allowed.ok && { barred: allowed.refusal }),
    mayChangeDeadline: may(actor, 'change-deadline', guarded).ok,
    caseFile: {
      caseNumber: caseFile.caseNumber,
      open: isOpen(caseFile),
      title: caseFile.title,
      screened: caseFile.screening !== undefined,
    },
    screeningFlaws: await screeningFlawsOf(archive, entry, needs.clock.now()),
    jobRunning: (await archive.jobsOf(entryId)).some(isRunning),
    earlier: await answeredEarlier(archive, entryId),
    restored: (await archive.restoredSince()) !== undefined,
    jobLost: await archive.hasLostJob(entryId),
    documents: gathered.checked,
    merged: gathered.merged && { bytes: gathered.merged.bytes.byteLength, pages: gathered.merged.pages },
    mergeableBytes: gathered.weighed?.bytes.byteLength,
    mergeFailed: gathered.mergeFailed,
    policy: policyFor(await archive.policy(), (await archive.documentsOf(entryId))[0]?.type),
    training: needs.training || (needs.onTrial?.() ?? false),
    parties: await readKnownParties(needs, archive, entryId),
    knownReach,
  };
}

/** Who of the recipients could not be reached last time, by canonical identity number. */
export async function knownReachOf(
  needs: Pick<Needs, 'vault'> & Touching,
  order: DispatchOrder,
): Promise<ReadonlyMap<string, KnownReach>> {
  const byFingerprint = new Map<string, string>();
  for (const recipient of order.recipients) {
    const identity = readIdentityNumber(recipient.identityNumber);
    if (typeof identity !== 'string')
      byFingerprint.set(await needs.vault.fingerprint(identity.digits), identity.digits);
  }
  const known = await needs.archive.read.knownReach([...byFingerprint.keys()]);
  return new Map([...known].map(([fingerprint, reach]) => [byFingerprint.get(fingerprint) ?? '', reach]));
}
