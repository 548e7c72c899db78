import { expect, test } from 'vitest';
import { toId } from '../../../domain/basics.ts';
import { answerNotice } from '../../../main/hosts/electron/answer-notice.ts';

const entryId = toId<'entry'>('e1');

test.each(['signed', 'doubtful', 'failed', 'undeliverable'] as const)(
  'an answer that is %s is told by number, without its title',
  (outcome) => {
    const title = 'Barnevern: Kari Testvik';
    const notice = answerNotice(
      { kind: 'answer.received', entryId, caseNumber: '2026/12', outcome, title },
      'nb',
    );
    expect(notice).toMatchObject({ body: 'Sak 2026/12. Klikk for å åpne.', address: '#/post/e1' });
    expect(JSON.stringify(notice)).not.toContain('Kari');
  },
);
test('a dispatch that failed is told of, one that was sent is not', () => {
  const failed = { kind: 'dispatch.failed', entryId, recordNumber: '2026/12-3', code: 'x' } as const;
  expect(answerNotice(failed, 'nn')?.title).toBe('Ei ekspedering gjekk gale');
  expect(answerNotice({ kind: 'dispatch.sent', entryId, recordNumber: '2026/12-3' }, 'nb')).toBeUndefined();
  expect(answerNotice({ kind: 'archive.changed', caseIds: [], entryIds: [] }, 'nb')).toBeUndefined();
});
