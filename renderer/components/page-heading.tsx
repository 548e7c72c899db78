import { Heading } from '@digdir/designsystemet-react';
import { type ReactNode, useEffect, useRef } from 'react';
import { takeHeadingFocus } from '../routing/route.ts';
import './page-heading.css';

type Props = {
  readonly title: ReactNode;
  /** For the window's title and recent lists: never a screened title. */
  readonly where: string;
  /** A line above the heading, e.g. the case an entry belongs to. */
  readonly kicker?: ReactNode;
  /** Badges that stand after the title. */
  readonly marks?: ReactNode;
  readonly actions?: ReactNode;
};

/** The one h1 of a page. It takes the focus when one has moved here, so that a screen reader tells where one is. */
export function PageHeading({ title, where, kicker, marks, actions }: Props) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    document.title = `${where} – Segl`;
    if (takeHeadingFocus()) heading.current?.focus({ preventScroll: true });
  }, [where]);
  return (
    <header className="page-heading">
      <div className="page-heading-words">
        {kicker ? <div className="page-heading-kicker">{kicker}</div> : null}
        <div className="page-heading-line">
          <Heading level={1} data-size="md" tabIndex={-1} ref={heading}>
            {title}
          </Heading>
          {marks}
        </div>
      </div>
      {actions ? <div className="page-heading-actions">{actions}</div> : null}
    </header>
  );
}
