import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { deflateRawSync } from 'node:zlib';
import fc from 'fast-check';
import { strToU8, type Zippable, zipSync } from 'fflate';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readJobRequest } from '../../portal/api/job-request.ts';
import { checkSignature } from '../../portal/bundle/check-signature.ts';
import { readManifest } from '../../portal/bundle/manifest.ts';
import { openZip } from '../../portal/bundle/open-zip.ts';
import { ApiError } from '../../portal/domain/api-error.ts';
import { parseMultipart } from '../../portal/http/multipart.ts';
import { openTrainingCertificates, type TrainingCertificates } from '../../portal/training/certificates.ts';
import { bundleOf, signaturesXml } from '../portal/support/bundle.ts';
import { ingrid, manifestXml, olav } from '../portal/support/manifest.ts';
import { mutationsOf } from './mutations.ts';

// SEGL_FUZZ=100000 for a long run; the default keeps the suite short.
const numRuns = Number(process.env.SEGL_FUZZ ?? 400);
const longRun = 3_600_000;
const organisation = { number: '310000019', name: 'Seglvik kommune' };
const texts = (...list: readonly string[]) => list.map((one) => Buffer.from(one, 'latin1'));
const folder = mkdtempSync(join(tmpdir(), 'segl-fuzz-'));
const manifest = Buffer.from(
  manifestXml({
    organisation: organisation.number,
    signers: [{ number: ingrid }, { number: olav, order: 1 }],
  }),
);
const pdf = Buffer.from('%PDF-1.7\nnot a real one, but bytes like any');
let certificates: TrainingCertificates;
let who: { readonly chain: string; readonly key: string };

beforeAll(async () => {
  certificates = await openTrainingCertificates(folder, organisation);
  const { chain, key } = await certificates.issueEnterprise(organisation);
  who = { chain, key };
}, 60_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const files = () => [
  { name: '0000_avtale.pdf', bytes: pdf, mime: 'application/pdf' },
  { name: 'manifest.xml', bytes: manifest, mime: 'application/xml' },
];

/** Either a value or one refusal the sender can be told: 4xx, a code and a sentence. Anything else is a bug. */
async function readOrRefuse(parse: () => unknown): Promise<void> {
  try {
    await parse();
  } catch (fault) {
    if (!(fault instanceof ApiError)) throw fault;
    if (fault.status < 400 || fault.status > 499 || fault.code === '' || fault.message === '')
      throw new Error('an unclear refusal', { cause: fault });
  }
}

/** Runs it, a tenth first; in a long run the memory after that tenth may not grow by more than caches explain. */
async function holds<Input>(inputs: fc.Arbitrary<Input>, parse: (input: Input) => unknown): Promise<void> {
  const property = fc.asyncProperty(inputs, (one) => readOrRefuse(() => parse(one)));
  await fc.assert(property, { numRuns: Math.ceil(numRuns / 10) });
  const before = process.memoryUsage().rss;
  await fc.assert(property, { numRuns });
  const grown = process.memoryUsage().rss - before;
  if (numRuns >= 10_000) expect(grown).toBeLessThan(256 * 1024 * 1024);
}

const xmlFragments = texts(
  '<',
  '>',
  '&',
  ']]>',
  '<!--',
  '-->',
  '<?x?>',
  '\0',
  '\xff\xfe',
  'xmlns=""',
  ' Id="SignedProperties"',
  '<!DOCTYPE a [<!ENTITY b "&c;&c;"><!ENTITY c "&b;">]>',
  '<!DOCTYPE a SYSTEM "file:///etc/passwd">',
  '&b;',
  '&#0;',
  '<a>'.repeat(300),
  '<signer/>'.repeat(2_000),
  '__proto__',
  '9'.repeat(400),
  ' '.repeat(5_000),
);

test(
  'any multipart body is taken apart or refused',
  async () => {
    const seeds = texts(
      '--b\r\nContent-Type: application/xml\r\n\r\n<a/>\r\n--b\r\nContent-Type: application/octet-stream\r\nContent-Transfer-Encoding: binary\r\n\r\nPK..\r\n--b--\r\n',
      'preamble\r\n--b \r\n\r\nno headers\r\n--b\r\nX: y\r\n z\r\n\r\n\r\n--b--epilogue',
    );
    const fragments = texts(
      '--b',
      '--b--',
      '\r\n',
      '\r\n\r\n',
      '\n',
      ':',
      'Content-Type: x/y\r\n',
      '-'.repeat(5_000),
      '--b\r\n\r\n'.repeat(900),
    );
    const types = fc.oneof(
      fc.constant('multipart/mixed; boundary=b'),
      fc.constant('multipart/mixed; boundary="b"'),
      fc.string().map((text) => `multipart/mixed; boundary=${text}`),
      fc.string(),
    );
    const both = fc.tuple(types, mutationsOf(seeds, fragments));
    await holds(both, ([type, body]) => parseMultipart(type, body));
  },
  longRun,
);

test(
  'any job request is read or refused',
  async () => {
    const seed =
      '<?xml version="1.0" encoding="UTF-8"?><portal-signature-job-request xmlns="http://signering.posten.no/schema/v1"><reference>r</reference><polling-queue>q</polling-queue></portal-signature-job-request>';
    await holds(mutationsOf(texts(seed), xmlFragments), readJobRequest);
  },
  longRun,
);

test(
  'any manifest is read or refused',
  async () => {
    await holds(mutationsOf([manifest], xmlFragments), readManifest);
  },
  longRun,
);

test(
  'any signature of a bundle is verified or refused',
  async () => {
    const signed = Buffer.from(signaturesXml(files(), who));
    const now = Date.now();
    const covered = new Map(files().map(({ name, bytes }) => [name, bytes]));
    await holds(mutationsOf([signed], xmlFragments), (signatures) =>
      checkSignature({
        signatures,
        files: covered,
        ca: certificates.ca,
        now,
        organisations: new Set([organisation.number]),
      }),
    );
  },
  longRun,
);

test(
  'any zip is unpacked or refused',
  async () => {
    const seeds = [
      await bundleOf(files(), who),
      Buffer.from(zipSync({ a: strToU8('a'), 'META-INF/b': [strToU8('b'), { level: 0 }] })),
    ];
    const fragments = texts(
      'PK\x01\x02',
      'PK\x03\x04',
      'PK\x05\x06',
      'PK\x06\x06',
      'PK\x06\x07',
      '../',
      '\0',
      '\xff\xff\xff\xff',
      '\xff\xff',
      `PK\x05\x06${'\0'.repeat(18)}`,
    );
    await holds(mutationsOf(seeds, fragments), openZip);
  },
  longRun,
);

const expansion = `<!DOCTYPE a [<!ENTITY a "x">${'bcdefghi'
  .split('')
  .map((name, at) => `<!ENTITY ${name} "${`&${'abcdefgh'[at]};`.repeat(50)}">`)
  .join('')}]><a>&i;</a>`;

test.each([
  ['entities that grow', expansion],
  ['a file as an entity', '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a>&x;</a>'],
  ['a DOCTYPE in UTF-16', Buffer.from(`\ufeff${expansion}`, 'utf16le')],
  ['a DOCTYPE behind another encoding', `<?xml version="1.0" encoding="UTF-7"?>${expansion}`],
  ['elements within elements without end', '<a>'.repeat(400_000)],
  ['attributes without number', `<a ${Array.from({ length: 100_000 }, (_, at) => `a${at}=""`).join(' ')}/>`],
])('XML with %s is refused', (_what, xml) => {
  expect(() => readManifest(Buffer.from(xml))).toThrow(ApiError);
  expect(() => readJobRequest(Buffer.from(xml))).toThrow(ApiError);
});

const zeros = (megabytes: number) => new Uint8Array(megabytes * 1024 * 1024);
const zipOfEntries = (entries: Zippable) => Buffer.from(zipSync(entries));
/** Two entries named alike: the library writes no such thing, so one name is changed afterwards. */
const doubled = () =>
  Buffer.from(
    zipOfEntries({ aa: strToU8('1'), ab: strToU8('2') })
      .toString('latin1')
      .replaceAll('ab', 'aa'),
    'latin1',
  );
/** Says that its 64 MB are one byte. */
function lying(): Buffer {
  const packed = Buffer.from(zipSync({ a: [zeros(64), { level: 9 }] }));
  const directory = packed.indexOf('PK\x01\x02');
  packed.writeUInt32LE(1, 22);
  packed.writeUInt32LE(1, directory + 24);
  return packed;
}

test.each([
  ['unpacks to 200 MB', () => zipOfEntries({ a: [zeros(200), { level: 9 }] })],
  ['lies about its size', lying],
  ['holds a zip bomb among others', () => zipOfEntries({ a: strToU8('a'), b: [zeros(30), { level: 9 }] })],
  ['climbs out of its folder', () => zipOfEntries({ '../a': strToU8('a') })],
  ['climbs out of META-INF', () => zipOfEntries({ 'META-INF/../a': strToU8('a') })],
  ['names the root', () => zipOfEntries({ '/etc/a': strToU8('a') })],
  ['names a drive', () => zipOfEntries({ 'C:a': strToU8('a') })],
  ['has backslashes', () => zipOfEntries({ '..\\a': strToU8('a') })],
  ['has folders', () => zipOfEntries({ 'a/b': strToU8('a') })],
  ['has a folder as an entry', () => zipOfEntries({ 'a/': new Uint8Array() })],
  ['holds a name twice', doubled],
  [
    'holds more files than any job',
    () => zipOfEntries(Object.fromEntries(Array.from({ length: 1_000 }, (_, at) => [`${at}`, strToU8('')]))),
  ],
  ['is no zip', () => deflateRawSync(strToU8('no zip'))],
  ['is empty', () => Buffer.alloc(0)],
])('a zip that %s is refused', async (_what, make) => {
  await expect(openZip(make())).rejects.toThrow(ApiError);
});
