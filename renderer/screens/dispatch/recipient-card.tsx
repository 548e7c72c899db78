import { Button, Field, Fieldset, Label, Select, Switch, Textfield } from '@digdir/designsystemet-react';
import { ArrowDownIcon, ArrowUpIcon, CheckmarkIcon, TrashIcon } from '@navikt/aksel-icons';
import { useState } from 'react';
import { flushSync } from 'react-dom';
import type { DispatchCheckView } from '../../../preload/contract/dispatch.ts';
import type { FindingView } from '../../../preload/contract/views.ts';
import { dispatchTexts } from '../../../texts/dispatch.ts';
import { useLanguage, useTexts } from '../../api/session.ts';
import { afterPress } from '../../components/after-press.ts';
import { findingSentence } from '../../components/error-notice.tsx';
import { type DraftRecipient, maskTyped } from './draft.ts';
import { type RecipientPart, recipientId, recipientPart } from './findings-by-field.ts';

type Props = {
  readonly recipient: DraftRecipient;
  readonly position: number;
  readonly count: number;
  /** Group select is shown; the other orders number themselves. */
  readonly grouped: boolean;
  readonly findings: readonly FindingView[];
  readonly identity: DispatchCheckView['identities'][number] | undefined;
  /** Says what is missing even in fields not visited yet. */
  readonly tried: boolean;
  readonly onChange: (part: Partial<DraftRecipient>) => void;
  readonly onMove: (to: number) => void;
  readonly onRemove: () => void;
};

/** One who shall sign: who, with which number, and for whom. */
export function RecipientCard(props: Props) {
  const { recipient, position, count, grouped, findings, identity, tried, onChange, onMove } = props;
  const t = useTexts(dispatchTexts).recipients;
  const language = useLanguage();
  const [visited, setVisited] = useState<ReadonlySet<RecipientPart>>(new Set());
  const name = recipient.name.trim() || t.nameless(position + 1);
  const visit = (part: RecipientPart) => afterPress(() => setVisited((before) => new Set([...before, part])));
  const told = (part: RecipientPart, severity: FindingView['severity']) =>
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
          <IdentityField
            id={recipientId(recipient.key, 'identity')}
            name={name}
            typed={recipient.identityNumber}
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
              label={t.firm}
              value={firm.name}
              autoComplete="off"
              onChange={(event) => onChange({ onBehalfOf: { ...firm, name: event.target.value } })}
            />
            <Textfield
              label={t.organisationNumber}
              value={firm.organisationNumber ?? ''}
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
        {count > 1 && (
          <>
            <Button
              icon
              variant="tertiary"
              data-size="sm"
              aria-label={t.up(name)}
              aria-disabled={position === 0 || undefined}
              onClick={() => onMove(position - 1)}
            >
              <ArrowUpIcon aria-hidden />
            </Button>
            <Button
              icon
              variant="tertiary"
              data-size="sm"
              aria-label={t.down(name)}
              aria-disabled={position === count - 1 || undefined}
              onClick={() => onMove(position + 1)}
            >
              <ArrowDownIcon aria-hidden />
            </Button>
          </>
        )}
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

type IdentityProps = {
  readonly id: string;
  readonly name: string;
  readonly typed: string;
  readonly identity: Props['identity'];
  readonly error: string;
  readonly warning: string;
  readonly onBlur: () => void;
  readonly onChange: (typed: string) => void;
};

/** In full while it is typed, masked when one has left it. */
function IdentityField({ id, name, typed, identity, error, warning, onBlur, onChange }: IdentityProps) {
  const t = useTexts(dispatchTexts).recipients;
  const [typing, setTyping] = useState(false);
  const [shown, setShown] = useState(false);
  const masked = maskTyped(typed);
  const good = identity?.valid
    ? identity.synthetic
      ? t.synthetic
      : t.valid[identity.kind ?? 'birth-number']
    : undefined;
  return (
    <div>
      <div className="dispatch-identity">
        <Textfield
          id={id}
          label={t.identity}
          value={typing || shown ? typed : masked}
          inputMode="numeric"
          autoComplete="off"
          spellCheck={false}
          error={error || undefined}
          onFocus={(event) => {
            // At once, and all of it marked: what is typed next replaces the number instead of joining it.
            flushSync(() => setTyping(true));
            event.target.select();
          }}
          onBlur={() =>
            afterPress(() => {
              setTyping(false);
              onBlur();
            })
          }
          onChange={(event) => onChange(event.target.value)}
        />
        {masked !== typed && (
          <Button
            variant="tertiary"
            data-size="sm"
            aria-label={shown ? t.hideFor(name) : t.showFor(name)}
            onClick={() => setShown(!shown)}
          >
            {shown ? t.hide : t.show}
          </Button>
        )}
      </div>
      {warning && <p className="dispatch-field-warning">{warning}</p>}
      {!error && !warning && good && (
        <p className="dispatch-field-good">
          <CheckmarkIcon aria-hidden /> {good}
        </p>
      )}
    </div>
  );
}
