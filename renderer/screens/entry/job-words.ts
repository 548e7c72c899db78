import type { Language } from '../../../domain/preferences.ts';
import type { JobView } from '../../../preload/contract/views.ts';
import { orderRefusals } from '../../../texts/order-refusals.ts';

export type FaultKind = 'network' | 'lost' | 'refused' | 'setup' | 'interrupted' | 'withdrawn' | 'other';

/** Codes of faults are for support; this is which sentence the clerk gets. */
export function faultKind(code: string): FaultKind {
  if (code === 'interrupted' || code === 'withdrawn') return code;
  if (code === 'answer-lost') return 'lost';
  if (/passphrase|certificate|credential|manifest|not-set-up/i.test(code)) return 'setup';
  if (/^E[A-Z_]+$|UND_ERR|timeout|unreachable|http-(408|425|429|5\d\d)/i.test(code)) return 'network';
  return code === 'fault' || code === 'receiving' ? 'other' : 'refused';
}

/** What to mend, when our own client stopped the order; nothing for the service's own codes. */
export function refusalOfOrder(code: string, language: Language): string | undefined {
  const sentences: Readonly<Record<string, string>> = orderRefusals[language];
  return Object.hasOwn(sentences, code) ? sentences[code] : undefined;
}

/** Groups as the clerk counts them: first, second, … whatever numbers the order used. */
export function groupPlaces(signers: readonly { readonly group: number }[]): ReadonlyMap<number, number> {
  const used = [...new Set(signers.map((signer) => signer.group))].sort((a, b) => a - b);
  return new Map(used.map((group, place) => [group, place + 1]));
}

/** The place of the group that a waiting signer waits for; nothing when it is the signer's own turn. */
export function waitsFor(job: JobView, signer: JobView['signers'][number]): number | undefined {
  if (job.state !== 'inProgress' || signer.state !== 'waiting') return undefined;
  const earlier = job.signers.filter((other) => other.group < signer.group && other.state === 'waiting');
  const first = earlier.map((other) => other.group).sort((a, b) => a - b)[0];
  return first === undefined ? undefined : groupPlaces(job.signers).get(first);
}
