import { describe, expect, test } from 'vitest';
import { answerKind, answerSenders, answerTitle, signedSoFarTitle } from '../../domain/answer.ts';
import type { SignerId } from '../../domain/basics.ts';
import type { Signer, SignerState } from '../../domain/signing-job.ts';

const signer = (name: string, state: SignerState, onBehalfOf?: string): Signer => ({
  id: name as SignerId,
  name,
  group: 0,
  state,
  onBehalfOf,
});

describe('the incoming entry', () => {
  test('its title says what came and of what', () => {
    expect(answerTitle('signed', ' Leie\nkontrakt ')).toBe('Signert: Leie kontrakt');
    expect(answerTitle('rejected', 'Leiekontrakt')).toBe('Avvist signering: Leiekontrakt');
    expect(answerTitle('expired', 'Leiekontrakt')).toBe('Utløpt signering: Leiekontrakt');
    expect(answerKind({ outcome: 'failed', failure: undefined })).toBe('other');
  });
  test.each([
    ['signed', 'Signert: Leiekontrakt', 'Signert: Leiekontrakt'],
    ['rejected', 'Signert: Signert: Leiekontrakt', 'Avvist signering: Leiekontrakt'],
    ['signed', 'Avvist signering (reservert): Leiekontrakt', 'Signert: Leiekontrakt'],
    ['expired', 'Signert så langt: Leiekontrakt', 'Utløpt signering: Leiekontrakt'],
    ['signed', 'Leiekontrakt / Leiekontrakt', 'Signert: Leiekontrakt'],
    ['signed', 'Signert: Leiekontrakt / Leiekontrakt', 'Signert: Leiekontrakt'],
    ['signed', 'Leie / kontrakt', 'Signert: Leie / kontrakt'],
    ['signed', 'Signert leiekontrakt', 'Signert: Signert leiekontrakt'],
    ['signed', 'Om tegnet: Signert: eller ikke', 'Signert: Om tegnet: Signert: eller ikke'],
    ['signed', ' / ', 'Signert: /'],
  ] as const)('its title says it once: %s «%s»', (kind, title, said) => {
    expect(answerTitle(kind, title)).toBe(said);
  });
  test('what was signed so far says it once too', () => {
    expect(signedSoFarTitle('Signert så langt: Signert: Leiekontrakt')).toBe(
      'Signert så langt: Leiekontrakt',
    );
  });
  test('its senders are those who acted, else those who were asked', () => {
    expect(answerSenders([signer('Ola', 'signed'), signer('Eva', 'notApplicable')])).toEqual(['Ola']);
    expect(answerSenders([signer('Ola', 'expired'), signer('Eva', 'expired')])).toEqual(['Ola', 'Eva']);
    expect(answerSenders([signer('Ola', 'signed', 'Bygg AS')])).toEqual(['Bygg AS v/ Ola']);
  });
});
