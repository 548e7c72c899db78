import type { Actor } from '../../../domain/access/actor.ts';
import { type AccessRefusal, may } from '../../../domain/access/may.ts';
import { guardedEntry } from '../../../domain/access/sight.ts';
import { type DocumentId, type EntryId, ok, type Result, refuse } from '../../../domain/basics.ts';
import { type FiledControl, hasWorsened } from '../../../domain/signature-control.ts';
import { isWorse } from '../../../domain/signature-report.ts';
import type { LogWriter } from '../../ports/archive/change-log.ts';
import type {
  SignatureControlReader,
  SignatureControlWriter,
} from '../../ports/archive/signature-controls.ts';
import type { ArchivePart } from '../../ports/archive-store.ts';
import { systemName } from '../audit-log.ts';
import { changed } from '../changed-event.ts';
import type { Needs } from '../needs.ts';
import type { ControlRefusal, Program } from './control-file.ts';
import { type JudgingReads, judgeFiled } from './judge-filed.ts';
import { findSigned, type OpenSigned, openSigned, type SignedReads } from './open-signed.ts';
import { trustAnchors } from './trust-anchors.ts';

type Touching = {
  readonly archive: ArchivePart<SignedReads & JudgingReads, SignatureControlWriter & LogWriter>;
};
type Controlling = Pick<Needs, 'pdf' | 'signing' | 'clock' | 'ids' | 'publish'> & Program & Touching;

export type FiledControlRefusal = ControlRefusal | AccessRefusal | 'not-found' | 'file-missing';

/**
 * Controls the signatures of a filed document once more. Kept beside the controls before it where the person may work on
 * the entry; others are only shown it.
 */
export const controlFiled =
  (needs: Controlling) =>
  async (
    actor: Actor,
    entryId: EntryId,
    documentId: DocumentId,
  ): Promise<Result<{ readonly control: FiledControl; readonly isKept: boolean }, FiledControlRefusal>> => {
    const opened = await openSigned(needs.archive.read, actor, entryId, documentId);
    if (!opened.ok) return opened;
    const made = await makeControl(needs, opened.value, actor.name);
    if (!made.ok) return made;
    const guarded = guardedEntry(opened.value.entry, opened.value.caseFile);
    const isKept = may(actor, 'register', guarded).ok || may(actor, 'journal', guarded).ok;
    if (isKept) await keepControl(needs, opened.value, made.value);
    return ok({ control: made.value, isKept });
  };

const mostAtOnce = 5;

/** Controls some of the signed documents that never were: those that came before controls were kept, and new answers. */
export const controlUncontrolled = (needs: Controlling) => async (): Promise<void> => {
  const { read } = needs.archive;
  // Without anybody to trust, every control would say the same of every file.
  if ((await trustAnchors(read, needs)).anchors.length === 0) return;
  for (const { entryId, documentId } of await read.uncontrolled(mostAtOnce)) {
    const found = await findSigned(read, entryId, documentId);
    const made = found && (await makeControl(needs, found, systemName));
    if (found && made?.ok) await keepControl(needs, found, made.value);
  }
};

async function makeControl(
  needs: Controlling,
  opened: OpenSigned,
  by: string,
): Promise<Result<FiledControl, ControlRefusal | 'file-missing'>> {
  const { read } = needs.archive;
  const { document, object } = opened;
  const bytes = await read.readFile(object.sha256);
  if (!bytes) return refuse('file-missing', { file: object.fileName });
  const judged = await judgeFiled(needs, opened, bytes);
  if (!judged.ok) return judged;
  const { at, report, verdict } = judged.value;
  const control: FiledControl = {
    id: needs.ids.newId(),
    documentId: document.id,
    objectId: object.id,
    fileName: object.fileName,
    sha256: object.sha256,
    size: object.size,
    at,
    by,
    seglVersion: needs.about.version,
    report,
    verdict,
    isWorse: false,
  };
  const knowsAnybody = (await trustAnchors(read, needs)).anchors.length > 0;
  return ok({ ...control, isWorse: await worsened(read, opened, control, knowsAnybody) });
}

/** Where nobody is trusted, only what is wrong with the file itself is worse than before. */
async function worsened(
  archive: SignatureControlReader,
  { document, object }: OpenSigned,
  control: FiledControl,
  knowsAnybody: boolean,
): Promise<boolean> {
  if (!knowsAnybody && !isWorse('unsigned', control.report.word)) return false;
  const [before] = await archive.controlsOf(document.id);
  return hasWorsened(before ?? { wasVerified: object.signature?.verification === 'V' }, control);
}

/** Files the control, and tells in the log how it turned out. */
export async function keepControl(
  { archive, publish }: Pick<Controlling, 'archive' | 'publish'>,
  { entry, caseFile }: OpenSigned,
  control: FiledControl,
): Promise<void> {
  await archive.change(async (tx) => {
    await tx.addControl(control);
    await tx.log({
      subject: 'document',
      subjectId: control.documentId,
      code: control.isWorse ? 'signature-worsened' : 'signature-controlled',
      facts: { word: control.report.word },
      at: control.at,
      by: control.by,
    });
  });
  publish(changed(caseFile.id, entry.id));
}
