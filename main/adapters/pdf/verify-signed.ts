import { type Verdict, verdictPart } from '../../../domain/verdict.ts';
import type { VerifyOrder } from '../../ports/pdf-workshop.ts';

/** Judges what a signing service delivers as the signed document. Nothing is judged yet, so nothing holds. */
export async function verifySigned(_signed: Uint8Array, order: VerifyOrder): Promise<Verdict> {
  return {
    sealedBy: verdictPart('no-seal'),
    unchanged: verdictPart('not-judged'),
    isWhatWasSent: verdictPart('not-judged'),
    evidence: order.signers.map(({ name }) => ({ ...verdictPart('missing'), signerName: name })),
  };
}
