import type { RefusalView, Reply } from '../../preload/contract/contract.ts';

/** What a dialog shows of the last reply, when that was a «no». */
export const refusalOf = (reply: Reply<unknown> | undefined): RefusalView | undefined =>
  reply && !reply.ok ? reply.refusal : undefined;
