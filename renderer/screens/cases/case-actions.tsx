import { Alert, Paragraph } from '@digdir/designsystemet-react';
import { PlusIcon } from '@navikt/aksel-icons';
import { useEffect, useState } from 'react';
import type { CaseView } from '../../../preload/contract/cases.ts';
import { cases } from '../../../texts/cases.ts';
import { useTexts } from '../../api/session.ts';
import { DecisionButton } from '../../components/decision-button.tsx';
import { CaseDialog } from './case-dialog.tsx';
import { CloseCaseDialog } from './close-case-dialog.tsx';
import { NewEntryDialog } from './new-entry-dialog.tsx';
import { ReopenCaseDialog } from './reopen-case-dialog.tsx';

type Dialog = 'entry' | 'change' | 'close' | 'reopen';

/** What may be done with the case, and what waits for it. */
export function CaseActions({ file }: { readonly file: CaseView }) {
  const t = useTexts(cases);
  const [open, setOpen] = useState<Dialog>();
  const shut = () => setOpen(undefined);
  const closed = file.status === 'A';
  const mayRegister = file.register.may;
  useEffect(() => {
    const pressed = (event: KeyboardEvent) => {
      const wanted = (event.altKey || event.ctrlKey) && event.shiftKey && event.code === 'KeyN';
      if (!wanted || !mayRegister || document.querySelector('dialog[open]')) return;
      event.preventDefault();
      setOpen('entry');
    };
    window.addEventListener('keydown', pressed);
    return () => window.removeEventListener('keydown', pressed);
  }, [mayRegister]);
  return (
    <>
      {file.waitingAnswers > 0 ? (
        <Alert data-color="danger" className="notice">
          <Paragraph>
            <b>{t.waiting(file.waitingAnswers)}</b> {t.waitingTodo}
          </Paragraph>
        </Alert>
      ) : null}
      <div className="page-heading-actions case-actions">
        <DecisionButton decision={file.register} onClick={() => setOpen('entry')}>
          <PlusIcon aria-hidden />
          {t.newEntry}
        </DecisionButton>
        <DecisionButton decision={file.change} variant="secondary" onClick={() => setOpen('change')}>
          {t.change}
        </DecisionButton>
        {closed ? (
          <DecisionButton decision={file.reopen} variant="secondary" onClick={() => setOpen('reopen')}>
            {t.reopen}
          </DecisionButton>
        ) : (
          <DecisionButton decision={file.close} variant="secondary" onClick={() => setOpen('close')}>
            {t.close}
          </DecisionButton>
        )}
      </div>
      {open === 'entry' ? <NewEntryDialog file={file} onClose={shut} /> : null}
      {open === 'change' ? <CaseDialog file={file} onClose={shut} /> : null}
      {open === 'close' ? <CloseCaseDialog file={file} onClose={shut} /> : null}
      {open === 'reopen' ? <ReopenCaseDialog file={file} onClose={shut} /> : null}
    </>
  );
}
