import type { EntryId } from '../../domain/basics.ts';
import { toId } from '../../domain/basics.ts';
import type { Desk } from './desk.ts';

export const code = async (
  outcome: Promise<{ readonly ok: boolean; readonly refusal?: { readonly code: string } }>,
): Promise<string> => {
  const { ok, refusal } = await outcome;
  return ok ? 'ok' : (refusal?.code ?? '');
};

export const revisionOf = async (desk: Desk, entryId: EntryId) => (await desk.entry(entryId)).revision;

export const sender = { kind: 'EA', name: 'Søker Søkersen', isFirm: false } as const;

export const screening = {
  accessCode: toId<'access-code'>('UO'),
  legalBasis: 'Offl. § 13 jf. fvl. § 13',
  hidesTitle: true,
  hidesParties: false,
  hidesDocuments: true,
} as const;
