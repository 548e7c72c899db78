import type { IdentifierPolicy, Job, JobStatus, SignatureType, Signer, SignerStatus } from '../domain/job.ts';

/** Rows as the CHECKs of the schema promise them. */
export type JobRow = {
  id: number;
  organisation: string;
  sender_name: string;
  queue: string;
  reference: string | null;
  title: string;
  nonsensitive_title: string | null;
  description: string | null;
  level: 3 | 4;
  identifier: IdentifierPolicy;
  available_seconds: number;
  created_at: number;
  status: JobStatus;
  ended_at: number | null;
  documents_purged_at: number | null;
};

export type SignerRow = {
  id: number;
  sign_order: number;
  number: string | null;
  email: string | null;
  mobile: string | null;
  uses_lookup: 0 | 1;
  signature_type: SignatureType;
  name: string;
  status: SignerStatus;
  since: number;
  activates_at: number | null;
  deadline_at: number | null;
};

export const toJob = (row: JobRow, signers: readonly SignerRow[]): Job => ({
  id: row.id,
  organisation: row.organisation,
  senderName: row.sender_name,
  queue: row.queue,
  reference: row.reference ?? undefined,
  title: row.title,
  nonsensitiveTitle: row.nonsensitive_title ?? undefined,
  description: row.description ?? undefined,
  level: row.level,
  identifier: row.identifier,
  availableSeconds: row.available_seconds,
  createdAt: row.created_at,
  status: row.status,
  endedAt: row.ended_at ?? undefined,
  documentsPurgedAt: row.documents_purged_at ?? undefined,
  signers: signers.map(toSigner),
});

const toSigner = (row: SignerRow): Signer => ({
  id: row.id,
  order: row.sign_order,
  number: row.number ?? undefined,
  email: row.email ?? undefined,
  mobile: row.mobile ?? undefined,
  usesLookup: row.uses_lookup === 1,
  signatureType: row.signature_type,
  name: row.name,
  status: row.status,
  since: row.since,
  activatesAt: row.activates_at ?? undefined,
  deadlineAt: row.deadline_at ?? undefined,
});
