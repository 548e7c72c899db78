import { Dropdown } from '@digdir/designsystemet-react';
import { ChevronDownIcon, PaperplaneIcon } from '@navikt/aksel-icons';
import { useState } from 'react';
import type { Decision } from '../../../domain/decision.ts';
import type { EntryView } from '../../../preload/contract/entries.ts';
import { codes } from '../../../texts/codes.ts';
import { entryTexts } from '../../../texts/entry.ts';
import { refusalSentence } from '../../../texts/refusals.ts';
import { useLanguage, useTexts } from '../../api/session.ts';
import { useCommand } from '../../api/use-ask.ts';
import { DecisionButton } from '../../components/decision-button.tsx';
import { ErrorNotice } from '../../components/error-notice.tsx';
import { neverApplies } from '../../components/never-applies.ts';
import { toast } from '../../components/toasts.tsx';
import { ClearDialog, ExpungeDialog, RemoveDialog } from './entry-dialogs.tsx';
import { mainAction, mayTake, otherSteps, type Step } from './next-step.ts';

type Props = {
  readonly entry: EntryView;
  readonly onDispatch: () => void;
  readonly onEdit: () => void;
  readonly onMailing: () => void;
};
type Asked = 'expunge' | 'remove' | 'clear';

/** The next thing to do as a button, all else in a menu; what may not be done now says why. */
export function EntryActions({ entry, onDispatch, onEdit, onMailing }: Props) {
  const t = useTexts(entryTexts);
  const c = useTexts(codes);
  const [asked, setAsked] = useState<Asked>();
  const [menu, setMenu] = useState(false);
  const setStatus = useCommand('entries.setStatus');
  const main = mainAction(entry);
  const take = async (step: Step) => {
    if (step.to === 'U') return setAsked('expunge');
    const reply = await setStatus.mutateAsync({ entryId: entry.id, revision: entry.revision, to: step.to });
    if (reply.ok) toast('success', t.stepDone(`${step.to} – ${c.entryStatusShort[step.to]}`));
  };
  const choose = (what: () => void) => () => {
    setMenu(false);
    what();
  };
  const sent = entry.sentAt !== undefined || !['R', 'F', 'G'].includes(entry.status);
  const showDispatch = entry.type === 'U' && main?.kind !== 'dispatch' && !sent;
  const steps = otherSteps(entry, main);
  const clears = entry.clear.may || entry.arrear;
  const others = [
    ...steps.map(({ decision }) => decision),
    ...(clears ? [entry.clear] : []),
    entry.toMany,
    entry.remove,
  ];
  const offersMore = !others.every(neverApplies);
  const refused = setStatus.data && !setStatus.data.ok ? setStatus.data.refusal : undefined;

  return (
    <>
      <div className="entry-actions">
        {main?.kind === 'dispatch' && (
          <DecisionButton decision={main.decision} onClick={onDispatch} aria-keyshortcuts="Control+Enter">
            <PaperplaneIcon aria-hidden />
            {t.actions.dispatch}
          </DecisionButton>
        )}
        {main?.kind === 'step' && (
          <DecisionButton
            decision={mayTake(main.step) ? { may: true } : main.step.decision}
            loading={setStatus.isPending}
            onClick={() => void take(main.step)}
          >
            {t.steps[main.step.to]}
          </DecisionButton>
        )}
        {showDispatch && (
          <DecisionButton
            decision={entry.dispatch}
            variant="secondary"
            onClick={onDispatch}
            aria-keyshortcuts="Control+Enter"
          >
            <PaperplaneIcon aria-hidden />
            {t.actions.dispatch}
          </DecisionButton>
        )}
        <DecisionButton decision={entry.change} variant="secondary" onClick={onEdit}>
          {t.actions.edit}
        </DecisionButton>
        {offersMore && (
          <Dropdown.TriggerContext>
            <Dropdown.Trigger variant="tertiary" aria-expanded={menu} onClick={() => setMenu(!menu)}>
              {t.actions.more}
              <ChevronDownIcon aria-hidden />
            </Dropdown.Trigger>
            <Dropdown open={menu} onClose={() => setMenu(false)} placement="bottom-end">
              <Dropdown.List>
                {steps.map((step) => (
                  <ActionItem
                    key={step.to}
                    text={t.steps[step.to]}
                    decision={mayTake(step) ? { may: true } : step.decision}
                    onChoose={choose(() => void take(step))}
                  />
                ))}
                {clears && (
                  <ActionItem
                    text={t.actions.clear}
                    decision={entry.clear}
                    onChoose={choose(() => setAsked('clear'))}
                  />
                )}
                <ActionItem text={t.actions.toMany} decision={entry.toMany} onChoose={choose(onMailing)} />
                <ActionItem
                  text={t.actions.remove}
                  decision={entry.remove}
                  onChoose={choose(() => setAsked('remove'))}
                />
              </Dropdown.List>
            </Dropdown>
          </Dropdown.TriggerContext>
        )}
      </div>
      {refused && <ErrorNotice refusal={refused} />}
      {asked === 'expunge' && <ExpungeDialog entry={entry} onClose={() => setAsked(undefined)} />}
      {asked === 'remove' && <RemoveDialog entry={entry} onClose={() => setAsked(undefined)} />}
      {asked === 'clear' && <ClearDialog entry={entry} onClose={() => setAsked(undefined)} />}
    </>
  );
}

export function ActionItem({
  text,
  decision,
  onChoose,
}: {
  readonly text: string;
  readonly decision: Decision;
  readonly onChoose: () => void;
}) {
  const language = useLanguage();
  const t = useTexts(entryTexts);
  if (neverApplies(decision)) return null;
  const why = decision.may ? undefined : refusalSentence(decision, language);
  return (
    <Dropdown.Item>
      <Dropdown.Button
        aria-disabled={!decision.may || undefined}
        className={decision.may ? undefined : 'entry-menu-refused'}
        onClick={() => decision.may && onChoose()}
      >
        <span>
          {text}
          {why && (
            <small>
              <span className="ds-sr-only">{t.actions.notNow} </span>
              {why}
            </small>
          )}
        </span>
      </Dropdown.Button>
    </Dropdown.Item>
  );
}
