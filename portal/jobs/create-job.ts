import { randomInt } from 'node:crypto';
import type { ManifestSigner } from '../bundle/manifest.ts';
import { sectorOf } from '../bundle/manifest-rules.ts';
import type { Bundle } from '../bundle/read-bundle.ts';
import type { Job, SignerStatus } from '../domain/job.ts';
import { defaultAvailableSeconds } from '../domain/limits.ts';
import { endBySigners, openNextGroup } from '../domain/transitions.ts';
import { lookUpPerson, type RegisterOutcome } from '../training/register.ts';
import { announce, type PortalContext } from './portal-context.ts';

export type JobRequest = { readonly reference: string | undefined; readonly queue: string };

const registerStatus: Partial<Record<RegisterOutcome, SignerStatus>> = {
  reserved: 'RESERVED',
  'contact-missing': 'CONTACT_INFORMATION_MISSING',
};

/**
 * Stores a judged bundle as a job and opens its first group. Someone the register cannot reach ends the job at once;
 * the sender learns it from the queue, as at the real service.
 */
export function createJob(context: PortalContext, sender: string, request: JobRequest, bundle: Bundle): Job {
  const { manifest } = bundle;
  const now = context.clock.now();
  return context.jobs.inTransaction(() => {
    const added = context.jobs.add({
      organisation: sender,
      senderName: context.senders.get(sender)?.name ?? sender,
      queue: request.queue,
      reference: request.reference,
      title: manifest.title,
      nonsensitiveTitle: manifest.nonsensitiveTitle,
      description: manifest.description,
      level: manifest.level ?? 4,
      identifier: manifest.identifier ?? 'PERSONAL_IDENTIFICATION_NUMBER_AND_NAME',
      availableSeconds: manifest.availableSeconds ?? defaultAvailableSeconds,
      createdAt: now,
      status: 'IN_PROGRESS',
      endedAt: undefined,
      documentsPurgedAt: undefined,
      signers: manifest.signers.map((signer) => toSigner(signer, sender, now)),
      documents: bundle.documents,
    });
    const opened = openNextGroup(added, Math.max(now, manifest.activationAt ?? now));
    context.jobs.save(opened);
    const unreachable = unreachableOf(opened);
    if (unreachable.size > 0) announce(context, endBySigners(opened, unreachable, now));
    return context.jobs.find(added.id) ?? opened;
  });
}

function toSigner(signer: ManifestSigner, sender: string, now: number) {
  const defaultType =
    sectorOf(sender) === 'public' ? 'AUTHENTICATED_ELECTRONIC_SIGNATURE' : 'ADVANCED_ELECTRONIC_SIGNATURE';
  return {
    order: signer.order,
    number: signer.number,
    email: signer.email,
    mobile: signer.mobile,
    usesLookup: signer.usesLookup,
    signatureType: signer.signatureType ?? defaultType,
    name:
      signer.number === undefined ? (signer.email ?? signer.mobile ?? '') : lookUpPerson(signer.number).name,
    status: 'WAITING',
    since: now,
    activatesAt: undefined,
    deadlineAt: undefined,
    // Who is addressed by contact information gets a code with the link.
    code: signer.number === undefined ? String(randomInt(100_000, 1_000_000)) : undefined,
  } as const;
}

function unreachableOf(job: Job): ReadonlyMap<number, SignerStatus> {
  const found = new Map<number, SignerStatus>();
  for (const signer of job.signers) {
    if (!signer.usesLookup || signer.number === undefined) continue;
    const status = registerStatus[lookUpPerson(signer.number).outcome];
    if (status) found.set(signer.id, status);
  }
  return found;
}
