import {
  Constructed,
  Integer,
  ObjectIdentifier,
  PrintableString,
  Sequence,
  Set as SetOf,
  Utf8String,
} from 'asn1js';
import { expect, test } from 'vitest';
import { issuerName } from '../../../main/adapters/posten/issuer-name.ts';

const attribute = (
  oid: string,
  value: string,
  Text: typeof Utf8String | typeof PrintableString = Utf8String,
) => new Sequence({ value: [new ObjectIdentifier({ value: oid }), new Text({ value })] });

/** As much of a certificate as has an issuer. */
const certificateBy = (...sets: readonly Sequence[][]): Uint8Array => {
  const issuer = new Sequence({ value: sets.map((value) => new SetOf({ value })) });
  const version = new Constructed({
    idBlock: { tagClass: 3, tagNumber: 0 },
    value: [new Integer({ value: 2 })],
  });
  const body = new Sequence({ value: [version, new Integer({ value: 7 }), new Sequence(), issuer] });
  return new Uint8Array(new Sequence({ value: [body] }).toBER());
};

test('the last part comes first, without blanks', () => {
  expect(
    issuerName(
      certificateBy(
        [attribute('2.5.4.6', 'NO', PrintableString)],
        [attribute('2.5.4.8', 'NO')],
        [attribute('2.5.4.7', 'Oslo')],
        [attribute('2.5.4.10', 'Avsender')],
        [attribute('2.5.4.11', 'Avsender')],
        [attribute('2.5.4.3', 'Avsender')],
      ),
    ),
  ).toBe('CN=Avsender,OU=Avsender,O=Avsender,L=Oslo,ST=NO,C=NO');
});

test('an attribute without a standard name is a number and its value in hexadecimal', () => {
  expect(issuerName(certificateBy([attribute('2.5.4.97', 'NTRNO-1')], [attribute('2.5.4.3', 'Rot')]))).toBe(
    'CN=Rot,2.5.4.97=#0c074e54524e4f2d31',
  );
});

test('several attributes in one place are joined by a plus', () => {
  expect(issuerName(certificateBy([attribute('2.5.4.3', 'A'), attribute('2.5.4.10', 'B')]))).toBe('CN=A+O=B');
});

test.each([
  ['a, b + c', 'a\\, b \\+ c'],
  ['"a" \\ <b>;', '\\"a\\" \\\\ \\<b\\>\\;'],
  ['#a', '\\#a'],
  [' a ', '\\ a\\ '],
  ['æ = ø', 'æ = ø'],
])('the name %j is escaped as %j', (name, expected) => {
  expect(issuerName(certificateBy([attribute('2.5.4.3', name)]))).toBe(`CN=${expected}`);
});

test('bytes that are no certificate are a fault', () => {
  expect(() => issuerName(Buffer.from('hei'))).toThrow();
});
