import { Button, Dialog, Heading, Paragraph } from '@digdir/designsystemet-react';
import { type ReactNode, useEffect, useId, useRef } from 'react';
import type { DispatchCheckView } from '../../../preload/contract/dispatch.ts';
import { common } from '../../../texts/common.ts';
import { dispatchTexts } from '../../../texts/dispatch.ts';
import { formatDate } from '../../../texts/format.ts';
import { useTexts } from '../../api/session.ts';
import type { Draft } from './draft.ts';
import { useOrderSentence } from './terms-section.tsx';

type Props = {
  readonly title: string;
  readonly draft: Draft;
  readonly view: DispatchCheckView;
  readonly sending: boolean;
  readonly onConfirm: () => void;
  readonly onBack: () => void;
};

/** The one question before it goes: who gets what, in which order, until when. */
export function ConfirmExpedite({ title, draft, view, sending, onConfirm, onBack }: Props) {
  const t = useTexts(dispatchTexts);
  const c = useTexts(common);
  const heading = useId();
  const button = useRef<HTMLButtonElement>(null);
  // After the dialog has opened: Enter is the answer most likely wanted.
  useEffect(() => button.current?.focus(), []);
  const sentence = useOrderSentence(draft);
  const warnings = view.findings.filter((finding) => finding.severity === 'warning').length;
  return (
    <Dialog open onClose={onBack} closeButton={c.close} aria-labelledby={heading} className="form-dialog">
      <Heading level={2} data-size="xs" id={heading}>
        {t.expedite.heading}
      </Heading>
      <dl className="dispatch-summary">
        <Row term={t.expedite.who}>
          <ul>
            {draft.recipients.map((recipient) => (
              <li key={recipient.key}>
                {recipient.name}
                {recipient.onBehalfOf?.name && ` (${recipient.onBehalfOf.name})`}
              </li>
            ))}
          </ul>
        </Row>
        <Row term={t.expedite.what}>
          {t.expedite.whatPages(title, t.document.pages(view.merged?.pages ?? 0))}
        </Row>
        {draft.recipients.length > 1 && <Row term={t.expedite.when}>{sentence}</Row>}
        <Row term={t.expedite.until}>{t.deadline.latest(formatDate(view.latestEnd))}</Row>
      </dl>
      {warnings > 0 && <Paragraph>{t.expedite.withWarnings(warnings)}</Paragraph>}
      <Paragraph>
        <strong>{t.expedite.irreversible}</strong>
      </Paragraph>
      <div className="form-dialog-buttons dispatch-answer">
        <Button
          ref={button}
          loading={sending}
          onClick={onConfirm}
          onKeyDown={(event) => {
            // The key that opened this dialog, still held down, must not answer it.
            if (event.repeat) event.preventDefault();
          }}
        >
          {sending ? t.expedite.sending : t.expedite.confirm}
        </Button>
        <Button variant="secondary" onClick={onBack}>
          {t.expedite.back}
        </Button>
      </div>
    </Dialog>
  );
}

const Row = ({ term, children }: { readonly term: string; readonly children: ReactNode }) => (
  <div>
    <dt>{term}</dt>
    <dd>{children}</dd>
  </div>
);
