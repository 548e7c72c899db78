import { toDateTime } from '../domain/clock.ts';
import type { Job } from '../domain/job.ts';
import { hasSignedDocument } from '../jobs/portal-context.ts';
import type { SignerSnapshot, Snapshot } from '../store/queue-store.ts';
import type { Modes } from '../training/modes.ts';
import { type Element, element, optional } from '../xml/write-xml.ts';

/** A message as the document a poll answers with. `jobRoot` is the address of the job. */
export function toStatusChange(
  message: Snapshot,
  job: Job | undefined,
  jobRoot: string,
  modes: Modes,
): Element {
  const signed = message.signers.some((signer) => signer.status === 'SIGNED');
  const isThere = job !== undefined && hasSignedDocument(job);
  return element('portal-signature-job-status-change-response', [
    optional('reference', message.reference),
    element('signature-job-id', String(message.job)),
    element('status', message.status),
    element('confirmation-url', `${jobRoot}/${modes.confirmPath}`),
    optional('cancellation-url', message.status === 'IN_PROGRESS' ? `${jobRoot}/cancel` : undefined),
    optional(
      'delete-documents-url',
      message.status === 'COMPLETED_SUCCESSFULLY' && isThere ? `${jobRoot}/delete-documents` : undefined,
    ),
    element('signatures', [
      ...message.signers.map((signer) => toSignature(signer, jobRoot, modes)),
      optional('pades-url', signed && isThere ? `${jobRoot}/pades` : undefined),
    ]),
  ]);
}

function toSignature(signer: SignerSnapshot, jobRoot: string, modes: Modes): Element {
  const status = signer.status === 'WAITING' ? (modes.unknownSignerStatus ?? signer.status) : signer.status;
  return element('signature', [
    element('status', status, { since: toDateTime(signer.since) }),
    signer.number === undefined
      ? element('identifier', [
          signer.email === undefined ? undefined : element('email', [], { address: signer.email }),
          signer.mobile === undefined ? undefined : element('sms', [], { number: signer.mobile }),
        ])
      : element('personal-identification-number', signer.number),
    optional('xades-url', signer.status === 'SIGNED' ? `${jobRoot}/xades/${signer.id}` : undefined),
  ]);
}
