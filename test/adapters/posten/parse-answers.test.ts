import { describe, expect, test } from 'vitest';
import {
  parseCreated,
  parseError,
  parseInstant,
  parseStatusChange,
} from '../../../main/adapters/posten/parse-answers.ts';
import { UnreadableXml } from '../../../main/adapters/posten/parse-xml.ts';
import { createdXml, errorXml } from './support/orders.ts';

const bytes = (text: string) => Buffer.from(text, 'utf8');
const ns = 'http://signering.posten.no/schema/v1';

const change = (signature: string, prefix = '') => {
  const p = prefix === '' ? '' : `${prefix}:`;
  const declared =
    prefix === '' ? `xmlns="${ns}"` : `xmlns:${prefix}="${ns}" xmlns="http://uri.etsi.org/01903/v1.3.2#"`;
  return bytes(`<?xml version="1.0" encoding="UTF-8"?><${p}portal-signature-job-status-change-response ${declared}>
  <${p}reference>segl-1</${p}reference><${p}signature-job-id>18700001</${p}signature-job-id>
  <${p}status>IN_PROGRESS</${p}status><${p}confirmation-url>https://a/confirm</${p}confirmation-url>
  <${p}signatures>${signature}</${p}signatures></${p}portal-signature-job-status-change-response>`);
};

describe('a status change', () => {
  test('is read whatever prefix the service has chosen', () => {
    const signature = (p: string) =>
      `<${p}signature><${p}status since="2018-08-06T06:40:50.713+02:00">SIGNED</${p}status>` +
      `<${p}personal-identification-number>14838511091</${p}personal-identification-number>` +
      `<${p}xades-url>https://a/xades/13715</${p}xades-url></${p}signature><${p}pades-url>https://a/pades</${p}pades-url>`;
    const expected = {
      reference: 'segl-1',
      serviceJobId: '18700001',
      status: 'inProgress',
      confirmationUrl: 'https://a/confirm',
      padesUrl: 'https://a/pades',
      signers: [
        {
          identityNumber: '14838511091',
          state: 'signed',
          serviceState: 'SIGNED',
          since: '2018-08-06T04:40:50.713Z',
          xadesUrl: 'https://a/xades/13715',
        },
      ],
    };
    expect(parseStatusChange(change(signature('')))).toEqual(expected);
    expect(parseStatusChange(change(signature('ns4:'), 'ns4'))).toEqual(expected);
  });

  test('keeps a status it does not know in the words of the service', () => {
    const { signers } = parseStatusChange(
      change('<signature><status since="2026-01-01T00:00:00Z">ABDUCTED</status></signature>'),
    );
    expect(signers).toEqual([
      { state: 'unknown', serviceState: 'ABDUCTED', since: '2026-01-01T00:00:00.000Z' },
    ]);
  });

  test('a status named like a property of every object is unknown too', () => {
    const { signers } = parseStatusChange(
      change('<signature><status since="2026-01-01T00:00:00Z">constructor</status></signature>'),
    );
    expect(signers[0]?.state).toBe('unknown');
  });

  test('names a signer who was addressed by e-mail and phone', () => {
    const { signers } = parseStatusChange(
      change(
        '<signature><status since="2026-01-01T00:00:00Z">BLOCKED</status><identifier><email address="a@b.no"/><sms number="99999999"/></identifier></signature>',
      ),
    );
    expect(signers[0]?.contact).toEqual({ email: 'a@b.no', phone: '99999999' });
    expect(signers[0]?.state).toBe('blocked');
  });

  test.each([
    ['nothing', ''],
    ['plain text', 'Service unavailable'],
    ['HTML', '<!DOCTYPE html><html><body>502</body></html>'],
    ['an entity of its own', `<!DOCTYPE a [<!ENTITY b "c">]><error xmlns="${ns}">&b;</error>`],
    ['an unknown entity', `<error xmlns="${ns}">&b;</error>`],
    ['half a document', '<portal-signature-job-status-change-response><reference>'],
    ['another namespace', '<portal-signature-job-status-change-response xmlns="urn:x"/>'],
    ['another answer', createdXml('1', 'https://a')],
    ['an unknown job status', change('').toString().replace('IN_PROGRESS', 'PONDERING')],
    [
      'no confirmation address',
      change('')
        .toString()
        .replace(/<confirmation-url>.*<\/confirmation-url>/, ''),
    ],
    ['a signature without a time', change('<signature><status>SIGNED</status></signature>').toString()],
    ['great depth', `${'<a>'.repeat(5_000)}${'</a>'.repeat(5_000)}`],
    ['very many elements', `<a>${'<b/>'.repeat(50_000)}</a>`],
    ['more than a megabyte', `<a>${' '.repeat(1_100_000)}</a>`],
  ])('of %s is one clear fault', (_, text) => {
    expect(() => parseStatusChange(bytes(text))).toThrow(UnreadableXml);
  });

  test('bytes that are not UTF-8 are one clear fault', () => {
    expect(() => parseStatusChange(Buffer.from([0x3c, 0x61, 0x3e, 0xff, 0x3c]))).toThrow(UnreadableXml);
  });
});

test('the answer to a new job gives its id as text and the address that cancels it', () => {
  expect(parseCreated(bytes(createdXml('9007199254740993', 'https://a/cancel?x=1&amp;y=2')))).toEqual({
    serviceJobId: '9007199254740993',
    cancellationUrl: 'https://a/cancel?x=1&y=2',
  });
});

test('an error document gives its code, known or not, and anything else gives none', () => {
  expect(parseError(bytes(errorXml('BRAND_NEW_CODE', 'hvorfor')))).toEqual({
    code: 'BRAND_NEW_CODE',
    message: 'hvorfor',
  });
  for (const text of ['', 'Bad gateway', '<html/>', createdXml('1', 'u')])
    expect(parseError(bytes(text))).toBeUndefined();
});

test.each([
  ['2026-11-20T11:00:00+01:00', '2026-11-20T10:00:00.000Z'],
  ['2026-11-20T11:00:00.123456+01:00[Europe/Oslo]', '2026-11-20T10:00:00.123Z'],
  ['2026-11-20T10:00:00Z', '2026-11-20T10:00:00.000Z'],
  ['2026-11-20T10:00:00', undefined],
  ['tomorrow', undefined],
  [undefined, undefined],
])('the time %s is read as %s', (text, expected) => {
  expect(parseInstant(text)).toBe(expected);
});
