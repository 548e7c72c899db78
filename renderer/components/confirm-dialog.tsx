import { Paragraph } from '@digdir/designsystemet-react';
import type { RefusalView } from '../../preload/contract/contract.ts';
import { FormDialog } from './form-dialog.tsx';

type Props = {
  readonly title: string;
  readonly text: string;
  /** What happens, as a verb: «Avslutt saken». */
  readonly confirm: string;
  readonly tone?: 'danger';
  readonly busy?: boolean;
  readonly refusal?: RefusalView;
  readonly onConfirm: () => void;
  readonly onClose: () => void;
};

export const ConfirmDialog = ({ text, confirm, onConfirm, ...rest }: Props) => (
  <FormDialog {...rest} submit={confirm} onSubmit={onConfirm}>
    <Paragraph>{text}</Paragraph>
  </FormDialog>
);
