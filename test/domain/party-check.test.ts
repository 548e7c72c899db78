import { expect, test } from 'vitest';
import { toId } from '../../domain/basics.ts';
import { checkFirm, checkParties } from '../../domain/party-check.ts';

const who = { name: 'Ola Nes', number: 1 };
const found = (onBehalfOf: { name: string; organisationNumber?: string } | undefined) =>
  checkFirm({ name: 'Ola Nes', identityNumber: '', group: 0, onBehalfOf }, 'recipients.0', who);

test.each([
  ['nobody else', undefined],
  ['a firm without a number', { name: 'Bygg AS' }],
  ['a firm with an empty number', { name: 'Bygg AS', organisationNumber: '  ' }],
  ['a firm with its number', { name: 'Bygg AS', organisationNumber: '974760673' }],
  ['a firm with its number in threes', { name: 'Bygg AS', organisationNumber: '974 760 673' }],
])('one may sign for %s', (_what, firm) => {
  expect(found(firm)).toEqual([]);
});

test.each(['', '   '])('a firm must have a name, and «%s» is none', (name) => {
  expect(found({ name, organisationNumber: '974760673' })).toEqual([
    { code: 'firm-name-missing', severity: 'stop', field: 'recipients.0', facts: who },
  ]);
});

test.each(['974760674', '97476067', '9747606730', 'nei', '974-760-673'])(
  'the number of a firm must be one: %s',
  (organisationNumber) => {
    expect(found({ name: ' Bygg AS ', organisationNumber })).toEqual([
      {
        code: 'firm-number-wrong',
        severity: 'stop',
        field: 'recipients.0',
        facts: { ...who, firm: 'Bygg AS' },
      },
    ]);
  },
);

test('who stands as a recipient and is not sent to is found once each; an order to nobody says only that', () => {
  const parties = ['Kari', 'Ola'].map((name) => ({
    id: toId<'party'>(name),
    kind: 'EM' as const,
    name,
    isFirm: false,
  }));
  const to = (name: string) => ({ name, identityNumber: '', group: 0 });
  expect(checkParties([to('Ola')], parties)).toEqual([
    {
      code: 'party-not-sent-to',
      severity: 'stop',
      field: 'recipients',
      facts: { party: 'Kari', name: 'Kari' },
    },
  ]);
  expect(checkParties([], parties)).toEqual([]);
});
