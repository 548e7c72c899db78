import {
  Alert,
  Button,
  Field,
  Heading,
  Label,
  Paragraph,
  Select,
  Textfield,
} from '@digdir/designsystemet-react';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { type Loosening, loosened } from '../../../domain/access/loosening.ts';
import type { EntryView } from '../../../preload/contract/entries.ts';
import { entryTexts } from '../../../texts/entry.ts';
import { formatDate } from '../../../texts/format.ts';
import { refusalOf } from '../../api/refusal-of.ts';
import { useAccessCodeName, useSession, useTexts } from '../../api/session.ts';
import { askOptions, useCommand } from '../../api/use-ask.ts';
import { FormDialog } from '../../components/form-dialog.tsx';
import { LooseningDialog } from '../../components/loosening-dialog.tsx';
import { ScreeningFields } from '../../components/screening-fields.tsx';
import { retitled, screeningFromForm } from '../../components/screening-form.ts';
import { refusalAtFoot } from '../../components/screening-refusal.ts';
import { TitleField } from '../../components/title-field.tsx';
import { toast } from '../../components/toasts.tsx';
import { changedFields, type EntryForm, type FormField, mergeNewer, toChange, toForm } from './entry-form.ts';

type Props = { readonly entry: EntryView; readonly onClose: () => void };

/** Fields the clerk may edit; when someone else saved meanwhile, what was typed stays and the clerk chooses. */
export function EditEntryDialog({ entry, onClose }: Props) {
  const t = useTexts(entryTexts);
  const session = useSession();
  const client = useQueryClient();
  const run = useCommand('entries.change');
  // What the form was opened with; replaced by what stands now when someone else was first.
  const [base, setBase] = useState(entry);
  const [form, setForm] = useState(() => toForm(entry));
  const [clashes, setClashes] = useState<readonly FormField[]>([]);
  const [tried, setTried] = useState(false);

  const set = <F extends FormField>(field: F, value: EntryForm[F]) => setForm({ ...form, [field]: value });
  const frozen = (field: EntryView['frozen'][number]) => base.frozen.includes(field);
  const basisMissing = form.screening.accessCode !== '' && form.screening.legalBasis.trim() === '';
  const [opened, setOpened] = useState<readonly Loosening[]>([]);
  const save = async (sent: EntryForm, confirmsLoosening: boolean) => {
    setTried(true);
    if (basisMissing) return;
    if (changedFields(toForm(base), sent).length === 0) return onClose();
    const opens = loosened(base, {
      publicTitle: sent.publicTitle,
      screening: screeningFromForm(sent.screening),
    });
    if (opens.length > 0 && !confirmsLoosening) return setOpened(opens);
    const change = toChange(entry.id, base.revision, toForm(base), sent);
    const reply = await run.mutateAsync({ ...change, ...(confirmsLoosening && { confirmsLoosening }) });
    setOpened([]);
    if (reply.ok) {
      toast('success', t.edit.saved);
      return onClose();
    }
    if (reply.refusal.code !== 'changed-meanwhile') return;
    const newer = await client.fetchQuery({
      ...askOptions('entries.open', { entryId: entry.id }),
      staleTime: 0,
    });
    const merged = mergeNewer(toForm(base), sent, toForm(newer));
    setBase(newer);
    setForm(merged.form);
    setClashes(merged.clashes);
  };
  const refusal = refusalOf(run.data);
  const users = session.users.some((user) => user.id === form.caseworkerId)
    ? session.users
    : [{ id: entry.caseworkerId, name: entry.caseworkerName }, ...session.users];

  return (
    <>
      <FormDialog
        title={t.edit.heading}
        submit={t.edit.save}
        busy={run.isPending}
        refusal={refusal?.code === 'changed-meanwhile' ? undefined : refusalAtFoot(refusal)}
        onSubmit={() => void save(form, false)}
        onClose={onClose}
      >
        {refusal?.code === 'changed-meanwhile' && (
          <Alert data-color="warning" role="alert">
            <Heading level={3} data-size="2xs">
              {t.meanwhile.heading}
            </Heading>
            <Paragraph>{t.meanwhile.body}</Paragraph>
            {clashes.map((field) => (
              <Clash
                key={field}
                field={t.fields[labelOf[field]]}
                mine={shown(form, field, users)}
                theirs={shown(toForm(base), field, users)}
                onUse={() => {
                  set(field, toForm(base)[field]);
                  setClashes(clashes.filter((other) => other !== field));
                }}
              />
            ))}
          </Alert>
        )}
        <TitleField
          label={t.fields.title}
          value={form.title}
          readOnly={frozen('title')}
          onChange={(value) => setForm({ ...form, ...retitled(form, value) })}
        />
        <TitleField
          label={t.fields.nonSensitiveTitle}
          help={t.edit.nonSensitiveHelp}
          value={form.nonSensitiveTitle}
          readOnly={frozen('nonSensitiveTitle')}
          onChange={(value) => set('nonSensitiveTitle', value)}
        />
        <div className="form-dialog-row">
          <Textfield
            type="date"
            label={t.fields.documentDate}
            value={form.documentDate}
            readOnly={frozen('documentDate')}
            onChange={(event) => set('documentDate', event.target.value)}
          />
          <Textfield
            type="date"
            label={t.fields.dueOn}
            value={form.dueOn}
            readOnly={frozen('dueOn')}
            onChange={(event) => set('dueOn', event.target.value)}
          />
          <Field>
            <Label>{t.fields.caseworker}</Label>
            <Select
              value={form.caseworkerId}
              disabled={frozen('caseworker')}
              onChange={(event) => set('caseworkerId', event.target.value)}
            >
              {users.map((user) => (
                <Select.Option key={user.id} value={user.id}>
                  {user.name}
                </Select.Option>
              ))}
            </Select>
          </Field>
        </div>
        <ScreeningFields
          form={form.screening}
          title={form.title}
          publicTitle={form.publicTitle}
          of="entry"
          frozen={frozen('screening')}
          basisMissing={tried && basisMissing}
          refusal={refusal}
          onChange={(screening, publicTitle) => setForm({ ...form, screening, publicTitle })}
        />
      </FormDialog>
      {opened.length > 0 && (
        <LooseningDialog
          opened={opened}
          busy={run.isPending}
          onConfirm={() => void save(form, true)}
          onClose={() => setOpened([])}
        />
      )}
    </>
  );
}

const labelOf = {
  title: 'title',
  publicTitle: 'publicTitle',
  nonSensitiveTitle: 'nonSensitiveTitle',
  documentDate: 'documentDate',
  dueOn: 'dueOn',
  caseworkerId: 'caseworker',
  screening: 'screening',
} as const;

type Person = { readonly id: string; readonly name: string };
function shown(form: EntryForm, field: FormField, users: readonly Person[]): string | EntryForm['screening'] {
  const value = form[field];
  if (field === 'caseworkerId') return users.find((user) => user.id === value)?.name ?? String(value);
  return (field === 'documentDate' || field === 'dueOn') && value !== '' ? formatDate(String(value)) : value;
}

function Clash({
  field,
  mine,
  theirs,
  onUse,
}: {
  readonly field: string;
  readonly mine: string | EntryForm['screening'];
  readonly theirs: string | EntryForm['screening'];
  readonly onUse: () => void;
}) {
  const t = useTexts(entryTexts);
  const accessCodeName = useAccessCodeName();
  const words = (value: string | EntryForm['screening']) => {
    if (typeof value === 'string') return value || t.meanwhile.empty;
    return value.accessCode === '' ? t.edit.none : `${accessCodeName(value.accessCode)}, ${value.legalBasis}`;
  };
  return (
    <div className="entry-clash">
      <strong>{field}</strong>
      <p>
        {t.meanwhile.other}: {words(theirs)}
        <br />
        {t.meanwhile.yours}: {words(mine)}
      </p>
      <Button data-size="sm" variant="secondary" onClick={onUse}>
        {t.meanwhile.useOther(field.toLowerCase())}
      </Button>
    </div>
  );
}
