import type { Finding } from '../../../domain/findings.ts';

/** The rules say no: what stopped it, and what had been registered by then. */
export class StoppedByRules extends Error {
  override readonly name = 'StoppedByRules';
  readonly findings: readonly Finding[];
  readonly caseNumber: string;
  readonly recordNumber: string;
  constructor(findings: readonly Finding[], caseNumber: string, recordNumber: string) {
    super('stopped by the rules');
    this.findings = findings;
    this.caseNumber = caseNumber;
    this.recordNumber = recordNumber;
  }
}
