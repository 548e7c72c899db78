import { Checkbox, Field, Label, Paragraph, Select, Textfield } from '@digdir/designsystemet-react';
import { useState } from 'react';
import { type Loosening, loosened } from '../../../domain/access/loosening.ts';
import type { CaseView } from '../../../preload/contract/cases.ts';
import type { RefusalView } from '../../../preload/contract/contract.ts';
import { cases } from '../../../texts/cases.ts';
import { screeningTexts } from '../../../texts/screening.ts';
import { useSession, useTexts } from '../../api/session.ts';
import { useAsk, useCommand } from '../../api/use-ask.ts';
import { focusFirstFault } from '../../components/focus-first-fault.ts';
import { FormDialog } from '../../components/form-dialog.tsx';
import { LooseningDialog } from '../../components/loosening-dialog.tsx';
import { ScreeningFields } from '../../components/screening-fields.tsx';
import { retitled, screeningFromForm, screeningToForm } from '../../components/screening-form.ts';
import { refusalAtFoot } from '../../components/screening-refusal.ts';
import { toast } from '../../components/toasts.tsx';
import { UnitSelect } from '../../components/unit-select.tsx';
import { navigate } from '../../routing/route.ts';
import { type CaseForm, caseFaults, caseToForm, formToInput, newCaseForm } from './case-form.ts';
import { ClassPicker } from './class-picker.tsx';

type Props = {
  /** Left out for a new case. */
  readonly file?: CaseView;
  readonly onClose: () => void;
};

/** A new case, or the fields of one that is there. */
export function CaseDialog({ file, onClose }: Props) {
  const t = useTexts(cases);
  const s = useTexts(screeningTexts);
  const { user, users } = useSession();
  const create = useCommand('cases.create');
  const change = useCommand('cases.change');
  const [form, setForm] = useState<CaseForm>(() => (file ? caseToForm(file) : newCaseForm(user)));
  const [tried, setTried] = useState(false);
  const [refusal, setRefusal] = useState<RefusalView>();
  const faults = tried ? caseFaults(form) : undefined;
  const set = (part: Partial<CaseForm>) => setForm({ ...form, ...part });

  const { data: listed } = useAsk('cases.classes', {}, { enabled: file === undefined });
  const [touched, setTouched] = useState(file !== undefined);
  const [alsoEntries, setAlsoEntries] = useState(true);
  const [opened, setOpened] = useState<readonly Loosening[]>([]);
  const newlyScreened =
    file !== undefined &&
    file.unscreenedEntries > 0 &&
    form.screening.accessCode !== '' &&
    JSON.stringify(form.screening) !== JSON.stringify(caseToForm(file).screening);
  const chosen = listed?.classes.find((one) => one.id === form.classId);
  const pickClass = (classId: string) => {
    const begins = listed?.classes.find((one) => one.id === classId)?.screening;
    set({ classId, ...(!touched && { screening: screeningToForm(begins) }) });
  };

  const send = async (confirmsLoosening: boolean) => {
    setTried(true);
    if (caseFaults(form).size > 0) {
      focusFirstFault();
      return;
    }
    const input = formToInput(form);
    const screening = screeningFromForm(form.screening);
    const opens = file
      ? loosened(file, { publicTitle: input.publicTitle, screening })
      : loosened({ screening: chosen?.screening }, { screening });
    if (opens.length > 0 && !confirmsLoosening) return setOpened(opens);
    const reply = file
      ? await change.mutateAsync({
          caseId: file.id,
          ...input,
          screensEntries: newlyScreened && alsoEntries,
          confirmsLoosening,
        })
      : await create.mutateAsync({ ...input, confirmsLoosening });
    if (!reply.ok) {
      setRefusal(reply.refusal);
      setOpened([]);
      return;
    }
    toast('success', file ? t.changed : t.created);
    onClose();
    if ('caseId' in reply.value) navigate({ at: 'case', caseId: reply.value.caseId });
  };

  const owners = users.some((one) => one.id === form.ownerId)
    ? users
    : [...users, { id: form.ownerId, name: file?.ownerName ?? form.ownerId }];
  return (
    <>
      <FormDialog
        title={file ? t.changeTitle(file.caseNumber) : t.createTitle}
        submit={file ? t.save : t.create}
        busy={create.isPending || change.isPending}
        refusal={refusalAtFoot(refusal)}
        onSubmit={() => void send(false)}
        onClose={onClose}
      >
        <Textfield
          label={t.caseTitle}
          description={t.caseTitleHint}
          value={form.title}
          error={faults?.has('title') ? t.titleMissing : undefined}
          onChange={(event) => set(retitled(form, event.target.value))}
        />
        <ClassPicker
          value={form.classId}
          current={file ? `${file.classCode} ${file.className}` : undefined}
          error={faults?.has('class') ? t.classMissing : undefined}
          onChange={pickClass}
        />
        <div className="form-dialog-row">
          <Field>
            <Label>{t.ownerField}</Label>
            <Select value={form.ownerId} onChange={(event) => set({ ownerId: event.target.value })}>
              {owners.map((one) => (
                <Select.Option key={one.id} value={one.id}>
                  {one.name}
                </Select.Option>
              ))}
            </Select>
          </Field>
          <UnitSelect
            label={t.unitField}
            value={form.adminUnit}
            error={faults?.has('unit') ? t.unitMissing : undefined}
            onChange={(adminUnit) => set({ adminUnit })}
          />
        </div>
        <ScreeningFields
          form={form.screening}
          title={form.title}
          publicTitle={form.publicTitle}
          of="case"
          frozen={false}
          basisMissing={faults?.has('basis') ?? false}
          refusal={refusal}
          onChange={(screening, publicTitle) => {
            setTouched(true);
            set({ screening, publicTitle });
          }}
        />
        {!touched && chosen?.screening ? <Paragraph data-size="sm">{s.fromClass}</Paragraph> : null}
        {newlyScreened ? (
          <Checkbox
            label={s.entries(file.unscreenedEntries)}
            checked={alsoEntries}
            onChange={(event) => setAlsoEntries(event.target.checked)}
          />
        ) : null}
      </FormDialog>
      {opened.length > 0 ? (
        <LooseningDialog
          opened={opened}
          busy={create.isPending || change.isPending}
          onConfirm={() => void send(true)}
          onClose={() => setOpened([])}
        />
      ) : null}
    </>
  );
}
