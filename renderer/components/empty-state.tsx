import { Heading, Paragraph } from '@digdir/designsystemet-react';
import { FolderIcon } from '@navikt/aksel-icons';
import type { ReactNode } from 'react';
import './notices.css';

type Props = {
  readonly title: string;
  /** Why it is empty, and what fills it. */
  readonly text: string;
  readonly children?: ReactNode;
};

export const EmptyState = ({ title, text, children }: Props) => (
  <div className="empty-state">
    <FolderIcon aria-hidden />
    <Heading level={2} data-size="xs">
      {title}
    </Heading>
    <Paragraph>{text}</Paragraph>
    {children}
  </div>
);
