import { Checkbox, Field, Fieldset, Label, Radio, Select, Textfield } from '@digdir/designsystemet-react';
import { useState } from 'react';
import { partyKinds } from '../../../domain/code-lists.ts';
import { codesOf, isCode } from '../../../domain/codes.ts';
import type { RefusalView } from '../../../preload/contract/contract.ts';
import type { PartyView } from '../../../preload/contract/views.ts';
import { codes } from '../../../texts/codes.ts';
import { entryTexts } from '../../../texts/entry.ts';
import { useTexts } from '../../api/session.ts';
import { FormDialog } from '../../components/form-dialog.tsx';
import { isOrganisationNumberShape, type PartyForm, tellDigits } from './party-form.ts';

type Props = {
  readonly initial: PartyForm;
  /** The party as it stands, when it is one that is there. */
  readonly known: PartyView | undefined;
  readonly busy: boolean;
  readonly refusal: RefusalView | undefined;
  readonly onSave: (form: PartyForm) => void;
  readonly onClose: () => void;
};

export function PartyDialog({ initial, known, busy, refusal, onSave, onClose }: Props) {
  const t = useTexts(entryTexts).parties;
  const c = useTexts(codes);
  const [form, setForm] = useState(initial);
  const [tried, setTried] = useState(false);
  const set = (part: Partial<PartyForm>) => setForm({ ...form, ...part });
  const nameMissing = form.name.trim() === '';
  const orgWrong = form.isFirm && !isOrganisationNumberShape(form.organisationNumber);
  const submit = () => {
    setTried(true);
    if (!nameMissing && !orgWrong) onSave(form);
  };
  const text = (field: 'address' | 'postalCode' | 'postalPlace' | 'phone' | 'contactPerson') => (
    <Textfield
      label={t[field]}
      value={form[field]}
      onChange={(event) => set({ [field]: event.target.value })}
      inputMode={field === 'postalCode' || field === 'phone' ? 'numeric' : undefined}
    />
  );
  return (
    <FormDialog
      title={known ? t.editHeading(known.name) : t.addHeading}
      submit={t.save}
      busy={busy}
      refusal={refusal}
      onSubmit={submit}
      onClose={onClose}
    >
      <div className="form-dialog-row">
        <Field>
          <Label>{t.kind}</Label>
          <Select
            value={form.kind}
            onChange={({ target }) =>
              isCode(codesOf(partyKinds), target.value) && set({ kind: target.value })
            }
          >
            {codesOf(partyKinds).map((kind) => (
              <Select.Option key={kind} value={kind}>
                {c.partyKind[kind]}
              </Select.Option>
            ))}
          </Select>
        </Field>
        <Fieldset>
          <Fieldset.Legend>{t.sort}</Fieldset.Legend>
          <div className="entry-radios">
            <Radio
              name="party-sort"
              value="person"
              label={t.person}
              checked={!form.isFirm}
              onChange={() => set({ isFirm: false })}
            />
            <Radio
              name="party-sort"
              value="firm"
              label={t.firm}
              checked={form.isFirm}
              onChange={() => set({ isFirm: true })}
            />
          </div>
        </Fieldset>
      </div>
      <Textfield
        label={t.name}
        value={form.name}
        required
        autoComplete="off"
        error={tried && nameMissing ? t.nameMissing : undefined}
        onChange={(event) => set({ name: event.target.value })}
      />
      {form.isFirm && (
        <div className="form-dialog-row">
          <Textfield
            label={t.organisationNumber}
            value={form.organisationNumber}
            inputMode="numeric"
            error={tried && orgWrong ? t.organisationNumberWrong : undefined}
            onChange={(event) => set({ organisationNumber: event.target.value })}
          />
          {text('contactPerson')}
        </div>
      )}
      {text('address')}
      <div className="form-dialog-row">
        {text('postalCode')}
        {text('postalPlace')}
      </div>
      <div className="form-dialog-row">
        <Textfield
          label={t.email}
          type="email"
          value={form.email}
          onChange={(event) => set({ email: event.target.value })}
        />
        {text('phone')}
      </div>
      <IdentityField
        value={form.identityNumber}
        masked={known?.maskedIdentity}
        onChange={(identityNumber) => set({ identityNumber })}
      />
    </FormDialog>
  );
}

function IdentityField({
  value,
  masked,
  onChange,
}: {
  readonly value: string | undefined;
  readonly masked: string | undefined;
  readonly onChange: (value: string | undefined) => void;
}) {
  const t = useTexts(entryTexts).parties;
  const removed = masked !== undefined && value === '';
  const digits = tellDigits(value ?? '');
  const words = {
    nothing: '',
    whole: t.identityWhole,
    'not-digits': t.identityNotDigits,
    short: 'digits' in digits ? t.identityTooShort(digits.digits) : '',
    long: 'digits' in digits ? t.identityTooLong(digits.digits) : '',
  }[digits.told];
  const wrong = digits.told === 'not-digits' || digits.told === 'long';
  return (
    <div>
      <Textfield
        label={t.identity}
        description={masked && !removed ? t.identityKept(masked) : t.identityHelp}
        value={value ?? ''}
        inputMode="numeric"
        autoComplete="off"
        spellCheck={false}
        disabled={removed}
        error={wrong ? words : undefined}
        // Emptied again means: as it was. To take a number away there is a box of its own.
        onChange={(event) => onChange(event.target.value === '' ? undefined : event.target.value)}
      />
      {!wrong && <p className="entry-count">{words}</p>}
      {masked && (
        <Checkbox
          label={t.identityRemove}
          checked={removed}
          onChange={(event) => onChange(event.target.checked ? '' : undefined)}
        />
      )}
    </div>
  );
}
