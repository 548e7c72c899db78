import { Alert, Button, Heading, Paragraph } from '@digdir/designsystemet-react';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { closedTexts } from '../../../texts/closed.ts';
import { refusalSentence } from '../../../texts/refusals.ts';
import { forgetUnshown } from '../../api/affected.ts';
import { dismissClosed, useClosed } from '../../api/closing.ts';
import type { Loss } from '../../api/lost-rights.ts';
import { useLanguage, useTexts } from '../../api/session.ts';

/** Says that something has been closed because it is no longer this person's, why, and what can be done. */
export function ClosedNotice() {
  const { round, closed } = useClosed();
  const client = useQueryClient();
  // biome-ignore lint/correctness/useExhaustiveDependencies: once all that was open is gone from the screen
  useEffect(() => forgetUnshown(client), [client, round]);
  return closed ? (
    <Notice key={closed.loss.kind} loss={closed.loss} typed={closed.typed} leftOut={closed.leftOut} />
  ) : null;
}

type Props = { readonly loss: Loss; readonly typed: string; readonly leftOut: boolean };

function Notice({ loss, typed, leftOut }: Props) {
  const t = useTexts(closedTexts);
  const sentence = useSentence();
  const [copied, setCopied] = useState<boolean>();
  const box = useRef<HTMLDivElement>(null);
  // The focus was in what has been closed.
  useEffect(() => {
    if (document.activeElement === null || document.activeElement === document.body) box.current?.focus();
  }, []);
  const copy = () =>
    navigator.clipboard.writeText(typed).then(
      () => setCopied(true),
      () => setCopied(false),
    );
  return (
    <Alert data-color="warning" role="alert" className="shell-closed" tabIndex={-1} ref={box}>
      <Heading level={2} data-size="2xs">
        {t.heading[loss.kind]}
      </Heading>
      <Paragraph>{sentence(loss)}</Paragraph>
      {typed === '' ? null : <Paragraph>{t.typed}</Paragraph>}
      {leftOut ? <Paragraph>{t.leftOut}</Paragraph> : null}
      {copied === undefined ? null : <Paragraph>{copied ? t.copied : t.notCopied}</Paragraph>}
      <div className="shell-closed-buttons">
        {typed === '' ? null : (
          <Button data-size="sm" onClick={() => void copy()}>
            {t.copy}
          </Button>
        )}
        <Button data-size="sm" variant="secondary" onClick={dismissClosed}>
          {t.dismiss}
        </Button>
      </div>
    </Alert>
  );
}

function useSentence(): (loss: Loss) => string {
  const t = useTexts(closedTexts);
  const language = useLanguage();
  return (loss) => {
    switch (loss.kind) {
      case 'person':
        return t.person(loss.name);
      case 'rights':
        return t.rights;
      case 'sight':
        return t.sight;
      case 'act':
        return `${refusalSentence(loss.why, language)} ${t.act}`;
      case 'page':
        return `${refusalSentence(loss.why, language)} ${t.page}`;
    }
  };
}
