import { Field, Label, Paragraph, Select, Textfield, ValidationMessage } from '@digdir/designsystemet-react';
import { useId, useState } from 'react';
import { isCode } from '../../domain/codes.ts';
import {
  decideReason,
  type RevealGround,
  type RevealReason,
  revealGrounds,
} from '../../domain/reveal-reason.ts';
import type { RefusalView } from '../../preload/contract/contract.ts';
import { codes } from '../../texts/codes.ts';
import { revealTexts } from '../../texts/reveal.ts';
import { useTexts } from '../api/session.ts';
import { FormDialog } from './form-dialog.tsx';

type Props = {
  readonly title: string;
  readonly submit: string;
  /** Already chosen, where there is hardly any other. */
  readonly likely?: RevealGround;
  readonly busy: boolean;
  readonly refusal: RefusalView | undefined;
  readonly onReason: (reason: RevealReason) => void;
  readonly onClose: () => void;
};

/** Asks why somebody needs a whole identity number; the answer stays in the log. Mount it to open it. */
export function RevealDialog({ title, submit, likely, busy, refusal, onReason, onClose }: Props) {
  const t = useTexts(revealTexts);
  const words = useTexts(codes).revealGround;
  const id = useId();
  const [ground, setGround] = useState(likely);
  const [typed, setTyped] = useState('');
  const [tried, setTried] = useState(false);
  const grounds = revealGrounds.filter((one) => one !== 'test-signing' || one === likely);
  const send = () => {
    setTried(true);
    const reason = ground && decideReason({ ground, words: typed });
    if (reason?.ok) onReason(reason.value);
  };
  const wordsMissing = tried && ground !== undefined && !decideReason({ ground, words: typed }).ok;
  return (
    <FormDialog title={title} submit={submit} busy={busy} refusal={refusal} onSubmit={send} onClose={onClose}>
      <Paragraph>{t.told}</Paragraph>
      <Field>
        <Label htmlFor={id}>{t.ground}</Label>
        <Select
          id={id}
          value={ground ?? ''}
          onChange={({ target }) => setGround(isCode(revealGrounds, target.value) ? target.value : undefined)}
        >
          <Select.Option value="">{t.choose}</Select.Option>
          {grounds.map((one) => (
            <Select.Option key={one} value={one}>
              {words[one]}
            </Select.Option>
          ))}
        </Select>
        {tried && ground === undefined && <ValidationMessage>{t.groundMissing}</ValidationMessage>}
      </Field>
      <Textfield
        label={ground === 'other' ? t.wordsNeeded : t.words}
        value={typed}
        maxLength={500}
        error={wordsMissing ? t.wordsMissing : undefined}
        onChange={({ target }) => setTyped(target.value)}
      />
    </FormDialog>
  );
}
