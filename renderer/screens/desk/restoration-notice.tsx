import { Alert, Button, Heading, Link, Paragraph } from '@digdir/designsystemet-react';
import { useState } from 'react';
import type { RestorationView } from '../../../preload/contract/restoration.ts';
import { codes } from '../../../texts/codes.ts';
import { formatDate } from '../../../texts/format.ts';
import { restorationTexts } from '../../../texts/restoration.ts';
import { refusalOf } from '../../api/refusal-of.ts';
import { useTexts } from '../../api/session.ts';
import { useAsk, useCommand } from '../../api/use-ask.ts';
import { ErrorNotice } from '../../components/error-notice.tsx';
import { toast } from '../../components/toasts.tsx';
import { addressOf } from '../../routing/route.ts';
import { FileUnknownDialog } from './file-unknown-dialog.tsx';

/** «Gjenopprettet»: the archive is older than what is known of it. What must be taken in before anything is sent. */
export function RestorationNotice() {
  const t = useTexts(restorationTexts);
  const { data } = useAsk('restoration.read', {});
  const dismiss = useCommand('restoration.dismiss');
  const reopen = useCommand('restoration.reopen');
  if (!data || (data.since === undefined && data.unknown.length === 0 && data.lost.length === 0)) return null;
  const refused = refusalOf(reopen.data) ?? refusalOf(dismiss.data);
  const settled = data.unknown.length === 0 && data.lost.length === 0;
  return (
    <Alert data-color="danger" className="desk-restored">
      <Heading level={2} data-size="2xs">
        {t.heading}
      </Heading>
      {data.since && <Paragraph>{t.intro(formatDate(data.since))}</Paragraph>}
      {!data.settle.may && <Paragraph>{t.forCentre}</Paragraph>}
      {data.unknown.length > 0 && (
        <section aria-labelledby="restored-unknown">
          <Heading level={3} data-size="2xs" id="restored-unknown">
            {t.unknown(data.unknown.length)}
          </Heading>
          <ul>
            {data.unknown.map((job) => (
              <Unknown key={job.id} job={job} may={data.settle.may} />
            ))}
          </ul>
        </section>
      )}
      {data.lost.length > 0 && (
        <section aria-labelledby="restored-lost">
          <Heading level={3} data-size="2xs" id="restored-lost">
            {t.lost(data.lost.length)}
          </Heading>
          <Paragraph>{t.lostHelp}</Paragraph>
          <ul>
            {data.lost.map(({ reference, entry }) => (
              <li key={reference}>
                <EntryLink entry={entry} fallback={t.entryGone} />{' '}
                {data.settle.may && (
                  <Button
                    variant="secondary"
                    data-size="sm"
                    loading={dismiss.isPending && dismiss.variables?.reference === reference}
                    onClick={() => void dismiss.mutateAsync({ reference })}
                  >
                    {t.dismiss}
                  </Button>
                )}
              </li>
            ))}
          </ul>
        </section>
      )}
      {settled && data.settle.may && (
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

type UnknownJobView = RestorationView['unknown'][number];

function Unknown({ job, may }: { readonly job: UnknownJobView; readonly may: boolean }) {
  const t = useTexts(restorationTexts);
  const c = useTexts(codes);
  const [filing, setFiling] = useState(false);
  const ended = job.state !== 'inProgress';
  return (
    <li>
      {t.job(job.serviceJobId, job.failure ? c.failureReason[job.failure] : c.jobState[job.state])}{' '}
      <EntryLink entry={job.entry} fallback={t.entryUnknown} />{' '}
      {may && ended && (
        <Button variant="secondary" data-size="sm" onClick={() => setFiling(true)}>
          {t.file}
        </Button>
      )}
      {filing && <FileUnknownDialog job={job} onClose={() => setFiling(false)} />}
    </li>
  );
}

function EntryLink({
  entry,
  fallback,
}: {
  readonly entry: UnknownJobView['entry'];
  readonly fallback: string;
}) {
  return entry ? (
    <Link href={addressOf({ at: 'entry', entryId: entry.entryId })}>
      {entry.recordNumber} {entry.title}
    </Link>
  ) : (
    <span>{fallback}</span>
  );
}
