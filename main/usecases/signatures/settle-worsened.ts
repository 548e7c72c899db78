import type { Actor } from '../../../domain/access/actor.ts';
import type { AccessRefusal } from '../../../domain/access/may.ts';
import { ok, type Result, refuse } from '../../../domain/basics.ts';
import type { ControlId } from '../../../domain/signature-control.ts';
import type { CaseReader } from '../../ports/archive/cases.ts';
import type { LogWriter } from '../../ports/archive/change-log.ts';
import type { DocumentReader } from '../../ports/archive/documents.ts';
import type { EntryReader } from '../../ports/archive/entries.ts';
import type {
  SignatureControlReader,
  SignatureControlWriter,
} from '../../ports/archive/signature-controls.ts';
import type { ArchivePart } from '../../ports/archive-store.ts';
import { mayOnEntry } from '../entries/open-for-change.ts';
import type { Needs } from '../needs.ts';

type Touching = {
  readonly archive: ArchivePart<
    CaseReader & DocumentReader & EntryReader & SignatureControlReader,
    LogWriter & SignatureControlWriter
  >;
};

/** The document centre has dealt with a control that turned out worse; the control itself stays as it is. */
export const settleWorsened =
  ({ archive, clock }: Pick<Needs, 'clock'> & Touching) =>
  (actor: Actor, controlId: ControlId): Promise<Result<undefined, AccessRefusal | 'not-found'>> =>
    archive.change(async (tx) => {
      const control = await tx.findControl(controlId);
      const place = control && (await tx.findDocumentObject(control.objectId));
      const [entryId] = place?.entryIds ?? [];
      if (!control || !entryId) return refuse('not-found');
      const allowed = await mayOnEntry(tx, actor, 'journal', entryId);
      if (!allowed.ok) return allowed;
      if (control.settled) return ok(undefined);
      const at = clock.now();
      await tx.settleControl(control.id, at, actor.name);
      await tx.log({
        subject: 'document',
        subjectId: control.documentId,
        code: 'signature-worsening-settled',
        facts: {},
        at,
        by: actor.name,
      });
      return ok(undefined);
    });
