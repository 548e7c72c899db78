import { toId } from '../../domain/basics.ts';
import type { JobBasketId } from '../../domain/baskets.ts';
import { plusDays } from '../../domain/calendar.ts';
import type { JobRowView } from '../../preload/contract/dispatch.ts';
import { unit } from './units.ts';

const names = ['Kari Prøve', 'Ola Eksempel', 'Per Test'];
const no = { may: false, code: 'already-ended' } as const;
const yes = { may: true } as const;

/** Jobs as a list shows them: the first is a day over its deadline, and each after has two days more. */
export function fakeJobRow(at: number, basket: JobBasketId): JobRowView {
  const out = basket === 'out-for-signing';
  const failed = basket === 'refused';
  return {
    jobId: toId(`j${at}`),
    entryId: toId(`c1-e${at + 1}`),
    caseId: toId('c1'),
    caseNumber: '2026/101',
    recordNumber: `2026/101-${at + 1}`,
    title: `Arbeidsavtale ${at + 1}`,
    screened: at === 1,
    withheld: false,
    adminUnit: unit('Oppvekst'),
    caseworkerName: 'Ingrid Solheim',
    state: out ? 'inProgress' : failed ? 'failed' : 'completed',
    failure: failed ? 'rejected' : undefined,
    turn: out
      ? {
          since: '2026-11-10T09:00:00.000Z',
          until: plusDays('2026-11-20', at * 2 - 1),
          daysLeft: at * 2 - 1,
          place: 1,
          of: at === 0 ? 1 : 2,
          names: [names[at % 3] ?? ''],
        }
      : undefined,
    signed: out ? 0 : 1,
    signers: 2,
    latestEnd: plusDays('2026-11-20', at * 2 + 13),
    endedAt: out ? undefined : '2026-11-19T09:00:00.000Z',
    endedBy: failed ? ['Kari Prøve'] : [],
    leaving: false,
    cancel: out ? yes : no,
    extend: out ? (at === 2 ? { may: false, code: 'not-cancellable' } : yes) : no,
    remind: { may: false, code: 'service-reminds-itself' },
    sendAgain: failed ? yes : no,
    followUp: failed ? yes : no,
  };
}
