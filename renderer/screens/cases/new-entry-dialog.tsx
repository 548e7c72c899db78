import { Checkbox, Field, Label, Select, Textfield } from '@digdir/designsystemet-react';
import { useState } from 'react';
import { type Loosening, loosened } from '../../../domain/access/loosening.ts';
import { entryTypes } from '../../../domain/code-lists.ts';
import { codesOf, isCode } from '../../../domain/codes.ts';
import type { CaseView } from '../../../preload/contract/cases.ts';
import type { RefusalView } from '../../../preload/contract/contract.ts';
import type { EntryRowView } from '../../../preload/contract/views.ts';
import { cases } from '../../../texts/cases.ts';
import { codes } from '../../../texts/codes.ts';
import { useTexts } from '../../api/session.ts';
import { useAsk, useCommand } from '../../api/use-ask.ts';
import { focusFirstFault } from '../../components/focus-first-fault.ts';
import { FormDialog } from '../../components/form-dialog.tsx';
import { LooseningDialog } from '../../components/loosening-dialog.tsx';
import { ScreeningFields } from '../../components/screening-fields.tsx';
import { retitled, screeningFromForm, screeningToForm } from '../../components/screening-form.ts';
import { refusalAtFoot } from '../../components/screening-refusal.ts';
import { TitleField } from '../../components/title-field.tsx';
import { navigate } from '../../routing/route.ts';

type Props = { readonly file: CaseView; readonly onClose: () => void };

/** The least that makes an entry; documents and further parties are added where one lands. */
export function NewEntryDialog({ file, onClose }: Props) {
  const t = useTexts(cases);
  const types = useTexts(codes).entryType;
  const create = useCommand('entries.create');
  const { data: rules } = useAsk('policy.read', {});
  const [type, setType] = useState<EntryRowView['type']>('U');
  const [{ title, publicTitle }, setTitles] = useState({ title: '', publicTitle: '' });
  const [documentDate, setDocumentDate] = useState('');
  const [party, setParty] = useState('');
  const [isFirm, setIsFirm] = useState(false);
  const [screening, setScreening] = useState(() => screeningToForm(file.screening));
  const [tried, setTried] = useState(false);
  const [opened, setOpened] = useState<readonly Loosening[]>([]);
  const [refusal, setRefusal] = useState<RefusalView>();
  const incoming = type === 'I';
  const hasParty = incoming || type === 'U';
  const titleMissing = title.trim() === '';
  const basisMissing = screening.accessCode !== '' && screening.legalBasis.trim() === '';

  const send = async (confirmsLoosening: boolean) => {
    setTried(true);
    if (titleMissing || basisMissing) {
      focusFirstFault();
      return;
    }
    const screened = screeningFromForm(screening);
    const opens = loosened({ screening: file.screening }, { screening: screened });
    if (opens.length > 0 && !confirmsLoosening) return setOpened(opens);
    const reply = await create.mutateAsync({
      caseId: file.id,
      type,
      title: title.trim(),
      parties:
        hasParty && party.trim() !== '' ? [{ kind: incoming ? 'EA' : 'EM', name: party.trim(), isFirm }] : [],
      ...(documentDate ? { documentDate } : undefined),
      screening: screened ?? null,
      confirmsLoosening,
      ...(publicTitle ? { publicTitle } : undefined),
    });
    if (!reply.ok) {
      setRefusal(reply.refusal);
      setOpened([]);
      return;
    }
    onClose();
    navigate({ at: 'entry', entryId: reply.value.entryId });
  };

  return (
    <>
      <FormDialog
        title={t.entryTitle(file.caseNumber)}
        submit={t.entryCreate}
        busy={create.isPending}
        refusal={refusalAtFoot(refusal)}
        onSubmit={() => void send(false)}
        onClose={onClose}
      >
        <div className="form-dialog-row">
          <Field>
            <Label>{t.entryType}</Label>
            <Select
              value={type}
              onChange={(event) =>
                isCode(codesOf(entryTypes), event.target.value) && setType(event.target.value)
              }
            >
              {codesOf(entryTypes).map((code) => (
                <Select.Option key={code} value={code}>
                  {code} – {types[code]}
                </Select.Option>
              ))}
            </Select>
          </Field>
          <Textfield
            label={t.documentDate}
            type="date"
            value={documentDate}
            onChange={(event) => setDocumentDate(event.target.value)}
          />
        </div>
        <TitleField
          label={t.titleField}
          value={title}
          counted={type === 'U'}
          max={rules?.policy.maxTitle}
          error={tried && titleMissing ? t.entryTitleMissing : undefined}
          onChange={(next) => setTitles(retitled({ title, publicTitle }, next))}
        />
        {hasParty ? (
          <>
            <Textfield
              label={incoming ? t.sender : t.recipient}
              description={t.recipientHint}
              value={party}
              onChange={(event) => setParty(event.target.value)}
            />
            <Checkbox
              label={incoming ? t.senderIsFirm : t.isFirm}
              checked={isFirm}
              onChange={(event) => setIsFirm(event.target.checked)}
            />
          </>
        ) : null}
        <ScreeningFields
          form={screening}
          title={title}
          publicTitle={publicTitle}
          of="entry"
          frozen={false}
          basisMissing={tried && basisMissing}
          refusal={refusal}
          onChange={(next, nextPublic) => {
            setScreening(next);
            setTitles({ title, publicTitle: nextPublic });
          }}
        />
      </FormDialog>
      {opened.length > 0 ? (
        <LooseningDialog
          opened={opened}
          busy={create.isPending}
          onConfirm={() => void send(true)}
          onClose={() => setOpened([])}
        />
      ) : null}
    </>
  );
}
