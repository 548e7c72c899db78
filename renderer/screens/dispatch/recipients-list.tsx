import { Button, Heading } from '@digdir/designsystemet-react';
import { PlusIcon } from '@navikt/aksel-icons';
import { useEffect, useRef, useState } from 'react';
import { dispatchTexts } from '../../../texts/dispatch.ts';
import { findingSentence } from '../../../texts/findings.ts';
import { useLanguage, useTexts } from '../../api/session.ts';
import { moveItem } from '../../components/move-item.ts';
import { type Draft, type DraftRecipient, emptyRecipient } from './draft.ts';
import { findingKey, recipientId, recipientPosition } from './findings-by-field.ts';
import { RecipientCard } from './recipient-card.tsx';
import type { CheckedOrder } from './use-check.ts';

type Props = {
  readonly entryId: string;
  readonly draft: Draft;
  readonly checked: CheckedOrder | undefined;
  readonly max: number;
  readonly tried: boolean;
  readonly say: (text: string) => void;
  readonly onChange: (recipients: readonly DraftRecipient[]) => void;
};
type Removed = { readonly recipient: DraftRecipient; readonly position: number; readonly name: string };

export function RecipientsList({ entryId, draft, checked, max, tried, say, onChange }: Props) {
  const t = useTexts(dispatchTexts);
  const language = useLanguage();
  const [removed, setRemoved] = useState<Removed>();
  // The new one's name takes the focus once it is on the page.
  const focusNext = useRef<string>(undefined);
  useEffect(() => {
    if (focusNext.current === undefined) return;
    document.getElementById(focusNext.current)?.focus();
    focusNext.current = undefined;
  });
  const { recipients } = draft;
  const nameOf = (recipient: DraftRecipient, position: number) =>
    recipient.name.trim() || t.recipients.nameless(position + 1);
  const add = () => {
    const added = emptyRecipient(recipients);
    focusNext.current = recipientId(added.key, 'name');
    onChange([...recipients, added]);
  };
  const move = (from: number, to: number) => {
    const moved = moveItem(recipients, from, to);
    const recipient = recipients[from];
    if (moved === recipients || !recipient) return;
    onChange(moved);
    say(t.recipients.moved(nameOf(recipient, from), to + 1));
  };
  const remove = (position: number) => {
    const recipient = recipients[position];
    if (!recipient) return;
    const name = nameOf(recipient, position);
    setRemoved({ recipient, position, name });
    onChange(recipients.filter((other) => other.key !== recipient.key));
    say(t.recipients.removed(name));
    document.getElementById('dispatch-recipients')?.focus();
  };
  const undo = ({ recipient, position }: Removed) => {
    onChange([...recipients.slice(0, position), recipient, ...recipients.slice(position)]);
    setRemoved(undefined);
    focusNext.current = recipientId(recipient.key, 'name');
  };
  const findingsOf = (key: number) =>
    checked?.view.findings.filter((finding) => {
      const position = recipientPosition(finding.field);
      return position !== undefined && checked.keys[position] === key;
    }) ?? [];
  const wholeList = checked?.view.findings.filter((finding) => finding.field === 'recipients') ?? [];

  return (
    <section className="dispatch-section" aria-labelledby="dispatch-recipients-heading">
      <div className="dispatch-section-head">
        <Heading level={3} data-size="2xs" id="dispatch-recipients-heading">
          {t.sections.recipients}
        </Heading>
        <span className="dispatch-count" data-over={recipients.length > max || undefined}>
          {t.recipients.count(recipients.length, max)}
        </span>
      </div>
      {recipients.length === 0 && <p className="dispatch-subtle">{t.recipients.none}</p>}
      {tried &&
        wholeList.map((finding) => (
          <p key={findingKey(finding)} className="ds-validation-message">
            {findingSentence(finding, language)}
          </p>
        ))}
      <ol className="dispatch-recipients">
        {recipients.map((recipient, position) => (
          <RecipientCard
            key={recipient.key}
            entryId={entryId}
            recipient={recipient}
            position={position}
            count={recipients.length}
            grouped={draft.choice === 'groups'}
            findings={findingsOf(recipient.key)}
            identity={checked?.view.identities[checked.keys.indexOf(recipient.key)]}
            tried={tried}
            onChange={(part) =>
              onChange(
                recipients.map((other) => (other.key === recipient.key ? { ...other, ...part } : other)),
              )
            }
            onMove={(to) => move(position, to)}
            onRemove={() => remove(position)}
          />
        ))}
      </ol>
      {removed && (
        <p className="dispatch-undo">
          {t.recipients.removed(removed.name)}{' '}
          <Button variant="tertiary" data-size="sm" onClick={() => undo(removed)}>
            {t.recipients.undo}
          </Button>
        </p>
      )}
      <Button id="dispatch-recipients" variant="secondary" data-size="sm" onClick={add}>
        <PlusIcon aria-hidden />
        {t.recipients.add}
      </Button>
    </section>
  );
}
