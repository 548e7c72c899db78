import type { Instant, JobId, PartyId, SignerId } from '../../../domain/basics.ts';
import { partiesWithAnother, partyDifferences } from '../../../domain/dispatched-parties.ts';
import { ordered, type Signer, type SigningJob } from '../../../domain/signing-job.ts';
import type { PlannedSuccessor } from '../../../domain/succession.ts';
import type { LogWriter } from '../../ports/archive/change-log.ts';
import type { EntryWriter } from '../../ports/archive/entries.ts';
import type { JobReader, JobWriter, SignerIdentity } from '../../ports/archive/jobs.ts';
import type { PartyReader, PartyWriter } from '../../ports/archive/parties.ts';
import { logDifferences } from '../audit-log.ts';
import type { Needs } from '../needs.ts';

/** The numbers that the successor takes over; they must be read before the plan is settled. */
export type KeptNumbers = {
  readonly ofSigners: ReadonlyMap<SignerId, SignerIdentity>;
  readonly ofReplacement?: SignerIdentity;
};
export const keptNumbersOf = async (tx: JobReader, jobId: JobId): Promise<KeptNumbers> => ({
  ofSigners: await tx.signerIdentities(jobId),
  ofReplacement: await tx.plannedIdentity(jobId),
});

type Making = EntryWriter & JobReader & JobWriter & LogWriter & PartyReader & PartyWriter;

/**
 * The job that follows one that was cancelled for it, in the transaction that ends that one: the same file, order and
 * message. The journal names the people it goes to. The numbers of the one before go over to it.
 */
export async function makeSuccessor(
  { ids }: Pick<Needs, 'ids'>,
  tx: Making,
  before: SigningJob,
  plan: PlannedSuccessor,
  numbers: KeptNumbers,
  at: Instant,
): Promise<void> {
  const who = { at, by: plan.plannedBy };
  const partyId = plan.replacement && (await replaceParty({ ids }, tx, before, plan.replacement, who));
  const signers = before.signers.map((signer) => {
    const replacement = plan.replacement?.signerId === signer.id ? plan.replacement : undefined;
    const identity = replacement ? numbers.ofReplacement : numbers.ofSigners.get(signer.id);
    if (!identity) throw new Error('a signer has no identity number');
    return {
      id: ids.newId<'signer'>(),
      partyId: replacement ? partyId : signer.partyId,
      name: replacement?.name ?? signer.name,
      group: signer.group,
      onBehalfOf: signer.onBehalfOf,
      state: 'waiting' as const,
      ...identity,
    };
  });
  const id: JobId = ids.newId();
  await tx.addJob({
    id,
    entryId: before.entryId,
    caseId: before.caseId,
    ...ordered,
    reference: ids.newId(),
    title: before.title,
    nonSensitiveTitle: before.nonSensitiveTitle,
    message: before.message,
    deadlineDays: plan.deadlineDays,
    merged: before.merged,
    signers,
    orderedBy: plan.plannedBy,
    orderedAt: at,
    succeeds: { jobId: before.id, kind: plan.kind, state: before.state },
  });
  const parties = new Set((await tx.partiesOf(before.entryId)).map((party) => party.id));
  for (const { partyId: party, sealedIdentity } of signers)
    if (party && parties.has(party)) await tx.setSealedIdentity(party, sealedIdentity);
  await tx.purgeSigners(before.id);
  const row = { subject: 'job', subjectId: id, ...who } as const;
  await tx.log({ ...row, code: 'job-ordered', facts: { signers: signers.map(({ name }) => name) } });
  const signed = before.signers.filter(({ state }) => state === 'signed').map(({ name }) => name);
  await tx.log({ ...row, code: 'job-succeeds', facts: { kind: plan.kind, signed } });
}

async function replaceParty(
  { ids }: Pick<Needs, 'ids'>,
  tx: Making,
  { entryId, signers }: SigningJob,
  replacement: NonNullable<PlannedSuccessor['replacement']>,
  who: { readonly at: Instant; readonly by: string },
): Promise<PartyId | undefined> {
  const replaced: Signer | undefined = signers.find(({ id }) => id === replacement.signerId);
  if (!replaced) return undefined;
  const before = await tx.partiesOf(entryId);
  const { parties, partyId } = partiesWithAnother(before, replaced, replacement.name, () => ids.newId());
  await tx.setParties(entryId, parties);
  await tx.changeEntry(entryId, {});
  for (const change of partyDifferences(before, parties))
    await logDifferences(tx, 'entry', entryId, { korrespondansepartNavn: change }, who);
  return partyId;
}
