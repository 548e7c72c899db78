import {
  Field,
  Label,
  List,
  Paragraph,
  Select,
  Textfield,
  ValidationMessage,
} from '@digdir/designsystemet-react';
import { useState } from 'react';
import { provisionalCode, type settlementsOf } from '../../../domain/access/screening-review.ts';
import type { ScreeningFlaw } from '../../../domain/screening.ts';
import type { InputOf, OutputOf } from '../../../preload/contract/contract.ts';
import type { FlawedRow } from '../../../preload/contract/screenings.ts';
import { screeningReviews } from '../../../texts/screening-reviews.ts';
import { refusalOf } from '../../api/refusal-of.ts';
import { useSession, useTexts } from '../../api/session.ts';
import { useCommand } from '../../api/use-ask.ts';
import { FormDialog } from '../../components/form-dialog.tsx';
import { offeredBases, offeredCodes, unscreened } from '../../components/screening-form.ts';

const NAMED = 20;
type Settlement = InputOf<'screenings.settle'>['settlement'];
type Props = {
  readonly flaw: ScreeningFlaw;
  readonly how: ReturnType<typeof settlementsOf>[number];
  readonly rows: readonly FlawedRow[];
  /** With what came of it, where it was done. */
  readonly onClose: (outcome?: OutputOf<'screenings.settle'>) => void;
};

/** What is settled, how many and which, and what comes of it, before it is done. */
export function SettleDialog({ flaw, how, rows, onClose }: Props) {
  const t = useTexts(screeningReviews);
  const settle = useCommand('screenings.settle');
  const [typed, setTyped] = useState({ endsOn: '', accessCode: '', legalBasis: '' });
  const [tried, setTried] = useState(false);
  const refusal = refusalOf(settle.data);
  const missing = how === 'rescreen' && (typed.accessCode === '' || typed.legalBasis === '');
  const send = async () => {
    setTried(true);
    if (missing) return;
    const things = rows.map(({ caseId, entryId }) => ({ caseId, ...(entryId !== undefined && { entryId }) }));
    const reply = await settle.mutateAsync({ flaw, things, settlement: settlementOf(how, typed) });
    if (reply.ok) onClose(reply.value);
  };
  const cases = rows.filter(({ entryId }) => entryId === undefined).length;
  return (
    <FormDialog
      title={`${t.heading[how]}: ${t.about(cases, rows.length - cases)}`}
      submit={t.heading[how]}
      {...(how === 'open' && { tone: 'danger' as const })}
      busy={settle.isPending}
      {...(refusal && { refusal })}
      onSubmit={() => void send()}
      onClose={() => onClose()}
    >
      <Paragraph>{t.effect[how]}</Paragraph>
      {cases > 0 ? <Paragraph>{t.casesOnly}</Paragraph> : null}
      <List.Unordered className="flawed-numbers">
        {rows.slice(0, NAMED).map((row) => (
          <List.Item key={row.number}>
            {row.number} {row.title}
          </List.Item>
        ))}
        {rows.length > NAMED ? <List.Item>{t.andMore(rows.length - NAMED)}</List.Item> : null}
      </List.Unordered>
      {how === 'prolong' ? (
        <Textfield
          type="date"
          label={t.endsOn}
          description={t.endless}
          value={typed.endsOn}
          onChange={(event) => setTyped({ ...typed, endsOn: event.target.value })}
        />
      ) : null}
      {how === 'rescreen' ? (
        <CodeFields
          typed={typed}
          isMissing={tried && missing}
          withoutProvisional={flaw === 'provisional'}
          onChange={(part) => setTyped({ ...typed, ...part })}
        />
      ) : null}
    </FormDialog>
  );
}

const settlementOf = (
  how: Props['how'],
  { endsOn, accessCode, legalBasis }: { endsOn: string; accessCode: string; legalBasis: string },
): Settlement => {
  switch (how) {
    case 'open':
      return { how };
    case 'prolong':
      return { how, ...(endsOn !== '' && { endsOn }) };
    case 'rescreen':
      return { how, accessCode, legalBasis };
  }
};

type FieldsProps = {
  readonly typed: { readonly accessCode: string; readonly legalBasis: string };
  readonly isMissing: boolean;
  readonly withoutProvisional: boolean;
  readonly onChange: (part: { readonly accessCode?: string; readonly legalBasis: string }) => void;
};

function CodeFields({ typed, isMissing, withoutProvisional, onChange }: FieldsProps) {
  const t = useTexts(screeningReviews);
  const { access, today } = useSession();
  const codes = offeredCodes(access, '', today).filter(
    ({ id }) => !withoutProvisional || id !== provisionalCode,
  );
  return (
    <div className="form-dialog-row">
      <Field>
        <Label>{t.accessCode}</Label>
        <Select
          value={typed.accessCode}
          aria-invalid={isMissing && typed.accessCode === ''}
          onChange={(event) => onChange({ accessCode: event.target.value, legalBasis: '' })}
        >
          <Select.Option value="" />
          {codes.map((code) => (
            <Select.Option key={code.id} value={code.id}>
              {code.id} – {code.name}
            </Select.Option>
          ))}
        </Select>
      </Field>
      <Field>
        <Label>{t.legalBasis}</Label>
        <Select
          value={typed.legalBasis}
          aria-invalid={isMissing && typed.legalBasis === ''}
          onChange={(event) => onChange({ legalBasis: event.target.value })}
        >
          <Select.Option value="" />
          {offeredBases(access, { ...unscreened, accessCode: typed.accessCode }, today).map((text) => (
            <Select.Option key={text} value={text}>
              {text}
            </Select.Option>
          ))}
        </Select>
        {isMissing ? <ValidationMessage>{t.missing}</ValidationMessage> : null}
      </Field>
    </div>
  );
}
