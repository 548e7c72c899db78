import { Button, Tag } from '@digdir/designsystemet-react';
import { EyeIcon, EyeSlashIcon } from '@navikt/aksel-icons';
import { useState } from 'react';
import type { RefusalView } from '../../preload/contract/contract.ts';
import { screeningTexts } from '../../texts/screening.ts';
import { useTexts } from '../api/session.ts';
import { ConfirmDialog } from './confirm-dialog.tsx';
import './screen-one.css';

type Props = {
  readonly name: string;
  readonly isScreened: boolean;
  /** The entry's screening hides all of them anyway, hides those that are marked, or is not there. */
  readonly entryHides: 'all' | 'marked' | 'none';
  readonly mayChange: boolean;
  readonly busy: boolean;
  readonly refusal: RefusalView | undefined;
  /** Says whether it was done. */
  readonly onChange: (isScreened: boolean) => Promise<boolean>;
};

/** One party or document that is marked as screened, and the button that marks it or takes the mark away. */
export function ScreenOne(props: Props) {
  const { name, isScreened, entryHides, mayChange, busy, refusal, onChange } = props;
  const t = useTexts(screeningTexts);
  const [asked, setAsked] = useState(false);
  const label = isScreened ? t.unmark(name) : t.mark(name);
  const press = () => (isScreened && entryHides === 'marked' ? setAsked(true) : void onChange(!isScreened));
  const confirm = async () => {
    if (await onChange(false)) setAsked(false);
  };
  return (
    <span className="screen-one">
      {isScreened || entryHides === 'all' ? (
        <Tag data-color="warning" data-size="sm">
          {entryHides === 'all' ? t.allMarked : entryHides === 'marked' ? t.marked : t.markedLater}
        </Tag>
      ) : null}
      {mayChange && entryHides !== 'all' ? (
        <Button
          icon
          variant="tertiary"
          data-size="sm"
          aria-label={label}
          title={label}
          aria-pressed={isScreened}
          loading={busy}
          onClick={press}
        >
          {isScreened ? <EyeSlashIcon aria-hidden /> : <EyeIcon aria-hidden />}
        </Button>
      ) : null}
      {asked ? (
        <ConfirmDialog
          title={t.unmarkHeading(name)}
          text={t.unmarkBody}
          confirm={t.unmarkDo}
          tone="danger"
          busy={busy}
          refusal={refusal}
          onConfirm={() => void confirm()}
          onClose={() => setAsked(false)}
        />
      ) : null}
    </span>
  );
}

/** What an entry's screening does to its parties or documents. */
export const hidesWhich = (
  screening: { readonly hidesParties: boolean; readonly hidesDocuments: boolean } | undefined,
  what: 'hidesParties' | 'hidesDocuments',
): Props['entryHides'] => (screening === undefined ? 'none' : screening[what] ? 'all' : 'marked');
