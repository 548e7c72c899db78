import { MagnifyingGlassIcon } from '@navikt/aksel-icons';
import { type FormEvent, useId, useState } from 'react';
import { refusalSentence } from '../../../texts/refusals.ts';
import { shell } from '../../../texts/shell.ts';
import { ask } from '../../api/ask.ts';
import { useLanguage, useTexts } from '../../api/session.ts';
import { navigate } from '../../routing/route.ts';

export const GO_TO_ID = 'go-to';

/** Straight to a case, an entry or a running number; what is wrong is said under the field. */
export function GoToField() {
  const t = useTexts(shell);
  const language = useLanguage();
  const [number, setNumber] = useState('');
  const [fault, setFault] = useState<string>();
  const faultId = useId();
  const go = async (event: FormEvent) => {
    event.preventDefault();
    const wanted = number.trim();
    if (wanted === '') return;
    const reply = await ask('desk.goTo', { number: wanted });
    if (!reply.ok && reply.refusal.code !== 'not-found') {
      setFault(refusalSentence(reply.refusal, language));
      return;
    }
    const { caseId, entryId } = reply.ok ? reply.value : {};
    if (entryId !== undefined) navigate({ at: 'entry', entryId });
    else if (caseId !== undefined) navigate({ at: 'case', caseId });
    else {
      setFault(t.goToNotFound(wanted));
      return;
    }
    setNumber('');
    setFault(undefined);
  };
  return (
    <search className="go-to">
      <form onSubmit={(event) => void go(event)}>
        <MagnifyingGlassIcon aria-hidden />
        <input
          id={GO_TO_ID}
          className="ds-input"
          type="text"
          autoComplete="off"
          spellCheck={false}
          aria-label={`${t.goTo}: ${t.goToHint}`}
          aria-keyshortcuts="Control+K"
          aria-describedby={fault ? faultId : undefined}
          aria-invalid={fault ? true : undefined}
          placeholder={t.goToExample}
          value={number}
          onChange={(event) => {
            setNumber(event.target.value);
            setFault(undefined);
          }}
          onKeyDown={(event) => {
            if (event.key === 'Escape') setFault(undefined);
          }}
        />
      </form>
      <p id={faultId} role="alert" className="go-to-fault" hidden={!fault}>
        {fault}
      </p>
    </search>
  );
}
