import type { Decision } from '../../../domain/decision.ts';
import type { JobRowView } from '../../../preload/contract/dispatch.ts';

/** What can be done to one or many jobs of a list. */
export const bulkActs = ['extend', 'remind', 'cancel', 'sendAgain', 'followUp'] as const;
export type BulkAct = (typeof bulkActs)[number];

export const decisionFor = (act: BulkAct, row: JobRowView): Decision => row[act];
