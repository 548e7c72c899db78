import type { Actor } from '../../../domain/access/actor.ts';
import { may } from '../../../domain/access/may.ts';
import { type Guarded, guardedEntry } from '../../../domain/access/sight.ts';
import type { EntryId, Sha256 } from '../../../domain/basics.ts';
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
import { isRunning } from '../../../domain/signing-job.ts';
import type { CaseReader } from '../../ports/archive/cases.ts';
import type { EntryReader } from '../../ports/archive/entries.ts';
import type { FileReader } from '../../ports/archive/files.ts';
import type { JobReader } from '../../ports/archive/jobs.ts';
import type { PartyReader } from '../../ports/archive/parties.ts';
import type { PolicyReader } from '../../ports/archive/policy.ts';
import type { RestorationReader } from '../../ports/archive/restorations.ts';
import type { ArchivePart } from '../../ports/archive-store.ts';
import { type Inspection, type Merged, PartUnusable } from '../../ports/pdf-workshop.ts';
import type { Needs } from '../needs.ts';
import { readKnownParties } from './known-parties.ts';

type Touching = {
  readonly archive: ArchivePart<FileReader & JobReader>;
};

/** The exact PDF that would be signed. */
export type MergedFile = Merged & {
  readonly sha256: Sha256;
  readonly parts: readonly { readonly title: string; readonly pages: number }[];
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
    const parts: { title: string; bytes: Uint8Array }[] = [];
    for (const document of documents) {
      const object = currentObject(document);
      const bytes = object && (await needs.archive.read.readFile(object.sha256));
      checked.push(await checkDocument(needs, document, object, bytes));
      if (bytes) parts.push({ title: document.title, bytes });
    }
    const usable = documents.length > 0 && checked.every((document) => !document.fault);
    if (!usable) return { mark, checked, mergeFailed: false };
    const remembered = needs.memory.merged.get(mark);
    if (remembered) return { mark, checked, merged: remembered, mergeFailed: false };
    try {
      const merged = await needs.pdf.merge(parts, { title, language: 'nb' });
      const file: MergedFile = {
        ...merged,
        sha256: await needs.digest.sha256(merged.bytes),
        parts: parts.map((part, position) => ({ title: part.title, pages: merged.partPages[position] ?? 0 })),
      };
      remember(needs.memory.merged, mark, file, keptMerges);
      return { mark, checked, merged: file, mergeFailed: false };
    } catch (fault) {
      if (!(fault instanceof PartUnusable)) return { mark, checked, mergeFailed: true };
      return {
        mark,
        checked: checked.map((document, position) =>
          position === fault.index
            ? {
                ...document,
                fault: unmergeable(fault),
                ...(fault.page !== undefined && { page: fault.page }),
              }
            : document,
        ),
        mergeFailed: true,
      };
    }
  };

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
  needs: Pick<Needs, 'training' | 'onTrial' | 'vault'>,
  archive: CaseReader & EntryReader & JobReader & PartyReader & PolicyReader & RestorationReader,
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
    jobRunning: (await archive.jobsOf(entryId)).some(isRunning),
    restored: (await archive.restoredSince()) !== undefined,
    jobLost: await archive.hasLostJob(entryId),
    documents: gathered.checked,
    merged: gathered.merged && { bytes: gathered.merged.bytes.byteLength, pages: gathered.merged.pages },
    mergeFailed: gathered.mergeFailed,
    policy: await archive.policy(),
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
