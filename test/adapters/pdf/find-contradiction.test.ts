import { describe, expect, test } from 'vitest';
import { findContradiction } from '../../../main/adapters/pdf/find-contradiction.ts';

const ingrid = { name: 'Ingrid Prøve', identityNumber: '14838511091' };
const olav = { name: 'Olav Haug', identityNumber: '02917112145' };
const page = (...lines: readonly string[]) =>
  ['Avtale om lån', 'Dokumentet er signert av:', ...lines].join('\n');
const title = 'Avtale om lån';

describe('the text of a page that a service adds', () => {
  test.each([
    ['a name and a number', page('Ingrid Prøve (14838511091)')],
    ['a number under another name', page('Ingrid Haug (14838511091)')],
    ['a name in capitals with one more', page('PRØVE, INGRID MARIE')],
    ['a name without white space', page('IngridPrøve')],
  ])('can be about the job with %s', (_, text) => {
    expect(findContradiction(text, { title, signers: [ingrid] })).toBeUndefined();
  });

  test('may break its title over lines', () => {
    const text = 'Avtale\nom lån\nIngrid Prøve';
    expect(findContradiction(text, { title, signers: [ingrid] })).toBeUndefined();
  });

  test.each([
    ['title', 'Leieavtale\nIngrid Prøve', [ingrid]],
    ['signer', page('Olav Haug'), [ingrid]],
    ['signer', page('Ingrid Prøve'), [ingrid, olav]],
    ['signer', page('Avprøvet av Ingrid'), [ingrid]],
    ['stranger', page('Ingrid Prøve', 'Olav Haug (02917112145)'), [ingrid]],
    ['title', '', [ingrid]],
  ])('tells against it: %s', (found, text, signers) => {
    const asked = signers.map(({ identityNumber }) => identityNumber);
    expect(findContradiction(text, { title, signers, asked })).toBe(found);
  });

  test('is not held against numbers that are no longer known', () => {
    const purged = { name: 'Ingrid Prøve' };
    expect(
      findContradiction(page('Ingrid Prøve (14838511091)'), { title, signers: [purged] }),
    ).toBeUndefined();
  });
});
