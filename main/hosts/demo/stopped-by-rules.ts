import type { FindingView } from '../../../preload/contract/views.ts';

/** The rules say no: what stopped it, and what had been registered by then. */
export class StoppedByRules extends Error {
  readonly findings: readonly FindingView[];
  readonly caseNumber: string;
  readonly recordNumber: string;
  constructor(findings: readonly FindingView[], caseNumber: string, recordNumber: string) {
    super('stopped by the rules');
    this.findings = findings;
    this.caseNumber = caseNumber;
    this.recordNumber = recordNumber;
  }
}
