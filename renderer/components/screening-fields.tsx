import {
  Checkbox,
  Field,
  Fieldset,
  Label,
  Select,
  Textfield,
  ValidationMessage,
} from '@digdir/designsystemet-react';
import { entryTexts } from '../../texts/entry.ts';
import { useSession, useTexts } from '../api/session.ts';
import { offeredBases, offeredCodes, type ScreeningForm } from './screening-form.ts';

type Props = {
  readonly form: ScreeningForm;
  readonly frozen: boolean;
  readonly basisMissing: boolean;
  readonly onChange: (form: ScreeningForm) => void;
};

export function ScreeningFields({ form, frozen, basisMissing, onChange }: Props) {
  const t = useTexts(entryTexts).edit;
  const { access, today } = useSession();
  const set = (part: Partial<ScreeningForm>) => onChange({ ...form, ...part });
  return (
    <Fieldset>
      <Fieldset.Legend>{t.screeningHeading}</Fieldset.Legend>
      <div className="form-dialog-row">
        <Field>
          <Label>{t.restriction}</Label>
          <Select
            value={form.accessCode}
            disabled={frozen}
            onChange={(event) => set({ accessCode: event.target.value, legalBasis: '' })}
          >
            <Select.Option value="">{t.none}</Select.Option>
            {offeredCodes(access, form.accessCode, today).map((code) => (
              <Select.Option key={code.id} value={code.id}>
                {code.id} – {code.name}
              </Select.Option>
            ))}
          </Select>
        </Field>
        {form.accessCode !== '' && (
          <Field>
            <Label>{t.legalBasis}</Label>
            <Select
              value={form.legalBasis}
              disabled={frozen}
              aria-invalid={basisMissing}
              onChange={(event) => set({ legalBasis: event.target.value })}
            >
              <Select.Option value="" />
              {offeredBases(access, form, today).map((text) => (
                <Select.Option key={text} value={text}>
                  {text}
                </Select.Option>
              ))}
            </Select>
            {basisMissing ? <ValidationMessage>{t.legalBasisMissing}</ValidationMessage> : null}
          </Field>
        )}
      </div>
      {form.accessCode !== '' && (
        <>
          <Checkbox
            label={t.hidesTitle}
            checked={form.hidesTitle}
            disabled={frozen}
            onChange={(event) => set({ hidesTitle: event.target.checked })}
          />
          <Checkbox
            label={t.hidesParties}
            checked={form.hidesParties}
            disabled={frozen}
            onChange={(event) => set({ hidesParties: event.target.checked })}
          />
          <Checkbox
            label={t.hidesDocuments}
            checked={form.hidesDocuments}
            disabled={frozen}
            onChange={(event) => set({ hidesDocuments: event.target.checked })}
          />
          <Textfield
            type="date"
            label={t.endsOn}
            value={form.endsOn}
            readOnly={frozen}
            onChange={(event) => set({ endsOn: event.target.value })}
          />
        </>
      )}
    </Fieldset>
  );
}
