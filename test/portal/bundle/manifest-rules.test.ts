import { describe, expect, it } from 'vitest';
import { ingrid, type ManifestWish } from '../support/manifest.ts';
import { portalForTests } from '../support/portal-under-test.ts';
import { createSender, errorCode } from '../support/sender.ts';
import { refusedBy } from './refused-bundle.ts';

const under = portalForTests();
const refused = refusedBy(under);

describe('a job is refused when', () => {
  const person = (number: string) => ({ number });

  const cases: readonly (readonly [string, ManifestWish, string, RegExp])[] = [
    ['the sender is another', { organisation: '310000027' }, 'INVALID_SIGNATURE_JOB', /sender/],
    [
      'an identity number has a wrong digit',
      { signers: [person('14838511092')] },
      'INVALID_SIGNATURE_JOB',
      /identification number/,
    ],
    [
      'an identity number has no day',
      { signers: [person('00000000000')] },
      'INVALID_SIGNATURE_JOB',
      /identification number/,
    ],
    [
      'a signer is listed twice',
      { signers: [person(ingrid), person(ingrid)] },
      'INVALID_SIGNATURE_JOB',
      /more than once/,
    ],
    [
      'lookup is asked on behalf of another',
      { signers: [{ number: ingrid, onBehalfOf: 'OTHER' }] },
      'INVALID_SIGNATURE_JOB',
      /another/,
    ],
    [
      'own contact data are given on behalf of oneself',
      { signers: [{ number: ingrid, email: 'a@example.com', onBehalfOf: 'SELF' }] },
      'INVALID_SIGNATURE_JOB',
      /themselves/,
    ],
    ['lookup is asked without a number', { signers: [{ lookup: true }] }, 'INVALID_SIGNATURE_JOB', /lookup/],
    [
      'an e-mail address is empty',
      { signers: [{ number: ingrid, email: '' }] },
      'INVALID_SIGNATURE_JOB',
      /e-mail/,
    ],
    [
      'a mobile number is letters',
      { signers: [{ number: ingrid, mobile: 'ring meg' }] },
      'INVALID_SIGNATURE_JOB',
      /mobile/,
    ],
    [
      'it is available for more than 90 days',
      { availableSeconds: 7_776_001 },
      'INVALID_SIGNATURE_JOB',
      /available-seconds/,
    ],
    [
      'advanced signatures are to show names only',
      { signers: [{ number: ingrid, type: 'ADVANCED_ELECTRONIC_SIGNATURE' }], identifier: 'NAME' },
      'INVALID_SIGNATURE_JOB',
      /NAME/,
    ],
    [
      'someone without a number is to be shown by it',
      { signers: [{ email: 'a@example.com' }], identifier: 'PERSONAL_IDENTIFICATION_NUMBER_AND_NAME' },
      'INVALID_SIGNATURE_JOB',
      /contact information/,
    ],
    [
      'a document is not a PDF by its type',
      { documents: [{ href: '0000_avtale.pdf', title: 'A', mime: 'text/plain' }] },
      'INVALID_SIGNATURE_JOB',
      /text\/plain/,
    ],
    ['the title has 81 characters', { title: 'x'.repeat(81) }, 'ASICE_VALIDATION_FAILED', /title/],
    [
      'the message has 221 characters',
      { description: 'x'.repeat(221) },
      'ASICE_VALIDATION_FAILED',
      /description/,
    ],
    [
      'there are eleven signers',
      { signers: Array.from({ length: 11 }, () => person(ingrid)) },
      'ASICE_VALIDATION_FAILED',
      /signer/,
    ],
    ['the order is 10', { signers: [{ number: ingrid, order: 10 }] }, 'ASICE_VALIDATION_FAILED', /order/],
    [
      'there are 21 documents',
      {
        documents: Array.from({ length: 21 }, (_, i) => ({ href: `${i}.pdf`.padStart(8, '0'), title: 'A' })),
      },
      'ASICE_VALIDATION_FAILED',
      /document/,
    ],
  ];

  it.each(cases)('%s', async (_title, wish, code, message) => refused(wish, 400, code, message));

  it('public advanced signatures have two documents', async () => {
    const documents = [
      { href: '0000_a.pdf', title: 'A' },
      { href: '0001_b.pdf', title: 'B' },
    ];
    const signers = [{ number: ingrid, type: 'ADVANCED_ELECTRONIC_SIGNATURE' }];
    await refused({ documents, signers }, 400, 'INVALID_SIGNATURE_JOB', /one document/);
  });

  it('a private sender asks for what it does not have', async () => {
    const { portal, control } = under();
    const organisation = '010000016';
    await control('sender', { organisation });
    const issued = (await control('certificate', { organisation })) as { certificate: string; key: string };
    const sender = createSender(portal, { chain: issued.certificate, key: issued.key }, organisation);
    const own = { number: ingrid, email: 'a@example.com' };
    expect(errorCode(await sender.create({ signers: [{ number: ingrid }] }))).toBe('FEATURE_NOT_AVAILABLE');
    expect(errorCode(await sender.create({ signers: [own], identifier: 'NAME' }))).toBe(
      'FEATURE_NOT_AVAILABLE',
    );
    expect(errorCode(await sender.create({ signers: [own], level: '3' }))).toBe('FEATURE_NOT_AVAILABLE');
    expect((await sender.create({ signers: [own] })).status).toBe(200);
  });
});
