import { Button, Table } from '@digdir/designsystemet-react';
import {
  CheckmarkCircleIcon,
  CircleSlashIcon,
  ExclamationmarkTriangleIcon,
  ExternalLinkIcon,
  HourglassIcon,
  QuestionmarkDiamondIcon,
  XMarkOctagonIcon,
} from '@navikt/aksel-icons';
import { useState } from 'react';
import type { RevealReason } from '../../../domain/reveal-reason.ts';
import type { JobView } from '../../../preload/contract/views.ts';
import { codes } from '../../../texts/codes.ts';
import { revealTexts } from '../../../texts/reveal.ts';
import { signingTexts } from '../../../texts/signing.ts';
import { refusalOf } from '../../api/refusal-of.ts';
import { useTexts } from '../../api/session.ts';
import { useCommand } from '../../api/use-ask.ts';
import { DateTimeText } from '../../components/date-text.tsx';
import { RevealDialog } from '../../components/reveal-dialog.tsx';
import { groupPlaces, waitsFor } from './job-words.ts';

type Signer = JobView['signers'][number];
const icons: Readonly<Record<Signer['state'], typeof HourglassIcon>> = {
  waiting: HourglassIcon,
  signed: CheckmarkCircleIcon,
  rejected: XMarkOctagonIcon,
  cancelled: CircleSlashIcon,
  expired: XMarkOctagonIcon,
  reserved: ExclamationmarkTriangleIcon,
  contactInformationMissing: ExclamationmarkTriangleIcon,
  blocked: ExclamationmarkTriangleIcon,
  nameNotAvailable: ExclamationmarkTriangleIcon,
  notApplicable: CircleSlashIcon,
  unknown: QuestionmarkDiamondIcon,
};

/** Who shall sign, in which order, and how far each has come. */
export function SignerTable({ job }: { readonly job: JobView }) {
  const t = useTexts(signingTexts);
  const places = groupPlaces(job.signers);
  const ordered = places.size > 1;
  // Once the job has ended there is nothing left to sign.
  const training = job.state === 'inProgress' && job.signers.some((signer) => signer.hasSignerPage);
  const inOrder = [...job.signers].sort((a, b) => a.group - b.group);
  return (
    <div className="entry-scroll">
      <Table data-size="sm" data-color="neutral">
        <Table.Head>
          <Table.Row>
            {ordered && <Table.HeaderCell>{t.columns.group}</Table.HeaderCell>}
            <Table.HeaderCell>{t.columns.signer}</Table.HeaderCell>
            <Table.HeaderCell>{t.columns.state}</Table.HeaderCell>
            <Table.HeaderCell>{t.columns.since}</Table.HeaderCell>
            {training && <Table.HeaderCell>{t.columns.sign}</Table.HeaderCell>}
          </Table.Row>
        </Table.Head>
        <Table.Body>
          {inOrder.map((signer) => (
            <Table.Row key={signer.id}>
              {ordered && <Table.Cell>{t.group(places.get(signer.group) ?? 1)}</Table.Cell>}
              <Table.Cell>
                {signer.name}
                {signer.onBehalfOf && <div className="entry-subtle">{t.onBehalfOf(signer.onBehalfOf)}</div>}
              </Table.Cell>
              <Table.Cell>
                <SignerState job={job} signer={signer} />
              </Table.Cell>
              <Table.Cell>{signer.since && <DateTimeText value={signer.since} />}</Table.Cell>
              {training && (
                <Table.Cell>
                  {signer.hasSignerPage && signer.state === 'waiting' && (
                    <OpenSignerPage jobId={job.id} signer={signer} />
                  )}
                </Table.Cell>
              )}
            </Table.Row>
          ))}
        </Table.Body>
      </Table>
    </div>
  );
}

/** The address holds the number: it is fetched when it is wanted, and why is logged. */
function OpenSignerPage({ jobId, signer }: { readonly jobId: string; readonly signer: Signer }) {
  const t = useTexts(signingTexts);
  const reveal = useCommand('signing.signerAddress');
  const w = useTexts(revealTexts);
  const [asking, setAsking] = useState(false);
  const open = async (reason: RevealReason) => {
    const reply = await reveal.mutateAsync({ jobId, signerId: signer.id, reason });
    if (!reply.ok) return;
    setAsking(false);
    window.open(reply.value.address, '_blank', 'noopener,noreferrer');
  };
  return (
    <>
      <Button
        variant="tertiary"
        data-size="sm"
        aria-label={t.signAsName(signer.name)}
        onClick={() => setAsking(true)}
      >
        {t.signAs} <ExternalLinkIcon aria-hidden />
      </Button>
      {asking && (
        <RevealDialog
          title={w.signerTitle(signer.name)}
          submit={w.open}
          likely="test-signing"
          busy={reveal.isPending}
          refusal={refusalOf(reveal.data)}
          onReason={(reason) => void open(reason)}
          onClose={() => {
            setAsking(false);
            reveal.reset();
          }}
        />
      )}
    </>
  );
}

function SignerState({ job, signer }: { readonly job: JobView; readonly signer: Signer }) {
  const t = useTexts(signingTexts);
  const c = useTexts(codes);
  const Icon = icons[signer.state];
  const before = waitsFor(job, signer);
  const word = () => {
    if (signer.state === 'unknown' && signer.serviceState) return t.unknownState(signer.serviceState);
    // Nobody has been asked while the service has not taken the job.
    if (signer.state === 'waiting' && job.sentAt === undefined) return t.notAsked;
    return before === undefined ? c.signerState[signer.state] : t.waitsForGroup(before);
  };
  return (
    <span className="entry-signer-state" data-state={signer.state}>
      <Icon aria-hidden /> {word()}
    </span>
  );
}
