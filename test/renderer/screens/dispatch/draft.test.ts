import { describe, expect, test } from 'vitest';
import { numberGroups, type OrderChoice } from '../../../../domain/dispatch-order.ts';
import { maskWhole } from '../../../../domain/identity-digits.ts';
import { choiceOf, toDraft, toOrder } from '../../../../renderer/screens/dispatch/draft.ts';
import { recipientId, targetOf } from '../../../../renderer/screens/dispatch/findings-by-field.ts';
import { orderSentence } from '../../../../renderer/screens/dispatch/order-sentence.ts';
import { dispatchTexts } from '../../../../texts/dispatch.ts';
import { aFinding, anOrder } from '../../../support/fake-entries.ts';

const person = (name: string, group: number) => ({ name, identityNumber: '', group });

describe('the order of signing', () => {
  test('is read from the groups of the draft that was left', () => {
    expect(choiceOf([person('A', 0)])).toBe('all-at-once');
    expect(choiceOf([person('A', 0), person('B', 1), person('C', 2)])).toBe('one-by-one');
    expect(choiceOf([person('A', 0), person('B', 0), person('C', 1)])).toBe('groups');
  });

  test('is numbered as it was chosen, and groups without gaps', () => {
    const recipients = [person('A', 4), person('B', 1), person('C', 4)].map((one, key) => ({ ...one, key }));
    const groups = (choice: OrderChoice) => numberGroups(recipients, choice).map(({ group }) => group);
    expect(groups('all-at-once')).toEqual([0, 0, 0]);
    expect(groups('one-by-one')).toEqual([0, 1, 2]);
    expect(groups('groups')).toEqual([1, 0, 1]);
  });

  test.each([
    ['nb', 'Først Kari, så Ola og Per.'],
    ['nn', 'Først Kari, så Ola og Per.'],
    ['en', 'First Kari, then Ola and Per.'],
  ] as const)('is said in one sentence in %s', (language, sentence) => {
    const recipients = [person('Ola', 1), person('Kari', 0), person('Per', 1)];
    expect(orderSentence(recipients, dispatchTexts[language].order)).toBe(sentence);
  });

  test('is said of one, and of all at once', () => {
    const words = dispatchTexts.nb.order;
    expect(orderSentence([person('Kari', 0)], words)).toBe('Kari signerer.');
    expect(orderSentence([person('Kari', 0), person('Ola', 0)], words)).toBe(
      'Kari og Ola får beskjed samtidig.',
    );
  });
});

describe('what leaves the dialog', () => {
  test('is the order as typed, without the keys of the window', () => {
    expect(toOrder(toDraft(anOrder()))).toEqual(anOrder());
  });

  test('has 0 for a deadline that is no number, so that the rules refuse it with a sentence', () => {
    expect(toOrder({ ...toDraft(anOrder()), deadline: '' }).deadlineDays).toBe(0);
    expect(toOrder({ ...toDraft(anOrder()), deadline: '1e' }).deadlineDays).toBe(0);
  });
});

test('an identity number is masked once it is whole, and shown as typed before that', () => {
  expect(['12829499914', '128294 99914', '1282949991', 'abc'].map(maskWhole)).toEqual([
    '128294 ●●●●●',
    '128294 ●●●●●',
    '1282949991',
    'abc',
  ]);
});

describe('a finding', () => {
  test('leads to the field of the recipient it was about, also when that one has moved', () => {
    const keys = [7, 3];
    expect(
      targetOf(aFinding('recipient-name-missing', 'stop', 'recipients.1', { name: '', number: 2 }), keys),
    ).toBe(recipientId(3, 'name'));
    expect(
      targetOf(aFinding('identity-number-wrong', 'stop', 'recipients.0', { name: 'Kari', number: 1 }), keys),
    ).toBe(recipientId(7, 'identity'));
    expect(targetOf(aFinding('document-damaged', 'stop', 'documents.2', { document: 'Kart' }), keys)).toBe(
      'dispatch-documents',
    );
    expect(targetOf(aFinding('case-closed', 'stop', 'entry', { case: '2026/1' }), keys)).toBe(
      'dispatch-entry',
    );
  });
});
