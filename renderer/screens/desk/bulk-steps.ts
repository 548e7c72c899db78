import type { refusalSentence } from '../../../texts/refusals.ts';
import { ask } from '../../api/ask.ts';
import type { BulkAct } from './bulk-words.ts';
import type { BulkStep } from './use-bulk.ts';

type Refused = Parameters<typeof refusalSentence>[0];

/** What an act does to one row. `say` gives the sentence for a refusal; for a cancel that came too late where there is none. */
export function stepOf(act: BulkAct, typed: string, say: (refused?: Refused) => string): BulkStep {
  switch (act) {
    case 'cancel':
      return async ({ jobId }) => {
        const reply = await ask('signing.cancel', { jobId, reason: typed });
        if (!reply.ok) return { fault: say(reply.refusal) };
        return reply.value.outcome === 'too-late' ? { fault: say() } : {};
      };
    case 'followUp':
      return async ({ jobId }) => {
        const reply = await ask('signing.followUp', { jobId, comment: typed });
        return reply.ok ? {} : { fault: say(reply.refusal) };
      };
    case 'sendAgain':
      return async ({ entryId }) => {
        const reply = await ask('dispatch.sendAgain', { entryId });
        return reply.ok ? { entryId: reply.value.entryId } : { fault: say(reply.refusal) };
      };
    case 'extend':
    case 'remind':
      return async ({ jobId }) => {
        const reply =
          act === 'extend'
            ? await ask('signing.extend', { jobIds: [jobId], deadlineDays: Number(typed) })
            : await ask('signing.remind', { jobIds: [jobId] });
        if (!reply.ok) return { fault: say(reply.refusal) };
        const outcome = reply.value.jobs[0]?.outcome;
        return outcome && !outcome.may ? { fault: say(outcome) } : {};
      };
  }
}
