import { Field, Label, Select, Textfield } from '@digdir/designsystemet-react';
import { useState } from 'react';
import type { CaseView } from '../../../preload/contract/cases.ts';
import type { RefusalView } from '../../../preload/contract/contract.ts';
import { cases } from '../../../texts/cases.ts';
import { useSession, useTexts } from '../../api/session.ts';
import { useCommand } from '../../api/use-ask.ts';
import { focusFirstFault } from '../../components/focus-first-fault.ts';
import { FormDialog } from '../../components/form-dialog.tsx';
import { ScreeningFields } from '../../components/screening-fields.tsx';
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
  const { user, users } = useSession();
  const create = useCommand('cases.create');
  const change = useCommand('cases.change');
  const [form, setForm] = useState<CaseForm>(() => (file ? caseToForm(file) : newCaseForm(user)));
  const [tried, setTried] = useState(false);
  const [refusal, setRefusal] = useState<RefusalView>();
  const faults = tried ? caseFaults(form) : undefined;
  const set = (part: Partial<CaseForm>) => setForm({ ...form, ...part });

  const send = async () => {
    setTried(true);
    if (caseFaults(form).size > 0) {
      focusFirstFault();
      return;
    }
    const input = formToInput(form);
    const reply = file
      ? await change.mutateAsync({ caseId: file.id, ...input })
      : await create.mutateAsync(input);
    if (!reply.ok) {
      setRefusal(reply.refusal);
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
    <FormDialog
      title={file ? t.changeTitle(file.caseNumber) : t.createTitle}
      submit={file ? t.save : t.create}
      busy={create.isPending || change.isPending}
      refusal={refusal}
      onSubmit={() => void send()}
      onClose={onClose}
    >
      <Textfield
        label={t.caseTitle}
        description={t.caseTitleHint}
        value={form.title}
        error={faults?.has('title') ? t.titleMissing : undefined}
        onChange={(event) => set({ title: event.target.value })}
      />
      <ClassPicker
        value={form.classId}
        current={file ? `${file.classCode} ${file.className}` : undefined}
        error={faults?.has('class') ? t.classMissing : undefined}
        onChange={(classId) => set({ classId })}
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
        frozen={false}
        basisMissing={faults?.has('basis') ?? false}
        onChange={(screening) => set({ screening })}
      />
      <Textfield
        label={t.publicTitle}
        description={t.publicTitleHint}
        value={form.publicTitle}
        onChange={(event) => set({ publicTitle: event.target.value })}
      />
    </FormDialog>
  );
}
