import { Checkbox, Field, Fieldset, Label, Select, Textfield } from '@digdir/designsystemet-react';
import { accessRestrictions } from '../../domain/code-lists.ts';
import { codesOf, isCode } from '../../domain/codes.ts';
import { codes } from '../../texts/codes.ts';
import { entryTexts } from '../../texts/entry.ts';
import { useTexts } from '../api/session.ts';
import type { ScreeningForm } from './screening-form.ts';

type Props = {
  readonly form: ScreeningForm;
  readonly frozen: boolean;
  readonly basisMissing: boolean;
  readonly onChange: (form: ScreeningForm) => void;
};

export function ScreeningFields({ form, frozen, basisMissing, onChange }: Props) {
  const t = useTexts(entryTexts).edit;
  const c = useTexts(codes);
  const set = (part: Partial<ScreeningForm>) => onChange({ ...form, ...part });
  return (
    <Fieldset>
      <Fieldset.Legend>{t.screeningHeading}</Fieldset.Legend>
      <div className="form-dialog-row">
        <Field>
          <Label>{t.restriction}</Label>
          <Select
            value={form.restriction}
            disabled={frozen}
            onChange={(event) =>
              set({
                restriction: isCode(codesOf(accessRestrictions), event.target.value)
                  ? event.target.value
                  : '',
              })
            }
          >
            <Select.Option value="">{t.none}</Select.Option>
            {codesOf(accessRestrictions).map((code) => (
              <Select.Option key={code} value={code}>
                {code} – {c.accessRestriction[code]}
              </Select.Option>
            ))}
          </Select>
        </Field>
        {form.restriction !== '' && (
          <Textfield
            label={t.legalBasis}
            description={t.legalBasisHelp}
            value={form.legalBasis}
            readOnly={frozen}
            error={basisMissing ? t.legalBasisMissing : undefined}
            onChange={(event) => set({ legalBasis: event.target.value })}
          />
        )}
      </div>
      {form.restriction !== '' && (
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
