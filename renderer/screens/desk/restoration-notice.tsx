import { Alert, Button, Heading, Paragraph } from '@digdir/designsystemet-react';
import { formatDate } from '../../../texts/format.ts';
import { restorationTexts } from '../../../texts/restoration.ts';
import { refusalOf } from '../../api/refusal-of.ts';
import { useTexts } from '../../api/session.ts';
import { useAsk, useCommand } from '../../api/use-ask.ts';
import { ErrorNotice } from '../../components/error-notice.tsx';
import { toast } from '../../components/toasts.tsx';
import { RestorationLists } from './restoration-lists.tsx';

/** «Gjenopprettet»: the archive is older than what is known of it. What must be taken in before anything is sent. */
export function RestorationNotice() {
  const t = useTexts(restorationTexts);
  const { data } = useAsk('restoration.read', {});
  const reopen = useCommand('restoration.reopen');
  if (!data || (data.since === undefined && data.unknown.length === 0 && data.lost.length === 0)) return null;
  const refused = refusalOf(reopen.data);
  const settled = data.unknown.every(({ acknowledgedAt }) => acknowledgedAt) && data.lost.length === 0;
  return (
    <Alert data-color={data.since ? 'danger' : 'warning'} className="desk-restored">
      <Heading level={2} data-size="2xs">
        {data.since ? t.heading : t.openHeading}
      </Heading>
      {data.since && <Paragraph>{t.intro(formatDate(data.since))}</Paragraph>}
      {!data.settle.may && <Paragraph>{t.forCentre}</Paragraph>}
      <RestorationLists data={data} />
      {data.since && settled && data.settle.may && (
        <Button
          data-size="sm"
          loading={reopen.isPending}
          onClick={async () => {
            const reply = await reopen.mutateAsync({});
            if (reply.ok) toast('success', t.reopened);
          }}
        >
          {t.reopen}
        </Button>
      )}
      {refused && <ErrorNotice refusal={refused} />}
    </Alert>
  );
}
