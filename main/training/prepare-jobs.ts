import type { EntryId, PartyId } from '../../domain/basics.ts';
import type { NewJob } from '../ports/archive/jobs.ts';
import type { Digest } from '../ports/clock.ts';
import type { PdfWorkshop } from '../ports/pdf-workshop.ts';
import type { IdentityVault } from '../ports/vault.ts';
import type { drawDocuments } from './draw-documents.ts';
import type { PlannedEntry, PlannedJob } from './plan.ts';

export type PreparedJob = {
  readonly job: NewJob;
  readonly mergedBytes: Uint8Array;
  readonly planned: PlannedJob;
};

type Drawn = Awaited<ReturnType<typeof drawDocuments>>;

/** Merges what a job sends and seals who shall sign, all before the transaction. */
export async function prepareJob(
  { documents, entry }: PlannedEntry,
  planned: PlannedJob,
  drawn: Drawn,
  needs: {
    readonly pdf: PdfWorkshop;
    readonly vault: IdentityVault;
    readonly digest: Digest;
  },
): Promise<PreparedJob> {
  const parts = documents.map(({ id, title }) => {
    const file = drawn.get(id);
    if (!file) throw new Error(`training document ${title}: not drawn`);
    return { title, bytes: file.bytes };
  });
  const merged = await needs.pdf.merge(parts, { title: entry.title, language: 'nb' });
  const signers = await Promise.all(
    planned.signers.map(async ({ identityNumber, ...signer }) => ({
      ...signer,
      sealedIdentity: await needs.vault.seal(identityNumber),
      fingerprint: await needs.vault.fingerprint(identityNumber),
    })),
  );
  const { signers: _, purged: __, live: ___, answer: ____, log: _____, ...row } = planned;
  const sha256 = await needs.digest.sha256(merged.bytes);
  return {
    planned,
    mergedBytes: merged.bytes,
    job: { ...row, signers, merged: { sha256, bytes: merged.bytes.length, pages: merged.pages } },
  };
}

export type SealedParty = { readonly partyId: PartyId; readonly sealed: Uint8Array };

export async function sealPlannedIdentities(
  entries: readonly PlannedEntry[],
  vault: IdentityVault,
): Promise<ReadonlyMap<EntryId, readonly SealedParty[]>> {
  const sealed = new Map<EntryId, readonly SealedParty[]>();
  for (const { entry, identities } of entries)
    sealed.set(
      entry.id,
      await Promise.all(
        identities.map(async ({ partyId, identityNumber }) => ({
          partyId,
          sealed: await vault.seal(identityNumber),
        })),
      ),
    );
  return sealed;
}
