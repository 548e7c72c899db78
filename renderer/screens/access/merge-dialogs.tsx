import { Field, Label, Paragraph, Select, Textfield } from '@digdir/designsystemet-react';
import { useState } from 'react';
import { accessTexts } from '../../../texts/access.ts';
import { common } from '../../../texts/common.ts';
import { useSession, useTexts } from '../../api/session.ts';
import { useCommand } from '../../api/use-ask.ts';
import { FormDialog } from '../../components/form-dialog.tsx';
import { lookAlike } from './look-alike.ts';
import { useSend } from './use-send.ts';

type Item = { readonly list: 'units' | 'bases'; readonly id: string; readonly name: string };
type MergeProps = {
  readonly item: Item;
  readonly others: readonly { readonly id: string; readonly name: string }[];
  readonly onClose: () => void;
};

export function MergeDialog({ item, others, onClose }: MergeProps) {
  const t = useTexts(accessTexts);
  const units = useCommand('access.mergeUnits');
  const bases = useCommand('access.mergeBases');
  const offered = others.filter(({ id }) => id !== item.id);
  const [into, setInto] = useState(
    offered.find(({ name }) => lookAlike(name, item.name))?.id ?? offered[0]?.id ?? '',
  );
  const { send, ...sending } = useSend(t.saved, onClose);
  const merge = item.list === 'units' ? units : bases;
  return (
    <FormDialog
      title={t.mergeTitle(item.name)}
      submit={t.mergeNow}
      {...sending}
      onSubmit={() => send(merge.mutateAsync({ from: item.id, into }))}
      onClose={onClose}
    >
      <Paragraph>{item.list === 'units' ? t.mergeUnitText : t.mergeBasisText}</Paragraph>
      <Field>
        <Label>{t.mergeInto}</Label>
        <Select value={into} onChange={(event) => setInto(event.target.value)}>
          {offered.map(({ id, name }) => (
            <Select.Option key={id} value={id}>
              {name}
            </Select.Option>
          ))}
        </Select>
      </Field>
    </FormDialog>
  );
}

export function RenameDialog({ item, onClose }: { readonly item: Item; readonly onClose: () => void }) {
  const t = useTexts(accessTexts);
  const { save } = useTexts(common);
  const { units } = useSession();
  const unit = useCommand('access.changeUnit');
  const basis = useCommand('access.renameBasis');
  const [name, setName] = useState(item.name);
  const { send, ...sending } = useSend(t.saved, onClose);
  const parentId = units.find(({ id }) => id === item.id)?.parentId ?? item.id;
  return (
    <FormDialog
      title={t.renameTitle(item.name)}
      submit={save}
      {...sending}
      onSubmit={() =>
        send(
          item.list === 'units'
            ? unit.mutateAsync({ unitId: item.id, name, parentId })
            : basis.mutateAsync({ basisId: item.id, text: name }),
        )
      }
      onClose={onClose}
    >
      <Textfield
        label={t.name}
        autoComplete="off"
        value={name}
        onChange={(event) => setName(event.target.value)}
      />
    </FormDialog>
  );
}
