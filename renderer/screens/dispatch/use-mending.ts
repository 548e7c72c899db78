import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { Decision } from '../../../domain/decision.ts';
import type { Finding } from '../../../domain/findings.ts';
import type { MendingAct } from '../../../domain/mending.ts';
import { cutAtWord, withoutForbidden } from '../../../domain/title.ts';
import type { RefusalView } from '../../../preload/contract/contract.ts';
import type { DispatchPrepareView, WeighedView } from '../../../preload/contract/dispatch.ts';
import { mendingTexts } from '../../../texts/mending.ts';
import { useTexts } from '../../api/session.ts';
import { askOptions, useAsk } from '../../api/use-ask.ts';
import { recipientPosition } from './findings-by-field.ts';
import { documentOf, mayMend, reopening } from './may-mend.ts';
import type { DispatchWork } from './use-dispatch.ts';
import { useEntryActs } from './use-entry-acts.ts';

type Around = {
  readonly prepared: DispatchPrepareView;
  readonly work: DispatchWork;
  readonly documents: WeighedView['documents'];
  /** Keys of the recipients as they stood when checked. */
  readonly keys: readonly number[];
  readonly say: (text: string) => void;
  readonly goTo: (finding: Finding) => void;
  readonly addRecipient: () => void;
  readonly seePreview: () => void;
};
/** What has been done and can be undone from where it was done. */
type Undoable = { readonly sentence: string; readonly undo: () => Promise<void> | void };
/** An act that asks for something first, and the finding it stands at. */
export type OpenAct = { readonly act: MendingAct; readonly finding: Finding };

export type MendingWork = {
  readonly mayDo: (act: MendingAct, finding: Finding) => Decision;
  /** May the documents of the entry be changed, if need be after it is taken back to reserved? */
  readonly mayChangeDocuments: Decision;
  readonly run: (act: MendingAct, findings: readonly Finding[]) => Promise<void>;
  readonly takeOut: (documentIds: readonly string[]) => Promise<void>;
  readonly openAct: OpenAct | undefined;
  readonly close: (said?: string) => void;
  readonly busy: boolean;
  readonly refusal: RefusalView | undefined;
  readonly undoable: Undoable | undefined;
};

/** What had the focus goes with its finding, and a dialog over this one goes with the next drawing. */
const focusCheck = (): void => {
  const heading = () => document.getElementById('dispatch-entry')?.focus({ preventScroll: true });
  heading();
  requestAnimationFrame(() => requestAnimationFrame(heading));
};

/** Acts that ask for something before they are done. */
const asking: readonly MendingAct[] = [
  'edit-title',
  'rename-document',
  'replace-file',
  'make-smaller',
  'screen',
];

/** Mends what was found, beside where it is told; the order as it is typed stays as it is. */
export function useMending(around: Around): MendingWork {
  const { prepared, work, documents, keys, say, goTo, addRecipient, seePreview } = around;
  const { entryId } = prepared;
  const t = useTexts(mendingTexts);
  const client = useQueryClient();
  const entry = useAsk('entries.open', { entryId });
  const acts = useEntryActs(entryId);
  const [openAct, setOpenAct] = useState<OpenAct>();
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<RefusalView>();
  const [undoable, setUndoable] = useState<Undoable>();

  const settled = (sentence: string, undo?: Undoable['undo']) => {
    setUndoable(undo ? { sentence, undo } : undefined);
    say(sentence);
    focusCheck();
    work.checkAgain();
  };
  const doing = async (what: () => Promise<RefusalView | undefined>): Promise<boolean> => {
    setBusy(true);
    setRefusal(undefined);
    const refused = await what();
    setBusy(false);
    setRefusal(refused);
    if (refused) work.checkAgain();
    return !refused;
  };
  const takeOut = async (documentIds: readonly string[]) => {
    const taken = documents.filter(({ id }) => documentIds.includes(id));
    const [first] = taken;
    if (!first || !(await doing(() => acts.takeOut(taken.map(({ id }) => id))))) return;
    const one = taken.length === 1;
    const again = async () => {
      if (!(await doing(() => acts.putBack(taken.map(({ id }) => id))))) return;
      settled(one ? t.done.putBack(first.title) : t.done.putBackMany(taken.length));
    };
    settled(one ? t.done.takenOut(first.title) : t.done.takenOutMany(taken.length), again);
  };
  const changeOrder = (part: Parameters<DispatchWork['change']>[0], sentence: string) => {
    const { draft } = work;
    const before = Object.fromEntries(Object.keys(part).map((key) => [key, Reflect.get(draft, key)]));
    work.change(part);
    settled(sentence, () => {
      work.change(before);
      setUndoable(undefined);
    });
  };
  const run = async (act: MendingAct, findings: readonly Finding[]): Promise<void> => {
    const [finding] = findings;
    if (!finding) return;
    if (asking.includes(act)) return setOpenAct({ act, finding });
    const { draft } = work;
    switch (act) {
      case 'finish':
        if (await doing(acts.finish)) settled(t.done.finished);
        return;
      case 'approve':
        if (await doing(acts.approve)) settled(t.done.approved);
        return;
      case 'take-out':
        return takeOut(findings.flatMap((one) => documentOf(one, documents)?.id ?? []));
      case 'take-document-title':
        if (finding.code !== 'main-title-differs') return;
        if (await doing(() => acts.retitle(finding.facts.document))) settled(t.done.renamed);
        return;
      case 'take-entry-title': {
        const main = documents[0];
        if (main && (await doing(() => acts.rename(main.id, prepared.title)))) settled(t.done.renamed);
        return;
      }
      case 'cut-message':
        return changeOrder({ message: cutAtWord(draft.message, prepared.limits.maxMessage) }, t.done.cut);
      case 'clean-message':
        return changeOrder({ message: withoutForbidden(draft.message) }, t.done.cleaned);
      case 'standard-deadline': {
        const days = prepared.limits.defaultDeadlineDays;
        return changeOrder({ deadline: String(days) }, t.done.deadline(days));
      }
      case 'remove-recipient': {
        const gone = findings.map(({ field }) => keys[recipientPosition(field) ?? -1]);
        const names = draft.recipients.filter(({ key }) => gone.includes(key)).map(({ name }) => name);
        return changeOrder(
          { recipients: draft.recipients.filter(({ key }) => !gone.includes(key)) },
          t.done.removed(names.join(', ')),
        );
      }
      case 'confirm-rights':
        return changeOrder({ rightsConfirmed: true }, t.done.rights);
      case 'agree-with-leader':
        return changeOrder({ agreedWithLeader: true }, t.done.agreed);
      case 'add-recipient':
        return addRecipient();
      case 'see-preview':
        return seePreview();
      case 'fill-in':
      case 'settle-party':
      case 'edit-title':
      case 'rename-document':
      case 'replace-file':
      case 'make-smaller':
      case 'screen':
        return goTo(finding);
    }
  };
  return {
    mayDo: (act, finding) => mayMend(act, finding, entry.data, documents),
    mayChangeDocuments: reopening(entry.data),
    run,
    takeOut,
    openAct,
    close: (said) => {
      setOpenAct(undefined);
      if (said === undefined) return focusCheck();
      void client.invalidateQueries({ queryKey: askOptions('dispatch.prepare', { entryId }).queryKey });
      settled(said);
    },
    busy,
    refusal,
    undoable,
  };
}
