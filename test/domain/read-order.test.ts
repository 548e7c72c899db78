import fc from 'fast-check';
import { expect, test } from 'vitest';
import { toId } from '../../domain/basics.ts';
import { freshOrder, type ShownRecipient } from '../../domain/dispatch-order.ts';
import { readOrder, readTyped } from '../../domain/read-order.ts';

const fresh = freshOrder<ShownRecipient>();

test('an order that was written is read back as it was', () => {
  const order = freshOrder<ShownRecipient>({
    recipients: [
      {
        partyId: toId('p1'),
        name: 'Kari Prøve',
        identityNumber: '',
        keptIdentity: { from: 'party', id: 'p1', masked: '128294 ●●●●●' },
        group: 1,
        onBehalfOf: { name: 'Granvik Bygg AS', organisationNumber: '974760673' },
      },
    ],
    message: 'Les og signer.',
    deadlineDays: 14,
    agreedWithLeader: true,
  });
  expect(readOrder(JSON.parse(JSON.stringify(order)), fresh)).toEqual(order);
});

test('the right to send files with limits on their use is asked for anew: they may be others than before', () => {
  const order = freshOrder<ShownRecipient>({ rightsConfirmed: true, agreedWithLeader: true });
  expect(readOrder(order, fresh)).toEqual({ ...order, rightsConfirmed: false });
});

test('what fits is kept and the rest is as in a fresh order', () => {
  const written = {
    recipients: [
      'Kari',
      { name: 7 },
      { name: 'Ola Eksempel', group: 'b', keptIdentity: { from: 'sky', id: 'x' } },
    ],
    message: { nb: 'Hei' },
    deadlineDays: '14',
    agreedWithLeader: true,
    copies: 3,
  };
  expect(readOrder(written, fresh)).toEqual({
    ...fresh,
    recipients: [{ name: 'Ola Eksempel', identityNumber: '', group: 0 }],
    agreedWithLeader: true,
  });
  expect(readTyped({ a: '12829499914', b: 7 })).toEqual({ a: '12829499914' });
});

test('nothing that can be written makes the reading fail', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      const order = readOrder(value, fresh);
      expect(Number.isFinite(order.deadlineDays)).toBe(true);
      for (const recipient of order.recipients) expect(typeof recipient.identityNumber).toBe('string');
      for (const number of Object.values(readTyped(value))) expect(typeof number).toBe('string');
    }),
  );
});
