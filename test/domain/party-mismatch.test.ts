import { describe, expect, test } from 'vitest';
import { toId } from '../../domain/basics.ts';
import { type KnownParty, partyLine } from '../../domain/dispatched-parties.ts';
import { correctParties, type KnownSigner, partiesDisagree } from '../../domain/party-mismatch.ts';

const party = (id: string, name: string, more: Partial<KnownParty> = {}): KnownParty => ({
  id: toId(id),
  kind: 'EM',
  name,
  isFirm: false,
  ...more,
});
const signer = (name: string, onBehalfOf?: string): KnownSigner => ({ name, group: 0, onBehalfOf });
const firm = { isFirm: true, organisationNumber: '974760673' } as const;

test.each<[what: string, KnownParty[], KnownSigner[], boolean]>([
  ['the same', [party('a', 'Kari Nes')], [signer('Kari Nes')], false],
  ['the same, written otherwise', [party('a', 'KARI  Nes')], [signer('Kari Nes')], false],
  ['in another order', [party('a', 'Kari'), party('b', 'Ola')], [signer('Ola'), signer('Kari')], false],
  ['a copy beside', [party('a', 'Kari'), party('b', 'Ola', { kind: 'EK' })], [signer('Kari')], false],
  ['one more was asked', [party('a', 'Kari')], [signer('Kari'), signer('Ola')], true],
  ['one was never asked', [party('a', 'Kari'), party('b', 'Ola')], [signer('Kari')], true],
  ['a third was asked', [party('a', 'Kari')], [signer('Ola')], true],
  ['a copy was asked', [party('a', 'Kari', { kind: 'EK' })], [signer('Kari')], true],
  [
    'a firm and who signs',
    [party('a', 'Bygg AS', { ...firm, contactPerson: 'Ola' })],
    [signer('Ola', 'Bygg AS')],
    false,
  ],
  [
    'another signs for the firm',
    [party('a', 'Bygg AS', { ...firm, contactPerson: 'Per' })],
    [signer('Ola', 'Bygg AS')],
    true,
  ],
  ['the firm, not the person', [party('a', 'Ola')], [signer('Ola', 'Bygg AS')], true],
])('%s: journal and job disagree: %#', (_what, parties, signers, disagree) => {
  expect(partiesDisagree(parties, signers)).toBe(disagree);
});

describe('the proposal', () => {
  const correct = (parties: KnownParty[], signers: KnownSigner[], copies: string[] = []) =>
    correctParties(
      parties,
      signers,
      copies.map((id) => toId<'party'>(id)),
      () => toId('new'),
    );

  test('names those the job was sent to; who was not is taken away, or stays as a copy', () => {
    const parties = [party('a', 'Kari'), party('b', 'Ola'), party('c', 'Per', { kind: 'EK' })];
    const removed = correct(parties, [signer('Anne'), signer('Ola')]);
    expect(removed.parties.map(partyLine)).toEqual(['EM Anne', 'EM Ola', 'EK Per']);
    expect(removed.partyIds).toEqual(['new', 'b']);
    expect(removed.notSentTo.map(({ name }) => name)).toEqual(['Kari']);
    const copied = correct(parties, [signer('Anne'), signer('Ola')], ['a']);
    expect(copied.parties.map(partyLine)).toEqual(['EM Anne', 'EM Ola', 'EK Kari', 'EK Per']);
  });

  test('screens who is new where one of the parties is screened by itself', () => {
    const { parties } = correct([party('a', 'Kari', { isScreened: true })], [signer('Anne')]);
    expect(parties).toEqual([expect.objectContaining({ name: 'Anne', isScreened: true })]);
  });

  test('carries no identity number', () => {
    const known = party('a', 'Kari', { identityNumber: '17912099997' });
    expect(JSON.stringify(correct([known, party('b', 'Ola')], [signer('Ola')]))).not.toContain('17912099997');
    expect(JSON.stringify(correct([known], [signer('Kari')]))).not.toContain('17912099997');
  });
});
