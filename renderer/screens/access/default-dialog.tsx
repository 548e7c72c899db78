import { Checkbox, Field, Fieldset, Label, Radio, Select, Textfield } from '@digdir/designsystemet-react';
import { useState } from 'react';
import { documentTypes } from '../../../domain/code-lists.ts';
import { codesOf, isCode } from '../../../domain/codes.ts';
import type { InputOf, OutputOf } from '../../../preload/contract/contract.ts';
import { accessTexts } from '../../../texts/access.ts';
import { codes } from '../../../texts/codes.ts';
import { common } from '../../../texts/common.ts';
import { useSession, useTexts } from '../../api/session.ts';
import { useAsk, useCommand } from '../../api/use-ask.ts';
import { FormDialog } from '../../components/form-dialog.tsx';
import { offeredBases, offeredCodes } from '../../components/screening-form.ts';
import { useSend } from './use-send.ts';

type Default = OutputOf<'access.defaults'>['all'][number];
type Props = {
  readonly all: readonly Default[];
  /** Absent for a new one. */
  readonly one: Default | undefined;
  readonly title: string;
  readonly onClose: () => void;
};
const types = codesOf(documentTypes);

export function DefaultDialog({ all, one, title, onClose }: Props) {
  const t = useTexts(accessTexts);
  const { save } = useTexts(common);
  const typeNames = useTexts(codes).documentType;
  const { access, today } = useSession();
  const classes = useAsk('cases.classes', {});
  const set = useCommand('access.setDefaults');
  const [kind, setKind] = useState<'class' | 'type'>(one && 'documentType' in one.of ? 'type' : 'class');
  const [key, setKey] = useState(one ? String(Object.values(one.of)[0]) : '');
  const [typed, setTyped] = useState({
    accessCode: String(one?.accessCode ?? access.codes[0]?.id ?? ''),
    legalBasis: one?.legalBasis ?? '',
    hidesTitle: one?.hidesTitle ?? false,
    hidesParties: one?.hidesParties ?? false,
    hidesDocuments: one?.hidesDocuments ?? true,
  });
  const [years, setYears] = useState(one?.years === undefined ? '' : String(one.years));
  const yearsFit = years === '' || (/^\d{1,3}$/.test(years) && Number(years) >= 1 && Number(years) <= 110);
  const [tried, setTried] = useState(false);
  const { send, ...sending } = useSend(t.saved, onClose);
  const offered =
    kind === 'type'
      ? types.map((type) => ({ id: type, name: typeNames[type] }))
      : (classes.data?.classes ?? [])
          .filter(({ selectable }) => selectable)
          .map((item) => ({ id: String(item.id), name: `${item.code} ${item.title}` }));
  const submit = () => {
    setTried(true);
    const of = isCode(types, key) && kind === 'type' ? { documentType: key } : { classId: key };
    if (key === '' || typed.legalBasis === '' || !yearsFit) return;
    const next: InputOf<'access.setDefaults'>['all'][number] = {
      of,
      ...typed,
      ...(years !== '' && { years: Number(years) }),
    };
    send(set.mutateAsync({ all: [...all.filter((other) => other !== one), next] }));
  };
  const choice = (
    label: string,
    value: string,
    options: readonly { readonly id: string; readonly name: string }[],
    change: (value: string) => void,
  ) => (
    <Field>
      <Label>{label}</Label>
      <Select
        value={value}
        aria-invalid={tried && value === ''}
        onChange={(event) => change(event.target.value)}
      >
        {value === '' ? <Select.Option value="">{t.choose}</Select.Option> : null}
        {options.map((option) => (
          <Select.Option key={option.id} value={option.id}>
            {option.name}
          </Select.Option>
        ))}
      </Select>
    </Field>
  );
  return (
    <FormDialog title={title} submit={save} {...sending} onSubmit={submit} onClose={onClose}>
      {one ? null : (
        <>
          <Fieldset>
            <Fieldset.Legend>{t.classOrType}</Fieldset.Legend>
            {(['class', 'type'] as const).map((value) => (
              <Radio
                key={value}
                name="kind"
                label={value === 'class' ? t.aClass : t.aType}
                checked={kind === value}
                onChange={() => {
                  setKind(value);
                  setKey('');
                }}
              />
            ))}
          </Fieldset>
          {choice(kind === 'class' ? t.aClass : t.aType, key, offered, setKey)}
        </>
      )}
      <div className="form-dialog-row">
        {choice(
          t.code,
          typed.accessCode,
          offeredCodes(access, typed.accessCode, today).map(({ id, name }) => ({
            id,
            name: `${id} – ${name}`,
          })),
          (accessCode) => setTyped({ ...typed, accessCode, legalBasis: '' }),
        )}
        {choice(
          t.legalBasis,
          typed.legalBasis,
          offeredBases(access, { ...typed, endsOn: '' }, today).map((text) => ({ id: text, name: text })),
          (legalBasis) => setTyped({ ...typed, legalBasis }),
        )}
      </div>
      {(['hidesTitle', 'hidesParties', 'hidesDocuments'] as const).map((field) => (
        <Checkbox
          key={field}
          label={t[field]}
          checked={typed[field]}
          onChange={(event) => setTyped({ ...typed, [field]: event.target.checked })}
        />
      ))}
      <Textfield
        label={t.years}
        description={t.yearsHint}
        inputMode="numeric"
        autoComplete="off"
        value={years}
        error={tried && !yearsFit ? t.yearsWrong : undefined}
        onChange={(event) => setYears(event.target.value)}
      />
    </FormDialog>
  );
}
