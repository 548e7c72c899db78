import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseCreated, parseError, parseStatusChange } from '../../main/adapters/posten/parse-answers.ts';
import { UnreadableXml } from '../../main/adapters/posten/parse-xml.ts';
import { mutationsOf } from './mutations.ts';

// SEGL_FUZZ=100000 for a long run; the default keeps the suite short.
const numRuns = Number(process.env.SEGL_FUZZ ?? 1_500);

const ns = 'http://signering.posten.no/schema/v1';
const seeds = [
  `<?xml version="1.0" encoding="UTF-8"?><portal-signature-job-response xmlns="${ns}"><reference>r</reference><signature-job-id>1</signature-job-id><cancellation-url>https://a/c</cancellation-url></portal-signature-job-response>`,
  `<x:error xmlns:x="${ns}"><x:error-code>CODE</x:error-code><x:error-message>a &lt; b &#248;</x:error-message><x:error-type>CLIENT</x:error-type></x:error>`,
  `<ns4:portal-signature-job-status-change-response xmlns:ns4="${ns}" xmlns="http://uri.etsi.org/01903/v1.3.2#"><ns4:reference>æøå</ns4:reference><ns4:signature-job-id>7</ns4:signature-job-id><ns4:status>FAILED</ns4:status><ns4:confirmation-url>https://a/x</ns4:confirmation-url><ns4:signatures><ns4:signature><ns4:status since="2018-08-06T06:40:50.713+02:00">SIGNED</ns4:status><ns4:personal-identification-number>14838511091</ns4:personal-identification-number><ns4:xades-url>https://a/1</ns4:xades-url></ns4:signature><ns4:signature><ns4:status since="2018-08-06T06:40:50Z">BLOCKED</ns4:status><ns4:identifier><ns4:email address="a@b.no"/><ns4:sms number="1"/></ns4:identifier></ns4:signature><ns4:pades-url>https://a/p</ns4:pades-url></ns4:signatures></ns4:portal-signature-job-status-change-response>`,
].map((text) => Buffer.from(text, 'utf8'));

/** What hostile or broken XML is made of. */
const fragments = [
  '<',
  '>',
  '&',
  ']]>',
  '<![CDATA[',
  '<!--',
  '-->',
  '<?x?>',
  '\u0000',
  '\uFEFF',
  '"',
  "'",
  '/',
  'xmlns=""',
  'xmlns:a="a"',
  '<!DOCTYPE a [<!ENTITY b "&c;&c;"><!ENTITY c "&b;">]>',
  '<!DOCTYPE a SYSTEM "file:///etc/passwd">',
  '&b;',
  '&#0;',
  '&#x110000;',
  '<a>'.repeat(200),
  '<b/>'.repeat(3_000),
  'constructor',
  '__proto__',
  ' since=""',
  ' '.repeat(5_000),
  '\u00e6'.repeat(10),
].map((text) => Buffer.from(text, 'utf8'));

const mutated = mutationsOf(seeds, fragments);

/** Either a value or {@link UnreadableXml}: anything else is a bug. */
function readOrRefuse(parse: (bytes: Uint8Array) => unknown, bytes: Uint8Array): void {
  try {
    parse(bytes);
  } catch (fault) {
    if (!(fault instanceof UnreadableXml)) throw fault;
    if (fault.message.length === 0) throw new Error('a fault without a word', { cause: fault });
  }
}

test('whatever comes instead of an answer is read or refused by one clear fault', () => {
  fc.assert(
    fc.property(mutated, (bytes) => {
      readOrRefuse(parseCreated, bytes);
      readOrRefuse(parseStatusChange, bytes);
      parseError(bytes);
    }),
    { numRuns },
  );
}, 1_800_000);

test('noise is never an answer', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 400 }), (bytes) => {
      expect(() => parseStatusChange(bytes)).toThrow(UnreadableXml);
      expect(parseError(bytes)).toBeUndefined();
    }),
    { numRuns },
  );
}, 1_800_000);
