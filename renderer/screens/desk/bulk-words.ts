import type { Decision } from '../../../domain/decision.ts';
import type { JobRowView } from '../../../preload/contract/dispatch.ts';

/** What can be done to one or many jobs of a list. */
export const bulkActs = ['extend', 'remind', 'cancel', 'sendAgain', 'followUp'] as const;
export type BulkAct = (typeof bulkActs)[number];

/** As much of a job as its acts need. */
export type BulkRow = Pick<JobRowView, 'jobId' | 'entryId' | 'recordNumber' | 'title'> &
  Partial<Pick<JobRowView, BulkAct>>;

const neither: Decision = { may: false, code: 'not-found' };
export const decisionFor = (act: BulkAct, row: BulkRow): Decision => row[act] ?? neither;
