import { beforeAll, describe, expect, test } from 'vitest';
import { verifySigned } from '../../../main/adapters/pdf/verify-signed.ts';
import { type Forge, openForge } from '../../support/forge/forge.ts';
import { type Mutant, makeMutants } from '../../support/forge/mutants.ts';

let forge: Forge;
let mutants: readonly Mutant[];
beforeAll(async () => {
  forge = await openForge();
  mutants = await makeMutants(forge);
}, 120_000);

describe('a signed document', () => {
  test('is judged by who sealed it, what came after, and whether it is the one that was sent', async () => {
    const wrong: string[] = [];
    for (const { kind, name, file, ...expected } of mutants) {
      const verdict = await verifySigned(file, forge.order);
      const found = [verdict.sealedBy, verdict.unchanged, verdict.isWhatWasSent].map(({ code }) => code);
      const wanted = [
        expected.sealedBy ?? 'sealed',
        expected.unchanged ?? 'unchanged',
        expected.isWhatWasSent ?? 'same-document',
      ];
      if (found.join() !== wanted.join())
        wrong.push(
          `${kind}: ${name}: ${found.join(', ')}, not ${wanted.join(', ')} ${JSON.stringify([verdict.unchanged.facts, verdict.isWhatWasSent.facts])}`,
        );
    }
    expect(wrong).toEqual([]);
  }, 120_000);
});
