import { Button, Field, Fieldset, Label, Select, Switch, Textfield } from '@digdir/designsystemet-react';
import { TrashIcon } from '@navikt/aksel-icons';
import { useState } from 'react';
import type { Finding } from '../../../domain/findings.ts';
import type { DispatchCheckView } from '../../../preload/contract/dispatch.ts';
import { dispatchTexts } from '../../../texts/dispatch.ts';
import { findingSentence } from '../../../texts/findings.ts';
import { useLanguage, useTexts } from '../../api/session.ts';
import { afterPress } from '../../components/after-press.ts';
import { MoveButtons } from '../../components/move-buttons.tsx';
import type { DraftRecipient } from './draft.ts';
import { type RecipientPart, recipientId, recipientPart } from './findings-by-field.ts';
import { RecipientIdentity } from './recipient-identity.tsx';

type Props = {
  readonly entryId: string;
  readonly recipient: DraftRecipient;
  readonly position: number;
  readonly count: number;
  /** Group select is shown; the other orders number themselves. */
  readonly grouped: boolean;
  readonly findings: readonly Finding[];
  readonly identity: DispatchCheckView['identities'][number] | undefined;
  /** Says what is missing even in fields not visited yet. */
  readonly tried: boolean;
  readonly onChange: (part: Partial<DraftRecipient>) => void;
  readonly onMove: (to: number) => void;
  readonly onRemove: () => void;
};

/** One who shall sign: who, with which number, and for whom. */
export function RecipientCard(props: Props) {
  const { entryId, recipient, position, count, grouped, findings, identity, tried, onChange, onMove } = props;
  const t = useTexts(dispatchTexts).recipients;
  const language = useLanguage();
  const [visited, setVisited] = useState<ReadonlySet<RecipientPart>>(new Set());
  const name = recipient.name.trim() || t.nameless(position + 1);
  const visit = (part: RecipientPart) => afterPress(() => setVisited((before) => new Set([...before, part])));
  const told = (part: RecipientPart, severity: Finding['severity']) =>
    tried || visited.has(part)
      ? findings
          .filter((finding) => finding.severity === severity && recipientPart(finding.code) === part)
          .map((finding) => findingSentence(finding, language))
          .join(' ')
      : '';
  const firm = recipient.onBehalfOf;
  return (
    <li className="dispatch-recipient">
      <Fieldset>
        <Fieldset.Legend className="dispatch-recipient-head">
          {recipient.name.trim()
            ? t.headingNamed(position + 1, recipient.name.trim())
            : t.heading(position + 1)}
        </Fieldset.Legend>
        <div className="dispatch-recipient-fields">
          <Textfield
            id={recipientId(recipient.key, 'name')}
            label={t.name}
            value={recipient.name}
            autoComplete="off"
            error={told('name', 'stop') || undefined}
            onBlur={() => visit('name')}
            onChange={(event) => onChange({ name: event.target.value })}
          />
          <RecipientIdentity
            entryId={entryId}
            id={recipientId(recipient.key, 'identity')}
            name={name}
            typed={recipient.identityNumber}
            kept={recipient.keptIdentity}
            identity={identity}
            error={told('identity', 'stop')}
            warning={told('identity', 'warning')}
            onBlur={() => visit('identity')}
            onChange={(identityNumber) => onChange({ identityNumber })}
          />
          {grouped && (
            <Field>
              <Label>{t.group}</Label>
              <Select
                id={recipientId(recipient.key, 'group')}
                value={String(recipient.group)}
                onChange={(event) => onChange({ group: Number(event.target.value) })}
              >
                {Array.from({ length: 10 }, (_, group) => group).map((group) => (
                  <Select.Option key={group} value={String(group)}>
                    {group + 1}
                  </Select.Option>
                ))}
              </Select>
            </Field>
          )}
        </div>
        <Switch
          label={t.onBehalfOf}
          data-size="sm"
          checked={firm !== undefined}
          onChange={(event) => onChange({ onBehalfOf: event.target.checked ? { name: '' } : undefined })}
        />
        {firm && (
          <div className="dispatch-recipient-fields">
            <Textfield
              id={recipientId(recipient.key, 'firm')}
              label={t.firm}
              value={firm.name}
              autoComplete="off"
              error={told('firm', 'stop') || undefined}
              onBlur={() => visit('firm')}
              onChange={(event) => onChange({ onBehalfOf: { ...firm, name: event.target.value } })}
            />
            <Textfield
              id={recipientId(recipient.key, 'firm-number')}
              label={t.organisationNumber}
              value={firm.organisationNumber ?? ''}
              error={told('firm-number', 'stop') || undefined}
              onBlur={() => visit('firm-number')}
              inputMode="numeric"
              autoComplete="off"
              onChange={(event) =>
                onChange({
                  onBehalfOf: { name: firm.name, organisationNumber: event.target.value || undefined },
                })
              }
            />
          </div>
        )}
      </Fieldset>
      <div className="dispatch-recipient-actions">
        <MoveButtons name={name} position={position} count={count} onMove={onMove} />
        <Button
          icon
          variant="tertiary"
          data-size="sm"
          data-color="danger"
          aria-label={t.remove(name)}
          onClick={props.onRemove}
        >
          <TrashIcon aria-hidden />
        </Button>
      </div>
    </li>
  );
}
