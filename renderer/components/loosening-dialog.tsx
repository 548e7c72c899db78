import { List, Paragraph } from '@digdir/designsystemet-react';
import type { Loosening } from '../../domain/access/loosening.ts';
import { screeningTexts } from '../../texts/screening.ts';
import { useTexts } from '../api/session.ts';
import { FormDialog } from './form-dialog.tsx';

type Props = {
  readonly opened: readonly Loosening[];
  readonly busy: boolean;
  readonly onConfirm: () => void;
  readonly onClose: () => void;
};

/** What a loosened screening shows, and to whom, before it is done. */
export function LooseningDialog({ opened, busy, onConfirm, onClose }: Props) {
  const t = useTexts(screeningTexts).loosen;
  return (
    <FormDialog
      title={t.heading}
      submit={t.do}
      tone="danger"
      busy={busy}
      onSubmit={onConfirm}
      onClose={onClose}
    >
      <Paragraph>{t.lead}</Paragraph>
      <List.Unordered>
        {opened.map((what) => (
          <List.Item key={what}>{t.opens[what]}</List.Item>
        ))}
      </List.Unordered>
      <Paragraph>{t.logged}</Paragraph>
    </FormDialog>
  );
}
