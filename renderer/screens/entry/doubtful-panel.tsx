import { Heading, Link, Paragraph } from '@digdir/designsystemet-react';
import { useState } from 'react';
import type { DoubtDecision } from '../../../domain/doubtful-answer.ts';
import type { JobView } from '../../../preload/contract/views.ts';
import { formatDate, formatDateTime } from '../../../texts/format.ts';
import { signingTexts } from '../../../texts/signing.ts';
import { refusalOf } from '../../api/refusal-of.ts';
import { useLanguage, useTexts } from '../../api/session.ts';
import { useCommand } from '../../api/use-ask.ts';
import { ConfirmDialog } from '../../components/confirm-dialog.tsx';
import { DecisionButton } from '../../components/decision-button.tsx';
import { ErrorNotice } from '../../components/error-notice.tsx';
import { toast } from '../../components/toasts.tsx';

import { VerdictList } from './verdict-list.tsx';

type Props = { readonly jobId: JobView['id']; readonly doubtful: NonNullable<JobView['doubtful']> };

/** What is wrong with what the service delivered, how long the right answer may still come, and what can be decided. */
export function DoubtfulPanel({ jobId, doubtful }: Props) {
  const all = useTexts(signingTexts);
  const t = all.doubtful;
  const language = useLanguage();
  const run = useCommand('signing.decideDoubtful');
  const [asked, setAsked] = useState<'file-unverified' | 'declare-lost'>();
  const decide = async (decision: DoubtDecision) => {
    const reply = await run.mutateAsync({ jobId, decision });
    if (!reply.ok) return;
    toast(
      decision === 'keep-waiting' ? 'info' : 'success',
      { 'keep-waiting': t.keptWaiting, 'file-unverified': t.filed, 'declare-lost': t.declaredLost }[decision],
    );
    setAsked(undefined);
  };
  const refused = refusalOf(run.data);
  const { file, keepWaiting, declareLost } = doubtful;
  return (
    <div className="entry-job-block">
      <Heading level={3} data-size="2xs">
        {t.heading}
      </Heading>
      <ul>
        {doubtful.doubts.map((doubt) => (
          <li key={doubt}>{all.doubts[doubt]}</li>
        ))}
      </ul>
      <Paragraph>
        {t.received(formatDateTime(doubtful.receivedAt, language))}{' '}
        {doubtful.nextFetchAt ? t.next(formatDateTime(doubtful.nextFetchAt, language)) : t.nextSoon}{' '}
        {t.lastDay(formatDate(doubtful.lastDay))} {t.decideFrom(formatDate(doubtful.decideFrom))}
      </Paragraph>
      {doubtful.verdict && <VerdictList verdict={doubtful.verdict} verified={false} />}
      {doubtful.url && (
        <Link href={doubtful.url} target="_blank" rel="noreferrer">
          {t.open}
        </Link>
      )}
      <div className="entry-job-actions">
        <DecisionButton
          variant="secondary"
          decision={keepWaiting}
          loading={run.isPending}
          onClick={() => void decide('keep-waiting')}
        >
          {t.keepWaiting}
        </DecisionButton>
        <DecisionButton variant="secondary" decision={file} onClick={() => setAsked('file-unverified')}>
          {t.file}
        </DecisionButton>
        <DecisionButton
          variant="secondary"
          data-color="danger"
          decision={declareLost}
          onClick={() => setAsked('declare-lost')}
        >
          {t.lost}
        </DecisionButton>
      </div>
      {refused && !asked && <ErrorNotice refusal={refused} />}
      {asked && (
        <ConfirmDialog
          title={asked === 'declare-lost' ? t.lostHeading : t.fileHeading}
          text={asked === 'declare-lost' ? t.lostBody : t.fileBody}
          confirm={asked === 'declare-lost' ? t.lostConfirm : t.fileConfirm}
          tone="danger"
          busy={run.isPending}
          refusal={refused}
          onConfirm={() => void decide(asked)}
          onClose={() => setAsked(undefined)}
        />
      )}
    </div>
  );
}
