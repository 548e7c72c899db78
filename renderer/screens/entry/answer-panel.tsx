import { Button, Link, Paragraph } from '@digdir/designsystemet-react';
import { EnvelopeClosedIcon, ExclamationmarkTriangleIcon } from '@navikt/aksel-icons';
import { useState } from 'react';
import type { EntryView } from '../../../preload/contract/entries.ts';
import type { JobView } from '../../../preload/contract/views.ts';
import { formatDateTime } from '../../../texts/format.ts';
import { signingTexts } from '../../../texts/signing.ts';
import { refusalOf } from '../../api/refusal-of.ts';
import { useLanguage, useTexts } from '../../api/session.ts';
import { useCommand } from '../../api/use-ask.ts';
import { DecisionButton } from '../../components/decision-button.tsx';
import { ErrorNotice } from '../../components/error-notice.tsx';
import { neverApplies } from '../../components/never-applies.ts';
import { toast } from '../../components/toasts.tsx';
import { addressOf } from '../../routing/route.ts';
import { FileElsewhereDialog } from './file-elsewhere-dialog.tsx';
import { VerdictList } from './verdict-list.tsx';

type Props = {
  readonly answer: NonNullable<JobView['answer']>;
  readonly entry: Pick<EntryView, 'caseId' | 'caseNumber' | 'lock'>;
};

/** The answer that came back: where it is filed, or why it still waits. */
export function AnswerPanel({ answer, entry }: Props) {
  const t = useTexts(signingTexts).answer;
  const language = useLanguage();
  const run = useCommand('answers.file');
  const [elsewhere, setElsewhere] = useState(false);
  const closed =
    (!answer.file.may && answer.file.code === 'case-closed') || entry.lock?.code === 'case-closed';
  const file = async () => {
    const reply = await run.mutateAsync({ answerId: answer.id });
    if (reply.ok)
      toast('success', t.done(entry.caseNumber), addressOf({ at: 'entry', entryId: reply.value.entryId }));
  };
  const refused = refusalOf(run.data);
  return (
    <div className="entry-answer" data-waits={answer.filedAs ? undefined : true}>
      {answer.filedAs ? <EnvelopeClosedIcon aria-hidden /> : <ExclamationmarkTriangleIcon aria-hidden />}
      <div>
        {answer.filedAs ? (
          <Paragraph>
            <Link href={addressOf({ at: 'entry', entryId: answer.filedAs.entryId })}>
              {t.filed(answer.filedAs.recordNumber)}
            </Link>
          </Paragraph>
        ) : (
          <Paragraph>
            <strong>{closed ? t.waiting : t.waitingOpen}</strong>{' '}
            {neverApplies(answer.file) ? t.waitingForOthers : closed && t.waitingHelp}
          </Paragraph>
        )}
        <Paragraph className="entry-subtle">
          {t.received(formatDateTime(answer.receivedAt, language))}.{' '}
          {!answer.verdict && answer.verified === true && t.verified}
          {!answer.verdict && answer.verified === false && t.notVerified}
        </Paragraph>
        {answer.verdict && <VerdictList verdict={answer.verdict} verified={answer.verified ?? false} />}
        {!answer.filedAs && (
          <div className="entry-job-actions">
            {closed ? (
              <Link href={addressOf({ at: 'case', caseId: entry.caseId })}>{t.reopen}</Link>
            ) : (
              <DecisionButton
                decision={answer.file}
                loading={run.isPending}
                data-size="sm"
                onClick={() => void file()}
              >
                {t.fileHere}
              </DecisionButton>
            )}
            {(answer.file.may || answer.file.code !== 'not-allowed') && (
              <Button variant="secondary" data-size="sm" onClick={() => setElsewhere(true)}>
                {t.fileOther}
              </Button>
            )}
          </div>
        )}
        {refused && <ErrorNotice refusal={refused} />}
      </div>
      {elsewhere && <FileElsewhereDialog answerId={answer.id} onClose={() => setElsewhere(false)} />}
    </div>
  );
}
