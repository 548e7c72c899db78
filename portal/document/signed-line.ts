import { toDay } from '../domain/clock.ts';
import { birthDayOf } from '../domain/identity-number.ts';
import type { Job, Signer } from '../domain/job.ts';

/** One signer who has signed, as the document shows them. */
export type SignedLine = {
  readonly name: string;
  /** Identity number or date of birth, as the sender has chosen. */
  readonly identifier: string | undefined;
  readonly day: string;
  readonly method: string;
};

export const signedLines = (job: Job): readonly SignedLine[] =>
  job.signers
    .filter((signer) => signer.status === 'SIGNED')
    .map((signer) => ({
      name: signer.name,
      identifier: identifierOf(job, signer),
      day: toDay(signer.since),
      method:
        signer.signatureType === 'ADVANCED_ELECTRONIC_SIGNATURE'
          ? 'BankID (opplæring)'
          : 'ID-porten: BankID (opplæring)',
    }));

function identifierOf(job: Job, signer: Signer): string | undefined {
  if (signer.number === undefined || job.identifier === 'NAME') return undefined;
  return job.identifier === 'DATE_OF_BIRTH_AND_NAME' ? birthDayOf(signer.number) : signer.number;
}

export const nameAndIdentifier = (line: SignedLine) =>
  line.identifier === undefined ? line.name : `${line.name} (${line.identifier})`;
