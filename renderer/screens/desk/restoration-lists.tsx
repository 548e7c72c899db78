import { Button, Heading, Link, Paragraph } from '@digdir/designsystemet-react';
import { type ReactNode, useId, useState } from 'react';
import type { RestorationView } from '../../../preload/contract/restoration.ts';
import { codes } from '../../../texts/codes.ts';
import { formatDate } from '../../../texts/format.ts';
import { restorationTexts } from '../../../texts/restoration.ts';
import { refusalOf } from '../../api/refusal-of.ts';
import { useTexts } from '../../api/session.ts';
import { useCommand } from '../../api/use-ask.ts';
import { ErrorNotice } from '../../components/error-notice.tsx';
import { addressOf } from '../../routing/route.ts';
import { FileUnknownDialog } from './file-unknown-dialog.tsx';

/** Jobs that the archive does not know, those it has lost, and answers it has lost, with what can be done of each. */
export function RestorationLists({ data }: { readonly data: RestorationView }) {
  const t = useTexts(restorationTexts);
  const running = data.unknown.some(({ state, acknowledgedAt }) => state === 'inProgress' && !acknowledgedAt);
  const unheard = data.lost.filter(({ answeredAt }) => answeredAt === undefined);
  const answered = data.lost.filter(({ answeredAt }) => answeredAt !== undefined);
  const { may } = data.settle;
  return (
    <>
      <Section heading={t.unknown(data.unknown.length)} help={running ? t.running : undefined}>
        {data.unknown.map((job) => (
          <Unknown key={job.id} job={job} may={may} />
        ))}
      </Section>
      <Section heading={t.lost(unheard.length)} help={t.lostHelp}>
        {unheard.map((job) => (
          <Lost key={job.reference} job={job} may={may} />
        ))}
      </Section>
      <Section heading={t.answered(answered.length)} help={t.answeredHelp}>
        {answered.map((job) => (
          <Lost key={job.reference} job={job} may={may} />
        ))}
      </Section>
    </>
  );
}

type SectionProps = {
  readonly heading: string;
  readonly help?: string;
  readonly children: readonly ReactNode[];
};

function Section({ heading, help, children }: SectionProps) {
  const id = useId();
  if (children.length === 0) return null;
  return (
    <section aria-labelledby={id}>
      <Heading level={3} data-size="2xs" id={id}>
        {heading}
      </Heading>
      {help && <Paragraph>{help}</Paragraph>}
      <ul>{children}</ul>
    </section>
  );
}

type UnknownJobView = RestorationView['unknown'][number];

function Unknown({ job, may }: { readonly job: UnknownJobView; readonly may: boolean }) {
  const t = useTexts(restorationTexts);
  const c = useTexts(codes);
  const [filing, setFiling] = useState(false);
  const acknowledge = useCommand('restoration.acknowledge');
  const refused = refusalOf(acknowledge.data);
  const ended = job.state !== 'inProgress';
  return (
    <li>
      {t.job(job.serviceJobId, job.failure ? c.failureReason[job.failure] : c.jobState[job.state])}{' '}
      <EntryLink entry={job.entry} fallback={t.entryUnknown} />{' '}
      {job.acknowledgedAt && !ended && t.acknowledged(formatDate(job.acknowledgedAt))}
      {may && ended && (
        <Button variant="secondary" data-size="sm" onClick={() => setFiling(true)}>
          {t.file}
        </Button>
      )}
      {may && !ended && !job.acknowledgedAt && (
        <Button
          variant="secondary"
          data-size="sm"
          loading={acknowledge.isPending}
          onClick={() => void acknowledge.mutateAsync({ unknownJobId: job.id })}
        >
          {t.acknowledge}
        </Button>
      )}
      {filing && <FileUnknownDialog job={job} onClose={() => setFiling(false)} />}
      {refused && <ErrorNotice refusal={refused} />}
    </li>
  );
}

type LostProps = { readonly job: RestorationView['lost'][number]; readonly may: boolean };

function Lost({ job: { reference, entry, answeredAt }, may }: LostProps) {
  const t = useTexts(restorationTexts);
  const dismiss = useCommand('restoration.dismiss');
  const refused = refusalOf(dismiss.data);
  return (
    <li>
      <EntryLink entry={entry} fallback={t.entryGone} /> {answeredAt && t.answeredOn(formatDate(answeredAt))}{' '}
      {may && (
        <Button
          variant="secondary"
          data-size="sm"
          loading={dismiss.isPending}
          onClick={() => void dismiss.mutateAsync({ reference })}
        >
          {answeredAt ? t.countAsLost : t.dismiss}
        </Button>
      )}
      {refused && <ErrorNotice refusal={refused} />}
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
