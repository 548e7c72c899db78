import {
  Checkbox,
  Field,
  Fieldset,
  Label,
  Paragraph,
  Select,
  Textfield,
  ValidationMessage,
} from '@digdir/designsystemet-react';
import { fitsTitle } from '../../domain/access/screened-words.ts';
import { flawsOf } from '../../domain/access/screening-review.ts';
import type { RefusalView } from '../../preload/contract/contract.ts';
import { entryTexts } from '../../texts/entry.ts';
import { formatDate } from '../../texts/format.ts';
import { refusalSentence } from '../../texts/refusals.ts';
import { screeningTexts } from '../../texts/screening.ts';
import { screeningReviews } from '../../texts/screening-reviews.ts';
import { useLanguage, useSession, useTexts } from '../api/session.ts';
import { offeredBases, offeredCodes, type ScreeningForm, screeningFromForm } from './screening-form.ts';
import { type ScreeningField, screeningFields } from './screening-refusal.ts';
import { TitleWords } from './title-words.tsx';

type Props = {
  readonly form: ScreeningForm;
  readonly title: string;
  /** Empty hides the whole of a title that is hidden. */
  readonly publicTitle: string;
  /** An entry's parties and documents can be marked one by one as well. */
  readonly of: 'case' | 'entry';
  readonly frozen: boolean;
  readonly basisMissing: boolean;
  /** What the archive said of the screening; it stands at the field that it is about. */
  readonly refusal: RefusalView | undefined;
  readonly onChange: (form: ScreeningForm, publicTitle: string) => void;
};

export function ScreeningFields(props: Props) {
  const { form, title, publicTitle, of, frozen, basisMissing, refusal, onChange } = props;
  const t = useTexts(entryTexts).edit;
  const { access, today } = useSession();
  const s = useTexts(screeningTexts);
  const r = useTexts(screeningReviews);
  const flaws = new Map(flawsOf(screeningFromForm(form), access, today).map((one) => [one.flaw, one.since]));
  const language = useLanguage();
  const set = (part: Partial<ScreeningForm>) => onChange({ ...form, ...part }, publicTitle);
  const setCode = (accessCode: string) => {
    const marksGo = accessCode === '' && fitsTitle({ title, publicTitle });
    onChange({ ...form, accessCode, legalBasis: '' }, marksGo ? '' : publicTitle);
  };
  const field = refusal && screeningFields[refusal.code];
  const errorAt = (at: ScreeningField) =>
    refusal && field === at ? refusalSentence(refusal, language) : undefined;
  const codeError = errorAt('code');
  const basisError = basisMissing ? t.legalBasisMissing : errorAt('basis');
  const groupError = errorAt('group');
  const groups = access.groups;
  return (
    <Fieldset>
      <Fieldset.Legend>{t.screeningHeading}</Fieldset.Legend>
      <div className="form-dialog-row">
        <Field>
          <Label>{t.restriction}</Label>
          <Select
            value={form.accessCode}
            disabled={frozen}
            aria-invalid={codeError !== undefined}
            onChange={(event) => setCode(event.target.value)}
          >
            <Select.Option value="">{t.none}</Select.Option>
            {offeredCodes(access, form.accessCode, today).map((code) => (
              <Select.Option key={code.id} value={code.id}>
                {code.id} – {code.name}
              </Select.Option>
            ))}
          </Select>
          {codeError ? <ValidationMessage>{codeError}</ValidationMessage> : null}
          <Standing day={flaws.get('code-withdrawn')} say={r.standingCode} />
        </Field>
        {form.accessCode !== '' && (
          <Field>
            <Label>{t.legalBasis}</Label>
            <Select
              value={form.legalBasis}
              disabled={frozen}
              aria-invalid={basisError !== undefined}
              onChange={(event) => set({ legalBasis: event.target.value })}
            >
              <Select.Option value="" />
              {offeredBases(access, form, today).map((text) => (
                <Select.Option key={text} value={text}>
                  {text}
                </Select.Option>
              ))}
            </Select>
            {basisError ? <ValidationMessage>{basisError}</ValidationMessage> : null}
            <Standing day={flaws.get('basis-repealed')} say={r.standingBasis} />
          </Field>
        )}
      </div>
      {form.accessCode !== '' && (
        <>
          <TitleWords
            title={title}
            hidesTitle={form.hidesTitle}
            publicTitle={publicTitle}
            frozen={frozen}
            error={errorAt('words')}
            onChange={(hidden) => onChange({ ...form, hidesTitle: hidden.hidesTitle }, hidden.publicTitle)}
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
          {of === 'entry' ? <Paragraph data-size="sm">{s.oneByOne}</Paragraph> : null}
          <div className="form-dialog-row">
            {groups.length > 0 || form.accessGroup !== undefined ? (
              <Field>
                <Label>{s.group}</Label>
                <Select
                  value={form.accessGroup ?? ''}
                  disabled={frozen}
                  aria-invalid={groupError !== undefined}
                  onChange={({ target }) =>
                    set({ accessGroup: groups.find((group) => group.id === target.value)?.id })
                  }
                >
                  <Select.Option value="">{s.anyGroup}</Select.Option>
                  {groups.map((group) => (
                    <Select.Option key={group.id} value={group.id}>
                      {group.name}
                    </Select.Option>
                  ))}
                </Select>
                {groupError ? <ValidationMessage>{groupError}</ValidationMessage> : null}
              </Field>
            ) : null}
            <Textfield
              type="date"
              label={t.endsOn}
              description={flaws.has('expired') ? r.standingEnd : undefined}
              value={form.endsOn}
              readOnly={frozen}
              onChange={(event) => set({ endsOn: event.target.value })}
            />
          </div>
        </>
      )}
    </Fieldset>
  );
}

type StandingProps = { readonly day: string | undefined; readonly say: (day: string) => string };

/** What stands there counts no more since that day; nothing where it does. */
const Standing = ({ day, say }: StandingProps) =>
  day === undefined ? null : <Paragraph data-size="sm">{say(formatDate(day))}</Paragraph>;
