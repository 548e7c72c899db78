export const signatureTypes = [
  'ADVANCED_ELECTRONIC_SIGNATURE',
  'AUTHENTICATED_ELECTRONIC_SIGNATURE',
] as const;
export type SignatureType = (typeof signatureTypes)[number];
export const identifierPolicies = [
  'PERSONAL_IDENTIFICATION_NUMBER_AND_NAME',
  'DATE_OF_BIRTH_AND_NAME',
  'NAME',
] as const;
export type IdentifierPolicy = (typeof identifierPolicies)[number];

export type JobStatus = 'IN_PROGRESS' | 'COMPLETED_SUCCESSFULLY' | 'FAILED';

export type SignerStatus =
  | 'WAITING'
  | 'SIGNED'
  | 'REJECTED'
  | 'CANCELLED'
  | 'EXPIRED'
  | 'RESERVED'
  | 'CONTACT_INFORMATION_MISSING'
  | 'BLOCKED'
  | 'SIGNERS_NAME_NOT_AVAILABLE'
  | 'NOT_APPLICABLE';

export type Signer = {
  readonly id: number;
  readonly order: number;
  /** Absent when addressed by contact information. */
  readonly number: string | undefined;
  readonly email: string | undefined;
  readonly mobile: string | undefined;
  readonly usesLookup: boolean;
  readonly signatureType: SignatureType;
  readonly name: string;
  readonly status: SignerStatus;
  /** Instant (ms) of the status. */
  readonly since: number;
  /** When the signer's group opens or opened; absent until the groups below have signed. */
  readonly activatesAt: number | undefined;
  readonly deadlineAt: number | undefined;
};

export type Job = {
  readonly id: number;
  readonly organisation: string;
  readonly senderName: string;
  readonly queue: string;
  readonly reference: string | undefined;
  readonly title: string;
  readonly nonsensitiveTitle: string | undefined;
  readonly description: string | undefined;
  readonly level: 3 | 4;
  readonly identifier: IdentifierPolicy;
  readonly availableSeconds: number;
  readonly createdAt: number;
  readonly status: JobStatus;
  readonly endedAt: number | undefined;
  readonly documentsPurgedAt: number | undefined;
  readonly signers: readonly Signer[];
};

/** May this signer sign or reject now? */
export const isOpenFor = (signer: Signer, now: number) =>
  signer.status === 'WAITING' &&
  signer.activatesAt !== undefined &&
  signer.activatesAt <= now &&
  signer.deadlineAt !== undefined &&
  now < signer.deadlineAt;

export const signedCount = (job: Job) => job.signers.filter((signer) => signer.status === 'SIGNED').length;
