import { Alert, Button, Heading, Paragraph } from '@digdir/designsystemet-react';
import type { RefusalView } from '../../preload/contract/contract.ts';
import { common } from '../../texts/common.ts';
import { findingSentence } from '../../texts/findings.ts';
import { refusalSentence } from '../../texts/refusals.ts';
import { useLanguage, useTexts } from '../api/session.ts';
import './notices.css';

type Props = {
  readonly refusal: RefusalView;
  readonly title?: string;
  readonly onRetry?: () => void;
};

/** What is wrong and what to do, in the clerk's words; findings as a list; a reference when the fault is ours. */
export function ErrorNotice({ refusal, title, onRetry }: Props) {
  const language = useLanguage();
  const t = useTexts(common);
  const ours = refusal.code === 'internal' || refusal.code === 'unknown-method';
  return (
    <Alert data-color={ours ? 'danger' : 'warning'} role="alert" className="notice">
      {title ? (
        <Heading level={2} data-size="2xs">
          {title}
        </Heading>
      ) : null}
      <Paragraph>{refusalSentence(refusal, language)}</Paragraph>
      {refusal.findings && refusal.findings.length > 0 ? (
        <ul className="notice-findings">
          {refusal.findings.map((finding) => (
            <li key={`${finding.code} ${finding.field}`}>{findingSentence(finding, language)}</li>
          ))}
        </ul>
      ) : null}
      {refusal.reference ? <Paragraph data-size="sm">{t.reference(refusal.reference)}</Paragraph> : null}
      {onRetry ? (
        <Button variant="secondary" data-size="sm" onClick={onRetry}>
          {t.tryAgain}
        </Button>
      ) : null}
    </Alert>
  );
}
