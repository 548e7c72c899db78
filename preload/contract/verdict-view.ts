import { z } from 'zod';
import * as codes from './codes.ts';
import { list } from './method.ts';

const verdictPart = <Code extends z.ZodType>(code: Code) =>
  z.object({
    outcome: codes.verdictOutcome,
    code,
    facts: z.record(z.string(), z.union([z.string(), z.number()])),
  });
/** What was found out about the signed document: three questions, and the evidence of each signature. */
export const verdict = z.object({
  sealedBy: verdictPart(codes.sealCode),
  unchanged: verdictPart(codes.changeCode),
  isWhatWasSent: verdictPart(codes.contentCode),
  evidence: list(verdictPart(codes.evidenceCode).extend({ signerName: z.string() })),
});
export type VerdictView = z.output<typeof verdict>;
