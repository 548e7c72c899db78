import {
  Alert,
  Checkbox,
  Fieldset,
  Heading,
  Paragraph,
  Radio,
  Textfield,
} from '@digdir/designsystemet-react';
import { numberGroups, type OrderChoice } from '../../../domain/dispatch-order.ts';
import type { Finding } from '../../../domain/findings.ts';
import { messageLength } from '../../../domain/title.ts';
import type { DispatchPrepareView } from '../../../preload/contract/dispatch.ts';
import { dispatchTexts } from '../../../texts/dispatch.ts';
import { findingSentence } from '../../../texts/findings.ts';
import { formatDate } from '../../../texts/format.ts';
import { useLanguage, useTexts } from '../../api/session.ts';
import type { Draft } from './draft.ts';
import { orderSentence } from './order-sentence.ts';

type Props = {
  readonly prepared: DispatchPrepareView;
  readonly draft: Draft;
  readonly findings: readonly Finding[];
  readonly latestEnd: string | undefined;
  readonly onChange: (part: Partial<Draft>) => void;
};
const choices: readonly OrderChoice[] = ['all-at-once', 'one-by-one', 'groups'];

/** «Først Kari Nes, så Ola Berg.» */
export function useOrderSentence(draft: Draft): string {
  const t = useTexts(dispatchTexts);
  return orderSentence(
    numberGroups(draft.recipients, draft.choice).map((recipient, position) => ({
      name: recipient.name.trim() || t.recipients.nameless(position + 1),
      group: recipient.group,
    })),
    t.order,
  );
}

/** In which order, with which message, and until when. */
export function TermsSection({ prepared, draft, findings, latestEnd, onChange }: Props) {
  const t = useTexts(dispatchTexts);
  const language = useLanguage();
  const sentence = useOrderSentence(draft);
  const { limits } = prepared;
  const length = messageLength(draft.message);
  const told = (field: string) =>
    findings
      .filter((finding) => finding.field === field && finding.severity === 'stop')
      .map((finding) => findingSentence(finding, language))
      .join(' ') || undefined;
  const days = Number(draft.deadline);
  const asksRights = findings.some((finding) => finding.field === 'rights');
  return (
    <>
      {draft.recipients.length > 1 && (
        <section className="dispatch-section">
          <Fieldset>
            <Fieldset.Legend>{t.order.legend}</Fieldset.Legend>
            {choices.map((choice) => (
              <Radio
                key={choice}
                name="dispatch-order"
                value={choice}
                label={t.order[choice]}
                description={
                  choice === 'groups' && draft.choice === 'groups' ? t.order.groupsHelp : undefined
                }
                checked={draft.choice === choice}
                onChange={() => onChange({ choice })}
              />
            ))}
          </Fieldset>
          <Paragraph className="dispatch-sentence">{sentence}</Paragraph>
        </section>
      )}
      <section className="dispatch-section">
        <Textfield
          id="dispatch-message"
          multiline
          rows={3}
          label={t.message.label}
          description={t.message.help}
          value={draft.message}
          error={told('message')}
          onChange={(event) => onChange({ message: event.target.value })}
        />
        <p className="dispatch-count" data-over={length > limits.maxMessage || undefined}>
          {t.message.counter(length, limits.maxMessage)}
        </p>
      </section>
      <section className="dispatch-section" aria-labelledby="dispatch-deadline-heading">
        <Heading level={3} data-size="2xs" id="dispatch-deadline-heading">
          {t.sections.deadline}
        </Heading>
        {prepared.mayChangeDeadline ? (
          <Textfield
            id="dispatch-deadline"
            className="dispatch-deadline"
            label={t.deadline.label}
            description={t.deadline.help(limits.minDeadlineDays, limits.maxDeadlineDays)}
            type="number"
            min={limits.minDeadlineDays}
            max={limits.maxDeadlineDays}
            value={draft.deadline}
            error={told('deadline')}
            onChange={(event) => onChange({ deadline: event.target.value })}
          />
        ) : (
          <>
            <Paragraph id="dispatch-deadline" tabIndex={-1}>
              {t.deadline.locked(days)}
            </Paragraph>
            {told('deadline') && <p className="ds-validation-message">{told('deadline')}</p>}
          </>
        )}
        {latestEnd && (
          <Paragraph>
            <strong>{t.deadline.latest(formatDate(latestEnd))}</strong> {t.deadline.latestHelp}
          </Paragraph>
        )}
      </section>
      {prepared.signedShows === 'number-and-name' && (
        <section className="dispatch-section">
          <Alert data-color="warning" data-size="sm">
            <Paragraph>{t.numbers.shown(prepared.numberBasis)}</Paragraph>
            <Paragraph>{t.numbers.choose}</Paragraph>
          </Alert>
        </section>
      )}
      {(prepared.askAboutLeader || asksRights) && (
        <section className="dispatch-section">
          {prepared.askAboutLeader && (
            <Checkbox
              id="dispatch-leader"
              label={t.leader.label}
              checked={draft.agreedWithLeader}
              onChange={(event) => onChange({ agreedWithLeader: event.target.checked })}
            />
          )}
          {asksRights && (
            <Checkbox
              id="dispatch-rights"
              label={t.rights.label}
              description={told('rights')}
              checked={draft.rightsConfirmed}
              onChange={(event) => onChange({ rightsConfirmed: event.target.checked })}
            />
          )}
        </section>
      )}
    </>
  );
}
