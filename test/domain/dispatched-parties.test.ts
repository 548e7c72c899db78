import { describe, expect, test } from 'vitest';
import { toId } from '../../domain/basics.ts';
import type { Recipient } from '../../domain/dispatch-order.ts';
import {
  dispatchedParties,
  type KnownParty,
  matchParties,
  partiesNotSentTo,
} from '../../domain/dispatched-parties.ts';

const firstNumber = '17912099997';
const otherNumber = '12829499914';
const firmNumber = '974760673';
const person = (id: string, name: string, more: Partial<KnownParty> = {}): KnownParty => ({
  id: toId(id),
  kind: 'EM',
  name,
  isFirm: false,
  ...more,
});
const firm = (id: string, name: string, more: Partial<KnownParty> = {}): KnownParty =>
  person(id, name, { isFirm: true, ...more });
const to = (name: string, more: Partial<Recipient> = {}): Recipient => ({
  name,
  identityNumber: '',
  group: 0,
  ...more,
});
const forFirm = (name: string, firmName: string, organisationNumber?: string, partyId?: string): Recipient =>
  to(name, {
    onBehalfOf: { name: firmName, organisationNumber },
    ...(partyId !== undefined && { partyId: toId(partyId) }),
  });
const by = (number: string) => ({ identityNumber: number });
const made = (of: string) => ({ partyId: toId<'party'>(of) });

describe('which party each recipient is', () => {
  test.each<[what: string, KnownParty[], Recipient[], (string | undefined)[]]>([
    ['the one it was made of', [person('a', 'Kari')], [to('Kari', made('a'))], ['a']],
    ['one who was typed over is another', [person('a', 'Kari')], [to('Ola', made('a'))], [undefined]],
    [
      'a name that was mended keeps its number',
      [person('a', 'Kari N', by(firstNumber))],
      [to('Kari Nes', by(firstNumber))],
      ['a'],
    ],
    [
      'nobody of the same name with another number',
      [person('a', 'Kari', by(firstNumber))],
      [to('Kari', by(otherNumber))],
      [undefined],
    ],
    [
      'made of a party, with another number and name',
      [person('a', 'Kari', by(firstNumber))],
      [to('Ola', { ...by(otherNumber), ...made('a') })],
      [undefined],
    ],
    [
      'the name alone where one number is not known',
      [person('a', 'Kari')],
      [to('kari ', by(firstNumber))],
      ['a'],
    ],
    [
      'the number before the name',
      [person('a', 'Kari'), person('b', 'K. Nes', by(firstNumber))],
      [to('Kari', by(firstNumber))],
      ['b'],
    ],
    [
      'the party it was made of before the number of another',
      [person('a', 'Kari'), person('b', 'Kari')],
      [to('Kari', made('b')), to('Kari')],
      ['b', 'a'],
    ],
    ['each party once', [person('a', 'Kari')], [to('Kari'), to('Kari')], ['a', undefined]],
    ['a copy that is sent to after all', [person('a', 'Kari', { kind: 'EK' })], [to('Kari')], ['a']],
    ['a group that is sent to', [person('a', 'Velforeningen', { kind: 'GM' })], [to('Velforeningen')], ['a']],
    ['never a sender', [person('a', 'Kari', { kind: 'EA' })], [to('Kari')], [undefined]],
    [
      'a firm by its number',
      [firm('a', 'Bygg', { organisationNumber: firmNumber })],
      [forFirm('Ola', 'Bygg AS', firmNumber)],
      ['a'],
    ],
    [
      'a firm by its name where a number is missing',
      [firm('a', 'Bygg AS')],
      [forFirm('Ola', 'bygg as', firmNumber)],
      ['a'],
    ],
    [
      'another firm of the same name',
      [firm('a', 'Bygg AS', { organisationNumber: firmNumber })],
      [forFirm('Ola', 'Bygg AS', '889640782')],
      [undefined],
    ],
    [
      'never a firm by who signs for it',
      [firm('a', 'Bygg AS', { contactPerson: 'Ola' })],
      [to('Ola')],
      [undefined],
    ],
    [
      'never a person by the name of a firm',
      [person('a', 'Bygg AS')],
      [forFirm('Ola', 'Bygg AS')],
      [undefined],
    ],
    [
      'a person who signs for a firm now, by number',
      [person('a', 'Ola', by(firstNumber))],
      [{ ...forFirm('Ola', 'Bygg AS'), ...by(firstNumber) }],
      ['a'],
    ],
    ['a firm nobody named is none', [person('a', 'Ola')], [forFirm('Ola', '  ')], ['a']],
  ])('%s', (_what, parties, recipients, ids) => {
    expect(matchParties(parties, recipients).map((party) => party?.id)).toEqual(ids);
  });

  test('who is not sent to is told, copies and senders are not', () => {
    const parties = [
      person('a', 'Kari'),
      person('b', 'Ola'),
      person('c', 'Per', { kind: 'EK' }),
      person('d', 'Anne', { kind: 'EA' }),
      person('e', 'Velforeningen', { kind: 'GM' }),
    ];
    expect(partiesNotSentTo(parties, [to('Ola')]).map(({ id }) => id)).toEqual(['a', 'e']);
  });
});

describe('what the parties become', () => {
  const become = (parties: KnownParty[], recipients: Recipient[]) => {
    let count = 0;
    return dispatchedParties(parties, recipients, () => toId(`new${++count}`)).parties;
  };

  test('a firm keeps its number and its address, and is signed for by whoever was typed', () => {
    const stands = firm('a', 'Bygg AS', {
      organisationNumber: firmNumber,
      contactPerson: 'Den Gamle',
      address: 'Verkstedveien 1',
      email: 'post@example.no',
    });
    expect(become([stands], [forFirm('Ola Nes', 'Bygg AS')])).toEqual([
      { ...stands, contactPerson: 'Ola Nes' },
    ]);
  });

  test('a person who signs for a firm leaves the address at home', () => {
    const home = person('a', 'Ola Nes', { address: 'Hjemveien 2', postalCode: '4800', ...by(firstNumber) });
    const [party] = become([home], [{ ...forFirm('Ola Nes', 'Bygg AS', firmNumber), ...by(firstNumber) }]);
    expect(party).toMatchObject({
      id: 'a',
      name: 'Bygg AS',
      isFirm: true,
      organisationNumber: firmNumber,
      contactPerson: 'Ola Nes',
      address: undefined,
      postalCode: undefined,
    });
    expect(party).not.toHaveProperty('identityNumber');
  });

  test('copies and others stay behind those it goes to, in the order they sign', () => {
    const copy = person('c', 'Per', { kind: 'EK' });
    expect(
      become([copy, person('a', 'Kari')], [to('Ola'), to('Kari')]).map(({ id, kind }) => `${id} ${kind}`),
    ).toEqual(['new1 EM', 'a EM', 'c EK']);
  });
});
